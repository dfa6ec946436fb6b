package nl.inkoopkompas.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.procedure.OpenHouseWatch.Condition;
import nl.inkoopkompas.procedure.OpenHouseWatch.Observation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each of the five conditions is found on by itself, with what the register shows and what it cannot show. */
class OpenHouseWatchTests {

    private static final RuleBook BOOK = ProjectRuleBook.BOOK;
    private static final ProcedureType TYPE = new ProcedureType();
    private static final String CONTRACT = "hulp-bij-huishouden";

    private static ObjectNode register() {
        ObjectNode register = JsonMapper.shared().createObjectNode();
        register.put("admittedProviders", 4).put("admittedWithoutContract", 0).put("refusedOtherwise", 0);
        register.put("contractedProviders", 4).put("lastDays", 1).put("entryOpen", true);
        return register;
    }

    private static OpenHouseWatch watch(ObjectNode register) {
        ObjectNode request = ProcedureTests.request(CONTRACT).put("asOf", "2026-11-22");
        ObjectNode context = TYPE.context(BOOK, request);
        context.set(OpenHouseWatch.REGISTER, register);
        Decision decision = ProjectRuleBook.ENGINE.decide(TYPE, new Input(request, context), BOOK, Language.NL);
        return OpenHouseWatch.of(decision, BOOK, CONTRACT, Language.NL);
    }

    private static Condition condition(OpenHouseWatch watch, String id) {
        return watch.conditions().stream()
                .filter(one -> one.condition().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(OpenHouseWatch watch, String row) {
        return watch.conditions().stream()
                .flatMap(condition -> condition.observations().stream())
                .filter(one -> one.row().equals(row))
                .map(Observation::verdict)
                .findFirst()
                .orElse(Verdict.NOT_APPLICABLE);
    }

    @Test
    void findsOnEachOfTheFiveConditionsByItself() {
        OpenHouseWatch watch = watch(register());

        assertThat(watch.conditions())
                .extracting(Condition::condition)
                .containsExactly("NO_SELECTION", "PUBLISHED", "SAME_TERMS", "RESIDENT_CHOOSES", "REASONABLE_TERM");
        assertThat(condition(watch, "NO_SELECTION").verdict()).isEqualTo(Verdict.MET);
        assertThat(condition(watch, "NO_SELECTION").observations())
                .extracting(Observation::criterion)
                .containsExactly("procedure.open-house-no-maximum", null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "admittedWithoutContract, 0, all-contracted, MET, not-all-contracted",
        "admittedWithoutContract, 1, not-all-contracted, JUDGEMENT, all-contracted",
        "refusedOtherwise, 0, none-refused-otherwise, MET, refused-otherwise",
        "refusedOtherwise, 1, refused-otherwise, JUDGEMENT, none-refused-otherwise",
        "lastDays, 1, same-last-day, MET, other-last-days",
        "lastDays, 2, other-last-days, JUDGEMENT, same-last-day",
        "contractedProviders, 2, something-to-choose, MET, nothing-to-choose",
        "contractedProviders, 1, nothing-to-choose, JUDGEMENT, something-to-choose"
    })
    void readsWhatTheRegisterShows(String field, int value, String said, Verdict verdict, String unsaid) {
        OpenHouseWatch watch = watch(register().put(field, value));

        assertThat(verdict(watch, said)).isEqualTo(verdict);
        assertThat(verdict(watch, unsaid)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"true, entry-open, MET", "false, entry-closed, JUDGEMENT"})
    void seesWhetherEntryIsClosedInTheTerm(boolean open, String said, Verdict verdict) {
        assertThat(verdict(watch(register().put("entryOpen", open)), said)).isEqualTo(verdict);
    }

    @Test
    void saysOnceThatItDoesNotKnowWhatTheRegisterDoesNotShow() {
        OpenHouseWatch watch = watch(JsonMapper.shared().createObjectNode().put("entryOpen", true));

        assertThat(condition(watch, "NO_SELECTION").verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(condition(watch, "NO_SELECTION").observations())
                .filteredOn(one -> one.criterion() == null)
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.text()).isNull();
                    assertThat(one.value()).isNull();
                });
        assertThat(condition(watch(register()), "PUBLISHED").observations())
                .extracting(Observation::verdict)
                .contains(Verdict.UNDETERMINED);
    }

    @Test
    void leavesAnAdviceAsItIs() {
        ObjectNode request = ProcedureTests.request(CONTRACT);
        ObjectNode context = TYPE.context(BOOK, request);
        Decision without = ProjectRuleBook.ENGINE.decide(TYPE, new Input(request, context), BOOK, Language.NL);
        ObjectNode shown = context.deepCopy();
        shown.set(OpenHouseWatch.REGISTER, register());
        Decision with = ProjectRuleBook.ENGINE.decide(TYPE, new Input(request, shown), BOOK, Language.NL);

        assertThat(with.findings()).isEqualTo(without.findings());
        assertThat(without.particulars()).doesNotContainKey("watch");
        assertThat(with.particulars()).containsAllEntriesOf(Map.copyOf(without.particulars()));
    }
}
