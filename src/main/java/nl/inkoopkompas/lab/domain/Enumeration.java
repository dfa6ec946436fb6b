package nl.inkoopkompas.lab.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;

/**
 * All inputs that the rules of a criterion can tell apart, in one rule book or in two at once, one request of each.
 * Fields are cut where either book makes a difference; lists are followed until they come to nothing new, whatever
 * their length; the reference date is taken in every time in which other norms hold.
 */
public final class Enumeration {

    /** Sees every request once; it is changed afterwards, so what has to stay is copied. */
    public interface Visitor {
        void visit(Element request, Element subject, boolean complete);
    }

    /** More requests than this are not looked at. */
    private static final long MOST = 4_000_000;

    /** A field by itself, or a part and its whole. */
    private record Single(List<String> pointers, Survey.@Nullable Share share) {}

    private final String what;
    private final List<Rules> sides;
    private final Bases bases;
    private final LocalDate from;
    private final Reads reads;
    private final String subject;
    private final Cells cells;
    private final Map<String, Collection<Object>> anchors = new LinkedHashMap<>();
    private final List<Single> singles = new ArrayList<>();
    private final Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
    private final Lists lists;
    private long visited;

    /**
     * @param what what is analysed, for what cannot be
     * @param subject what is judged: {@code /applicant} or {@code /products/*}
     * @param from the first reference date
     * @param besides what else makes a difference
     */
    public Enumeration(
            String what, List<Rules> sides, String subject, Bases bases, LocalDate from, List<Reading> besides) {
        this.what = what;
        this.sides = sides;
        this.bases = bases;
        this.from = from;
        this.subject = subject;
        this.reads = new Reads(subject, sides.stream().map(Rules::survey).toList(), besides);
        this.cells = new Cells(sides);
        this.lists = new Lists(reads, cells, sides);
    }

    /** Shows every request to the visitor; whatever could not be enumerated is returned. */
    public List<NotAnalysed> run(Visitor visitor) {
        if (bases.isEmpty()) {
            return List.of(NotAnalysed.of(
                    what,
                    "geen scenario past bij deze regelboeken, dus er is geen verzoek om op te bouwen",
                    "no scenario suits these rule books, so there is no request to build on"));
        }
        reads.tooDeep()
                .forEach(pointer -> notAnalysed(pointer + ": een lijst in een lijst", pointer + ": a list in a list"));
        prepare();
        lists.problems().forEach(problem -> notAnalysed.add(new NotAnalysed(what, problem)));
        if (notAnalysed.isEmpty()) {
            for (LocalDate day : days()) {
                anchored(List.copyOf(anchors.keySet()), 0, new LinkedHashMap<>(), day, visitor);
            }
            cells.openTexts()
                    .forEach(field -> notAnalysed(
                            field + ": andere teksten dan de genoemde", field + ": other texts than those named"));
            if (!lists.isExact()) {
                notAnalysed(
                        "een lijst met te veel mogelijkheden, of met meer sommen tegelijk",
                        "a list with too many possibilities, or with several sums at once");
            }
            if (visited > MOST) {
                notAnalysed("er zijn te veel mogelijkheden", "there are too many possibilities");
            }
        }
        return List.copyOf(notAnalysed);
    }

    /** Pointers of all that the rules read: set together, they show what they show whatever the rest is. */
    public Set<String> pointers() {
        Set<String> pointers = new LinkedHashSet<>(anchors.keySet());
        singles.forEach(single -> pointers.addAll(single.pointers()));
        pointers.addAll(reads.lists().keySet());
        return pointers;
    }

    private void notAnalysed(String nl, String en) {
        notAnalysed.add(NotAnalysed.of(what, nl, en));
    }

