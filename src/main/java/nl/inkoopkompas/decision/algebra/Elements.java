package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** That any, or every, element of a list meets some conditions. */
public final class Elements extends Condition {

    private final boolean any;
    private final Path list;
    private final @Nullable LatestYears years;
    private final Conjuncts parts;

    Elements(boolean any, Path list) {
        this(any, list, null, new Conjuncts());
    }

    private Elements(boolean any, Path list, @Nullable LatestYears years, Conjuncts parts) {
        this.any = any;
        this.list = list;
        this.years = years;
        this.parts = parts;
    }

    /** A field of the element, of which the next word says what it must be. */
    public FieldWord<Elements> whose(String path) {
        return new FieldWord<>(Path.of(path), this::has);
    }

    /** Meets a condition as well. */
    public Elements has(Condition part) {
        return new Elements(any, list, years, parts.with(part));
    }

    /** Meets at least one of these. */
    public Elements either(Condition... options) {
        return has(new Junction(false, options));
    }

    /** Only the elements of the latest years of which the papers are due; a year without an element is missing. */
    public Elements ofLatest(NormReference howMany, String year, NormReference dueMonth) {
        return new Elements(any, list, new LatestYears(Path.of(year), howMany, dueMonth), parts);
    }

    @Override
    List<Condition> parts() {
        return parts.list();
    }

    @Override
    void bind(Binding binding) {
        parts.bind(list, binding, () -> {
            if (years != null) {
                years.bind(binding);
            }
        });
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = list.leaf(scope);
        if (!(leaf.value() instanceof Element[] elements)) {
            return ofUnknown(scope, leaf);
        }
        return years == null ? judge(scope, leaf, elements, null) : years.judge(this, scope, leaf, elements);
    }

    /** Whatever the elements of an unknown list may be: is it decided all the same? */
    private Why ofUnknown(Scope scope, Leaf leaf) {
        if (years != null) {
            return Why.of(Truth.UNKNOWN, leaf);
        }
        Field field = list.field();
        Why why = parts.why(scope.in(Element.ghost(field, leaf.owner())));
        boolean neverEmpty = field.limits().minItems() > 0;
        if (why.truth().isKnown() && (neverEmpty || why.truth() == Truth.of(!any))) {
            return why;
        }
        return new Why(Truth.UNKNOWN, leaf, null, null, why);
    }

    /**
     * Judges elements one by one.
     *
     * @param judged an entry that is null stands for an element that should be there and is not
     * @param calendar what made these elements count; null where all of the list count
     */
    Why judge(Scope scope, Leaf leaf, @Nullable Element[] judged, @Nullable Why calendar) {
        Truth decides = Truth.of(any);
        Why[] whys = new Why[judged.length + 1];
        List<Why> hits = null;
        boolean open = false;
        // where there is always an element, one more or less decides nothing that does not rest on its values
        boolean neverEmpty = leaf.field().limits().minItems() > 0;
        for (int i = 0; i < judged.length; i++) {
            Element element = judged[i];
            Why why = element == null ? Why.absent(leaf) : parts.why(scope.in(element));
            whys[i] = why;
            if (element != null && why.truth() == decides) {
                hits = hits == null ? new ArrayList<>(4) : hits;
                hits.add(why);
                if (!neverEmpty && !why.touches(element)) {
                    hits.add(Why.of(decides, new Leaf(element, 0)));
                }
            }
            open |= why.truth() == Truth.UNKNOWN;
        }
        if (hits != null) {
            if (years != null) {
                hits.add(years.hit(scope, judged, whys, decides));
            }
            return hits.size() == 1 ? hits.get(0) : Why.from(decides, hits.toArray(Why[]::new));
        }
        Truth truth = open ? Truth.UNKNOWN : decides.not();
        if (calendar == null && isNeverCited(leaf)) {
            return Why.from(truth, Arrays.copyOf(whys, judged.length));
        }
        whys[judged.length] = calendar != null ? calendar : Why.of(Truth.TRUE, leaf);
        return Why.from(truth, whys);
    }

    /** The list of what is judged is the case itself: its elements are cited one by one, and it never as a whole. */
    private static boolean isNeverCited(Leaf list) {
        return list.owner().parent() == null && list.field().limits().required();
    }

    @Override
    void survey(Survey survey) {
        Survey.Place place = list.place(survey);
        survey.add(new Survey.Quantified(place, survey.within()));
        survey.inside(place, () -> {
            parts().forEach(part -> part.survey(survey));
            if (years != null) {
                survey.add(years.latest(place, survey));
            }
        });
    }

    @Override
    void tally(Scope scope, Leaf grown, List<Tally> tallies) {
        Leaf leaf = list.leaf(scope);
        if (leaf.isSame(grown)) {
            Truth truth = years == null ? why(scope).truth() : years.alone(parts, scope, leaf);
            tallies.add(new Tally(any ? Tally.Kind.ANY : Tally.Kind.EVERY, truth, null));
        } else {
            parts.tally(leaf, scope, grown, tallies);
        }
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        parts.turningDays(list, scope, days);
        if (years != null) {
            years.turningDays(scope, days);
        }
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        if (why(scope).truth() == Truth.of(wanted)) {
            return List.of(Plan.NOTHING);
        }
        Leaf leaf = list.leaf(scope);
        List<List<Plan>> perElement = new ArrayList<>();
        for (Element element : leaf.owner().list(list.field())) {
            perElement.add(parts.plans(scope.in(element), wanted));
        }
        if (wanted != any) {
            return leaf.value() == null ? List.of() : Plan.together(perElement);
        }
        List<Plan> plans = new ArrayList<>();
        perElement.forEach(plans::addAll);
        if (any) {
            plans.addAll(adding(scope, leaf, wanted));
        }
        return Plan.best(plans);
    }

    private List<Plan> adding(Scope scope, Leaf leaf, boolean wanted) {
        Field field = list.field();
        if (leaf.value() == null || leaf.owner().isGhost() || !field.notes().actionable()) {
            return List.of();
        }
        Element ghost = Element.ghost(field, leaf.owner());
        List<Plan> plans = new ArrayList<>();
        for (Plan plan : parts.plans(scope.in(ghost), wanted)) {
            Plan adding = Plan.adding(leaf, ghost, plan);
            if (adding != null) {
                plans.add(adding);
            }
        }
        return plans;
    }
}
