package nl.inkoopkompas.lab.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.lab.domain.Reads.ListReads;
import nl.inkoopkompas.rulebook.Shape.Condition;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** The elements that a list can hold: every combination of ways in which their fields count. */
final class Kinds {

    /** An element, whether all of it is known, and what a list of it alone comes to. */
    record Kind(Element element, boolean complete, List<Tally> tallies) {}

    /** More combinations than this are not tried. */
    private static final int MOST = 400_000;

    /** Fields that are set together, with the values that they can have. */
    record Choice(List<String> below, List<@Nullable Object[]> values) {}

    private final Reads reads;
    private final ListReads list;
    private final Cells cells;
    private final Element request;
    private final Element owner;
    private final Field field;
    private final LocalDate day;
    private final @Nullable Element template;
    private final List<Choice> choices = new ArrayList<>();

    /** @param template an example of what the list holds, of which fields that nothing reads are taken over */
    Kinds(Reads reads, ListReads list, Cells cells, Element request, LocalDate day, @Nullable Element template) {
        this.reads = reads;
        this.list = list;
        this.cells = cells;
        this.request = request;
        this.day = day;
        this.template = template;
        Leaf leaf = Objects.requireNonNull(request.at(list.pointer));
        this.owner = leaf.owner();
        this.field = leaf.field();
    }

    Element owner() {
        return owner;
    }

    Field field() {
        return field;
    }

    /**
     * Prepares the values of every field.
     *
     * @param names what texts of elements can be the same as, besides what stands in the request
     * @return how many combinations there are; or -1 where they are too many
     */
    long prepare(Collection<Object> names, List<Rules> sides) {
        Set<String> shared = new LinkedHashSet<>();
        long combinations = 1;
        for (Map.Entry<String, List<Reading>> entry : list.fields.entrySet()) {
            String pointer = entry.getKey();
            if (shared.contains(pointer) || list.amounts.contains(pointer)) {
                continue;
            }
            Survey.Share share = share(entry.getValue());
            Choice choice;
            if (share != null) {
                shared.add(reads.whole(share));
                shared.add(reads.part(share));
                choice = Shares.choice(entry.getValue(), share, below(reads.part(share)), below(reads.whole(share)));
            } else {
                choice = single(pointer, entry.getValue(), names, sides);
            }
            choices.add(choice);
            combinations *= choice.values().size();
            if (combinations > MOST) {
                return -1;
            }
        }
        return combinations;
    }