    private void prepare() {
        List<Reading> asOf = reads.single().remove("/asOf");
        if (asOf != null) {
            for (Reading reading : asOf) {
                if (reading instanceof Survey.AtLeast atLeast) {
                    atLeast.lowest().forEach(day -> reads.days().add((LocalDate) day));
                } else {
                    notAnalysed("de peildatum op een andere manier", "the reference date in another way");
                }
            }
        }
        anchors();
        Set<String> shared = new LinkedHashSet<>();
        List<String> ordered = new ArrayList<>(reads.single().keySet());
        ordered.sort((one, other) -> Boolean.compare(isListed(other), isListed(one)));
        for (String pointer : ordered) {
            if (anchors.containsKey(pointer) || shared.contains(pointer)) {
                continue;
            }
            Survey.Share share = Kinds.share(readings(pointer));
            if (share == null) {
                singles.add(new Single(List.of(pointer), null));
                continue;
            }
            String part = reads.part(share);
            String whole = reads.whole(share);
            shared.addAll(List.of(part, whole));
            singles.add(new Single(List.of(part, whole), share));
            if (!Shares.isExact(readings(part), readings(whole))) {
                notAnalysed(part + " als deel en los daarvan", part + " as a part and by itself");
            }
        }
    }

    private boolean isListed(String pointer) {
        return reads.type(pointer).limits().from() != null;
    }

    private List<Reading> readings(String pointer) {
        return reads.single().getOrDefault(pointer, List.of());
    }

    /** What decides which values a table lists is chosen first. */
    private void anchors() {
        Set<TableOptions> options = new LinkedHashSet<>();
        reads.single().keySet().stream()
                .map(pointer -> reads.type(pointer).limits().from())
                .filter(Objects::nonNull)
                .forEach(options::add);
        reads.lists().values().forEach(list -> list.types.values().stream()
                .map(field -> field.limits().from())
                .filter(Objects::nonNull)
                .forEach(options::add));
        Element any = bases.like(bases.day(), Map.of());
        Set<String> pointers = new LinkedHashSet<>();
        options.forEach(from -> pointers.addAll(from.where().values()));
        tables(any).forEach(from -> from.where().values().stream()
                .filter(reads.single()::containsKey)
                .forEach(pointers::add));
        for (String pointer : pointers) {
            Leaf leaf = Objects.requireNonNull(any.at(pointer));
            List<Reading> readings = new ArrayList<>(readings(pointer));
            Set<Object> deciding = new LinkedHashSet<>();
            options.forEach(table -> sides.forEach(side -> deciding.addAll(side.deciding(table, pointer))));
            if (!deciding.isEmpty()) {
                readings.add(new Survey.Which(new Survey.Place(pointer, leaf.field()), deciding));
            }
            anchors.put(pointer, cells.of(leaf.field(), readings, from, leaf.value(), null));
        }
    }

    private static Set<TableOptions> tables(Element element) {
        Set<TableOptions> tables = new LinkedHashSet<>();
        for (Field field : element.shape().fields()) {
            if (field.limits().from() != null) {
                tables.add(field.limits().from());
            }
            Object value = element.get(field);
            if (value instanceof Element child) {
                tables.addAll(tables(child));
            } else if (value instanceof Element[] list && list.length > 0) {
                tables.addAll(tables(list[0]));
            }
        }
        return tables;
    }

    /** A day in each time in which the same norms hold and the same years count. */
    private Collection<LocalDate> days() {
        LocalDate preferred = bases.day();
        List<Survey.Latest> latest = reads.lists().values().stream()
                .flatMap(list -> list.latest.stream())
                .toList();
        if (reads.days().tailSet(from.plusDays(1)).isEmpty() && latest.isEmpty()) {
            return List.of(preferred);
        }
        SortedSet<LocalDate> starts = new TreeSet<>(reads.days().tailSet(from));
        starts.add(from);
        SortedSet<LocalDate> days = new TreeSet<>();
        for (LocalDate start : starts) {
            SortedSet<LocalDate> later = starts.tailSet(start.plusDays(1));
            LocalDate end = later.isEmpty() ? LocalDate.MAX : later.first();
            SortedSet<LocalDate> parts = new TreeSet<>(List.of(start));
            if (!latest.isEmpty()) {
                parts.addAll(Years.turns(latest, start).headSet(end));
            }
            for (LocalDate part : parts) {
                SortedSet<LocalDate> turns = latest.isEmpty() ? new TreeSet<>() : Years.turns(latest, part);
                LocalDate until = turns.isEmpty() || turns.first().isAfter(end) ? end : turns.first();
                days.add(!preferred.isBefore(part) && preferred.isBefore(until) ? preferred : part);
            }
        }
        List<LocalDate> ordered = new ArrayList<>(days);
        ordered.sort((one, other) -> Boolean.compare(other.equals(preferred), one.equals(preferred)));
        return ordered;
    }

