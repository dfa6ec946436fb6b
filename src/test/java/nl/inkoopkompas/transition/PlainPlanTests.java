package nl.inkoopkompas.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.transition.PlainPlan.PlainGroup;
import nl.inkoopkompas.transition.PlainPlan.PlainLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans of the rules beside plans made by hand, for thousands of requests; and nothing gets lost in them. */
class PlainPlanTests {

    private static final int CASES = 3000;
    private static final String CAPACITY = "transition.capacity.reindications-per-month";
    private static final TransitionType TYPE = new TransitionType();

    private static RuleBook book(@Nullable Integer capacity) {
        return capacity == null
                ? ProjectRuleBook.BOOK
                : ProjectRuleBook.with(TransitionType.ID, Map.of(CAPACITY, IntNode.valueOf(capacity)));
    }

    private static @Nullable Integer capacity(int seed) {
        return seed % 5 == 0 ? null : seed % 5;
    }

    private static ObjectNode request(int seed) {
        ObjectNode request = RandomPlans.of(seed);
        if (seed % 2 == 0) {
            RandomPlans.choose(request, new PlainPlan(request, book(capacity(seed)), capacity(seed)).groups, seed);
        }
        return request;
    }

    private static JsonNode plan(int seed) {
        Input input = new Input(request(seed), DecisionEngine.noContext());
        return RandomPlans.tree(ProjectRuleBook.ENGINE.decide(TYPE, input, book(capacity(seed)), Language.NL));
    }

    @Test
    void givesThePlanThatIsMadeByHand() {
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, Integer> chosen = new TreeMap<>();
        for (int seed = 0; seed < CASES; seed++) {
            PlainPlan plain = new PlainPlan(request(seed), book(capacity(seed)), capacity(seed));
            JsonNode plan = plan(seed);
            String about = "seed " + seed;
            assertThat(plan.path("outcome").asString()).as(about).isEqualTo(plain.outcome);
            assertThat(plan.path("groups")).as(about).hasSize(plain.groups.size());
            for (int i = 0; i < plain.groups.size(); i++) {
                same(plain.groups.get(i), plan.path("groups").get(i), about);
                chosen.merge(String.valueOf(plain.groups.get(i).chosen()), 1, Integer::sum);
            }
            for (JsonNode line : plan.path("indications")) {
                same(plain.lines.get(line.path("id").asString()), line, about);
            }
            outcomes.merge(plain.outcome, 1, Integer::sum);
        }
        System.out.println("Plans beside plain plans: " + outcomes + ", groups " + chosen);
        assertThat(outcomes).containsOnlyKeys("PLANNED", "BLOCKED", "INCOMPLETE");
        assertThat(chosen)
                .containsKeys("CONTINUE", "RUN_OFF", "REINDICATE_DURING", "MOVE_AT_SWITCH", "REINDICATE_BEFORE");
    }

    private static void same(PlainGroup plain, JsonNode group, String about) {
        assertThat(group.path("product").asString()).as(about).isEqualTo(plain.product());
        assertThat(group.path("situation").asInt()).as(about).isEqualTo(plain.situation());
        assertThat(group.path("indications").asInt())
                .as(about)
                .isEqualTo(plain.indications().size());
        assertThat(text(group, "chosen")).as(about).isEqualTo(plain.chosen());
        assertThat(text(group, "proposed")).as(about).isEqualTo(plain.proposed());
        for (JsonNode scenario : group.path("scenarios")) {
            Set<String> blocked =
                    plain.blockedBy().get(scenario.path("scenario").asString());
            Set<String> found = new HashSet<>();
            scenario.path("blockedBy").forEach(criterion -> found.add(criterion.asString()));
            String what = about + " " + plain.product() + " " + plain.situation() + " " + scenario;
            assertThat(found).as(what).isEqualTo(blocked);
            assertThat(scenario.path("possible").asBoolean()).as(what).isEqualTo(found.isEmpty());
        }
    }

