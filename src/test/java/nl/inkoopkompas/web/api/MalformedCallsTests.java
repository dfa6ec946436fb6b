package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a program sends, it learns what is wrong with it, and nothing is stored. */
@ApiTest
class MalformedCallsTests {

    private static final String ADMISSIONS = "/api/v1/admissions";
    private static final String BSN = "111222333";

    @Autowired
    ApiCaller api;

    /** What is changed in a good application, the status, and a pointer that must be among the errors. */
    static Stream<Arguments> applications() {
        String good = ApiCaller.application().toString();
        String applicant = "\"applicant\":{";
        return Stream.of(
                row("no object", "[]", ""),
                row("null", "null", ""),
                row("a number", "42", ""),
                row("a text", "\"x\"", ""),
                row("nothing", "", ""),
                row("spaces", "   ", ""),
                row("cut off", good.substring(0, good.length() - 5), ""),
                row("trailing text", good + "x", ""),
                row("a second object", good + good, ""),
                row("duplicate key", good.replace("\"asOf\"", "\"asOf\":\"2024-04-01\",\"asOf\""), ""),
                row("nested duplicate key", good.replace(applicant, applicant + "\"name\":\"x\","), ""),
                row("comment", good.replace(applicant, "/* x */" + applicant), ""),
                row("single quotes", good.replace('"', '\''), ""),
                row("NaN", good.replace(":42,", ":NaN,"), ""),
                row("leading zero", good.replace(":42,", ":042,"), ""),
                row("trailing comma", good.substring(0, good.length() - 1) + ",}", ""),
                row("bad escape", good.replace("Zorg", "\\q"), ""),
                row("raw control character", good.replace("Zorg", "\u0001"), ""),
                row("deep arrays", "[".repeat(100_000), ""),
                row("deep objects", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), ""),
                row(
                        "deep value",
                        good.replace(":42,", ":" + "[".repeat(400) + "]".repeat(400) + ","),
                        "/applicant/employees"),
                row("long number", good.replace(":42,", ":" + "9".repeat(5_000) + ","), ""),
                row("huge number", good.replace(":42,", ":99999999999999999999,"), "/applicant/employees"),
                row("huge exponent", good.replace(":42,", ":1e999999999,"), "/applicant/employees"),
                row("tiny fraction", good.replace(":3.5", ":1e-999999999"), "/products/0/staff/0/fte"),
                row("huge fte", good.replace(":3.5", ":1e400"), "/products/0/staff/0/fte"),
                row("negative", good.replace(":42,", ":-1,"), "/applicant/employees"),
                row("fraction", good.replace(":42,", ":42.5,"), "/applicant/employees"),
                row("text for a number", good.replace(":42,", ":\"42\","), "/applicant/employees"),
                row("truth for a number", good.replace(":42,", ":true,"), "/applicant/employees"),
                row(
                        "number for a truth",
                        good.replace("\"volunteerPolicy\":true", "\"volunteerPolicy\":1"),
                        "/applicant/volunteerPolicy"),
                row("number for a text", good.replace("\"Zorg Voorbeeld BV\"", "7"), "/applicant/name"),
                row("object for a list", good.replace("[\"D-1\"]", "{}"), "/applicant/directors"),
                row("null element", good.replace("[\"D-1\"]", "[null]"), "/applicant/directors/0"),
                row("empty directors", good.replace("[\"D-1\"]", "[]"), "/applicant/directors"),
                row("unknown field", good.replace(applicant, applicant + "\"shoeSize\":1,"), "/applicant/shoeSize"),
                row(
                        "unknown field with odd name",
                        good.replace(applicant, applicant + "\"a/b~c\":1,"),
                        "/applicant/a~1b~0c"),
                row("unknown option", good.replace("\"BV\"", "\"XX\""), "/applicant/legalForm"),
                row("unknown contract", good.replace("ambulant-jeugd", "ambulant"), "/contract"),
                row("unknown product", good.replace("45A01", "99Z99"), "/products/0/code"),
                row("product of another contract", good.replace("45A01", "15A01"), "/products/0/code"),
                row("no products", good.replaceAll("\"products\":\\[.*]}", "\"products\":[]}"), "/products"),
                row("products missing", good.replaceAll(",\"products\":\\[.*]}", "}"), "/products"),
                row("asOf missing", good.replace("\"asOf\":\"2024-04-01\",", ""), "/asOf"),
                row("asOf null", good.replace("\"2024-04-01\"", "null"), "/asOf"),
                row("asOf no date", good.replace("2024-04-01", "1 april 2024"), "/asOf"),
                row("asOf no day", good.replace("2024-04-01", "2023-02-29"), "/asOf"),
                row("asOf far away", good.replace("2024-04-01", "+99999-01-01"), "/asOf"),
                row("asOf before the first rule book", good.replace("2024-04-01", "2023-12-31"), "/asOf"),
                row("asOf with time", good.replace("2024-04-01", "2024-04-01T00:00:00Z"), "/asOf"),
                row("name empty", good.replace("Zorg Voorbeeld BV", ""), "/applicant/name"),
                row("name too long", good.replace("Zorg Voorbeeld BV", "x".repeat(201)), "/applicant/name"),
                row("kvkNumber short", good.replace("12345678", "1234567"), "/applicant/kvkNumber"),
                row("kvkNumber of other digits", good.replace("12345678", "١٢٣٤٥٦٧٨"), "/applicant/kvkNumber"),
                row("kvkNumber as a number", good.replace("\"12345678\"", "12345678"), "/applicant/kvkNumber"),
                row("BSN in the name", good.replace("Voorbeeld", BSN), "/applicant/name"),
                row("BSN with dots", good.replace("Voorbeeld", "1112.22.333"), "/applicant/name"),
                row("BSN in a list", good.replace("D-1", BSN), "/applicant/directors/0"),
                row("half a character in an option", good.replace("ambulant-jeugd", "\\ud800"), "/contract"),
                row("half a character in a field name", good.replace(applicant, applicant + "\"\\ud800\":1,"), ""),
                row("many emoji in an option", good.replace("ambulant-jeugd", "x" + "😀".repeat(300)), "/contract"),
                row("BSN as an option", good.replace("ambulant-jeugd", BSN), "/contract"),
                row("BSN as a field name", good.replace(applicant, applicant + "\"" + BSN + "\":1,"), "/applicant/…"),
                row("half a character", good.replace("Voorbeeld", "\\ud800"), "/applicant/name"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void refusesAnApplicationAndSaysWhere(String name, String body, String pointer) {
        for (String call : new String[] {ADMISSIONS, ADMISSIONS + "?record=false"}) {
            Answer answer = api.post("inkoper", call, body);
            assertProblem(answer, 400);
            assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                            .map(error -> error.path("pointer").asString()))
                    .as(answer.text())
                    .contains(pointer);
            assertThat(answer.text()).doesNotContain(BSN, "1112.22.333");
        }
    }

    /** Calls that are wrong before their body is read. */
    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("GET", "/api/v1/decisions?size=0", 400),
                Arguments.of("GET", "/api/v1/decisions?size=501", 400),
                Arguments.of("GET", "/api/v1/decisions?size=1.5", 400),
                Arguments.of("GET", "/api/v1/decisions?size=", 400),
                Arguments.of("GET", "/api/v1/decisions?size=99999999999999999999", 400),
                Arguments.of("GET", "/api/v1/decisions?page=0", 400),
                Arguments.of("GET", "/api/v1/decisions?page=-1", 400),
                Arguments.of("GET", "/api/v1/decisions?page=x", 400),
                Arguments.of("GET", "/api/v1/decisions?page=1&page=2", 400),
                Arguments.of("GET", "/api/v1/decisions?sort=id", 400),
                Arguments.of("GET", "/api/v1/decisions?type=admissions", 400),
                Arguments.of("GET", "/api/v1/decisions?type=", 400),
                Arguments.of("GET", "/api/v1/decisions?outcome=admissible", 400),
                Arguments.of("GET", "/api/v1/decisions?contract=x", 400),
                Arguments.of("GET", "/api/v1/decisions?from=2024-02-30", 400),
                Arguments.of("GET", "/api/v1/decisions?from=yesterday", 400),
                Arguments.of("GET", "/api/v1/decisions?to=2024-04-01T25:00:00Z", 400),
                Arguments.of("GET", "/api/v1/decisions?to=%2B999999999-12-31", 400),
                Arguments.of("GET", "/api/v1/decisions?contract=%00", 400),
                Arguments.of("GET", "/api/v1/decisions?contract=%ff%fe", 400),
                Arguments.of("GET", "/api/v1/decisions?contract", 400),
                Arguments.of("GET", "/api/v1/decisions?contract=" + BSN, 400),
                Arguments.of("GET", "/api/v1/decisions?" + BSN + "=1", 400),
                Arguments.of("GET", "/api/v1/decisions/x", 404),
                Arguments.of("GET", "/api/v1/decisions/1-1-1-1-1", 404),
                Arguments.of("GET", "/api/v1/decisions/00000000-0000-0000-0000-000000000000", 404),
                Arguments.of("GET", "/api/v1/decisions/" + BSN, 404),
                Arguments.of("GET", "/api/v1/decisions/x?a=1", 400),
                Arguments.of("GET", "/api/v1/nothing", 404),
                Arguments.of("GET", "/api", 404),
                Arguments.of("GET", "/api/v2/decisions", 404),
                Arguments.of("GET", "/api/v1/decisions/", 404),
                Arguments.of("GET", "/api/v1/rule-books/9999", 404),
                Arguments.of("GET", "/api/v1/rule-books/current/tables/admission/nothing", 404),
                Arguments.of("GET", "/api/v1/rule-books/current/tables/nothing/products", 404),
                Arguments.of("GET", "/api/v1/rule-books/current/sources", 404),
                Arguments.of("GET", "/api/v1/products?contract=nothing", 400),
                Arguments.of("GET", "/api/v1/contracts?page=1", 400),
                Arguments.of("GET", ADMISSIONS, 405),
                Arguments.of("PUT", ADMISSIONS, 405),
                Arguments.of("DELETE", "/api/v1/decisions", 405),
                Arguments.of("PATCH", "/api/v1/decisions/x", 405),
                Arguments.of("POST", "/api/v1/contracts", 405),
                Arguments.of("BREW", "/api/v1/contracts", 405),
                Arguments.of("POST", ADMISSIONS, 415),
                Arguments.of("POST", ADMISSIONS + "?record=yes", 415));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void refusesACall(String method, String path, int status) {
        Answer answer = api.call(method, "inkoper", path);

        assertProblem(answer, status);
        assertThat(answer.text()).doesNotContain(BSN);
        if (status == 405) {
            assertThat(answer.header("Allow")).isNotEmpty().doesNotContain(method);
        }
    }

