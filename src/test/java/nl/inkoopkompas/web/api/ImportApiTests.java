package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.imports.ApplicationFiles;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An import from upload to workbook with outcomes. */
@ApiTest
class ImportApiTests {

    static final String IMPORTS = "/api/v1/admissions/imports";

    @Autowired
    ApiCaller api;

    @Autowired
    ApplicationFiles files;

    @Test
    void importsTheApplicationsOfTheDemoOnce() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.demo(out);
        Answer started = api.upload("rwo", IMPORTS, "file", "demo.xlsx", out.toByteArray());

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json().propertyNames())
                .contains("id", "status", "applications", "done", "recorded", "errors", "outcomes");
        JsonNode done = finished(api, started.header("Location"));
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("errors")).isEmpty();
        assertThat(done.path("applications").asInt()).isEqualTo(83);
        assertThat(done.path("done").asInt()).isEqualTo(83);
        assertThat(done.path("recorded").asInt() + done.path("repeated").asInt())
                .isEqualTo(83);
        assertThat(done.path("outcomes").valueStream().mapToInt(JsonNode::asInt).sum())
                .isEqualTo(83);

        JsonNode again = imported(api, "zelfde.xlsx", out.toByteArray());
        assertThat(again.path("recorded").asInt()).isZero();
        assertThat(again.path("repeated").asInt()).isEqualTo(83);
        assertThat(again.path("outcomes")).isEqualTo(done.path("outcomes"));

        int products = rows(out.toByteArray(), "producten");
        assertThat(products).isGreaterThan(83);
        var results = api.bytes("auditor", started.header("Location") + "/results.xlsx");
        assertThat(results.statusCode()).isEqualTo(200);
        assertThat(results.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", ".xlsx");
        assertThat(sheets(results.body())).hasSizeGreaterThan(1);
        assertThat(rows(results.body(), sheets(results.body()).get(0))).isEqualTo(products);
    }

    @Test
    void blocksAnApplicationWithABadRowAndNoOther() {
        String name = ApiCaller.unique();
        JsonNode done = imported(
                api,
                "twee.zip",
                ImportFiles.csv(
                        "aanvragen",
                        "aanvraagnummer,peildatum,contract,naam,kvk_nummer\n"
                                + "A-1,1-4-2024,ambulant-jeugd,%s,12345678\nA-2,1-4-2024,ambulant-jeugd,%s,12345678\n"
                                        .formatted(name + " een", name + " twee"),
                        "producten",
                        "aanvraagnummer,productcode\nA-1,45A01\nA-2,45A01\n",
                        "personeel",
                        "aanvraagnummer,productcode,opleidingsniveau,fte\nA-1,45A01,HBO,3\nA-1,45A01,HBO,drie\n"));

        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("applications").asInt()).isEqualTo(2);
        assertThat(done.path("done").asInt()).isEqualTo(2);
        assertThat(done.path("recorded").asInt()).isEqualTo(1);
        assertThat(done.path("errors")).hasSize(1);
        assertThat(done.at("/errors/0").propertyNames()).containsExactly("sheet", "row", "column", "detail");
        assertThat(done.at("/errors/0/row").asInt()).isEqualTo(3);
        String register = api.get("auditor", "/api/v1/decisions?size=500").text();
        assertThat(register).contains(name + " twee").doesNotContain(name + " een");
    }

    @Test
    void tellsErrorsInTheLanguageAskedFor() {
        JsonNode done = imported(api, "fout.zip", ImportFiles.with(",4", ",vier"));
        Answer english = api.get("inkoper", IMPORTS + "/" + done.path("id").asString(), "Accept-Language", "en");

        assertThat(done.at("/errors/0/detail").asString()).contains("getal");
        assertThat(english.json().at("/errors/0/detail").asString()).contains("number");
    }

    @Test
    void showsImportsOnlyToThoseWhoMaySeeThem() {
        for (String path : List.of("", "/results.xlsx")) {
            for (String id : List.of(UUID.randomUUID().toString(), "x", "1-1-1-1-1", "111222333", "%20")) {
                Answer answer = api.get("inkoper", IMPORTS + "/" + id + path);
                assertThat(answer.status()).as(id + path).isEqualTo(404);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            }
            assertThat(api.get("toegang-gouda", IMPORTS + "/" + UUID.randomUUID() + path)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void givesATemplateThatOpens() throws IOException {
        var template = api.bytes("inkoper", IMPORTS + "/template.xlsx");

        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(sheets(template.body())).contains("aanvragen", "producten", "gebeurtenissen", "personeel");
        JsonNode empty = imported(api, "template.xlsx", template.body());
        assertThat(empty.path("recorded").asInt()).isZero();
    }

    static JsonNode imported(ApiCaller api, String name, byte[] file) {
        Answer started = api.upload("inkoper", IMPORTS, "file", name, file);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return finished(api, started.header("Location"));
    }

    static JsonNode finished(ApiCaller api, String location) {
        for (int i = 0; i < 600; i++) {
            JsonNode progress = api.get("inkoper", location).json();
            if (List.of("DONE", "FAILED").contains(progress.path("status").asString())) {
                return progress;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("The import does not end");
    }

    private static List<String> sheets(byte[] workbook) throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            List<String> names = new ArrayList<>();
            read.forEach(sheet -> names.add(sheet.getSheetName()));
            return names;
        }
    }

    /** Rows below the header that are not empty. */
    private static int rows(byte[] workbook, String name) throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet sheet = read.getSheet(name);
            int rows = 0;
            for (Row row : sheet) {
                rows += row.getRowNum() > 0
                                && row.getCell(0) != null
                                && !row.getCell(0).toString().isBlank()
                        ? 1
                        : 0;
            }
            return rows;
        }
    }
}
