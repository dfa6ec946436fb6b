package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the contract says of all calls alike. */
@ApiTest
class ContractTests {

    private static final String ADMISSIONS = "/api/v1/admissions";
    private static final String TRY = ADMISSIONS + "?record=false";

    @Autowired
    ApiCaller api;

    @Autowired
    AccessTable table;

    static List<String> texts() {
        List<String> pointers = new ArrayList<>();
        texts(ProjectRuleBook.BOOK.policy("admission").schema(), "", pointers);
        return pointers;
    }

    private static void texts(Shape shape, String pointer, List<String> pointers) {
        for (Shape.Field field : shape.fields()) {
            String place = field.name().isEmpty() ? pointer : pointer + "/" + field.name();
            if (field.type() == Shape.Type.TEXT && !field.notes().bsnExempt()) {
                pointers.add(place);
            } else if (field.type() == Shape.Type.OBJECT) {
                texts(field.requireItem(), place, pointers);
            } else if (field.type() == Shape.Type.LIST) {
                texts(field.requireItem(), place + "/0", pointers);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refusesACitizensNumberInAnyText(String pointer) {
        for (String bsn : List.of("111222333", "111 222 333", "1112.22.333", "nr. 1.1.1 2.2.2 3.3.3, zie")) {
            ObjectNode application = ApiCaller.application();
            set(application, pointer, bsn);
            Answer answer = api.post("inkoper", TRY, application.toString());

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().path("errors").valueStream().map(e -> e.path("pointer")
                            .asString()))
                    .contains(pointer);
            assertThat(answer.text()).doesNotContain(bsn);
        }
    }

    private static void set(ObjectNode request, String pointer, String text) {
        String[] names = pointer.substring(1).split("/", 0);
        JsonNode at = request;
        for (int i = 0; i < names.length; i++) {
            boolean isLast = i == names.length - 1;
            boolean isList = !isLast && names[i + 1].equals("0");
            if (at instanceof ObjectNode object) {
                if (isLast) {
                    object.put(names[i], text);
                } else if (!object.has(names[i]) || object.path(names[i]).isNull()) {
                    object.set(names[i], isList ? object.arrayNode() : object.objectNode());
                }
                at = object.path(names[i]);
            } else if (at instanceof ArrayNode list) {
                if (isLast) {
                    list.removeAll().add(text);
                } else if (list.isEmpty()) {
                    list.addObject();
                }
                at = list.path(0);
            }
        }
    }

    @Test
    void letsOtherDigitsPass() {
        for (String text : List.of("1112223334", "11122233", "111222334", "tel. 0182-111222", "11122233-3")) {
            String body = ApiCaller.application().toString().replace("Voorbeeld", text);
            assertThat(api.post("inkoper", TRY, body).status()).as(text).isEqualTo(200);
        }
        assertThat(api.post("inkoper", TRY, ApiCaller.application().toString().replace(":5200000", ":111222333"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesAWholeNumberHoweverItIsWritten() {
        for (String number : List.of("42.0", "42.000", "4.2e1", "420E-1")) {
            String body = ApiCaller.application().toString().replace(":42,", ":" + number + ",");
            assertThat(api.post("inkoper", TRY, body).status()).as(number).isEqualTo(200);
        }
        for (String number : List.of("42.5", "\"42\"", "1e400", "-1e400", "1e-400", "[42]", "true", "4e1000000000")) {
            String body = ApiCaller.application().toString().replace(":42,", ":" + number + ",");
            Answer answer = api.post("inkoper", TRY, body);
            assertThat(answer.status()).as(number).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isIn("/applicant/employees", "");
        }
    }

    private static String reader(AccessTable.Row row) {
        return Stream.of(Role.INKOPER, Role.RWO, Role.AUDITOR)
                .filter(role -> row.roles().contains(role))
                .findFirst()
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void refusesQueriesItDoesNotKnowOnEveryCall() {
        for (AccessTable.Row row : table.rows()) {
            if (row.method().equals("GET") && row.path().startsWith("/api/") && !row.isOpen()) {
                String reader = reader(row);
                String path =
                        row.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                assertThat(api.get(reader, path + "?onbekend=1").status())
                        .as(path)
                        .isEqualTo(400);
                assertThat(api.get(reader, path + "?%ff").status()).as(path).isEqualTo(400);
                assertThat(api.get(reader, path, "Accept", "text/html").header("Content-Type"))
                        .as(path)
                        .contains(path.endsWith("template.xlsx") ? "" : "application/problem+json");
            }
        }
    }

    @Test
    void answersHeadAndOptions() {
        for (String path : List.of("/api/v1/contracts", "/api/v1/decisions", "/api/v1/rule-books/current")) {
            Answer head = api.call("HEAD", "inkoper", path);
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.text()).isEmpty();
            Answer options = api.call("OPTIONS", "inkoper", path);
            assertThat(options.status()).as(path).isEqualTo(200);
            assertThat(options.header("Allow")).contains("GET");
        }
        assertThat(api.call("OPTIONS", "inkoper", ADMISSIONS).header("Allow")).contains("POST");
        assertThat(api.call("OPTIONS", "", ADMISSIONS).status()).isEqualTo(401);
        assertThat(api.call("OPTIONS", "inkoper", "/api/v1/nothing").status()).isEqualTo(404);
        assertThat(api.call("HEAD", "inkoper", "/api/v1/nothing").status()).isEqualTo(404);
        assertThat(api.call("HEAD", "toegang-gouda", "/api/v1/decisions").status())
                .isEqualTo(403);
        assertThat(api.call("HEAD", "inkoper", ADMISSIONS).status()).isEqualTo(405);
        assertThat(api.call("OPTIONS", "inkoper", "/api/v1/contracts?x=1").status())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void neverFailsOnAnotherEncoding(String charset) {
        byte[] body = ApiCaller.application()
                .toString()
                .replace("Voorbeeld", "Vóórbeeld")
                .getBytes(Charset.forName(charset));

        assertThat(api.post("inkoper", TRY, body).status()).isIn(200, 400);
        assertThat(api.post("inkoper", TRY, body, "Content-Type", "application/json;charset=" + charset)
                        .status())
                .isIn(200, 400, 415);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        for (String bytes : List.of("ff", "c0af", "eda080", "f8888080", "c3")) {
            byte[] good = ApiCaller.application().toString().getBytes(StandardCharsets.UTF_8);
            byte[] odd = HexFormat.of().parseHex(bytes);
            int at = new String(good, StandardCharsets.UTF_8).indexOf("Voorbeeld");
            System.arraycopy(odd, 0, good, at, odd.length);
            assertThat(api.post("inkoper", TRY, good).status()).as(bytes).isEqualTo(400);
        }
    }

    @Test
    void refusesOddRequestsWithAProblem() throws IOException {
        String login = "Authorization: " + ApiCaller.basic("inkoper", "demo") + "\r\n";
        for (String start : List.of(
                "GET /api/error HTTP/1.1\r\nHost: localhost\r\n" + login,
                "GET /api/v1/error HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + login,
                "GET /api/v1/decisions/%2e%2e/error HTTP/1.1\r\nHost: localhost\r\n" + login,
                "GET /api/v1/contracts;a=b HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + login,
                "GET /api/v1/contracts%2f HTTP/1.1\r\nHost: localhost\r\n" + login,
                "GET /api/v1/%ff HTTP/1.1\r\nHost: localhost\r\n" + login,
                "TRACE /api/v1/contracts HTTP/1.1\r\nHost: localhost\r\n" + login,
                "GET /api/v1/contracts HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n" + login,
                "POST /api/v1/admissions HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n" + login,
                "POST /api/v1/admissions HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n" + login,
                "GET /api/v1/contracts HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n" + login)) {
            String answer = raw(start + "Connection: close\r\n\r\n");
            assertThat(answer)
                    .as(start.substring(0, 60))
                    .startsWith("HTTP/1.1 4")
                    .contains("application/problem+json");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", api.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
