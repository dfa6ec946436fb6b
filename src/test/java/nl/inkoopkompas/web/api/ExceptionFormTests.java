package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The form for an exception, as a browser without scripts fills it in. */
@ApiTest
class ExceptionFormTests {

    private static final String PATH = "/uitzonderingen/nieuw";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(quality|known)\" value=\"([^\"]*)\"");
    private static final Pattern QUALITY =
            Pattern.compile("Kwaliteit</strong><span class=\"verdict verdict--([a-z-]+)\"");

    @Autowired
    ApiCaller api;

    private PageCaller gouda;
    private final Map<String, String> filledIn = new LinkedHashMap<>();

    @BeforeEach
    void start() {
        gouda = new PageCaller(api.port()).loggedIn("toegang-gouda");
        gouda.get(PATH);
        filledIn.putAll(Map.of(
                "asOf", "2025-03-01",
                "client", "C-1001",
                "product", "ambulant-jeugd 45A04",
                "providerName", "Praktijk Voorbeeld",
                "kvkNumber", "90000031",
                "need", "Nergens anders te krijgen.",
                "impact", "Eén traject van een jaar.",
                "from", "2025-03-15",
                "value", "20.000",
                "unit", "HOUR"));
    }

    @Test
    void asksWhatTheQualityOfTheProviderHangsOn() {
        assertThat(gouda.get(PATH).body()).contains("Controleer eerst; dan staat hier wat nodig is");

        HttpResponse<String> page = post("controleren", "");

        assertThat(quality(page)).isEqualTo("undetermined");
        assertThat(page.body())
                .contains("name=\"/applicant/insurances/0/perEvent\"", "name=\"geen /applicant/contractEvents\"")
                .doesNotContain("name=\"/applicant/name\"", "name=\"/applicant/vacancies");
    }

    @Test
    void saysOnceAtTheFieldWhatIsWrong() {
        filledIn.put("kvkNumber", "9000");

        HttpResponse<String> refused = post("controleren", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        String twice = "verwacht 8 cijfers"; // above the form, and at the field
        assertThat(refused.body().split(twice, -1)).hasSize(3);
        assertThat(refused.body())
                .contains("href=\"#kvkNumber\"", "id=\"kvkNumber-fout\"", "aria-describedby=\"kvkNumber-fout\"")
                .doesNotContain("client-fout");
    }

    @Test
    void weighsAndSendsWhatIsKnownOfTheProvider() {
        String hidden = hidden(post("controleren", ""));
        fillInAGoodProvider();

        HttpResponse<String> checked = post("controleren", hidden);
        assertThat(quality(checked)).isEqualTo("met");
        filledIn.put("geen /applicant/insurances", "on");
        filledIn.keySet().removeIf(name -> name.startsWith("/applicant/insurances/"));
        assertThat(quality(post("controleren", hidden(checked)))).isEqualTo("not-met");
        filledIn.remove("geen /applicant/insurances");
        fillInAGoodProvider();

        HttpResponse<String> sent = post("versturen", hidden);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String path = PageCaller.location(sent).getPath();
        JsonNode made = api.get("rwo", "/api/v1/exception-contracts" + path.substring(path.lastIndexOf('/')))
                .json();
        assertThat(made.at("/request/applicant").toString())
                .contains("\"kvkNumber\":\"90000031\"", "\"perEvent\":2500000", "\"directors\":[\"D-1\"]");
        assertThat(made.path("findings").toString()).contains("\"criterion\":\"exception.quality\"");
    }

    @Test
    void addsAndRemovesLines() {
        String hidden = hidden(post("controleren", ""));
        fillInAGoodProvider();

        HttpResponse<String> more = post("regel", hidden);
        assertThat(more.body())
                .contains("name=\"weg /applicant/insurances/0\"", "name=\"/applicant/insurances/1/perEvent\"");
        filledIn.put("weg /applicant/insurances/0", "weg");
        assertThat(post("", hidden(more)).body())
                .doesNotContain("name=\"weg /applicant/insurances/0\"", "value=\"2500000\" type=\"text\"")
                .contains("name=\"weg /applicant/certificatesOfConduct/1\"");
    }

    @Test
    void neitherKeepsNorRepeatsTheNumberOfACitizen() {
        String hidden = hidden(post("controleren", ""));
        filledIn.put("/applicant/directors/0", "999900006");

        HttpResponse<String> refused = post("versturen", hidden);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Kwaliteit van de aanbieder", "Dat mag nergens staan", "#v-applicant-directors-0")
                .doesNotContain("999900006");
        filledIn.remove("/applicant/directors/0");
        assertThat(post("versturen", "&known=" + encoded("{\"directors\":[\"999900006\"]}"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("controleren", "&known=%7B&quality=%2Fapplicant%2Fniets&quality=x")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesWhatIsWrongWithTheQualityAtItsField() {
        String hidden = hidden(post("controleren", ""));
        filledIn.put("/applicant/insurances/0/perEvent", "veel");
        filledIn.put("note", "14 weken, en dan nog");

        HttpResponse<String> wrong = post("controleren", hidden);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("href=\"#v-applicant-insurances-0-perEvent\"", "id=\"v-applicant-insurances-0-perEvent\"")
                .contains("value=\"veel\"");
    }

    private void fillInAGoodProvider() {
        filledIn.putAll(Map.of(
                "/applicant/legalForm", "BV",
                "/applicant/employees", "12",
                "/applicant/annualTurnover", "2.400.000",
                "/applicant/balanceSheetTotal", "2100000",
                "geen /applicant/contractEvents", "on",
                "geen /applicant/supervisoryMeasures", "on",
                "/applicant/directors/0", "D-1",
                "/applicant/procurementDeclarations/0/issuedOn", "2024-06-01"));
        filledIn.putAll(Map.of(
                "/applicant/certificatesOfConduct/0/subject", "LEGAL_ENTITY",
                "/applicant/certificatesOfConduct/0/issuedOn", "2024-01-10",
                "/applicant/certificatesOfConduct/1/subject", "DIRECTOR",
                "/applicant/certificatesOfConduct/1/holder", "D-1",
                "/applicant/certificatesOfConduct/1/issuedOn", "2024-01-10",
                "/applicant/insurances/0/perEvent", "2500000",
                "/applicant/insurances/0/perYear", "5000000",
                "/applicant/insurances/0/proofProvided", "true",
                "/applicant/qualityCertificates/0/scheme", "ISO9001",
                "/applicant/qualityCertificates/0/validUntil", "2026-06-30"));
    }

    private HttpResponse<String> post(String act, String hidden) {
        String fields = filledIn.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return gouda.post(PATH, fields + hidden + "&doe=" + act);
    }

    private static String hidden(HttpResponse<String> page) {
        StringBuilder hidden = new StringBuilder();
        Matcher found = HIDDEN.matcher(page.body());
        while (found.find()) {
            hidden.append('&')
                    .append(found.group(1))
                    .append('=')
                    .append(encoded(found.group(2).replace("&quot;", "\"").replace("&amp;", "&")));
        }
        return hidden.toString();
    }

    private static String quality(HttpResponse<String> page) {
        Matcher found = QUALITY.matcher(page.body());
        return found.find() ? found.group(1) : page.statusCode() + page.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
