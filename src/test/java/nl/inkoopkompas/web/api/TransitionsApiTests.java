package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans for running indications by the API. */
@ApiTest
class TransitionsApiTests {

    private static final String TRANSITIONS = "/api/v1/transitions";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    ApiCaller api;

    static ObjectNode plan() {
        return ApiCaller.object("""
                {
                  "asOf": "2024-10-01", "switchOn": "2025-01-01",
                  "products": [
                    {"old": "OUD-1", "new": ["NIEUW-1"], "changed": true, "contract": "ambulant-jeugd"},
                    {"old": "OUD-2", "new": ["NIEUW-2", "NIEUW-3"], "changed": true, "contract": "dagbesteding-wmo"},
                    {"old": "OUD-3", "new": [], "changed": false, "contract": "hulp-bij-huishouden"},
                    {"old": "OUD-4", "new": ["OUD-4"], "changed": false, "contract": "ambulant-wmo"}
                  ],
                  "contracted": [
                    {"provider": "P1", "products": ["NIEUW-1", "OUD-4"]},
                    {"provider": "P2", "products": ["NIEUW-2"]}
                  ],
                  "indications": [
                    {"id": "I-1", "municipality": "0513", "provider": "P1", "product": "OUD-1",
                     "start": "2024-02-01", "end": "2025-08-31", "weeklyValue": 180},
                    {"id": "I-2", "municipality": "0513", "provider": "P9", "product": "OUD-1",
                     "start": "2024-02-01", "end": "2026-08-31", "weeklyValue": 70},
                    {"id": "I-3", "municipality": "1892", "provider": "P1", "product": "OUD-2",
                     "start": "2024-02-01", "end": null},
                    {"id": "I-4", "municipality": "1892", "provider": "P1", "product": "OUD-3",
                     "start": "2023-02-01", "end": "2025-02-28"},
                    {"id": "I-5", "municipality": "1901", "provider": "P1", "product": "OUD-4",
                     "start": "2023-02-01", "end": "2025-06-30"},
                    {"id": "I-6", "municipality": "1901", "provider": "P1", "product": "OUD-4",
                     "start": "2023-02-01", "end": "2024-12-31"},
                    {"id": "I-7", "municipality": "1901", "provider": "P1", "product": "OUD-7",
                     "start": "2023-02-01"}
                  ]
                }
                """);
    }

    private static void choose(ObjectNode plan, String product, int situation, String scenario) {
        ArrayNode chosen = plan.withArray("chosen");
        chosen.addObject().put("product", product).put("situation", situation).put("scenario", scenario);
    }

