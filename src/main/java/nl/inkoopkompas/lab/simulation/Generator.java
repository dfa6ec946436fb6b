package nl.inkoopkompas.lab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.lab.simulation.Distribution.Branch;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests that suit the schema of a rule book, spread as its table {@code <decision>/population} says and, where
 * it says nothing, naturally. Case i of population N is always the same. Nobody in it exists.
 */
final class Generator {

    private static final String PLACES = "@places";
    private static final String AS_OF = "asOf";
    private static final int TRIES = 8;

    /** The fields of an object, with how each is filled. */
    private record Plan(Shape shape, List<Filling> fillings) {}

    /**
     * How a field is filled.
     *
     * @param known for where it must not be unknown
     * @param inside the plan of the object or of the elements; null for a scalar
     * @param special plans of elements at certain places in a list; -1 is the last
     */
    private record Filling(
            Field field,
            Distribution distribution,
            Branch known,
            @Nullable Plan inside,
            Map<Integer, Plan> special) {}

    private final long seed;
    private final LocalDate notBefore;
    private final Map<String, List<Table.Row>> rows = new LinkedHashMap<>();
    private final @Nullable Table table;
    private final Branches branches;
    private final NaturalSpread natural;
    private final Plan plan;
    private final @Nullable Distribution places;

    /** @param notBefore the first reference date of a case */
    Generator(Verdicts verdicts, String decision, long seed, LocalDate notBefore) {
        RuleBook book = verdicts.book();
        Shape schema = book.policy(decision).schema();
        this.seed = seed;
        this.notBefore = notBefore;
        this.table = book.table(decision + "/population");
        this.branches = new Branches(book, schema);
        this.natural = new NaturalSpread(book, branches, notBefore, verdicts.boundaries(notBefore));
        if (table != null) {
            for (Table.Row row : table.rows()) {
                rows.computeIfAbsent(text(row, "path"), path -> new ArrayList<>())
                        .add(row);
            }
        }
        this.plan = plan(schema, List.of(""));
        this.places = rows.containsKey(PLACES) ? distribution(PLACES, null) : null;
    }

    private String text(Table.Row row, String column) {
        Object cell = Objects.requireNonNull(table).cell(row, column);
        return cell == null ? "" : cell.toString();
    }

    private Distribution distribution(String path, @Nullable Field field) {
        List<Branch> ways = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (Table.Row row : Objects.requireNonNull(rows.get(path))) {
            String value = text(row, "value");
            ways.add(field == null ? making -> value : branches.branch(field, text(row, "kind"), value));
            weights.add(Integer.parseInt(text(row, "weight")));
        }
        return new Distribution(ways, weights);
    }

    /** @param prefixes paths that lead here, the most special first */
    private Plan plan(Shape shape, List<String> prefixes) {
        List<Filling> fillings = new ArrayList<>();
        for (Field field : shape.fields()) {
            List<String> paths = prefixes.stream()
                    .map(prefix -> field.name().isEmpty() ? prefix : prefix + "/" + field.name())
                    .toList();
            Distribution distribution = paths.stream()
                    .filter(rows::containsKey)
                    .findFirst()
                    .map(path -> distribution(path, field))
                    .orElseGet(() -> natural.of(field));
            Plan inside = null;
            Map<Integer, Plan> special = new HashMap<>();
            if (field.type() == Type.OBJECT) {
                inside = plan(field.requireItem(), paths);
            } else if (field.type() == Type.LIST) {
                List<String> any = paths.stream().map(path -> path + "/*").toList();
                inside = plan(field.requireItem(), any);
                for (int place : places(paths)) {
                    List<String> all = new ArrayList<>();
                    paths.forEach(path -> all.add(path + "/" + (place < 0 ? "-" : place)));
                    all.addAll(any);
                    special.put(place, plan(field.requireItem(), all));
                }
            }
            fillings.add(new Filling(field, distribution, natural.known(field), inside, special));
        }
        fillings.sort((a, b) ->
                Boolean.compare(b.field.name().equals(AS_OF), a.field.name().equals(AS_OF)));
        return new Plan(shape, fillings);
    }

