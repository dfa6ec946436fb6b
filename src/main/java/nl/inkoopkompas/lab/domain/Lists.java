package nl.inkoopkompas.lab.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.lab.domain.Growth.Grown;
import nl.inkoopkompas.lab.domain.Kinds.Kind;
import nl.inkoopkompas.lab.domain.Reads.ListReads;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * The contents that the lists of a request can have, one for everything that they come to together.
 *
 * <p>A list of which every element asks for another list is filled first, with up to as many elements as there are
 * places that ask for it: whatever the elements of a longer list come to, for each place one element has said it.
 */
final class Lists {

    private static final int MOST_TOGETHER = 4;

    /** One content of a list. */
    private record Content(Element owner, Field field, Element @Nullable [] elements, boolean complete) {}

    private final Reads reads;
    private final Cells cells;
    private final List<Rules> sides;
    private final List<ListReads> outer = new ArrayList<>();
    private final List<ListReads> plain = new ArrayList<>();
    private final Map<String, Element> templates = new LinkedHashMap<>();
    private final List<Bilingual> problems = new ArrayList<>();
    private final List<Object> names = new ArrayList<>();
    private final Map<List<Object>, List<Grown>> grownBefore = new HashMap<>();
    private boolean exact = true;

    Lists(Reads reads, Cells cells, List<Rules> sides) {
        this.reads = reads;
        this.cells = cells;
        this.sides = sides;
        for (ListReads list : reads.lists().values()) {
            (list.inner.isEmpty() ? plain : outer).add(list);
            check(list);
        }
        int most = outer.stream().mapToInt(list -> list.places).max().orElse(1);
        for (int i = 1; i <= Math.max(most, 1); i++) {
            names.add("D-" + i);
        }
    }

    /** What elements can be called, where names are compared. */
    List<Object> names() {
        return names;
    }

    /** Why lists cannot be enumerated. */
    List<Bilingual> problems() {
        return problems;
    }

    boolean isExact() {
        return exact;
    }

    private void check(ListReads list) {
        String at = list.pointer;
        problem(
                !list.latest.isEmpty() && (list.counted || list.places > list.latest.size()),
                at + ": de laatste jaren en ook alle jaren samen",
                at + ": the latest years, and all years together too");
        problem(
                list.amounts.size() > 1 || list.amounts.stream().anyMatch(list.fields::containsKey),
                at + ": een bedrag dat wordt opgeteld en ook op zichzelf telt",
                at + ": an amount that is added up and counts by itself too");
        problem(
                list.inner.contains(at) || (!list.inner.isEmpty() && !list.amounts.isEmpty()),
                at + ": een lijst die zichzelf of een som nodig heeft",
                at + ": a list that needs itself or a sum");
        problem(
                list.latest.stream()
                        .anyMatch(
                                latest -> list.fields.containsKey(latest.year().pointer())),
                at + ": het jaar telt ook op zichzelf",
                at + ": the year counts by itself too");
        list.fields.forEach((pointer, readings) -> {
            Survey.Share share = Kinds.share(readings);
            if (share != null) {
                problem(
                        !Shares.isExact(
                                list.fields.getOrDefault(reads.part(share), List.of()),
                                list.fields.getOrDefault(reads.whole(share), List.of())),
                        pointer + " als deel en los daarvan",
                        pointer + " as a part and by itself");
            }
            for (Reading reading : readings) {
                problem(
                        reading instanceof Survey.SameAs same && within(list, reads.other(same)),
                        pointer + " vergeleken binnen de lijst",
                        pointer + " compared within the list");
            }
        });
    }

    private static boolean within(ListReads list, String pointer) {
        return pointer.startsWith(list.pointer + "/*");
    }

    private void problem(boolean is, String nl, String en) {
        if (is) {
            problems.add(new Bilingual(nl, en));
        }
    }

    /** Puts every content of the lists in the request; the consumer hears whether all of it is known. */
    void each(Element request, Element subject, LocalDate day, Consumer<Boolean> found) {
        List<Content> before = new ArrayList<>();
        reads.lists().keySet().forEach(pointer -> {
            Leaf leaf = Objects.requireNonNull(request.at(pointer));
            Element[] elements = leaf.value() instanceof Element[] list ? list : null;
            before.add(new Content(leaf.owner(), leaf.field(), elements, true));
            if (elements != null && elements.length > 0) {
                templates.putIfAbsent(pointer, elements[0]);
            }
        });
        outer(request, subject, day, 0, true, found);
        before.forEach(content -> content.owner().set(content.field(), content.elements()));
    }