    @Test
    void plansEveryIndicationOnceAndSaysWhatIsLeft() {
        JsonNode decision = api.post("rwo", TRANSITIONS, plan().toString()).json();

        assertThat(decision.path("type").asString()).isEqualTo("transition");
        assertThat(decision.path("outcome").asString()).isEqualTo("INCOMPLETE");
        assertThat(values(decision.path("groups"), "product"))
                .containsExactly("OUD-1", "OUD-1", "OUD-2", "OUD-3", "OUD-4");
        assertThat(values(decision.path("groups"), "situation")).containsExactly("2", "3", "3", "4", "1");
        assertThat(values(decision.path("groups"), "chosen"))
                .containsExactly(
                        "REINDICATE_DURING", "MOVE_AT_SWITCH", "MOVE_AT_SWITCH", "REINDICATE_DURING", "CONTINUE");
        assertThat(values(decision.path("indications"), "id"))
                .containsExactly("I-1", "I-2", "I-3", "I-4", "I-5", "I-6");
        assertThat(decision.at("/unplanned/0/id").asString()).isEqualTo("I-7");
        assertThat(decision.at("/indications/0").propertyNames())
                .startsWith(
                        "id",
                        "situation",
                        "scenario",
                        "continuesUntil",
                        "reindicateBy",
                        "newProduct",
                        "providerChanges",
                        "viaExceptionContract",
                        "changeReason");
        JsonNode during = decision.at("/groups/0/scenarios/2");
        assertThat(during.path("scenario").asString()).isEqualTo("REINDICATE_DURING");
        assertThat(during.path("score").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(during.path("interests")).hasSize(4);
        assertThat(decision.at("/groups/0/scenarios/4/blockedBy/0").asString()).isEqualTo("transition.capacity");
        assertThat(decision.at("/groups/4/scenarios/1/blockedBy/0").asString())
                .isEqualTo("transition.situation-scenario");
        assertThat(decision.path("findings")).hasSize(16);
    }

    @Test
    void leavesTheLinesEmptyOfAChoiceThatIsNotPossible() {
        ObjectNode plan = plan();
        choose(plan, "OUD-3", 4, "MOVE_AT_SWITCH");
        JsonNode decision = api.post("inkoper", TRANSITIONS + "?record=false", plan.toString())
                .json();

        assertThat(decision.path("id").isNull()).isTrue();
        assertThat(decision.path("outcome").asString()).isEqualTo("BLOCKED");
        JsonNode line = decision.at("/indications/3");
        assertThat(line.path("id").asString()).isEqualTo("I-4");
        for (String field : List.of("continuesUntil", "reindicateBy", "newProduct", "changeReason")) {
            assertThat(line.path(field).isNull()).as(field).isTrue();
        }
        assertThat(decision.at("/groups/3/chosen").asString()).isEqualTo("MOVE_AT_SWITCH");
        assertThat(decision.at("/groups/3/proposed").asString()).isEqualTo("REINDICATE_DURING");
    }

    @Test
    void addsUpWhatRunsThroughExceptionContracts() {
        ObjectNode plan = plan();
        choose(plan, "OUD-1", 3, "RUN_OFF");
        JsonNode decision = api.post("beleid", TRANSITIONS + "?record=false", plan.toString())
                .json();

        assertThat(decision.at("/indications/1/viaExceptionContract").asBoolean())
                .isTrue();
        assertThat(decision.at("/indications/1/continuesUntil").asString()).isEqualTo("2025-12-31");
        assertThat(decision.at("/indications/1/reindicateBy").asString()).isEqualTo("2025-12-31");
        // 365 days of 10 euro, and an indication of which nobody gave the value
        assertThat(decision.at("/exceptionContracts/0/value").decimalValue()).isEqualByComparingTo("3650.00");
        assertThat(decision.at("/figures/viaExceptionContract").asInt()).isEqualTo(2);
        assertThat(decision.at("/exceptionContracts/1/withoutValue").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /asOf                       | '2026-01-01'  | /asOf
            /products/1/old             | 'OUD-1'       | /products/1/old
            /contracted/1/provider      | 'P1'          | /contracted/1/provider
            /indications/1/id           | 'I-1'         | /indications/1/id
            /indications/0/end          | '2024-01-31'  | /indications/0/end
            /indications/0/municipality | '0999'        | /indications/0/municipality
            /indications/0/weeklyValue  | '180'         | /indications/0/weeklyValue
            /indications/0/extra        | '1'           | /indications/0/extra
            /products/0/contract        | 'nergens'     | /products/0/contract
            /chosen                     | [{"product": "OUD-1", "situation": 4, "scenario": "RUN_OFF"}] | /chosen/0
            /chosen                     | [{"product": "OUD-9", "situation": 2, "scenario": "RUN_OFF"}] | /chosen/0
            /chosen                     | [{"product": "OUD-1", "situation": 2, "scenario": "NIETS"}] | /chosen/0/scenario
            /chosen                     | [{"product": "OUD-1", "situation": 2, "scenario": "RUN_OFF"}, {"product": "OUD-1", "situation": 2, "scenario": "RUN_OFF"}] | /chosen/1
            /indications/0/id           | '999900006'   | /indications/0/id
            """)
    void namesWhatIsWrongByPointer(String at, String value, String pointer) {
        ObjectNode plan = plan();
        JsonPointer place = JsonPointer.compile(at);
        JsonNode put = JSON.readTree(value.replace('\'', '"'));
        ((ObjectNode) plan.at(place.head())).set(place.last().getMatchingProperty(), put);
        Answer answer = api.post("rwo", TRANSITIONS, plan.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(values(answer.json().path("errors"), "pointer")).contains(pointer);
        assertThat(answer.text()).doesNotContain("999900006");
    }

    @Test
    void readsBackReplaysAndDetermines() {
        Answer made = api.post("rwo", TRANSITIONS, plan().toString());
        String address = made.header("Location");
        Answer read = api.get("auditor", address);

        assertThat(made.status()).isEqualTo(201);
        made.json().properties().forEach(field -> assertThat(read.json().get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(read.json().at("/context/products/0/claims/0/municipality").asString())
                .isEqualTo("0513");
        JsonNode replay = api.post("auditor", address + "/replay", "").json();
        assertThat(replay.path("identical").asBoolean()).as(replay.toString()).isTrue();
        assertThat(api.get("auditor", address, "Accept-Language", "en")
                        .json()
                        .at("/explanation/language")
                        .asString())
                .isEqualTo("en");
        assertThat(api.post(
                                "directeur",
                                address + "/determination",
                                "{\"outcome\": \"INCOMPLETE\", \"motivation\": null}")
                        .status())
                .isBetween(200, 201);
        assertThat(values(
                        api.get("auditor", "/api/v1/decisions?type=transition")
                                .json()
                                .path("items"),
                        "id"))
                .contains(made.json().path("id").asString());
    }

    @Test
    void pagesAndFiltersLinesAndTellsResidents() {
        String address = api.post("rwo", TRANSITIONS, plan().toString()).header("Location") + "/indications";

        JsonNode second = api.get("auditor", address + "?page=2&size=4").json();
        assertThat(values(second.path("items"), "id")).containsExactly("I-5", "I-6");
        assertThat(second.path("total").asInt()).isEqualTo(6);
        assertThat(api.get("auditor", address + "?page=9").json().path("items")).isEmpty();
        JsonNode moved = api.get("auditor", address + "?scenario=MOVE_AT_SWITCH&municipality=1892")
                .json();
        assertThat(values(moved.path("items"), "id")).containsExactly("I-3");
        assertThat(moved.at("/items/0/resident").asString())
                .isEqualTo("Vanaf 1\u00a0januari\u00a02025 krijgt u uw hulp van een andere aanbieder."
                        + " De gemeente helpt u met de overstap.");
        assertThat(api.get("auditor", address + "?situation=7").status()).isEqualTo(400);
        assertThat(api.get("auditor", address + "?iets=7").status()).isEqualTo(400);
    }

    @Test
    void givesAPlanAsAWorkbook() throws IOException {
        String address = api.post("rwo", TRANSITIONS, plan().toString()).header("Location");
        byte[] file = api.bytes("auditor", address + "/indications.xlsx").body();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheet("indicaties").getLastRowNum()).isEqualTo(6);
            assertThat(book.getSheet("indicaties").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("I-1");
            assertThat(book.getSheet("groepen").getLastRowNum()).isEqualTo(25);
            assertThat(book.getSheet("niet gepland").getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void lacksNothingOfWhatTheContractsExampleAsks() {
        Answer answer = api.post("rwo", TRANSITIONS, """
                { "asOf": "2024-10-01", "switchOn": "2025-01-01",
                  "products": [ { "old": "OUD-1", "new": [ "NIEUW-1" ], "changed": true, "contract": "ambulant-jeugd" } ],
                  "contracted": [ { "provider": "P1", "products": [ "NIEUW-1" ] } ],
                  "indications": [ { "id": "I-1", "municipality": "0513", "provider": "P1", "product": "OUD-1",
                      "start": "2024-02-01", "end": "2025-08-31", "weeklyValue": 180 } ],
                  "chosen": [ { "product": "OUD-1", "situation": 2, "scenario": "REINDICATE_DURING" } ] }
                """);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode line = answer.json().at("/indications/0");
        assertThat(line.path("continuesUntil").asString()).isEqualTo("2025-08-31");
        assertThat(line.path("reindicateBy").isNull()).isTrue();
    }

    @Test
    void refusesWhoMayNotPlan() {
        assertThat(api.post("inkoper", TRANSITIONS, plan().toString()).status()).isEqualTo(403);
        assertThat(api.post("auditor", TRANSITIONS + "?record=false", plan().toString())
                        .status())
                .isEqualTo(403);
        assertThat(api.get("toegang-gouda", "/api/v1/decisions/x/indications").status())
                .isEqualTo(403);
        assertThat(api.get("rwo", "/api/v1/decisions/x/indications").status()).isEqualTo(404);
    }

    private static List<String> values(JsonNode list, String field) {
        List<String> values = new ArrayList<>();
        list.forEach(item -> values.add(item.path(field).asString()));
        return values;
    }

    @Test
    void describesEveryFieldOfAPlan() {
        JsonNode described = api.get("", "/api/v1/openapi.json").json().at("/components/schemas/Decision/properties");
        JsonNode decision = api.post("rwo", TRANSITIONS, plan().toString()).json();

        assertThat(described.propertyNames()).containsAll(decision.propertyNames());
        for (String list : List.of("groups", "indications", "workload", "unplanned", "exceptionContracts")) {
            assertThat(described.path(list).at("/items/properties").propertyNames())
                    .as(list)
                    .containsAll(decision.path(list).path(0).propertyNames());
        }
        for (String object : List.of("terms", "lines", "figures")) {
            assertThat(described.path(object).path("properties").propertyNames())
                    .as(object)
                    .containsAll(decision.path(object).propertyNames());
        }
    }
}
