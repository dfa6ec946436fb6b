package nl.inkoopkompas.transition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.transition.Asked.GroupKey;
import nl.inkoopkompas.transition.Asked.IndicationSlots;
import nl.inkoopkompas.transition.Asked.Product;
import nl.inkoopkompas.transition.Norms.Fit;
import org.jspecify.annotations.Nullable;

/** What happens to every indication that is planned, worked out from the scenario of its group when it is asked for. */
final class Lines {

    private final Asked asked;
    private final Sorted sorted;
    private final IndicationSlots slots;
    private final Map<GroupKey, Group> groups = new HashMap<>();
    private final Map<Scenario, Map<Integer, Fit>> fits = new HashMap<>();
    private final LocalDate switchOn;
    private final LocalDate lastBefore;
    private final @Nullable LocalDate cap;
    private final @Nullable LocalDate during;

    Lines(Asked asked, Sorted sorted, List<Group> all, Norms norms) {
        this.asked = asked;
        this.sorted = sorted;
        this.slots = asked.slots();
        this.switchOn = asked.switchOn();
        this.lastBefore = switchOn.minusDays(1);
        this.cap = norms.cap(switchOn);
        this.during = norms.reindicateBy(asked.asOf(), switchOn);
        List<GroupKey> keys = sorted.groups();
        for (int i = 0; i < keys.size(); i++) {
            groups.put(keys.get(i), all.get(i));
        }
        norms.fits().forEach(fit -> fits.computeIfAbsent(fit.scenario(), scenario -> new HashMap<>())
                .put(fit.situation(), fit));
    }

    int size() {
        return asked.indications().length;
    }

    boolean isPlanned(int indication) {
        return sorted.product(indication) >= 0;
    }

    Element indication(int at) {
        return asked.indications()[at];
    }

    /** The place of the municipality of an indication. */
    int municipality(int at) {
        return sorted.municipality(at);
    }

    Product product(int at) {
        return asked.product(sorted.product(at));
    }

    private @Nullable Group group(int at) {
        return groups.get(new GroupKey(sorted.product(at), sorted.situation(at)));
    }

    /** The scenario that is carried out; null where there is none, or where what was chosen is not possible. */
    @Nullable
    Scenario scenario(int at) {
        Group group = group(at);
        return group == null ? null : group.planned();
    }

    /** By when an indication has to be re-indicated; null where it need not be. */
    @Nullable
    LocalDate reindicateBy(int at) {
        return reindicateBy(scenario(at), slots.end(indication(at)));
    }

    private @Nullable LocalDate reindicateBy(@Nullable Scenario scenario, @Nullable LocalDate end) {
        if (scenario == null) {
            return null;
        }
        return switch (scenario) {
            case CONTINUE, MOVE_AT_SWITCH -> null;
            case RUN_OFF -> isCut(end, cap) ? cap : null;
            case REINDICATE_DURING -> isCut(end, during) ? during : null;
            case REINDICATE_BEFORE -> lastBefore;
        };
    }

    private static boolean isCut(@Nullable LocalDate end, @Nullable LocalDate by) {
        return by != null && (end == null || end.isAfter(by));
    }

    /** The last day on old terms; where it simply continues, its own last day. */
    @Nullable
    LocalDate continuesUntil(int at) {
        return continuesUntil(scenario(at), slots.end(indication(at)));
    }

    private @Nullable LocalDate continuesUntil(@Nullable Scenario scenario, @Nullable LocalDate end) {
        if (scenario == null) {
            return null;
        }
        return switch (scenario) {
            case CONTINUE -> end;
            case RUN_OFF -> isCut(end, cap) ? cap : end;
            case REINDICATE_DURING -> isCut(end, during) ? during : end;
            case MOVE_AT_SWITCH, REINDICATE_BEFORE -> lastBefore;
        };
    }

    /** Whether old terms run on the day of the switch or later. */
    boolean isOnOldTerms(int at) {
        Scenario scenario = scenario(at);
        return scenario == Scenario.RUN_OFF || scenario == Scenario.REINDICATE_DURING;
    }

    /** Whether old terms run on with a provider that has no contract for a successor. */
    boolean isViaExceptionContract(int at) {
        return sorted.situation(at) >= 3 && isOnOldTerms(at);
    }

    boolean providerChanges(int at) {
        return sorted.situation(at) == 3 && scenario(at) == Scenario.MOVE_AT_SWITCH;
    }

    private @Nullable String newProduct(int at, @Nullable LocalDate reindicateBy) {
        Scenario scenario = scenario(at);
        if (scenario == null || (scenario == Scenario.RUN_OFF && reindicateBy == null)) {
            return null;
        }
        Product product = product(at);
        if (product.successors().size() == 1) {
            return product.successors().get(0);
        }
        List<String> held = asked.held(slots.provider(indication(at)), product);
        return held.size() == 1 ? held.get(0) : null;
    }

    private @Nullable String changeReason(int at, @Nullable LocalDate reindicateBy, @Nullable BigDecimal factor) {
        Scenario scenario = scenario(at);
        if (scenario == null || (reindicateBy == null && scenario != Scenario.MOVE_AT_SWITCH)) {
            return null;
        }
        Fit fit = fits.getOrDefault(scenario, Map.of()).get(sorted.situation(at));
        return fit == null ? null : factor == null ? fit.changeReason() : fit.unitChangeReason();
    }

    /** What was chosen, also where it is not possible. */
    private @Nullable Scenario named(int at) {
        Group group = group(at);
        return group == null ? null : group.chosen();
    }

    /** @param plannedIn the month in which it is re-indicated; null where it is not, or does not fit */
    Line line(int at, @Nullable String plannedIn) {
        LocalDate reindicateBy = reindicateBy(at);
        String newProduct = newProduct(at, reindicateBy);
        BigDecimal factor = newProduct == null ? null : product(at).factors().get(newProduct);
        BigDecimal volume = factor == null ? null : slots.volume(indication(at));
        return new Line(
                slots.id(indication(at)),
                sorted.situation(at),
                named(at),
                continuesUntil(at),
                reindicateBy,
                newProduct,
                providerChanges(at),
                isViaExceptionContract(at),
                changeReason(at, reindicateBy, factor),
                factor == null || volume == null
                        ? null
                        : volume.multiply(factor).stripTrailingZeros(),
                plannedIn);
    }
}