    @Test
    void namesTheParameterThatIsWrong() {
        for (String parameter : new String[] {"size", "page", "type", "outcome", "contract", "from", "to", "sort"}) {
            assertThat(api.get("inkoper", "/api/v1/decisions?" + parameter + "=!")
                            .text())
                    .contains("\\\"" + parameter + "\\\"");
        }
    }

    @Test
    void refusesOddHeaders() {
        String body = ApiCaller.application().toString();
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Content-Type", "text/plain"), 415);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Content-Type", "application/x-www-form-urlencoded"), 415);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Content-Type", "garbage"), 415);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Accept", "garbage"), 406);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Accept", "text/html"), 406);
        assertProblem(api.post("inkoper", ADMISSIONS + "?record=yes", body), 400);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Idempotency-Key", BSN), 400);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Idempotency-Key", "x".repeat(256)), 400);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Idempotency-Key", "a b"), 400);
        assertProblem(api.post("inkoper", ADMISSIONS, body, "Idempotency-Key", ""), 400);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = ApiCaller.application().toString().getBytes(StandardCharsets.UTF_8);
        body[body.length / 2] = (byte) 0xff;

        assertProblem(api.post("inkoper", ADMISSIONS, body), 400);
    }

    @Test
    void refusesMoreThanOneMegabyte() {
        String big = ApiCaller.application().toString() + " ".repeat(1024 * 1024);

        assertProblem(api.post("inkoper", ADMISSIONS, big), 413);
        assertProblem(api.post("inkoper", ADMISSIONS, "x".repeat(5_000_000)), 413);
    }

    @Test
    void keepsWhatIsOddButAllowed() {
        String body = ApiCaller.application().toString().replace("Voorbeeld", "\\u0000 \\ud83d\\ude00 <b>é');--");
        Answer made = api.post("inkoper", ADMISSIONS, body);

        if (made.status() == 201) {
            assertThat(api.get("inkoper", made.header("Location"))
                            .json()
                            .at("/request/applicant/name")
                            .asString())
                    .isEqualTo("Zorg \u0000 \ud83d\ude00 <b>é');-- BV");
        } else {
            assertProblem(made, 400);
        }
        assertThat(api.get("inkoper", "/api/v1/decisions").status()).isEqualTo(200);
    }

    @Test
    void answersRequestsThatTheServerItselfRefuses() throws IOException {
        for (String target :
                new String[] {"/api/v1/decisions?from=[", "/api/v1/decisions/%00", "/api/v1/{x}", "/api//v1"}) {
            assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(target)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"errors\"");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", api.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString()).isNotEmpty();
        assertThat(answer.json().path("type").asString()).startsWith("urn:inkoopkompas:problem:");
        assertThat(answer.json().path("errors").isArray()).isTrue();
    }

    private static Arguments row(String name, String body, String pointer) {
        return Arguments.of(name, body, pointer);
    }
}
