package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.evidence.TestDocuments;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of a dossier, over HTTP. */
@ApiTest
class EvidenceApiTests {

    private static final String DIRECTOR = "/applicant/certificatesOfConduct/0";

    @Autowired
    ApiCaller api;

    @Autowired
    Evidences evidences;

    @Autowired
    DecisionRegister register;

    @Autowired
    DeterminationRegister determinations;

    @Autowired
    Journal journal;

    @Test
    void tellsReceivedFromVerifiedAndGivesTheFileBack() {
        String decision = decided(ApiCaller.application());
        byte[] pdf = TestDocuments.pdf();

        Answer received = upload(decision, "map/vog é.pdf", pdf, "pointer", DIRECTOR, "expiresOn", "2099-12-31");

        assertThat(received.status()).as(received.text()).isEqualTo(201);
        JsonNode document = received.json();
        assertThat(document.path("status").asString()).isEqualTo("RECEIVED");
        assertThat(document.path("name").asString()).isEqualTo("vog é.pdf");
        assertThat(document.path("scanned").asBoolean()).isFalse();
        assertThat(document.path("expiresOn").asString()).isEqualTo("2099-12-31");
        assertThat(verified(decision)).isEmpty();

        Answer checked = check(decision, document, "{\"result\":\"VERIFIED\",\"expiresOn\":\"2098-12-31\"}");

        assertThat(checked.status()).as(checked.text()).isEqualTo(201);
        assertThat(checked.json().path("status").asString()).isEqualTo("VERIFIED");
        assertThat(checked.json().path("expiresOn").asString()).isEqualTo("2098-12-31");
        assertThat(checked.json().at("/checks/0/checkedBy").asString()).isEqualTo("rwo");
        assertThat(verified(decision)).containsExactly(DIRECTOR);
        HttpResponse<byte[]> file = api.bytes("auditor", received.header("Location"));
        assertThat(file.body()).isEqualTo(pdf);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        assertThat(api.get("toegang-gouda", received.header("Location")).status())
                .isEqualTo(403);

        check(decision, document, "{\"result\":\"NOT_ACCEPTED\",\"note\":\"Dit is de VOG van iemand anders.\"}");
        assertThat(verified(decision)).isEmpty();
        assertThat(api.get("inkoper", "/api/v1/decisions/" + decision + "/evidence")
                        .json()
                        .at("/items/0/checks"))
                .hasSize(2);
        assertThat(journal.of(UUID.fromString(decision)).stream().map(JournalEntry::kind))
                .contains("EVIDENCE", "EVIDENCE_CHECK");
        assertThat(api.get("auditor", "/api/v1/audit/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void countsAnEntryOfTheApplicationThatIsVerified() {
        ObjectNode request = ApiCaller.application();
        request.putArray("evidence")
                .addObject()
                .put("pointer", DIRECTOR)
                .put("document", "vog.pdf")
                .put("receivedOn", "2024-03-01")
                .put("verified", true);

        assertThat(verified(decided(request))).containsExactly(DIRECTOR);
    }

    @ParameterizedTest
    @CsvSource({
        "vog.pdf, pointer, /applicant/name/0, 400",
        "vog.pdf, pointer, '', 400",
        "vog.pdf, x, y, 400",
        "vog.exe, pointer, /applicant/certificatesOfConduct/0, 400",
        "111222333.pdf, pointer, /applicant/certificatesOfConduct/0, 400",
        "vog.png, pointer, /applicant/certificatesOfConduct/0, 400"
    })
    void refusesWhatItCannotTake(String name, String part, String value, int status) {
        Answer answer = upload(decided(ApiCaller.application()), name, TestDocuments.pdf(), part, value);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("111222333");
    }

    @Test
    void refusesDatesAndChecksThatCannotBe() {
        String decision = decided(ApiCaller.application());
        byte[] pdf = TestDocuments.pdf();
        for (String[] wrong : List.of(
                new String[] {"receivedOn", "2999-01-01"},
                new String[] {"receivedOn", "gisteren"},
                new String[] {"expiresOn", "2024-02-30"},
                new String[] {"expiresOn", "2001-01-01"})) {
            assertThat(upload(decision, "vog.pdf", pdf, "pointer", DIRECTOR, wrong[0], wrong[1])
                            .status())
                    .as(wrong[1])
                    .isEqualTo(400);
        }
        JsonNode document =
                upload(decision, "vog.pdf", pdf, "pointer", DIRECTOR).json();
        for (String body : List.of(
                "{}",
                "[]",
                "null",
                "{\"result\":\"MAYBE\"}",
                "{\"result\":\"NOT_ACCEPTED\",\"note\":\"nee\"}",
                "{\"result\":\"VERIFIED\",\"note\":\"nr. 111222333\"}",
                "{\"result\":\"VERIFIED\",\"expiresOn\":\"morgen\"}",
                "{\"result\":\"VERIFIED\",\"more\":1}",
                "{\"result\":\"VERIFIED\"} x")) {
            Answer answer = check(decision, document, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.text()).doesNotContain("111222333");
        }
        assertThat(check(UUID.randomUUID().toString(), document, "{\"result\":\"VERIFIED\"}")
                        .status())
                .isEqualTo(404);
        assertThat(check(decided(ApiCaller.application()), document, "{\"result\":\"VERIFIED\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsTheSameFileOnceAndUnderNoNameThatWasTyped() throws IOException {
        String decision = decided(ApiCaller.application());
        byte[] image = TestDocuments.image("png", 31, 17);
        Answer first = upload(decision, "../../../etc/foto.png", image, "pointer", DIRECTOR);
        Answer second = upload(decision, "foto2.png", image, "pointer", DIRECTOR);

        assertThat(first.json().path("name").asString()).isEqualTo("foto.png");
        String hash = first.json().path("sha256").asString();
        assertThat(second.json().path("sha256").asString()).isEqualTo(hash);
        try (var files = Files.walk(Path.of("target/test-files"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().equals(hash)))
                    .hasSize(1);
        }
    }

    @Test
    void listsWhatLapsesAmongAdmittedProviders() {
        ObjectNode request = ApiCaller.application();
        ((ObjectNode) request.path("applicant")).put("name", ApiCaller.unique());
        ((ObjectNode) request.path("applicant"))
                .putArray("qualityCertificates")
                .addObject()
                .put("scheme", "ISO9001")
                .put("validUntil", "2031-03-01");
        String name = request.at("/applicant/name").asString();
        String decision = decided(request);
        upload(decision, "vog.pdf", TestDocuments.pdf(), "pointer", DIRECTOR, "expiresOn", "2031-02-01");
        assertThat(lapsing(name, "2031-12-31")).isEmpty();

        determinations.determine(
                register.byId(UUID.fromString(decision)).orElseThrow(),
                1,
                List.of(new OfProduct("45A01", "ADMISSIBLE", "ADMISSIBLE")),
                null,
                false,
                7,
                Instant.parse("2026-01-01T12:00:00Z"),
                "inkoper");

        assertThat(lapsing(name, "2031-12-31"))
                .containsExactly("2031-02-01 " + DIRECTOR, "2031-03-01 /applicant/qualityCertificates/0");
        assertThat(lapsing(name, "2031-02-28")).hasSize(1);
        upload(decision, "vog2.pdf", TestDocuments.pdf(), "pointer", DIRECTOR, "expiresOn", "2032-02-01");
        assertThat(lapsing(name, "2031-12-31")).hasSize(1);
        assertThat(api.get("inkoper", "/api/v1/evidence/lapsing?until=x").status())
                .isEqualTo(400);
    }

    private List<String> lapsing(String applicant, String until) {
        return api.get("beleid", "/api/v1/evidence/lapsing?size=500&until=" + until)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("applicant").asString().equals(applicant))
                .map(item -> item.path("lastDay").asString() + " "
                        + item.path("pointer").asString())
                .toList();
    }

    private List<String> verified(String decision) {
        var registered = register.byId(UUID.fromString(decision)).orElseThrow();
        return List.copyOf(evidences.verified(registered.dossier(), registered.request(), LocalDate.of(2026, 1, 1)));
    }

    private String decided(ObjectNode request) {
        Answer answer = api.post("inkoper", "/api/v1/admissions", request.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private Answer check(String decision, JsonNode document, String body) {
        return api.post(
                "rwo",
                "/api/v1/decisions/" + decision + "/evidence/"
                        + document.path("id").asString() + "/checks",
                body);
    }

    private Answer upload(String decision, String name, byte[] content, String... fields) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                            + fields[i + 1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.post(
                "inkoper",
                "/api/v1/decisions/" + decision + "/evidence",
                body.toByteArray(),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
    }
}