    private void outer(
            Element request, Element subject, LocalDate day, int at, boolean complete, Consumer<Boolean> found) {
        if (at == outer.size()) {
            List<List<Content>> contents = new ArrayList<>();
            plain.forEach(list -> contents.add(contents(request, subject, day, list)));
            plain(contents, 0, complete, found);
            return;
        }
        for (Content content : together(request, day, outer.get(at))) {
            content.owner().set(content.field(), content.elements());
            outer(request, subject, day, at + 1, complete && content.complete(), found);
        }
    }

    private static void plain(List<List<Content>> contents, int at, boolean complete, Consumer<Boolean> found) {
        if (at == contents.size()) {
            found.accept(complete);
            return;
        }
        for (Content content : contents.get(at)) {
            content.owner().set(content.field(), content.elements());
            plain(contents, at + 1, complete && content.complete(), found);
        }
    }

    private @Nullable Kinds kinds(Element request, LocalDate day, ListReads list) {
        Kinds kinds = new Kinds(reads, list, cells, request, day, templates.get(list.pointer));
        if (kinds.prepare(names, sides) < 0) {
            exact = false;
            return null;
        }
        return kinds;
    }

    /** Up to as many elements together as there are places that ask for them. */
    private List<Content> together(Element request, LocalDate day, ListReads list) {
        Kinds kinds = kinds(request, day, list);
        List<Content> contents = new ArrayList<>();
        if (kinds == null) {
            return contents;
        }
        List<Kind> all = kinds.all();
        boolean onlyNames = all.size() == names.size() + 1
                && list.fields.values().stream()
                        .allMatch(readings -> readings.stream().allMatch(Survey.SameAs.class::isInstance));
        exact &= list.places <= MOST_TOGETHER && all.size() <= 100;
        if (!exact) {
            return contents;
        }
        int least = kinds.field().limits().minItems();
        int most = Math.max(least, Math.min(list.places, MOST_TOGETHER));
        List<List<Kind>> lists = new ArrayList<>(List.of(List.of()));
        List<List<Kind>> edge = lists;
        for (int length = 1; length <= most; length++) {
            List<List<Kind>> longer = new ArrayList<>();
            for (List<Kind> shorter : edge) {
                int first = shorter.isEmpty() ? 0 : all.indexOf(shorter.get(shorter.size() - 1));
                // one name is as good as another, and twice the same says nothing more
                List<Kind> next =
                        onlyNames ? all.subList(shorter.size(), shorter.size() + 1) : all.subList(first, all.size());
                for (Kind kind : next) {
                    List<Kind> with = new ArrayList<>(shorter);
                    with.add(kind);
                    longer.add(with);
                }
            }
            edge = longer;
            lists = new ArrayList<>(lists);
            lists.addAll(longer);
        }
        for (List<Kind> elements : lists) {
            if (elements.size() >= least) {
                contents.add(new Content(
                        kinds.owner(),
                        kinds.field(),
                        kinds.content(elements.stream().map(Kind::element).toList(), null),
                        elements.stream().allMatch(Kind::complete)));
            }
        }
        addUnknown(kinds, contents);
        return contents;
    }

    private static void addUnknown(Kinds kinds, List<Content> contents) {
        if (kinds.canBeUnknown()) {
            contents.add(new Content(kinds.owner(), kinds.field(), null, false));
        }
    }

    private List<Content> contents(Element request, Element subject, LocalDate day, ListReads list) {
        Kinds kinds = kinds(request, day, list);
        List<Content> contents = new ArrayList<>();
        if (kinds == null) {
            return contents;
        }
        Leaf leaf = new Leaf(kinds.owner(), kinds.field().slot());
        Object before = leaf.value();
        if (list.latest.isEmpty()) {
            grow(kinds, kinds.distinct(sides, subject), contents);
        } else {
            SortedSet<Long> years = Years.counting(list.latest, day);
            Years.lists(kinds, sides, subject, years)
                    .forEach((elements, complete) -> contents.add(
                            new Content(kinds.owner(), kinds.field(), kinds.content(elements, null), complete)));
        }
        addUnknown(kinds, contents);
        leaf.owner().set(leaf.field(), before);
        return contents;
    }

    private void grow(Kinds kinds, List<Kind> distinct, List<Content> contents) {
        Growth growth = new Growth(distinct, kinds.isSum() ? kinds.amountField() : null);
        Field field = kinds.field();
        List<Object> key = new ArrayList<>(List.of(field.name()));
        key.addAll(growth.key());
        grownBefore
                .computeIfAbsent(
                        key,
                        same -> List.copyOf(growth.grow(
                                field.limits().minItems(), field.limits().maxItems())))
                .forEach(grown -> contents.add(new Content(
                        kinds.owner(),
                        field,
                        kinds.content(growth.elements(grown), kinds.isSum() ? grown.amounts() : null),
                        grown.complete())));
        exact &= growth.isExact();
    }
}
