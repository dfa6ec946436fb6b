package nl.inkoopkompas.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** Changes applications at random, all but what is to stay; what comes out would be accepted as a request. */
final class Mutants {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final Map<String, List<String>> TEXTS = Map.of(
            "memberships", List.of("Jeugdzorg Nederland", "VGN", "Valente", "De Dorpsvereniging"),
            "scheme", List.of("ISO9001", "HKZ", "KEURMERK"),
            "directors", List.of("D-1", "D-2", "D-3"),
            "holder", List.of("D-1", "D-2", "D-3"),
            "improvements", List.of("nieuw beleid", "nieuwe bestuurder"));

    private final Random random;
    private final Criteria criteria;
    private final Map<LocalDate, Map<Field, SortedSet<Object>>> edges = new HashMap<>();
    private final Map<String, List<Object>> rests = new HashMap<>();
    private @Nullable Judged focus;

    Mutants(long seed) {
        this.random = new Random(seed);
        this.criteria = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, "admission");
    }

    /** A copy in which all that is not to stay is random; null where that cannot be a request. */
    @Nullable
    Element mutant(Element request, Set<String> staying) {
        Element root = new Element(request.shape(), null, "");
        Field asOf = request.shape().require("asOf");
        LocalDate day = (LocalDate) request.get(asOf);
        Map<Field, SortedSet<Object>> boundaries = boundaries(day);
        fill(request, root, staying, boundaries, day);
        return isValid(root, staying) ? root : null;
    }

    private Map<Field, SortedSet<Object>> boundaries(LocalDate day) {
        return edges.computeIfAbsent(day, this::boundariesOn);
    }

    private Map<Field, SortedSet<Object>> boundariesOn(LocalDate day) {
        Map<Field, SortedSet<Object>> boundaries = new HashMap<>();
        criteria.ids().forEach(id -> criteria.declaration(id).boundaries(day, boundaries));
        return boundaries;
    }

    private void fill(
            @Nullable Element from,
            Element to,
            Set<String> staying,
            Map<Field, SortedSet<Object>> edges,
            LocalDate day) {
        for (Field field : to.shape().fields()) {
            String pointer = to.pointer() + (field.name().isEmpty() ? "" : "/" + field.name());
            Object before = from == null ? null : from.get(field);
            if (field.type() == Shape.Type.OBJECT) {
                Element child = new Element(field.requireItem(), to, field.name());
                fill(before instanceof Element element ? element : null, child, staying, edges, day);
                to.set(field, child);
            } else if (field.type() == Shape.Type.LIST) {
                to.set(field, list(field, (Element[]) before, to, pointer, staying, edges, day));
            } else {
                to.set(field, staying.contains(pointer) ? before : value(field, to, edges, day));
            }
        }
    }

    private Element @Nullable [] list(
            Field field,
            Element @Nullable [] before,
            Element to,
            String pointer,
            Set<String> staying,
            Map<Field, SortedSet<Object>> edges,
            LocalDate day) {
        // what is applied for is what is judged: its products change, but their number does not
        boolean fixed = staying.contains(pointer) || pointer.equals("/products");
        int keep = 0;
        for (String stays : staying) {
            if (stays.startsWith(pointer + "/")) {
                keep = Math.max(
                        keep,
                        1
                                + Integer.parseInt(
                                        stays.substring(pointer.length() + 1).split("/")[0]));
            }
        }
        boolean canBeUnknown = !field.limits().required() && !isAct(field);
        if (fixed && before == null || !fixed && keep == 0 && canBeUnknown && random.nextInt(5) == 0) {
            return null;
        }
        int size = fixed && before != null
                ? before.length
                : Math.max(Math.max(keep, field.limits().minItems()), random.nextInt(4));
        Element[] list = new Element[size];
        for (int i = 0; i < size; i++) {
            list[i] = new Element(field.requireItem(), to, field.name() + "/" + i);
            fill(before != null && i < before.length ? before[i] : null, list[i], staying, edges, day);
        }
        return list;
    }

    private static boolean isAct(Field field) {
        return Set.of("judgements", "responses", "evidence").contains(field.name());
    }

    /** A random value of a field, unknown now and then where that is allowed. */
    @Nullable
    Object value(Field field, Element owner, Map<Field, SortedSet<Object>> edges, LocalDate day) {
        if (!field.limits().required() && random.nextInt(6) == 0) {
            return null;
        }
        SortedSet<Object> near = edges.getOrDefault(field, Collections.emptySortedSet());
        if (!near.isEmpty() && random.nextInt(4) > 0) {
            return pick(near);
        }
        return switch (field.type()) {
            case TRUTH -> random.nextBoolean();
            case DATE ->
                field.name().equals("asOf")
                        ? FIRST_DAY.plusDays(random.nextInt(1500))
                        : day.plusDays(random.nextInt(2600) - 1500);
            case WHOLE, DECIMAL -> number(field, day);
            default -> text(field, owner);
        };
    }

    private Object number(Field field, LocalDate day) {
        List<Object> needed = rests.getOrDefault(field.name(), List.of());
        if (!needed.isEmpty() && random.nextBoolean()) {
            return pick(needed);
        }
        return switch (field.type()) {
            case WHOLE ->
                field.name().equals("year")
                        ? (Object) (long) (day.getYear() - random.nextInt(6))
                        : (Object) (1 + (long) random.nextInt(3_000_000));
            default -> BigDecimal.valueOf(random.nextInt(800), 2);
        };
    }

    private String text(Field field, Element owner) {
        if (!field.limits().options().isEmpty()) {
            return pick(field.limits().options());
        }
        String name = field.name().isEmpty() ? owner.shape().name() : field.name();
        return switch (name) {
            case "criterion" -> focus != null && random.nextBoolean() ? focus.criterion() : pick(criteria.ids());
            case "subject" ->
                focus != null && random.nextBoolean()
                        ? focus.subjectPointer()
                        : pick(List.of("/applicant", "/products/0", "/products/1"));
            case "code" -> pick(codes());
            case "kvkNumber" -> "90000001";
            default -> pick(TEXTS.getOrDefault(name, List.of("een tekst")));
        };
    }

    private static List<String> codes() {
        Table products = ProjectRuleBook.BOOK.requireTable("admission/products");
        return products.rows().stream()
                .map(row -> (String) products.cell(row, "code"))
                .toList();
    }

    private <T> T pick(Collection<T> options) {
        return new ArrayList<>(options).get(random.nextInt(options.size()));
    }

    /** Mends what can be mended without touching what stays, and says whether the schema would accept it. */
    private boolean isValid(Element root, Set<String> staying) {
        Field contract = root.shape().require("contract");
        if (((LocalDate) root.get(root.shape().require("asOf"))).isBefore(FIRST_DAY)) {
            return false;
        }
        Table products = ProjectRuleBook.BOOK.requireTable("admission/products");
        Set<Object> used = new HashSet<>();
        for (Element product : root.list(root.shape().require("products"))) {
            Field code = product.shape().require("code");
            if (!staying.contains(product.pointer() + "/code")) {
                List<Object> free = products.rows().stream()
                        .filter(row -> root.get(contract).equals(products.cell(row, "contract")))
                        .map(row -> products.cell(row, "code"))
                        .filter(option -> !used.contains(option))
                        .toList();
                if (free.isEmpty()) {
                    return false;
                }
                product.set(code, pick(free));
            }
            Object chosen = product.get(code);
            boolean belongs = products.rows().stream()
                    .anyMatch(row -> chosen.equals(products.cell(row, "code"))
                            && root.get(contract).equals(products.cell(row, "contract")));
            if (!belongs || !used.add(chosen)) {
                return false;
            }
        }
        Element applicant = root.child(root.shape().require("applicant"));
        Set<Object> years = new TreeSet<>();
        for (Element account : applicant.list(applicant.shape().require("annualAccounts"))) {
            if (!years.add(account.get(account.shape().require("year")))) {
                return false;
            }
            Object assets = account.get(account.shape().require("totalAssets"));
            if (assets instanceof Long total && total < 1) {
                return false;
            }
        }
        return true;
    }

    /** Acts are aimed at this finding now and then, so that they hit it. */
    void focusOn(Judged finding) {
        focus = finding;
    }

    /** What is added up is tried on what is lacking next to this value. */
    void leaveRoomFor(Leaf fact) {
        rests.clear();
        Table products = ProjectRuleBook.BOOK.requireTable("admission/products");
        String column = Map.of("trajectories", "minTrajectories", "fte", "minFte")
                .getOrDefault(fact.field().name(), "");
        rests.put("trajectories", new ArrayList<>(List.of(0L)));
        rests.put("fte", new ArrayList<>(List.of(BigDecimal.ZERO)));
        for (Table.Row row : products.rows()) {
            Object least = column.isEmpty() ? null : products.cell(row, column);
            Object value = fact.value();
            if (least instanceof Long number && value instanceof Long part && number >= part) {
                rests.get("trajectories").add(number - part);
            } else if (least instanceof BigDecimal number
                    && value instanceof BigDecimal part
                    && number.compareTo(part) >= 0) {
                rests.get("fte").add(number.subtract(part));
            }
        }
    }

    /** Some of these, most often few. */
    <T> List<T> someOf(List<T> options) {
        List<T> chosen = new ArrayList<>(options);
        Collections.shuffle(chosen, random);
        return chosen.subList(0, Math.min(chosen.size(), 1 + random.nextInt(1 + random.nextInt(chosen.size()))));
    }

    /** Values worth trying on a leaf: on each side of every boundary, and a few besides. */
    Set<Object> values(Leaf leaf) {
        LocalDate day = day(leaf.owner());
        Field field = leaf.field();
        Set<Object> values = new LinkedHashSet<>(boundaries(day).getOrDefault(field, Collections.emptySortedSet()));
        values.addAll(field.limits().options());
        String name = field.name().isEmpty() ? leaf.owner().shape().name() : field.name();
        values.addAll(TEXTS.getOrDefault(name, List.of()));
        if (focus != null && name.equals("criterion")) {
            values.add(focus.criterion());
        }
        if (focus != null && name.equals("subject")) {
            values.add(focus.subjectPointer());
        }
        if (field.type() == Shape.Type.WHOLE) {
            values.addAll(List.of(1990L, 0L));
        }
        if (field.type() == Shape.Type.TRUTH) {
            values.addAll(List.of(true, false));
        }
        for (int i = 0; i < 4; i++) {
            Object value = value(field, leaf.owner(), boundaries(day), day);
            if (value != null) {
                values.add(value);
            }
        }
        values.removeIf(value -> value.equals(leaf.value()));
        return values;
    }

    private static LocalDate day(Element element) {
        Element root = element;
        for (Element parent = root.parent(); parent != null; parent = root.parent()) {
            root = parent;
        }
        return (LocalDate) root.get(root.shape().require("asOf"));
    }

    /** Gives an element that was added values at random. */
    void fill(Element added) {
        LocalDate day = day(added);
        fill(null, added, Set.of(), boundaries(day), day);
    }

    /** Whether the schema would accept it as it stands. */
    boolean isValid(Element root) {
        Set<String> all = new HashSet<>();
        pointers(root, all);
        return isValid(root, all);
    }

    /** The pointers of all leaves and lists. */
    static void pointers(Element element, Set<String> into) {
        for (Field field : element.shape().fields()) {
            Object value = element.get(field);
            if (value instanceof Element child) {
                pointers(child, into);
                continue;
            }
            into.add(new Leaf(element, field.slot()).pointer());
            if (value instanceof Element[] list) {
                for (Element item : list) {
                    pointers(item, into);
                }
            }
        }
    }
}
