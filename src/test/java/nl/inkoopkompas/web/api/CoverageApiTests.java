package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Coverage over HTTP; other tests contract providers too, so that only differences count. */
@ApiTest
class CoverageApiTests {

    private static final String PATH = "/api/v1/coverage";
    private static final String ESTABLISHMENTS = PATH + "/establishments";
    private static final Random RANDOM = new Random(11);
    private static final String CLIENT_STOP = ";2041-03-01;";

    @Autowired
    ApiCaller api;

    @Test
    void countsEachProviderOnceInEachMunicipalityAndPlace() {
        String kvk = kvk();
        int gouda = area("2041-06-01", "15A02", "0513").path("providers").asInt();
        int zuidplas = area("2041-06-01", "15A02", "1892").path("providers").asInt();
        upload(kvk + ";Zorg A;wonen-wmo;15A02;Gouda;Turfmarkt;1-1-2041;31-12-2041;3" + CLIENT_STOP);
        upload(kvk() + ";Zorg B;wonen-wmo;15A02;;;1-1-2041;31-12-2041;;;");

        JsonNode both = area("2041-06-01", "15A02", "0513");
        assertThat(both.path("providers").asInt()).isEqualTo(gouda + 2);
        assertThat(both.path("stopped").asInt()).isEqualTo(1);
        assertThat(both.path("after").asInt()).isEqualTo(gouda + 2);
        assertThat(both.path("norm").toString())
                .isEqualTo("{\"key\":\"procedure.choice-of-two.least-providers\",\"value\":2,"
                        + "\"source\":{\"document\":\"zorgcontractering-2014\",\"section\":\"modellen\"}}");
        assertThat(area("2041-06-01", "15A02", "1892").path("providers").asInt())
                .isEqualTo(zuidplas + 1);
        assertThat(area("2042-06-01", "15A02", "0513").path("providers").asInt())
                .isEqualTo(gouda);
        JsonNode place = find(items("?contract=wonen-wmo&on=2041-06-01"), "15A02", "place", "Turfmarkt");
        assertThat(place.path("providers").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(place.path("municipality").isNull()).isTrue();
    }

    @Test
    void countsAProposalAsIfItWereDetermined() {
        ObjectNode application = DossierApiTests.complete();
        ((ObjectNode) application.path("applicant")).put("kvkNumber", kvk());
        Answer made = api.post("inkoper", "/api/v1/admissions", application.toString());
        String contract = application.path("contract").asString();
        String product = application.at("/products/0/code").asString();
        String query = "?contract=" + contract + "&on=2041-06-01";
        assertThat(made.json().path("outcome").asString()).isEqualTo("ADMISSIBLE");

        JsonNode area =
                find(items(query + "&supposing=" + made.json().path("id").asString()), product, "municipality", "0513");
        assertThat(area.path("after").asInt()).isEqualTo(area.path("providers").asInt() + 1);
        JsonNode all = find(items(query + "&supposing=proposals"), product, "municipality", "0513");
        assertThat(all.path("after").asInt())
                .isGreaterThanOrEqualTo(area.path("after").asInt());
        JsonNode before = find(items(query), product, "municipality", "0513");
        assertThat(before.path("after")).isEqualTo(before.path("providers"));
    }

    @ParameterizedTest
    @CsvSource({
        "ambulant-jeugd, REOPEN_FOR_ALL, inkoopplan-2025",
        "hoog-specialistisch-jeugd, NEW_TENDER, inkoopplan-2025",
        "forensische-ggz, NEW_TENDER, inkoopplan-2025"
    })
    void saysWhatThePlanLetsFollow(String contract, String step, String document) {
        JsonNode few = items("?contract=" + contract + "&on=2025-06-01").path(0);

        assertThat(few.path("state").asString()).isEqualTo("TOO_FEW");
        assertThat(few.at("/steps/0/step").asString()).isEqualTo(step);
        assertThat(few.at("/steps/0/source/document").asString()).isEqualTo(document);
    }

    @Test
    void leavesOutWhatIsNotProcuredYet() {
        assertThat(items("?contract=crisisdienst")).isEmpty();
        assertThat(items("?contract=ambulant-jeugd&on=2024-06-01")).isEmpty();
        assertThat(find(items("?contract=hulp-bij-huishouden&on=2025-06-01"), "01A01", "municipality", "0513")
                        .path("steps"))
                .extracting(step -> step.path("step").asString())
                .containsExactly("REOPEN_FOR_ALL", "NEGOTIATE");
    }

    @Test
    void keepsWhoEstablishedAShortage() {
        Answer made = api.post(
                "directeur", ESTABLISHMENTS, established("REOPEN_FOR_ALL").toString());

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode kept = api.get("auditor", ESTABLISHMENTS + "?contract=ambulant-jeugd")
                .json()
                .at("/items/0");
        assertThat(kept).isEqualTo(made.json());
        assertThat(kept.path("establishedBy").asString()).isEqualTo("Bestuurlijk overleg");
        assertThat(kept.path("recordedBy").asString()).isEqualTo("directeur");
        assertThat(kept.path("providers").asInt()).isZero();
        assertThat(kept.path("least").asInt()).isEqualTo(2);
        assertThat(api.get("auditor", "/api/v1/audit/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusesWhatDoesNotFollow() {
        assertThat(api.post("rwo", ESTABLISHMENTS, established("NEW_TENDER").toString())
                        .status())
                .isEqualTo(409);
        assertThat(api.post(
                                "beleid",
                                ESTABLISHMENTS,
                                established("REOPEN_FOR_ALL").toString())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/motivation, te kort",
        "/establishedBy, ''",
        "/establishedOn, 2099-01-01",
        "/on, 31-12-2025",
        "/motivation, Besproken met de moeder van 111222333 op dinsdag"
    })
    void namesWhatIsWrong(String pointer, String value) {
        ObjectNode body = established("REOPEN_FOR_ALL");
        body.put(pointer.substring(1), value);

        Answer answer = api.post("rwo", ESTABLISHMENTS, body.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.text()).doesNotContain("111222333");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?contract=jeugdwerk",
                "?on=2025-02-30",
                "?supposing=morgen",
                "?supposing=01890000-0000-7000-8000-000000000000",
                "?supposing=proposals,proposals",
                "?gemeente=0513"
            })
    void refusesAQueryThatCannotBe(String query) {
        Answer answer = api.get("inkoper", PATH + query);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static ObjectNode established(String step) {
        return ApiCaller.object("{}")
                .put("contract", "ambulant-jeugd")
                .put("product", "45A20")
                .put("municipality", "0627")
                .put("on", "2025-06-01")
                .put("step", step)
                .put("establishedBy", "Bestuurlijk overleg")
                .put("establishedOn", "2025-06-05")
                .put("motivation", "Twee wachtlijsten en geen aanbieder die kan starten.");
    }

    private JsonNode area(String day, String product, String municipality) {
        return find(items("?contract=wonen-wmo&on=" + day), product, "municipality", municipality);
    }

    private JsonNode items(String query) {
        Answer answer = api.get("toegang-gouda", PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private static JsonNode find(JsonNode items, String product, String field, String value) {
        for (JsonNode item : items) {
            if (item.path("product").asString().equals(product)
                    && item.path(field).asString("").equals(value)) {
                return item;
            }
        }
        throw new AssertionError("No " + product + " at " + value + " in " + items);
    }

    private void upload(String row) {
        String head = "kvk_nummer;aanbieder;contract;product;gemeenten;plaatsen;vanaf;tot_en_met;capaciteit;"
                + "clientenstop_vanaf;clientenstop_tot_en_met\n";
        Answer answer = api.upload(
                "rwo",
                "/api/v1/contracted-providers/imports",
                "file",
                "x.csv",
                (head + row + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static String kvk() {
        return String.valueOf(70000000 + RANDOM.nextInt(9999999));
    }
}
