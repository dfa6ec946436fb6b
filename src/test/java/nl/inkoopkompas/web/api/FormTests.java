package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The form for one application, as a browser without scripts fills it in. */
@ApiTest
class FormTests {

    private static final String PATH = "/aanmeldingen/nieuw";
    private static final Pattern STEP = Pattern.compile("stap=([^&#]*)");
    private static final String BASIS = "stap=basis&doe=verder&/asOf=2026-11-02&/contract=hulp-bij-huishouden"
            + "&/applicant/name=Zorg+Proefballon&/applicant/kvkNumber=90007777";

    @Autowired
    ApiCaller api;

    private PageCaller inkoper;
    private String draft;

    @BeforeEach
    void start() {
        inkoper = new PageCaller(api.port()).loggedIn("inkoper");
        inkoper.get(PATH);
        draft = location(inkoper.post(PATH, ""));
    }

    @Test
    void leadsFromTheBasisToTheFirstQuestionThatMatters() {
        assertThat(step(inkoper.get(draft))).isEqualTo("basis");
        assertThat(step(inkoper.post(draft, BASIS))).isEqualTo("products");

        var asked = inkoper.post(draft, "stap=products&doe=verder&/products/0/code=01A01");

        assertThat(step(asked)).isEqualTo("admission.re-entry-ban/applicant");
        assertThat(inkoper.get(location(asked)).body())
                .contains("name=\"/applicant/contractEvents/0/kind\"", "name=\"geen /applicant/contractEvents\"")
                .doesNotContain("name=\"/applicant/insurances");
    }

    @Test
    void namesWhatIsWrongAndKeepsWhatWasFilledIn() {
        var wrong = inkoper.post(draft, BASIS.replace("90007777", "123").replace("Zorg+Proefballon", ""));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "Er kloppen 2 dingen niet.", "href=\"#v-applicant-kvkNumber\"", "id=\"v-applicant-kvkNumber\"")
                .contains("value=\"123\"");
        assertThat(step(inkoper.post(
                        draft, BASIS.replace("doe=verder", "doe=bewaar").replace("90007777", "1"))))
                .as("saving alone asks for nothing")
                .isEqualTo("basis");
    }

    @Test
    void addsAndRemovesLines() {
        toTheQuestions();
        String events = "stap=admission.negative-experience/applicant&/applicant/contractEvents/0/kind=TERMINATED"
                + "&/applicant/contractEvents/0/date=2020-01-01&/applicant/contractEvents/1/kind=REFUSED"
                + "&/applicant/contractEvents/1/date=2021-01-01"
                + "&/applicant/contractEvents/1/improvements=Eerste%0ATweede";

        String page = inkoper.get(location(inkoper.post(draft, events + "&doe=regel")))
                .body();
        assertThat(page).contains("/applicant/contractEvents/2/kind").contains("Eerste\nTweede");

        String after = inkoper.get(location(inkoper.post(draft, events + "&weg+/applicant/contractEvents/0=weg")))
                .body();
        assertThat(after)
                .contains("name=\"weg /applicant/contractEvents/0\"", "2021-01-01")
                .doesNotContain("weg /applicant/contractEvents/1", "2020-01-01");
    }

    @Test
    void neverKeepsACitizensNumber() {
        toTheQuestions();

        var refused = inkoper.post(
                draft,
                "stap=admission.negative-experience/applicant&doe=bewaar&/applicant/contractEvents/0/kind=TERMINATED"
                        + "&/applicant/contractEvents/0/date=2021-01-01"
                        + "&/applicant/contractEvents/0/counterparty=Moeder+van+111222333");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("burgerservicenummer").doesNotContain("111222333");
        assertThat(inkoper.get(draft + "?stap=admission.negative-experience/applicant")
                        .body())
                .contains("2021-01-01")
                .doesNotContain("111222333");
    }

    @Test
    void asksNothingMoreOnceTheDoorIsShut() {
        inkoper.post(draft, BASIS.replace("2026-11-02", "2026-02-02"));
        assertThat(step(inkoper.post(draft, "stap=products&doe=verder&/products/0/code=01A01")))
                .isEqualTo("controle");

        assertThat(inkoper.get(draft + "?stap=controle").body())
                .contains("Niet open", "Alles wat de uitkomst kan veranderen, is ingevuld.", "Nog onbekend");
    }

    @Test
    void recordsOnceAndForgetsTheDraft() {
        toTheQuestions();

        var recorded = inkoper.post(draft + "/vastleggen", "");

        String dossier = location(recorded);
        JsonNode decision = api.get("auditor", dossier.replace("/aanmeldingen/", "/api/v1/decisions/"))
                .json();
        assertThat(decision.path("outcome").asString()).isEqualTo("INCOMPLETE");
        assertThat(decision.at("/request/applicant/name").asString()).isEqualTo("Zorg Proefballon");
        assertThat(decision.path("recordedBy").asString()).isEqualTo("inkoper");
        assertThat(inkoper.post(draft + "/vastleggen", "").statusCode()).isEqualTo(404);
        assertThat(inkoper.get(PATH).body()).doesNotContain(draft);
    }

    @Test
    void recordsNothingThatIsNotWhole() {
        assertThat(inkoper.post(draft + "/vastleggen", "").statusCode()).isEqualTo(422);
        assertThat(inkoper.get(draft + "?stap=basis").statusCode()).isEqualTo(200);
    }

    @Test
    void showsADraftToItsOwnerOnly() {
        inkoper.post(draft, BASIS);
        for (String username : new String[] {"inkoper-2", "rwo"}) {
            var other = new PageCaller(api.port()).loggedIn(username);
            other.get(PATH);
            assertThat(other.get(draft + "?stap=basis").statusCode()).isEqualTo(404);
            assertThat(other.post(draft, BASIS).statusCode()).isEqualTo(404);
            assertThat(other.post(draft + "/vastleggen", "").statusCode()).isEqualTo(404);
            assertThat(other.post(draft + "/weggooien", "").statusCode()).isEqualTo(404);
        }
        assertThat(location(inkoper.post(draft + "/weggooien", ""))).isEqualTo(PATH);
        assertThat(inkoper.get(draft).statusCode()).isEqualTo(404);
    }

    private void toTheQuestions() {
        inkoper.post(draft, BASIS);
        assertThat(step(inkoper.post(draft, "stap=products&doe=verder&/products/0/code=01A01")))
                .startsWith("admission.");
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        String location = PageCaller.location(response).toString();
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static String step(HttpResponse<String> response) {
        Matcher step = STEP.matcher(location(response));
        assertThat(step.find()).as(location(response)).isTrue();
        return URLDecoder.decode(step.group(1), StandardCharsets.UTF_8);
    }
}
