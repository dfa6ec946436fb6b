package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inkoopkompas.register.Verifier;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts over HTTP: every edit is attributed, typed and undoable, and nothing is half made. */
@ApiTest
class DraftsApiTests {

    private static final String INSURED =
            "{\"table\":\"admission/insurance\",\"row\":\"other\",\"column\":\"perEvent\",\"value\":%s}";

    @Autowired
    ApiCaller api;

    @Autowired
    Verifier verifier;

    @Test
    void tellsWhoChangedWhatAndWhy() {
        String draft = draft();

        Answer edited = edit(draft, "Hogere dekking", INSURED.formatted("3000000"));

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        JsonNode edit = edited.json().at("/edits/0");
        assertThat(edit.path("n").asInt()).isEqualTo(1);
        assertThat(edit.path("was").asInt()).isEqualTo(2_500_000);
        assertThat(edit.at("/edit/value").asInt()).isEqualTo(3_000_000);
        assertThat(edit.path("reason").asString()).isEqualTo("Hogere dekking");
        assertThat(edit.path("by").asString()).isEqualTo("beleid");
        assertThat(edited.header("ETag"))
                .isNotEqualTo(api.get("beleid", draft()).header("ETag"));
        assertThat(verifier.verify().intact()).isTrue();
    }

    @Test
    void undoesAGroupAtOnceAndUsesNoNumberTwice() {
        String draft = draft();
        edit(draft, "Splitsen", group(INSURED.formatted("3000000")), group(perYear("6000000")));

        Answer undone = api.call("DELETE", "beleid", draft + "/edits/2");
        Answer again = api.call("DELETE", "beleid", draft + "/edits/2");
        Answer next = edit(draft, "Opnieuw", INSURED.formatted("4000000"));

        assertThat(undone.json().path("edits")).isEmpty();
        assertThat(again.status()).isEqualTo(409);
        assertThat(next.json().at("/edits/0/n").asInt()).isEqualTo(3);
    }

