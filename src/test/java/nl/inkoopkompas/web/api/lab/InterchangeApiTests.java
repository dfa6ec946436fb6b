package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables and rule books over HTTP, out and in; and a draft held against its sources. */
@ApiTest
class InterchangeApiTests {

    private static final String INSURANCE = "/tables/admission/insurance";
    private static final String PARAMETERS = "rules/admission/parameters.yaml";

    @Autowired
    ApiCaller api;

    @Test
    void showsWhatAWorkbookWouldChangeAndChangesNothing() throws IOException {
        String draft = draft();
        byte[] workbook =
                edited(api.bytes("beleid", draft + INSURANCE + ".xlsx").body(), "3000000");

        Answer shown = api.upload("beleid", draft + INSURANCE, "file", "insurance.xlsx", workbook);

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.json().at("/changes/0/was").asString()).isEqualTo("2500000");
        assertThat(shown.json().at("/changes/0/becomes").asString()).isEqualTo("3000000");
        assertThat(api.get("beleid", draft).json().path("edits")).isEmpty();
        ObjectNode edits = ApiCaller.object("{\"reason\": \"Uit Excel\"}");
        edits.set("edits", shown.json().path("edits"));
        Answer taken = api.patch("beleid", draft, edits.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().at("/edits/0/was").asInt()).isEqualTo(2_500_000);
    }

    @Test
    void namesTheCellOfAWorkbookThatIsWrong() throws IOException {
        String draft = draft();
        byte[] workbook =
                edited(api.bytes("beleid", draft + INSURANCE + ".xlsx").body(), "10 mln");

        Answer refused = api.upload("beleid", draft + INSURANCE, "file", "insurance.xlsx", workbook);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/insurance/3/perEvent");
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("Cel C3");
        assertThat(api.upload("beleid", draft + "/tables/admission/none", "file", "x.xlsx", workbook)
                        .status())
                .isEqualTo(404);
        assertThat(api.upload("beleid", draft + INSURANCE, "file", "x.xlsx", new byte[] {1, 2, 3})
                        .status())
                .isEqualTo(400);
        assertThat(api.upload("inkoper", draft + INSURANCE, "file", "insurance.xlsx", workbook)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void verifiesATableOfADraftWithRowsThatOverlap() {
        String draft = draft();
        Answer edited = api.patch(
                "beleid",
                draft,
                "{\"reason\": \"Dubbel\", \"edits\": [{\"table\": \"admission/insurance\", \"addRow\":"
                        + " {\"id\": \"again\", \"size\": \"MICRO\", \"perEvent\": 1, \"perYear\": 2}}]}");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);

        JsonNode verified =
                api.get("auditor", draft + INSURANCE + "/verification").json();

        assertThat(verified.path("gaps")).isEmpty();
        assertThat(verified.at("/overlaps/0/rows").toString()).isEqualTo("[\"micro\",\"again\"]");
        assertThat(verified.at("/overlaps/0/why").asString())
                .isEqualTo("De rijen micro en again geven hier allebei een antwoord.");
        assertThat(verified.at("/overlaps/0/example/size").asString()).isEqualTo("MICRO");
        assertThat(verified.path("unreachable")).hasSize(2);
    }

    @Test
    void exportsARuleBookThatImportsElsewhere() {
        HttpResponse<byte[]> zip = api.bytes("inkoper", "/api/v1/rule-books/current/export.zip");
        RuleBookFiles files = RuleBookFiles.unzipped(zip.body());
        assertThat(zip.headers().firstValue("X-Rule-Book-Hash")).contains(files.hash());
        RuleBookFiles other = files.with(PARAMETERS, files.text(PARAMETERS).replace("value: 24", "value: 36"));

        Answer imported = api.upload("beleid", "/api/v1/drafts/imports", "file", "book.zip", other.zipped());

        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
        assertThat(imported.json().path("contentHash").asString()).isEqualTo(other.hash());
        assertThat(api.get("beleid", imported.header("Location"))
                        .json()
                        .path("contentHash")
                        .asString())
                .isEqualTo(other.hash());
        Answer code = api.upload(
                "beleid",
                "/api/v1/drafts/imports",
                "file",
                "book.zip",
                files.with("rules/admission/evil.drl", "package evil;").zipped());
        assertThat(code.status()).isEqualTo(400);
        assertThat(code.text()).contains("evil.drl");
        assertThat(api.upload("beleid", "/api/v1/drafts/imports", "file", "book.zip", new byte[10])
                        .status())
                .isEqualTo(400);
        Answer bad = api.upload(
                "beleid",
                "/api/v1/drafts/imports",
                "file",
                "book.zip",
                files.with(PARAMETERS, "not: [valid").zipped());
        assertThat(bad.status()).isEqualTo(400);
    }

    @Test
    void exportsTablesPatchesAndTheRecordOfTheRegister() {
        Answer dmn = api.get("toegang-gouda", "/api/v1/rule-books/current/tables/admission/insurance.dmn");
        assertThat(dmn.status()).isEqualTo(200);
        assertThat(dmn.text()).contains("https://www.omg.org/spec/DMN/20230324/MODEL/", "\"MICRO\"");
        Answer patch = api.get("inkoper", "/api/v1/rule-books/current/export.patch?from=current");
        assertThat(patch.status()).isEqualTo(200);
        assertThat(patch.text()).isEmpty();
        assertThat(api.get("inkoper", "/api/v1/rule-books/current/export.patch").status())
                .isEqualTo(400);
        assertThat(api.get("inkoper", "/api/v1/rule-books/1999.1/export.zip").status())
                .isEqualTo(404);
        JsonNode record = api.get("inkoper", "/api/v1/rule-books/current/algorithm-register")
                .json()
                .at("/items/0");
        assertThat(record.path("decision").asString()).isEqualTo("admission");
        assertThat(record.path("fields").toString()).contains("\"id\":\"contact\"", "\"open\":true");
        assertThat(api.get("inkoper", "/api/v1/rule-books/current/algorithm-register.md", "Accept-Language", "en")
                        .text())
                .contains("## Human intervention");
    }

    @Test
    void takesTheReasonOfAnEditUntilSomebodyExplainsMore() {
        String draft = draft();
        api.patch(
                "beleid",
                draft,
                "{\"reason\": \"Strenger\", \"edits\": [{\"parameter\": \"admission.negative-experience.look-back-years\","
                        + " \"from\": \"2024-01-01\", \"value\": 5}]}");

        JsonNode before = api.get("auditor", draft + "/clauses").json();
        assertThat(before.path("unexplained").asInt()).isZero();
        JsonNode stricter = find(before);
        assertThat(stricter.at("/explanation/by").asString()).isEqualTo("beleid");
        assertThat(stricter.at("/explanation/why").toString()).contains("Strenger");
        assertThat(stricter.at("/quotation/words").asString()).startsWith("Afgelopen 3 jaar");
        String body = ApiCaller.object("{}")
                .put("finding", stricter.path("id").asString())
                .put("why", "Zo besloot het bestuur.")
                .toString();
        Answer explained = api.post("beleid-2", draft + "/clauses/explanations", body);
        assertThat(explained.status()).as(explained.text()).isEqualTo(200);
        assertThat(explained.json().path("unexplained").asInt()).isZero();
        assertThat(find(explained.json()).at("/explanation/by").asString()).isEqualTo("beleid-2");
        assertThat(api.post("beleid", draft + "/clauses/explanations", "{\"finding\": \"x\", \"why\": \"y\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("beleid", draft + "/clauses/explanations", body.replace("Zo besloot", "111222333"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void holdsANewerTextAgainstTheClauses() {
        String draft = draft();
        byte[] text = "Een heel andere tekst.".getBytes(StandardCharsets.UTF_8);

        Answer read = api.upload("beleid", draft + "/clauses/sources/inkoopplan-2025", "file", "plan.txt", text);

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        int clauses = (int) ProjectRuleBook.BOOK.clauses().clauses().values().stream()
                .filter(clause -> clause.source().document().equals("inkoopplan-2025"))
                .count();
        assertThat(read.json().at("/readings/0/changed").asInt()).isEqualTo(clauses);
        assertThat(read.json().path("unexplained").asInt()).isEqualTo(clauses);
        assertThat(api.upload("beleid", draft + "/clauses/sources/huisregel", "file", "x.txt", text)
                        .status())
                .isEqualTo(404);
        assertThat(api.upload("beleid", draft + "/clauses/sources/inkoopplan-2025", "file", "x.txt", new byte[] {
                            (byte) 0xC3, 0x28
                        })
                        .status())
                .isEqualTo(400);
    }

    private static JsonNode find(JsonNode view) {
        for (JsonNode finding : view.path("findings")) {
            if (finding.path("subject").asString().equals("admission.negative-experience.look-back-years")) {
                return finding;
            }
        }
        throw new AssertionError("not found in " + view);
    }

    private String draft() {
        Answer created = api.post("beleid", "/api/v1/drafts", "{\"base\": \"current\", \"title\": \"Uitwisselen\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.header("Location");
    }

    private static byte[] edited(byte[] workbook, String perEvent) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            book.getSheet("insurance").getRow(2).createCell(2).setCellValue(perEvent);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }
}
