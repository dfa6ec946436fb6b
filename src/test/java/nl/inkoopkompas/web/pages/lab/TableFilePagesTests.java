package nl.inkoopkompas.web.pages.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiTest;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** A policy maker takes a workbook over after seeing what it changes, and explains what differs from the sources. */
@ApiTest
class TableFilePagesTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern EDITS = Pattern.compile("name=\"wijzigingen\" value=\"([^\"]*)\"");
    private static final Pattern FINDING = Pattern.compile("name=\"bevinding\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Autowired
    ApiCaller api;

    @LocalServerPort
    int port;

    private String draft;

    @BeforeEach
    void logIn() throws Exception {
        form("/inloggen", token(get("/inloggen")), "username=beleid&password=demo");
        String location = api.post("beleid", "/api/v1/drafts", "{\"base\":\"current\",\"title\":\"Werkmap\"}")
                .header("Location");
        draft = "/lab/" + location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void takesAWorkbookOverAfterShowingIt() throws Exception {
        String table = draft + "/tabellen/admission/insurance";
        String page = get(table);
        assertThat(page)
                .contains("Geen gaten, geen overlap en geen dode rijen gevonden.")
                .doesNotContain("??");

        String shown = upload(table + ".xlsx", token(page), edited(bytes(table + ".xlsx"), "3000000"));
        assertThat(shown).contains("2500000", "3000000").doesNotContain("??");
        Matcher edits = EDITS.matcher(shown);
        assertThat(edits.find()).isTrue();
        String taken = form(
                table + "/overnemen",
                token(shown),
                "reden=Hoger&wijzigingen=" + encoded(HtmlUtils.htmlUnescape(edits.group(1))));

        assertThat(taken).contains("Bewaard.");
        assertThat(api.get("beleid", "/api/v1/drafts/" + draft.substring(5))
                        .json()
                        .at("/edits/0/reason")
                        .asString())
                .isEqualTo("Hoger");
    }

    @Test
    void namesTheCellThatIsWrong() throws Exception {
        String table = draft + "/tabellen/admission/insurance";

        String refused = upload(table + ".xlsx", token(get(table)), edited(bytes(table + ".xlsx"), "10 mln"));

        assertThat(refused).contains("Er is niets gewijzigd.", "Cel C3").doesNotContain("??", "Overnemen");
    }

    @Test
    void drawsWhichRowAnswersWhere() throws Exception {
        assertThat(get(draft + "/tabellen/reference/thresholds"))
                .contains("Welke rij geldt waar", "class=\"chart\"", "sas-2024-2025")
                .doesNotContain("??");
    }

    @Test
    void explainsWhatDiffersFromTheSources() throws Exception {
        api.patch(
                "beleid",
                "/api/v1/drafts/" + draft.substring(5),
                "{\"reason\": \"Strenger\", \"edits\": [{\"parameter\": \"admission.negative-experience.look-back-years\","
                        + " \"from\": \"2024-01-01\", \"value\": 5}]}");
        String page = get(draft + "/bronnen");
        assertThat(page)
                .contains("Strenger dan de tekst", "Afgelopen 3 jaar", "De tekst noemt 3; hier staat 5")
                .doesNotContain("??");
        Matcher finding = FINDING.matcher(page);
        assertThat(finding.find()).isTrue();

        String empty = form(draft + "/bronnen", token(page), "waarom=&bevinding=" + encoded(finding.group(1)));
        String explained =
                form(draft + "/bronnen", token(page), "waarom=Besluit&bevinding=" + encoded(finding.group(1)));

        assertThat(empty).contains("Schrijf een toelichting");
        assertThat(explained).contains("De toelichting is bewaard.", "Besluit", "Alles rust op een clausule");
    }

    private String get(String path) throws Exception {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        HttpResponse<byte[]> answer = client.send(request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String form(String path, String token, String fields) throws Exception {
        return client.send(
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private String upload(String path, String token, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--grens\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                        + "\r\n--grens\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"t.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--grens--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(
                        request(path)
                                .header("Content-Type", "multipart/form-data; boundary=grens")
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] edited(byte[] workbook, String perEvent) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            book.getSheet("insurance").getRow(2).createCell(2).setCellValue(perEvent);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }
}