    @Test
    void provesWhatAPolicyMakerSaysMayNeverHappenOrShowsWhereItDoes() {
        String draft = draft();
        String survey = "{\"type\":\"admission\",\"addInvariant\":{\"id\":\"no-survey\","
                + "\"text\":{\"nl\":\"Zonder verzekering nooit toelaatbaar.\",\"en\":\"Never without insurance.\"},"
                + "\"source\":{\"document\":\"inkoopplan-2025\",\"section\":\"4.4.1 onder 10\"},"
                + "\"when\":[{\"pointer\":\"%s\",\"empty\":true}],"
                + "\"never\":{\"particular\":\"/products/*/outcome\",\"outcome\":\"ADMISSIBLE\"}}}";

        Answer holds = edit(draft, "Verzekering", survey.formatted("/applicant/insurances"));
        assertThat(holds.status()).as(holds.text()).isEqualTo(200);
        assertThat(invariant(draft).path("holds").asBoolean()).isTrue();
        Answer twice = edit(draft, "Nog eens", survey.formatted("/applicant/insurances"));
        assertThat(twice.json().at("/errors/0/pointer").asString()).isEqualTo("/edits/0/addInvariant/id");

        assertThat(edit(draft, "Toch niet", "{\"removeInvariant\":\"no-survey\"}")
                        .status())
                .isEqualTo(200);
        assertThat(invariant(draft).isMissingNode()).isTrue();
        edit(draft, "Uitsluiting", survey.formatted("/applicant/supervisoryMeasures"));
        JsonNode broken = invariant(draft);
        assertThat(broken.path("holds").asBoolean(true)).isFalse();
        Answer example = api.post(
                "beleid",
                draft + "/decisions?type=admission",
                broken.path("counterexample").toString());
        assertThat(example.json().at("/products/0/outcome").asString()).isEqualTo("ADMISSIBLE");

        Answer unknown = edit(draft(), "Onbekend", survey.formatted("/applicant/nowhere"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("nowhere");
    }

    private JsonNode invariant(String draft) {
        for (JsonNode one :
                api.post("beleid", draft + "/verification", "").json().path("invariants")) {
            if (one.path("invariant").asString().equals("no-survey")) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void makesNoEditWhenOneOfThemIsRefused() {
        String draft = draft();

        Answer refused = edit(draft, "Half", INSURED.formatted("3000000"), INSURED.formatted("\"10 mln\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/edits/1/value");
        assertThat(refused.json().at("/errors/0/detail").asString())
                .contains("admission/insurance", "other", "perEvent", "een heel getal");
        assertThat(api.get("beleid", draft).json().path("edits")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"table":"admission/nothing","row":"a","column":"b","value":1} | /edits/0/table
            {"table":"admission/insurance","row":"none","column":"perEvent","value":1} | /edits/0/row
            {"table":"admission/insurance","row":"other","column":"none","value":1} | /edits/0/column
            {"table":"admission/insurance","row":"other","column":"perEvent"} | /edits/0/value
            {"table":"admission/insurance","addRow":{"id":"other"}} | /edits/0/addRow/id
            {"table":"admission/insurance","addRow":{"id":"x","size":"HUGE"}} | /edits/0/addRow/size
            {"table":"admission/insurance","removeRow":"none"} | /edits/0/row
            {"parameter":"nothing","from":"2027-01-01","value":1} | /edits/0/parameter
            {"parameter":"admission.experience.look-back-years","from":"soon","value":1} | /edits/0/from
            {"parameter":"admission.experience.look-back-years","from":"2027-01-01","value":"1"} | /edits/0/value
            {"parameter":"admission.experience.look-back-years","removeFrom":"2099-01-01"} | /edits/0/removeFrom
            {"interpretation":"X-99","reading":"A"} | /edits/0/interpretation
            {"scenario":"none","expect":{"outcome":"HEARING"}} | /edits/0/scenario
            {"rule":"x"} | /edits/0
            {"parameter":"admission.experience.look-back-years","from":"2027-01-01","value":1,"extra":2} | /edits/0/extra
            """)
    void namesWhatIsWrongWithAnEdit(String edit, String pointer) {
        Answer refused = edit(draft(), "Fout", edit);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void decidesWithADraftAndRecordsNothing() {
        String draft = draft();
        ObjectNode request = ApiCaller.application();
        request.put("asOf", "2027-02-01");
        ((ObjectNode) request.path("applicant"))
                .putArray("insurances")
                .addObject()
                .put("perEvent", 2_600_000)
                .put("perYear", 5_000_000)
                .put("proofProvided", true);
        String before = verdict(draft, request);

        edit(draft, "Hogere dekking", INSURED.formatted("3000000"));

        assertThat(before).isEqualTo("MET");
        assertThat(verdict(draft, request)).isEqualTo("NOT_MET");
    }

    @Test
    void refusesWhoSawAnotherVersion() {
        String draft = draft();
        String seen = api.get("beleid", draft).header("ETag");
        edit(draft, "Eerst", INSURED.formatted("3000000"));

        Answer late = api.patch("beleid-2", draft, body("Later", INSURED.formatted("4000000")), "If-Match", seen);

        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    void refusesWhatMakesNoRuleBook() {
        Answer refused = edit(draft(), "Weg", "{\"table\":\"admission/insurance\",\"removeRow\":\"other\"}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains("OTHER");
    }

    @Test
    void isForPolicyMakersAndReadByAuditors() {
        String draft = draft();

        assertThat(api.get("auditor", draft).status()).isEqualTo(200);
        assertThat(api.patch("auditor", draft, body("Nee", INSURED.formatted("1")))
                        .status())
                .isEqualTo(403);
        assertThat(api.get("inkoper", draft).status()).isEqualTo(403);
        assertThat(api.get("beleid", "/api/v1/drafts/00000000-0000-7000-8000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    private String verdict(String draft, ObjectNode request) {
        Answer decided = api.post("beleid", draft + "/decisions?type=admission", request.toString());
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().path("id").isNull()).isTrue();
        for (JsonNode finding : decided.json().path("findings")) {
            if (finding.path("criterion").asString().equals("admission.insurance")) {
                return finding.path("verdict").asString();
            }
        }
        return "";
    }

    private static String perYear(String value) {
        return INSURED.replace("perEvent", "perYear").formatted(value);
    }

    private static String group(String edit) {
        return edit.substring(0, edit.length() - 1) + ",\"group\":\"a\"}";
    }

    private Answer edit(String draft, String reason, String... edits) {
        return api.patch("beleid", draft, body(reason, edits));
    }

    private static String body(String reason, String... edits) {
        return "{\"edits\":[" + String.join(",", edits) + "],\"reason\":\"" + reason + "\"}";
    }

    /** The address of a new draft. */
    private String draft() {
        Answer created = api.post("beleid", "/api/v1/drafts", "{\"base\":\"current\",\"title\":\"Proef\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.header("Location");
    }
}
