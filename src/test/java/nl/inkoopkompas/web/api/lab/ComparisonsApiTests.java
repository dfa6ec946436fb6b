package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A draft compared over HTTP: its examples, posted unchanged to base and draft, show the difference. */
@ApiTest
class ComparisonsApiTests {

    @Autowired
    ApiCaller api;

    @Test
    void showsWhatADraftChangesByARequestThatBothAnswer() {
        String draft = draft(
                "{\"table\":\"admission/insurance\",\"row\":\"other\",\"column\":\"perEvent\",\"value\":3000000}");

        Answer compared = api.post("beleid", draft + "/comparison", "");

        assertThat(compared.status()).as(compared.text()).isEqualTo(200);
        JsonNode insurance = criterion(compared.json(), "admission.insurance");
        assertThat(insurance.path("relation").asString()).isEqualTo("STRICTER");
        JsonNode example = insurance.path("example");
        String request = example.path("request").toString();
        assertThat(verdict(api.post("beleid", draft + "/decisions?type=admission", request)))
                .isEqualTo(example.at("/draft/verdict").asString())
                .isEqualTo("NOT_MET");
        assertThat(verdict(api.post("inkoper", "/api/v1/admissions?record=false", request)))
                .isEqualTo(example.at("/base/verdict").asString())
                .isEqualTo("MET");
        assertThat(criterion(compared.json(), "admission.housing")
                        .path("relation")
                        .asString())
                .isEqualTo("EQUAL");
        assertThat(compared.json().path("outcomes").findValuesAsString("to")).contains("HEARING");
        assertThat(compared.json().at("/notAnalysed/0/why").asString()).isNotBlank();
    }

    @Test
    void judgesNoCaseBeforeTheEditHolds() {
        String draft = draft("{\"parameter\":\"admission.procurement-declaration.max-age-months\","
                + "\"from\":\"2027-03-01\",\"value\":12}");

        JsonNode compared = api.post("beleid", draft + "/comparison", "").json();

        JsonNode criterion = criterion(compared, "admission.procurement-declaration");
        assertThat(criterion.path("relation").asString()).isEqualTo("STRICTER");
        assertThat(criterion.at("/example/request/asOf").asString()).isGreaterThanOrEqualTo("2027-03-01");
    }

    @Test
    void comparesPublishedBooks() {
        String version = api.get("beleid", "/api/v1/rule-books/current")
                .json()
                .path("version")
                .asString();

        Answer same = api.get("beleid", "/api/v1/rule-books/" + version + "/comparison?with=" + version);

        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.json().path("criteria").findValuesAsString("relation")).containsOnly("EQUAL");
        assertThat(api.get("beleid", "/api/v1/rule-books/" + version + "/comparison?with=none")
                        .status())
                .isEqualTo(404);
    }

    private static JsonNode criterion(JsonNode comparison, String id) {
        for (JsonNode criterion : comparison.path("criteria")) {
            if (criterion.path("criterion").asString().equals(id)) {
                return criterion;
            }
        }
        throw new AssertionError(id + " is not in " + comparison);
    }

    private static String verdict(Answer decided) {
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        for (JsonNode finding : decided.json().path("findings")) {
            if (finding.path("criterion").asString().equals("admission.insurance")) {
                return finding.path("verdict").asString();
            }
        }
        return "";
    }

    private String draft(String edit) {
        Answer created = api.post("beleid", "/api/v1/drafts", "{\"base\":\"current\",\"title\":\"Proef\"}");
        String draft = created.header("Location");
        Answer edited = api.patch("beleid", draft, "{\"edits\":[" + edit + "],\"reason\":\"Proef\"}");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        return draft;
    }
}