    /** The places in a list that some path names. */
    private Set<Integer> places(List<String> paths) {
        Set<Integer> places = new TreeSet<>();
        for (String path : paths) {
            for (String named : rows.keySet()) {
                if (named.startsWith(path + "/")) {
                    String place = named.substring(path.length() + 1).split("/", 2)[0];
                    if (place.equals("-")) {
                        places.add(-1);
                    } else if (place.matches("\\d{1,3}")) {
                        places.add(Integer.parseInt(place));
                    }
                }
            }
        }
        return places;
    }

    /** Case i, from zero. */
    Case at(int i) {
        Element root = new Element(plan.shape, null, "");
        Making making = new Making(new Draws(seed, i), root, i, notBefore);
        fill(root, plan, making);
        String working = places == null ? null : (String) places.draw(making);
        return new Case(
                i,
                root,
                null,
                null,
                i,
                working == null || working.equals(Table.ANY) ? null : List.of(working.split(" ")));
    }

    private void fill(Element element, Plan filled, Making making) {
        int place = making.place;
        for (Filling filling : filled.fillings) {
            making.place = place;
            Object drawn = filling.distribution.draw(making);
            if (drawn == null && filling.field.limits().required()) {
                drawn = filling.known.draw(making);
            }
            if (drawn != null) {
                put(element, filling, drawn, making);
            } else if (filling.field.type() == Type.OBJECT
                    && filling.field.limits().options().isEmpty()) {
                element.set(filling.field, Element.assumed(filling.field.requireItem(), element, filling.field.name()));
            }
        }
        making.place = place;
        for (Shape.Condition condition : filled.shape.conditions()) {
            if (condition.is().equals(element.get(condition.when()))) {
                require(element, filled, condition.required(), making);
            }
        }
    }

    private void put(Element element, Filling filling, Object drawn, Making making) {
        Field field = filling.field;
        if (field.type() == Type.OBJECT && !(drawn instanceof String)) {
            Element child = new Element(field.requireItem(), element, field.name());
            element.set(field, child);
            fill(child, Objects.requireNonNull(filling.inside), making);
        } else if (field.type() == Type.LIST) {
            element.set(field, list(element, filling, (int) drawn, making));
        } else {
            element.set(field, drawn);
            if (field.name().equals(AS_OF) && element == making.root) {
                LocalDate day = (LocalDate) drawn;
                making.day = day.isBefore(notBefore) ? notBefore : day;
                element.set(field, making.day);
            }
        }
    }

    private Element[] list(Element parent, Filling filling, int length, Making making) {
        Field field = filling.field;
        int size = Math.max(
                field.limits().minItems(), Math.min(length, field.limits().maxItems()));
        List<Element> elements = new ArrayList<>(size);
        String by = field.limits().uniqueBy();
        Field key = by == null ? null : field.requireItem().require(by);
        Plan last = filling.special.get(-1);
        for (int i = 0; i < size; i++) {
            Plan special = i == size - 1 && last != null ? last : filling.special.get(i);
            Plan inside = special == null ? Objects.requireNonNull(filling.inside) : special;
            for (int tries = 0; tries < TRIES; tries++) {
                Element element = new Element(field.requireItem(), parent, field.name() + "/" + elements.size());
                making.place = i;
                fill(element, inside, making);
                if (key == null || elements.stream().noneMatch(e -> Objects.equals(e.get(key), element.get(key)))) {
                    elements.add(element);
                    break;
                }
            }
        }
        return elements.toArray(new Element[0]);
    }

    private static void require(Element element, Plan filled, List<Field> fields, Making making) {
        for (Filling filling : filled.fillings) {
            int slot = filling.field.slot();
            if (element.get(slot) == null && fields.stream().anyMatch(field -> field.slot() == slot)) {
                element.set(filling.field, filling.known.draw(making));
            }
        }
    }
}