    private static void same(@Nullable PlainLine plain, JsonNode line, String about) {
        assertThat(new PlainLine(
                        line.path("situation").asInt(),
                        text(line, "scenario"),
                        text(line, "continuesUntil"),
                        text(line, "reindicateBy"),
                        text(line, "newProduct"),
                        line.path("providerChanges").asBoolean(),
                        line.path("viaExceptionContract").asBoolean(),
                        text(line, "changeReason")))
                .as(about + " " + line)
                .isEqualTo(plain);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isNull() ? null : node.path(field).asString();
    }

    @Test
    void losesNobodyAndCountsNobodyTwice() {
        for (int seed = 0; seed < CASES; seed++) {
            JsonNode request = request(seed);
            JsonNode plan = plan(seed);
            String about = "seed " + seed;
            List<String> out = new ArrayList<>();
            Map<String, Integer> groups = new TreeMap<>();
            Map<String, Integer> reindicated = new TreeMap<>();
            Map<String, JsonNode> asked = new HashMap<>();
            request.path("indications")
                    .forEach(each -> asked.put(each.path("id").asString(), each));
            for (JsonNode line : plan.path("indications")) {
                String id = line.path("id").asString();
                JsonNode indication = asked.get(id);
                out.add(id);
                if (line.path("situation").asInt() > 0) {
                    groups.merge(indication.path("product").asString() + " " + line.path("situation"), 1, Integer::sum);
                }
                if (line.path("reindicateBy").isString()) {
                    reindicated.merge(indication.path("municipality").asString(), 1, Integer::sum);
                    if (line.path("plannedIn").isString()) {
                        assertThat(line.path("plannedIn").asString())
                                .as(about)
                                .isLessThanOrEqualTo(
                                        line.path("reindicateBy").asString().substring(0, 7));
                    }
                }
            }
            plan.path("unplanned").forEach(each -> out.add(each.path("id").asString()));
            assertThat(out).as(about).containsExactlyInAnyOrderElementsOf(asked.keySet());
            Map<String, Integer> counted = new TreeMap<>();
            plan.path("groups")
                    .forEach(group -> counted.put(
                            group.path("product").asString() + " " + group.path("situation"),
                            group.path("indications").asInt()));
            assertThat(counted).as(about).isEqualTo(groups);
            Map<String, Integer> work = new TreeMap<>();
            Integer capacity = capacity(seed);
            int exceeding = 0;
            for (JsonNode load : plan.path("workload")) {
                work.merge(
                        load.path("municipality").asString(),
                        load.path("reindications").asInt(),
                        Integer::sum);
                exceeding += load.path("exceeding").asInt();
                if (capacity != null) {
                    assertThat(load.path("reindications").asInt()
                                    - load.path("exceeding").asInt())
                            .as(about)
                            .isLessThanOrEqualTo(capacity);
                }
            }
            assertThat(work).as(about).isEqualTo(reindicated);
            assertThat(plan.at("/figures/exceeding").asInt()).as(about).isEqualTo(exceeding);
            assertThat(plan.at("/lines/count").asInt())
                    .as(about)
                    .isEqualTo(plan.path("indications").size());
        }
    }

    @Test
    void plansTheSameTwice() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(plan(seed)).as("seed " + seed).isEqualTo(plan(seed));
        }
    }

    @Test
    void addsUpTheValueOfWhatRunsThroughExceptionContracts() {
        for (int seed = 0; seed < 500; seed++) {
            JsonNode plan = plan(seed);
            BigDecimal sum = BigDecimal.ZERO;
            int indications = 0;
            for (JsonNode contract : plan.path("exceptionContracts")) {
                sum = sum.add(contract.path("value").decimalValue());
                indications += contract.path("indications").asInt();
            }
            int via = 0;
            for (JsonNode line : plan.path("indications")) {
                via += line.path("viaExceptionContract").asBoolean() ? 1 : 0;
            }
            assertThat(indications).isEqualTo(via);
            assertThat(plan.at("/figures/exceptionValue").decimalValue()).isEqualByComparingTo(sum);
        }
    }
}