    private void anchored(List<String> pointers, int at, Map<String, Object> values, LocalDate day, Visitor visitor) {
        if (at < pointers.size()) {
            String pointer = pointers.get(at);
            for (Object value : Objects.requireNonNull(anchors.get(pointer))) {
                values.put(pointer, value);
                anchored(pointers, at + 1, values, day, visitor);
            }
            return;
        }
        Element request = bases.like(day, values);
        List<String> chosen =
                singles.stream().flatMap(single -> single.pointers().stream()).toList();
        if (Bases.repair(request, request, sides, chosen)) {
            chosen(request, 0, true, day, visitor);
        }
    }

    private void chosen(Element request, int at, boolean complete, LocalDate day, Visitor visitor) {
        if (at == singles.size()) {
            Element judged = judged(request);
            lists.each(request, judged, day, known -> {
                if (visited++ < MOST) {
                    visitor.visit(request, judged, complete && known);
                }
            });
            return;
        }
        Single single = singles.get(at);
        List<Leaf> leaves = single.pointers().stream()
                .map(pointer -> Objects.requireNonNull(request.at(pointer)))
                .toList();
        Object[] before = leaves.stream().map(Leaf::value).toArray();
        for (@Nullable Object[] values : values(request, single, at, day)) {
            boolean known = true;
            for (int i = 0; i < values.length; i++) {
                Leaf leaf = leaves.get(i);
                leaf.owner().set(leaf.field(), values[i]);
                known &= values[i] != null;
            }
            chosen(request, at + 1, complete && known, day, visitor);
        }
        for (int i = 0; i < before.length; i++) {
            leaves.get(i).owner().set(leaves.get(i).field(), before[i]);
        }
    }

    private List<@Nullable Object[]> values(Element request, Single single, int at, LocalDate day) {
        String pointer = single.pointers().get(0);
        List<Reading> readings = readings(pointer);
        if (single.share() != null) {
            return Shares.choice(readings, single.share(), "", "").values();
        }
        Leaf leaf = Objects.requireNonNull(request.at(pointer));
        Field field = leaf.field();
        TableOptions from = field.limits().from();
        List<@Nullable Object[]> values = new ArrayList<>();
        for (Object value : cells.of(field, readings, day, leaf.value(), same(request, field, readings, at))) {
            if (from == null || sides.stream().allMatch(side -> side.lists(value, from, request))) {
                values.add(new Object[] {value});
            }
        }
        if (!field.limits().required()) {
            values.add(new @Nullable Object[] {null});
        }
        return values;
    }

    /** A text that is compared with one that was chosen before is the same or not; else it may be any. */
    private @Nullable Collection<Object> same(Element request, Field field, List<Reading> readings, int at) {
        Set<Object> names = new LinkedHashSet<>();
        for (Reading reading : readings) {
            if (reading instanceof Survey.SameAs same) {
                String other = reads.other(same);
                boolean before = anchors.containsKey(other)
                        || singles.subList(0, at).stream()
                                .anyMatch(single -> single.pointers().contains(other));
                if (!before) {
                    return field.limits().options().isEmpty() ? lists.names() : null;
                }
                Leaf leaf = request.at(other);
                if (leaf != null && leaf.value() != null) {
                    names.add(leaf.value());
                }
            }
        }
        return names;
    }

    private Element judged(Element request) {
        Field field = request.shape().require(subject.substring(1).split("/")[0]);
        return field.type() == Type.LIST ? request.list(field)[0] : request.child(field);
    }
}
