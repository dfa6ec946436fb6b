package nl.inkoopkompas.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProcedureTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final RuleBook BOOK = ProjectRuleBook.BOOK;
    private static final ProcedureType TYPE = new ProcedureType();

    static JsonNode decide(ObjectNode request, Language language) {
        Decision decision =
                ProjectRuleBook.ENGINE.decide(TYPE, new Input(request, TYPE.context(BOOK, request)), BOOK, language);
        return JSON.valueToTree(decision);
    }

    static ObjectNode request(String contract) {
        return JSON.createObjectNode().put("asOf", "2024-04-01").put("contract", contract);
    }

    static List<String> contracts() {
        return BOOK.requireTable("reference/contracts").rows().stream()
                .map(Table.Row::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "jeugdbescherming-jeugdreclassering, SINGLE_PRIVATE_TENDER",
        "jeugdzorgplus, NEGOTIATED_WITHOUT_PUBLICATION",
        "forensische-ggz, NEGOTIATED_WITHOUT_PUBLICATION",
        "crisisdienst, UNDECIDED",
        "hoog-specialistisch-jeugd, SAS",
        "wonen-jeugd, OPEN_HOUSE",
        "wonen-wmo, SAS",
        "ambulant-jeugd, OPEN_HOUSE",
        "ambulant-wmo, OPEN_HOUSE",
        "dagbesteding-jeugd, OPEN_HOUSE",
        "dagbesteding-wmo, OPEN_HOUSE",
        "hulp-bij-huishouden, OPEN_HOUSE"
    })
    void advisesWhatThePlanChoseAndRobustlySo(String contract, String outcome) {
        JsonNode decision = decide(request(contract), Language.NL);

        assertThat(decision.path("outcome").asString()).isEqualTo(outcome);
        assertThat(decision.path("robust").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void addsUpWhatItShows(String contract) {
        JsonNode decision = decide(request(contract), Language.NL);

        assertThat(decision.path("options")).hasSize(4);
        for (JsonNode option : decision.path("options")) {
            long sum = 0;
            for (String side : List.of("advantages", "disadvantages")) {
                for (JsonNode argument : option.path(side)) {
                    assertThat(argument.path("text").asString()).isNotBlank();
                    sum += argument.path("weight").asLong();
                }
            }
            assertThat(option.path("score").asLong()).isEqualTo(sum);
            assertThat(option.path("possible").asBoolean())
                    .isEqualTo(option.path("blockedBy").isEmpty());
        }
    }

    @Test
    void expectsATenderWithDialogueForWhatIsNotDesignedYet() {
        JsonNode decision = decide(request("crisisdienst"), Language.NL);

        assertThat(decision.at("/variant/dialogue").asBoolean()).isTrue();
        assertThat(best(decision)).isEqualTo("SAS");
    }

    private static String best(JsonNode decision) {
        String best = "";
        long most = Long.MIN_VALUE;
        for (JsonNode option : decision.path("options")) {
            if (option.path("possible").asBoolean() && option.path("score").asLong() > most) {
                most = option.path("score").asLong();
                best = option.path("procedure").asString();
            }
        }
        return best;
    }

    @Test
    void shapesTheProcedureToTheProfile() {
        assertThat(decide(request("wonen-wmo"), Language.NL).at("/variant/lots").asLong())
                .isEqualTo(2);
        assertThat(decide(request("hoog-specialistisch-jeugd"), Language.NL)
                        .at("/variant/dialogue")
                        .asBoolean())
                .isTrue();
        assertThat(decide(request("wonen-jeugd"), Language.NL)
                        .at("/variant/interimEntry")
                        .asString())
                .isEqualTo("EXPECTED");
        assertThat(decide(request("ambulant-wmo"), Language.NL)
                        .at("/variant/interimEntry")
                        .asString())
                .isEqualTo("NO_UNLESS");
        assertThat(decide(request("hulp-bij-huishouden"), Language.NL)
                        .at("/variant/perPlace")
                        .asBoolean())
                .isTrue();
        assertThat(decide(request("jeugdzorgplus"), Language.NL)
                        .at("/variant/interimEntry")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void turnsWhereItSaysThatItTurns(String contract) {
        ObjectNode request = request(contract);
        ObjectNode profile = (ObjectNode) TYPE.context(BOOK, request).path("profile");
        JsonNode decision = decide(request, Language.NL);

        for (JsonNode point : decision.path("turningPoints")) {
            if (!point.has("pointer")) {
                continue;
            }
            ObjectNode changed = profile.deepCopy();
            String pointer = point.path("pointer").asString().replace("/context/profile/", "");
            ObjectNode owner = pointer.contains("/") ? (ObjectNode) changed.path(pointer.split("/")[0]) : changed;
            String field = pointer.substring(pointer.lastIndexOf('/') + 1);
            assertThat(point.path("from"))
                    .isEqualTo(owner.path(field).isMissingNode() ? JSON.nullNode() : owner.get(field));
            owner.set(field, point.get("to"));
            ObjectNode asked = request(contract);
            asked.set("profile", changed);
            assertThat(decide(asked, Language.NL).path("outcome").asString())
                    .as(point.toString())
                    .isEqualTo(point.path("outcome").asString())
                    .isNotEqualTo(decision.path("outcome").asString());
        }
    }

    @Test
    void findsNoOtherSingleChangeOfAYesOrNoThatTurnsIt() {
        for (String contract : contracts()) {
            ObjectNode request = request(contract);
            ObjectNode profile = (ObjectNode) TYPE.context(BOOK, request).path("profile");
            JsonNode decision = decide(request, Language.NL);
            for (String field :
                    List.of("partnershipAmbition", "diverseLandscapeWanted", "designPending", "monopolyRisk")) {
                for (boolean value : new boolean[] {true, false}) {
                    ObjectNode changed = profile.deepCopy();
                    changed.put(field, value);
                    ObjectNode asked = request(contract);
                    asked.set("profile", changed);
                    boolean turns = !decide(asked, Language.NL).path("outcome").equals(decision.path("outcome"));
                    boolean told = decision.path("turningPoints")
                            .valueStream()
                            .anyMatch(
                                    point -> point.path("pointer").asString("").equals("/context/profile/" + field)
                                            && point.path("to").asBoolean() == value);
                    assertThat(told).as(contract + " " + field + " " + value).isEqualTo(turns);
                }
            }
        }
    }

    @Test
    void prefersTheProfileOfTheRequestAndSaysWhereItLooked() {
        ObjectNode stored = request("ambulant-wmo");
        ObjectNode own = request("ambulant-wmo");
        own.putObject("profile").put("clientChoosesProvider", false);

        JsonNode before = decide(stored, Language.NL);
        JsonNode after = decide(own, Language.NL);

        assertThat(before.at("/context/profile/clientChoosesProvider").asBoolean())
                .isTrue();
        assertThat(before.at("/findings/1/facts/0/pointer").asString())
                .isEqualTo("/context/profile/clientChoosesProvider");
        assertThat(after.path("context")).isEmpty();
        assertThat(after.at("/findings/1/facts/0/pointer").asString()).isEqualTo("/profile/clientChoosesProvider");
        assertThat(after.at("/findings/1/verdict").asString()).isEqualTo("NOT_MET");
    }

    @Test
    void knowsNothingOfAnEmptyProfileAndLeavesTheChoiceToAPerson() {
        ObjectNode request = request("ambulant-wmo");
        request.putObject("profile");

        JsonNode decision = decide(request, Language.NL);

        assertThat(decision.path("outcome").asString()).isEqualTo("UNDECIDED");
        assertThat(decision.path("findings").valueStream().map(finding -> finding.path("verdict")
                        .asString()))
                .doesNotContain("NOT_MET");
        assertThat(verdict(decision, "procedure.choice")).isEqualTo("JUDGEMENT");
    }

    private static String verdict(JsonNode decision, String criterion) {
        return decision.path("findings")
                .valueStream()
                .filter(finding -> finding.path("criterion").asString().equals(criterion))
                .map(finding -> finding.path("verdict").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysTheSameInEnglish() {
        JsonNode dutch = decide(request("wonen-wmo"), Language.NL);
        JsonNode english = decide(request("wonen-wmo"), Language.EN);

        assertThat(english.at("/options/1/advantages/0/text").asString()).contains("fixed group");
        assertThat(english.at("/options/1/advantages/0/norm")).isEqualTo(dutch.at("/options/1/advantages/0/norm"));
        assertThat(english.path("turningPoints")).isEqualTo(dutch.path("turningPoints"));
    }

    @Test
    void callsNothingRobustThatAQuarterMoreOrLessCouldTurn() {
        Map<String, JsonNode> wide =
                Map.of("procedure.choice.sway", JSON.getNodeFactory().numberNode(new BigDecimal("0.95")));
        RuleBook shaky = ProjectRuleBook.with("procedure", wide);
        ObjectNode request = request("forensische-ggz");

        Decision decision = ProjectRuleBook.ENGINE.decide(
                TYPE, new Input(request, TYPE.context(BOOK, request)), shaky, Language.NL);

        assertThat(decision.outcome()).isEqualTo("NEGOTIATED_WITHOUT_PUBLICATION");
        assertThat(Objects.requireNonNull(decision.particulars().get("robust"))).isEqualTo(false);
    }
}
