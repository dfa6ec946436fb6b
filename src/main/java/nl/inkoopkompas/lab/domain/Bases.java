package nl.inkoopkompas.lab.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The scenarios' requests that rule books can read: examples are built on the one with the least amiss. */
public final class Bases {

    /** A request, and how many of its findings are settled. */
    private record Base(Element request, long settled) {}

    private final List<Base> bases;
    private final LocalDate day;
    private final Map<List<Object>, Element> chosen = new ConcurrentHashMap<>();

    private Bases(List<Base> bases, LocalDate day) {
        this.bases = bases;
        this.day = day;
    }

    /**
     * Reads the scenarios of the first book.
     *
     * @param books of one decision and with the same schema; the request suits all of them
     * @param from the first reference date that an example may have
     */
    public static Bases of(DecisionEngine engine, String decision, List<RuleBook> books, LocalDate from) {
        Criteria criteria = engine.criteria(books.get(0), decision);
        RuleBook last = books.get(books.size() - 1);
        List<Base> bases = new ArrayList<>(books.get(0).policy(decision).scenarios().parallelStream()
                .map(scenario -> base(engine, decision, last, criteria, scenario))
                .filter(Objects::nonNull)
                .toList());
        bases.sort(Comparator.comparingLong(Base::settled).reversed());
        return new Bases(bases, day(criteria, bases, from));
    }

    /** A scenario as the last book reads it; null where it cannot. */
    private static @Nullable Base base(
            DecisionEngine engine, String decision, RuleBook book, Criteria criteria, Scenario scenario) {
        try {
            Element request = engine.read(
                    book, decision, new Input((ObjectNode) scenario.request(), (ObjectNode) scenario.context()));
            trim(request);
            return new Base(request, settled(criteria, request));
        } catch (RequestRefused e) {
            return null;
        }
    }

    public boolean isEmpty() {
        return bases.isEmpty();
    }

    /** All of them. */
    public List<Element> requests() {
        return bases.stream().map(Base::request).toList();
    }

    /** A reference date on which the best of them still has the least amiss. */
    public LocalDate day() {
        return day;
    }

    private static LocalDate day(Criteria criteria, List<Base> bases, LocalDate from) {
        if (bases.isEmpty()) {
            return from;
        }
        Base best = bases.get(0);
        LocalDate own = (LocalDate)
                Objects.requireNonNull(best.request().get(best.request().shape().require("asOf")));
        if (!own.isBefore(from)) {
            return own;
        }
        List<LocalDate> days = new ArrayList<>(List.of(from));
        criteria.ids().forEach(id -> days.addAll(criteria.survey(id).days().tailSet(from)));
        LocalDate found = from;
        long most = -1;
        for (LocalDate day : days.stream().distinct().sorted().toList()) {
            long settled = settled(criteria, Requests.on(day, best.request()));
            if (settled > most) {
                most = settled;
                found = day;
            }
        }
        return found;
    }

    private static long settled(Criteria criteria, Element request) {
        long settled = 0;
        for (String id : criteria.ids()) {
            for (Element subject : criteria.declaration(id).subjects(request)) {
                settled += criteria.verdicts(id, request, subject).stream().allMatch(Verdict::isSettled) ? 1 : 0;
            }
        }
        return settled;
    }

    /** Leaves out what people did, and all but the first of what a table lists. */
    private static void trim(Element request) {
        for (Field field : request.shape().fields()) {
            if (!(request.get(field) instanceof Element[] list)) {
                continue;
            }
            boolean listed = field.requireItem().fields().stream()
                    .anyMatch(item -> item.limits().from() != null);
            if (listed && list.length > 1) {
                request.set(field, new Element[] {list[0]});
            } else if (!field.limits().required()) {
                request.set(field, null);
            }
        }
    }

    /**
     * Other requests with what one request holds at pointers; those that no longer suit are left out.
     *
     * @param most how many there are at most
     */
    public List<Element> around(Element request, Collection<String> pointers, int most) {
        LocalDate on =
                (LocalDate) Objects.requireNonNull(request.get(request.shape().require("asOf")));
        List<Element> around = new ArrayList<>();
        int every = Math.max(1, bases.size() / most);
        for (int i = every - 1; i < bases.size(); i += every) {
            Element other = Requests.on(on, bases.get(i).request());
            boolean fits = true;
            for (String pointer : pointers) {
                Leaf from = request.at(pointer);
                Leaf into = other.at(pointer);
                if (from == null || into == null) {
                    fits = false;
                } else {
                    into.owner().set(into.field(), Requests.copy(from.value(), into.owner()));
                }
            }
            if (fits) {
                around.add(other);
            }
        }
        return around;
    }

    /** A new request on a day, as much as possible with these values at pointers. */
    Element like(LocalDate on, Map<String, Object> values) {
        List<Object> key = new ArrayList<>(List.of(on));
        key.addAll(new HashMap<>(values).entrySet());
        return chosen.computeIfAbsent(key, same -> choose(on, values)).copy(null);
    }

    private Element choose(LocalDate on, Map<String, Object> values) {
        Element base = bases.stream()
                .map(Base::request)
                .filter(request -> values.entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(value(request, entry.getKey()))))
                .findFirst()
                .orElse(bases.get(0).request());
        Element request = Requests.on(on, base);
        values.forEach((pointer, value) -> {
            Leaf leaf = Objects.requireNonNull(request.at(pointer));
            leaf.owner().set(leaf.field(), value);
        });
        return request;
    }

    private static @Nullable Object value(Element request, String pointer) {
        Leaf leaf = request.at(pointer);
        return leaf == null ? null : leaf.value();
    }

    /**
     * Gives fields whose values a table lists one that suits the request.
     *
     * @param chosen pointers of fields that are chosen later
     * @return whether there is one for each
     */
    static boolean repair(Element request, Element element, List<Rules> sides, Collection<String> chosen) {
        for (Field field : element.shape().fields()) {
            Object value = element.get(field);
            TableOptions from = field.limits().from();
            if (from != null && value != null) {
                boolean free = !chosen.contains(element.pointer() + "/" + field.name());
                if (free && !suits(request, from, value, sides)) {
                    Object other = sides.get(0).listed(from).stream()
                            .filter(listed -> suits(request, from, listed, sides))
                            .findFirst()
                            .orElse(null);
                    if (other == null) {
                        return false;
                    }
                    element.set(field, other);
                }
            } else if (field.type() == Type.LIST && value instanceof Element[] list) {
                for (Element child : list) {
                    if (!repair(request, child, sides, chosen)) {
                        return false;
                    }
                }
            } else if (value instanceof Element child && !repair(request, child, sides, chosen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean suits(Element request, TableOptions from, Object value, List<Rules> sides) {
        return sides.stream().allMatch(side -> side.lists(value, from, request));
    }
}
