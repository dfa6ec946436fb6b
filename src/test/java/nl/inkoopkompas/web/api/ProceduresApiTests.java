package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
class ProceduresApiTests {

    private static final String PROCEDURES = "/api/v1/procedures";
    private static final String REQUEST = "{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\"}";

    @Autowired
    ApiCaller api;

    @Test
    void advisesRecordsReadsBackReplaysAndDetermines() {
        Answer made = api.post("beleid", PROCEDURES, REQUEST);

        assertThat(made.status()).isEqualTo(201);
        JsonNode decision = made.json();
        assertThat(decision.path("type").asString()).isEqualTo("procedure");
        assertThat(decision.path("outcome").asString()).isEqualTo("SAS");
        assertThat(decision.at("/variant/lots").asLong()).isEqualTo(2);
        assertThat(decision.path("options")).hasSize(4);
        assertThat(decision.at("/context/profile/distinctPartnerGroups").asLong())
                .isEqualTo(2);

        Answer read = api.get("auditor", made.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        decision.properties()
                .forEach(field -> assertThat(read.json().get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(read.json().path("request").toString()).isEqualTo(REQUEST);

        Answer again = api.post("auditor", made.header("Location") + "/replay", "");
        assertThat(again.json().path("identical").asBoolean()).isTrue();

        Answer english = api.get("auditor", made.header("Location"), "Accept-Language", "en");
        assertThat(english.json().at("/options/1/advantages/0/text").asString()).contains("fixed group");

        String determination = made.header("Location") + "/determination";
        assertThat(api.post("directeur", determination, "{\"outcome\":\"OPEN_HOUSE\",\"motivation\":\"kort\"}")
                        .status())
                .isEqualTo(400);
        Answer determined = api.post(
                "directeur",
                determination,
                "{\"outcome\":\"OPEN_HOUSE\",\"motivation\":\"De raad wil dat iedereen mee kan doen.\"}");
        assertThat(determined.status()).as(determined.text()).isBetween(200, 201);
        assertThat(api.post("directeur", determination, "{\"outcome\":\"SAS\",\"motivation\":null}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void storesNothingWhenItIsAskedNotTo() {
        Answer tried = api.post("toegang-gouda", PROCEDURES + "?record=false", REQUEST);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().path("id").isNull()).isTrue();
        assertThat(api.post("toegang-gouda", PROCEDURES, REQUEST).status()).isEqualTo(403);
        assertThat(api.post("auditor", PROCEDURES + "?record=false", REQUEST).status())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatDoesNotSuitByPointer() {
        assertRefused("{\"asOf\":\"2024-04-01\",\"contract\":\"elders\"}", "/contract");
        assertRefused(
                "{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\",\"profile\":{\"targetProviders\":\"MANY\"}}",
                "/profile/targetProviders");
        assertRefused(
                "{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\",\"profile\":{\"targetProviders\":{\"most\":3}}}",
                "/profile/targetProviders/most");
        assertRefused(
                "{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\",\"profile\":{\"capableProviders\":\"42\"}}",
                "/profile/capableProviders");
        assertRefused(
                "{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\",\"profile\":{\"funding\":[\"PXQ\",null]}}",
                "/profile/funding/1");
        assertRefused("{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\",\"profile\":[]}", "/profile");
        assertRefused("{\"asOf\":\"2024-04-01\",\"contract\":7}", "/contract");
        assertRefused("{\"asOf\":\"2020-04-01\",\"contract\":\"wonen-wmo\"}", "/asOf");
        assertRefused(
                "{\"asOf\":\"2024-04-01\",\"contract\":\"wonen-wmo\",\"legalGroundMotivation\":\"zie 999900006\"}",
                "/legalGroundMotivation");
    }

    private void assertRefused(String body, String pointer) {
        Answer answer = api.post("inkoper", PROCEDURES, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .as(answer.text())
                .contains(pointer);
    }

    @Test
    void givesTheTermsOfAContractAsJsonAndAsAnAgenda() {
        Answer calendar = api.get("inkoper", "/api/v1/contracts/wonen-wmo/calendar");
        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.json().at("/items/0/on").asString()).isEqualTo("2025-01-01");
        assertThat(calendar.json().at("/items/0/kind").asString()).isEqualTo("START");

        Answer file = api.get("inkoper", "/api/v1/contracts/wonen-wmo/calendar.ics", "Accept", "text/calendar");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/calendar");
        assertThat(file.text()).startsWith("BEGIN:VCALENDAR").contains("DTSTART;VALUE=DATE:20290701");

        assertThat(api.get("inkoper", "/api/v1/contracts/elders/calendar").status())
                .isEqualTo(404);
    }

    @Test
    void watchesTheConditionsOfAnOpenHouse() {
        Answer watch = api.get("inkoper", "/api/v1/contracts/ambulant-wmo/open-house");

        assertThat(watch.status()).isEqualTo(200);
        assertThat(watch.json().path("conditions")).hasSize(5);
        assertThat(watch.json().at("/conditions/1/condition").asString()).isEqualTo("PUBLISHED");
        assertThat(watch.json().at("/conditions/1/observations/1/verdict").asString())
                .isEqualTo("UNDETERMINED");
        assertThat(api.get("inkoper", "/api/v1/contracts/wonen-wmo/open-house").status())
                .isEqualTo(404);
        assertThat(api.get("toegang-gouda", "/api/v1/contracts/ambulant-wmo/open-house")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void watchesAnOpenHouseOnADayThatHasGoneByOrIsToCome() {
        String open = "/api/v1/contracts/wonen-jeugd/open-house?on=";
        Answer then = api.get("inkoper", open + "2025-01-15");
        Answer later = api.get("inkoper", open + "2030-06-01");

        assertThat(then.json().path("on").asString()).isEqualTo("2025-01-15");
        assertThat(then.json().findValuesAsString("row")).contains("entry-open");
        assertThat(later.json().path("on").asString()).isEqualTo("2030-06-01");
        assertThat(later.json().findValuesAsString("row")).doesNotContain("entry-open");
        for (String wrong : List.of("2025-13-01", "vandaag", "2023-12-31")) {
            Answer refused = api.get("inkoper", open + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.text()).as(wrong).contains("on");
        }
    }
}
