package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the single changes that turn an advice: of each value of the profile to every other value that some rule or
 * trade-off tells apart, of each weight that counts, and of the margin. Of several that lead to the same outcome the
 * nearest is told.
 */
final class TurningPoints {

    private static final String PROFILE = "/profile";

    private final Case asked;
    private final Weighing weighing;
    private final Blocks blocks;
    private final Terms terms;
    private final String outcome;
    private final Set<String> effective;
    private final Element changed;
    private final List<TurningPoint> found = new ArrayList<>();

    private TurningPoints(Case asked, Weighing weighing, Blocks blocks, Terms terms) {
        this.asked = asked;
        this.weighing = weighing;
        this.blocks = blocks;
        this.terms = terms;
        this.outcome = Choice.of(weighing.scores(), blocks, terms.margin()).outcome();
        this.effective = Blocks.effective(asked);
        this.changed = asked.request().copy(null);
    }

    static List<TurningPoint> of(Case asked, Weighing weighing, Blocks blocks, Terms terms) {
        TurningPoints points = new TurningPoints(asked, weighing, blocks, terms);
        Field profile = asked.request().shape().require(PROFILE.substring(1));
        Element here = asked.request().child(profile);
        points.fields(here, points.changed.child(profile), PROFILE);
        points.weights();
        points.margin();
        return points.found;
    }

    private void fields(Element now, Element other, String path) {
        for (Field field : now.shape().fields()) {
            String place = path + "/" + field.name();
            Object before = now.get(field);
            if (before instanceof Element inner && field.type() == Shape.Type.OBJECT) {
                fields(inner, other.child(field), place);
            }
            int[] about = weighing.about(place);
            Set<String> reading = asked.reading(place, effective);
            if (about.length == 0 && reading.isEmpty()) {
                continue;
            }
            Map<String, TurningPoint> nearest = new LinkedHashMap<>();
            Map<String, Long> distances = new LinkedHashMap<>();
            for (Object candidate : candidates(field, place, other)) {
                if (same(before, candidate)) {
                    continue;
                }
                Object kept = other.get(field);
                other.set(field, candidate);
                String then = outcome(about, reading);
                other.set(field, kept);
                long distance = distance(before, candidate);
                if (!then.equals(outcome) && distance < distances.getOrDefault(then, Long.MAX_VALUE)) {
                    distances.put(then, distance);
                    nearest.put(
                            then,
                            new TurningPoint(
                                    now.pointer() + "/" + field.name(), null, plain(before), plain(candidate), then));
                }
            }
            found.addAll(nearest.values());
        }
    }

    /**
     * @param about the trade-offs that the change may touch
     * @param reading the criteria that it may touch
     */
    private String outcome(int[] about, Set<String> reading) {
        Case other = asked.with(changed);
        Blocks then = reading.isEmpty() ? blocks : blocks.with(other, reading);
        return Choice.of(weighing.scores(other, about), then, terms.margin()).outcome();
    }

    private List<Object> candidates(Field field, String place, Element parent) {
        List<Object> candidates = new ArrayList<>();
        switch (field.type()) {
            case TRUTH -> candidates.addAll(List.of(true, false));
            case TEXT -> candidates.addAll(field.limits().options());
            case WHOLE -> candidates.addAll(numbers(field, place));
            case LIST -> {
                for (String option :
                        field.requireItem().fields().get(0).limits().options()) {
                    Element element = new Element(field.requireItem(), parent, field.name() + "/0");
                    element.set(field.requireItem().fields().get(0), option);
                    candidates.add(new Element[] {element});
                }
            }
            case OBJECT -> {
                candidates.addAll(field.limits().options());
                for (Field inner : field.requireItem().fields()) {
                    for (Object number : numbers(inner, place + "/" + inner.name())) {
                        Element element = new Element(field.requireItem(), parent, field.name());
                        element.set(inner, number);
                        candidates.add(element);
                    }
                }
            }
            default -> {}
        }
        return candidates;
    }

    /** Values on each side of every bound that a rule or a trade-off has. */
    private Set<Object> numbers(Field field, String place) {
        Set<Object> numbers = new LinkedHashSet<>(asked.rows(TradeOff.TABLE).boundaries(place));
        numbers.addAll(asked.boundaries(place));
        Long least = field.limits().minimum();
        numbers.removeIf(number -> !(number instanceof Long whole) || (least != null && whole < least));
        return numbers;
    }

    private void weights() {
        long[] scores = weighing.scores();
        for (int i = 0; i < weighing.rows().size(); i++) {
            if (!weighing.applies(i)) {
                continue;
            }
            TradeOff row = weighing.rows().get(i);
            long weight = Math.abs(row.weight());
            int at = row.procedure().ordinal();
            Map<String, Long> nearest = new LinkedHashMap<>();
            for (long other = terms.lightest(); other <= terms.heaviest(); other++) {
                long kept = scores[at];
                scores[at] += (row.weight() < 0 ? weight - other : other - weight);
                String then = Choice.of(scores, blocks, terms.margin()).outcome();
                scores[at] = kept;
                Long before = nearest.get(then);
                if (!then.equals(outcome) && (before == null || Math.abs(other - weight) < Math.abs(before - weight))) {
                    nearest.put(then, other);
                }
            }
            nearest.forEach((then, to) -> found.add(new TurningPoint(null, row.key(), weight, to, then)));
        }
    }

    private void margin() {
        Long margin = terms.margin();
        if (margin == null) {
            return;
        }
        long[] scores = weighing.scores();
        Map<String, Long> nearest = new LinkedHashMap<>();
        for (long other = 0; other <= terms.heaviest(); other++) {
            String then = Choice.of(scores, blocks, other).outcome();
            Long before = nearest.get(then);
            if (!then.equals(outcome) && (before == null || Math.abs(other - margin) < Math.abs(before - margin))) {
                nearest.put(then, other);
            }
        }
        nearest.forEach((then, to) -> found.add(new TurningPoint(null, Terms.MARGIN, margin, to, then)));
    }

    private static boolean same(@Nullable Object one, Object other) {
        return Objects.equals(plain(one), plain(other));
    }

    private static long distance(@Nullable Object from, Object to) {
        return from instanceof Long a && to instanceof Long b ? Math.abs(a - b) : 1;
    }

    /** A value as it stands in JSON; an object without what is unknown. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Element[] elements) {
            List<@Nullable Object> list = new ArrayList<>();
            for (Element element : elements) {
                list.add(element.get(0));
            }
            return list;
        }
        if (value instanceof Element element) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (Field field : element.shape().fields()) {
                Object held = element.get(field);
                if (held != null) {
                    object.put(field.name(), held);
                }
            }
            return object;
        }
        return value;
    }
}
