package nl.inkoopkompas.transition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.transition.Asked.GroupKey;
import nl.inkoopkompas.transition.Group.Interest;
import nl.inkoopkompas.transition.Group.Tested;
import nl.inkoopkompas.transition.Norms.Fit;
import org.jspecify.annotations.Nullable;

/** Tests every scenario for every group, from findings and tables, and proposes the best that is possible. */
final class Choices {

    private final Asked asked;
    private final Sorted sorted;
    private final Map<Integer, List<Fit>> fits = new HashMap<>();
    private final List<Norms.Tested> tests;
    private final Map<Integer, Map<Scenario, List<Interest>>> scores = new HashMap<>();
    private final Map<GroupKey, Scenario> byHand = new HashMap<>();

    Choices(Asked asked, Sorted sorted, Norms norms) {
        this.asked = asked;
        this.sorted = sorted;
        this.tests = norms.tests();
        for (Fit fit : norms.fits()) {
            fits.computeIfAbsent(fit.situation(), situation -> new ArrayList<>())
                    .add(fit);
            List<Interest> interests = norms.interests().stream()
                    .map(interest -> new Interest(
                            interest.id(),
                            norms.score(fit.situation(), fit.scenario(), interest.id())
                                    .orElse(null),
                            interest.weight()))
                    .toList();
            scores.computeIfAbsent(fit.situation(), situation -> new EnumMap<>(Scenario.class))
                    .put(fit.scenario(), interests);
        }
        for (Element choice : asked.chosen()) {
            byHand.put(group(asked, choice), Scenario.valueOf(Asked.text(choice, "scenario")));
        }
    }

    /** The group that a choice by hand is about; with the place -1 where there is no such product. */
    static GroupKey group(Asked asked, Element choice) {
        Object situation = choice.get(choice.shape().require("situation"));
        return new GroupKey(
                asked.place(Asked.text(choice, "product")), situation instanceof Long number ? number.intValue() : 0);
    }

    /** Every group with its scenarios, in order. */
    List<Group> groups(List<Judged> findings) {
        Map<Integer, List<Judged>> byProduct = new HashMap<>();
        for (Judged finding : findings) {
            byProduct
                    .computeIfAbsent(finding.subject().place(), place -> new ArrayList<>())
                    .add(finding);
        }
        List<Group> groups = new ArrayList<>();
        for (GroupKey key : sorted.groups()) {
            groups.add(group(key, byProduct.getOrDefault(key.product(), List.of())));
        }
        return groups;
    }

    /** The groups that are re-indicated before the switch. */
    Set<GroupKey> before(List<Group> groups) {
        Set<GroupKey> before = new HashSet<>();
        List<GroupKey> keys = sorted.groups();
        for (int i = 0; i < keys.size(); i++) {
            if (groups.get(i).planned() == Scenario.REINDICATE_BEFORE) {
                before.add(keys.get(i));
            }
        }
        return before;
    }

    /** The criteria on which hangs whether groups can be re-indicated before the switch. */
    Set<String> criteriaOfBefore() {
        Set<String> criteria = new HashSet<>();
        tests.stream()
                .filter(test -> test.scenario() == Scenario.REINDICATE_BEFORE)
                .forEach(test -> criteria.add(test.criterion()));
        return criteria;
    }

    /** All criteria that scenarios are tested on. */
    Set<String> criteriaOfEverything() {
        Set<String> criteria = new HashSet<>();
        tests.forEach(test -> criteria.add(test.criterion()));
        return criteria;
    }

    private Group group(GroupKey key, List<Judged> findings) {
        List<Tested> tested = new ArrayList<>();
        for (Scenario scenario : Scenario.values()) {
            tested.add(tested(key, scenario, findings));
        }
        Scenario proposed = best(fits.getOrDefault(key.situation(), List.of()), tested);
        return new Group(
                asked.product(key.product()).old(),
                key.situation(),
                sorted.count(key),
                tested,
                byHand.getOrDefault(key, proposed),
                proposed);
    }

    private Tested tested(GroupKey key, Scenario scenario, List<Judged> findings) {
        List<Interest> interests = Optional.ofNullable(scores.get(key.situation()))
                .map(known -> known.get(scenario))
                .orElse(null);
        boolean fits = interests != null;
        List<String> blockedBy = new ArrayList<>();
        for (Norms.Tested test : tests) {
            boolean blocks = fits
                    ? test.scenario() == scenario && findings.stream().anyMatch(finding -> blocks(finding, test, key))
                    : test.scenario() == null;
            if (blocks && !blockedBy.contains(test.criterion())) {
                blockedBy.add(test.criterion());
            }
        }
        return new Tested(
                scenario,
                fits && blockedBy.isEmpty(),
                interests == null ? null : score(interests),
                blockedBy,
                interests == null ? List.of() : interests);
    }

    private static boolean blocks(Judged finding, Norms.Tested test, GroupKey key) {
        return finding.criterion().equals(test.criterion())
                && finding.verdict() != Verdict.MET
                && finding.verdict() != Verdict.NOT_APPLICABLE
                && concerns(finding, key.situation());
    }

    /** A finding that rests on facts of some situations concerns those; else all of its product. */
    private static boolean concerns(Judged finding, int situation) {
        boolean some = false;
        for (Leaf fact : finding.citations().facts()) {
            Field field = fact.owner().shape().field("situation");
            if (field != null && fact.owner().get(field) instanceof Long named) {
                some = true;
                if (named == situation) {
                    return true;
                }
            }
        }
        return !some;
    }

    private static @Nullable BigDecimal score(List<Interest> interests) {
        long sum = 0;
        long weights = 0;
        for (Interest interest : interests) {
            if (interest.score() == null || interest.weight() == null) {
                return null;
            }
            sum += interest.score() * interest.weight();
            weights += interest.weight();
        }
        return weights == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP);
    }

    /** The highest weighted sum; between equals the first in the table. */
    private static @Nullable Scenario best(List<Fit> fits, List<Tested> tested) {
        Scenario best = null;
        BigDecimal highest = null;
        for (Fit fit : fits) {
            Tested test = tested.get(fit.scenario().ordinal());
            BigDecimal score = test.score() == null ? BigDecimal.ONE.negate() : test.score();
            if (test.possible() && (highest == null || score.compareTo(highest) > 0)) {
                highest = score;
                best = fit.scenario();
            }
        }
        return best;
    }
}