    static Survey.@Nullable Share share(List<Reading> readings) {
        return readings.stream()
                .filter(Survey.Share.class::isInstance)
                .map(Survey.Share.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Choice single(String pointer, List<Reading> readings, Collection<Object> names, List<Rules> sides) {
        Field type = Objects.requireNonNull(list.types.get(pointer));
        List<@Nullable Object[]> values = new ArrayList<>();
        for (Object value : cells.of(type, readings, day, null, same(type, readings, names))) {
            if (type.limits().from() == null
                    || sides.stream()
                            .allMatch(side -> side.lists(value, type.limits().from(), request))) {
                values.add(new Object[] {value});
            }
        }
        if (!type.limits().required()) {
            values.add(new @Nullable Object[] {null});
        }
        return new Choice(List.of(below(pointer)), values);
    }

    /** What a text can be the same as: single fields as they are now, else any name or option. */
    private @Nullable Collection<Object> same(Field type, List<Reading> readings, Collection<Object> names) {
        Set<Object> values = new LinkedHashSet<>();
        for (Reading reading : readings) {
            if (reading instanceof Survey.SameAs same) {
                String other = reads.other(same);
                if (!reads.single().containsKey(other)) {
                    return type.limits().options().isEmpty() ? names : null;
                }
                Leaf leaf = request.at(other);
                if (leaf != null && leaf.value() != null) {
                    values.add(leaf.value());
                }
            }
        }
        return values;
    }

    private String below(String pointer) {
        return pointer.substring(list.pointer.length() + 2);
    }

    /** All combinations, each as an element of a list of its own. */
    void each(BiConsumer<Element, Boolean> found) {
        Element probe = new Element(field.requireItem(), owner, field.name() + "/0");
        each(probe, 0, true, found);
    }

    private void each(Element probe, int at, boolean complete, BiConsumer<Element, Boolean> found) {
        if (at == choices.size()) {
            if (suits(probe)) {
                found.accept(probe, complete);
            }
            return;
        }
        Choice choice = choices.get(at);
        for (@Nullable Object[] values : choice.values()) {
            boolean known = true;
            for (int i = 0; i < values.length; i++) {
                set(probe, choice.below().get(i), values[i]);
                known &= values[i] != null;
            }
            each(probe, at + 1, complete && known, found);
        }
    }

    /** Whether the schema allows it; what nothing reads is given a value later. */
    private boolean suits(Element element) {
        for (Condition condition : element.shape().conditions()) {
            if (condition.is().equals(element.get(condition.when()))) {
                for (Field required : condition.required()) {
                    Object value = element.get(required);
                    boolean isRead = list.fields.containsKey(list.pointer + "/*/" + required.name());
                    if (isRead && (value == null || value.equals(""))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Sets a field of an element: {@code /kind}, or nothing for a bare value. */
    static void set(Element element, String below, @Nullable Object value) {
        Leaf leaf = below.isEmpty() ? new Leaf(element, 0) : element.at(below);
        if (leaf == null) {
            throw new IllegalStateException(element.pointer() + below + " leads nowhere");
        }
        Object content = value;
        if (value instanceof Cells.Size size) {
            Element[] elements = new Element[size.elements()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = new Element(
                        leaf.field().requireItem(), leaf.owner(), leaf.field().name() + "/" + i);
            }
            content = elements;
        }
        leaf.owner().set(leaf.field(), content);
    }

    /** The kinds that differ in what they come to; where one of them is known, what is not known adds nothing. */
    List<Kind> distinct(List<Rules> sides, Element subject, Consumer<Element> besides) {
        Map<List<Object>, Kind> kinds = new LinkedHashMap<>();
        Leaf leaf = new Leaf(owner, field.slot());
        each((probe, complete) -> {
            besides.accept(probe);
            owner.set(field, new Element[] {probe});
            List<Tally> tallies = new ArrayList<>();
            sides.forEach(side -> tallies.addAll(side.tally(request, subject, leaf)));
            List<Object> key = new ArrayList<>(tallies.size());
            tallies.forEach(tally -> key.add(tally.truth() == null ? "" : tally.truth()));
            Kind there = kinds.get(key);
            if (there == null || (complete && !there.complete())) {
                kinds.put(key, new Kind(probe.copy(owner), complete, tallies));
            }
        });
        return List.copyOf(kinds.values());
    }

    /** Every combination as it is. */
    List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        each((probe, complete) -> kinds.add(new Kind(probe.copy(owner), complete, List.of())));
        return kinds;
    }

    /** Kinds by what their conditions say: where elements add up, each has enough to make any sum alone. */
    List<Kind> distinct(List<Rules> sides, Element subject) {
        if (list.amounts.isEmpty()) {
            return distinct(sides, subject, probe -> {});
        }
        owner.set(field, new Element[0]);
        Leaf leaf = new Leaf(owner, field.slot());
        BigDecimal most = BigDecimal.ONE;
        for (Rules side : sides) {
            for (Tally tally : side.tally(request, subject, leaf)) {
                most = tally.least() == null ? most : most.max(tally.least());
            }
        }
        Object plenty = Cells.number(most, amountField());
        return distinct(sides, subject, probe -> list.amounts.forEach(p -> set(probe, below(p), plenty)));
    }

    /** Kinds of one year. */
    List<Kind> ofYear(List<Rules> sides, Element subject, long year) {
        String pointer = list.latest.get(0).year().pointer();
        return distinct(sides, subject, probe -> set(probe, below(pointer), year));
    }

    /**
     * Fills a list with elements, as they would stand in a request.
     *
     * @param amounts the amount of each element; null where nothing adds up
     */
    Element[] content(List<Element> elements, @Nullable List<@Nullable Object> amounts) {
        Element[] content = new Element[elements.size()];
        Set<Object> seen = new TreeSet<>();
        String unique = field.limits().uniqueBy();
        for (int i = 0; i < content.length; i++) {
            Element element = new Element(field.requireItem(), owner, field.name() + "/" + i);
            Requests.copy(elements.get(i), element);
            if (amounts != null) {
                Object amount = amounts.get(i);
                list.amounts.forEach(pointer -> set(element, below(pointer), amount));
            }
            dress(element);
            if (unique != null && !isRead(unique)) {
                distinguish(element, element.shape().require(unique), seen);
            }
            content[i] = element;
        }
        return content;
    }

    private void dress(Element element) {
        if (template != null) {
            Element before = element.copy(owner);
            Requests.takeOver(template, element);
            list.types.keySet().forEach(pointer -> restore(before, element, below(pointer)));
        }
        Requests.complete(element, day);
        for (Field nested : element.shape().fields()) {
            for (Element each : element.list(nested)) {
                Requests.complete(each, day);
            }
        }
    }

    private static void restore(Element before, Element element, String below) {
        Leaf leaf = below.isEmpty() ? new Leaf(before, 0) : before.at(below);
        if (leaf != null && leaf.owner() == before) {
            element.set(leaf.field(), leaf.value());
        }
    }

    /** A field that nothing reads and that no two elements share. */
    private void distinguish(Element element, Field unique, Set<Object> seen) {
        Object value = element.get(unique);
        while (value != null && !seen.add(value)) {
            value = value instanceof Long number ? (Object) (number - 1) : value + "-";
            element.set(unique, value);
        }
    }

    /** Whether a field of the elements makes a difference, so that it may not be changed. */
    private boolean isRead(String name) {
        return list.types.containsKey(list.pointer + "/*/" + name) || !list.latest.isEmpty();
    }

    boolean isSum() {
        return !list.amounts.isEmpty();
    }

    Field amountField() {
        return Objects.requireNonNull(list.types.get(list.amounts.iterator().next()));
    }

    boolean canBeUnknown() {
        return !field.limits().required();
    }
}
