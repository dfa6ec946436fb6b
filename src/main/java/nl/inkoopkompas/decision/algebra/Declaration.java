package nl.inkoopkompas.decision.algebra;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import org.jspecify.annotations.Nullable;

/** A declared criterion, or the definitions that criteria share, bound to a rule book. */
public final class Declaration {

    private final String file;
    private final String id;
    private final String subject;
    private final Criterion prototype;
    private final Map<String, Condition> conditions;
    private final Map<String, Object> reads = new HashMap<>();
    private Shape.@Nullable Field subjectField;
    private @Nullable Declaration definitions;

    /**
     * @param id id of the criterion
     * @param subject what it judges: {@code /applicant} or {@code /products/*}
     * @param prototype a new instance of the declared class
     */
    public Declaration(String file, String id, String subject, Criterion prototype) {
        this.file = file;
        this.id = id;
        this.subject = subject;
        this.prototype = prototype;
        this.conditions = conditionsOf(prototype);
    }

    private static Map<String, Condition> conditionsOf(Criterion prototype) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (Field field : prototype.getClass().getDeclaredFields()) {
            try {
                field.setAccessible(true);
                if (field.get(prototype) instanceof Condition condition) {
                    condition.number(conditions.size());
                    conditions.put(field.getName(), condition);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("A declared field can be read", e);
            }
        }
        return conditions;
    }

    /** Looks up all that its conditions name; what cannot be found is added to the problems. */
    public void bind(RuleBook book, Policy policy, @Nullable Declaration definitions, List<Problem> problems) {
        subjectField = policy.schema().field(subject.substring(1).split("/")[0]);
        this.definitions = definitions;
        Map<String, Condition> shared = definitions == null ? Map.of() : definitions.conditions;
        conditions.forEach((name, condition) ->
                condition.bind(new Binding(book, policy, id, subject, shared, file, name, problems, reads)));
    }

    /** What of the book its conditions read, by a name for the place; without what definitions read. */
    public Map<String, Object> reads() {
        return reads;
    }

    public String file() {
        return file;
    }

    public String id() {
        return id;
    }

    public Collection<String> conditionNames() {
        return conditions.keySet();
    }

    /** Opens a case of a decision that asks no other. */
    public static CaseFile open(Element request, @Nullable Declaration definitions) {
        return open(request, definitions, null);
    }

    /** Opens a case that definitions can be judged in. */
    public static CaseFile open(Element request, @Nullable Declaration definitions, @Nullable OtherDecisions others) {
        if (definitions == null) {
            return new CaseFile(request, null, 0, others);
        }
        return new CaseFile(request, definitions.subjects(request)[0], definitions.conditions.size(), others);
    }

    /** What it judges, as it was declared: {@code /applicant} or {@code /products/*}. */
    public String subject() {
        return subject;
    }

    /** What it judges in a request. */
    public Element[] subjects(Element request) {
        Shape.Field field = subjectField;
        if (field == null) {
            throw new IllegalStateException(id + " is not bound");
        }
        return field.type() == Shape.Type.LIST ? request.list(field) : new Element[] {request.child(field)};
    }

    /** The fact for one subject of a case. */
    public Criterion about(CaseFile file, Element of) {
        return prototype.on(file, of, conditions.size());
    }

    /** Whether named conditions have these truths for what a fact is about. */
    public boolean suits(Criterion fact, Map<String, Truth> truths) {
        for (Map.Entry<String, Truth> entry : truths.entrySet()) {
            if (fact.why(condition(entry.getKey())).truth() != entry.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Why a named condition holds, fails or is open. */
    public Why why(String condition, CaseFile file, Element of) {
        return condition(condition).why(file.scopeOf(of));
    }

    /** Whether in one of these alternatives all conditions have the truth that it names. */
    public boolean isSo(List<Map<String, Truth>> alternatives, CaseFile file, Element of) {
        Criterion about = about(file, of);
        return alternatives.stream().anyMatch(wanted -> wanted.entrySet().stream()
                .allMatch(part -> about.why(condition(part.getKey())).truth() == part.getValue()));
    }

    /** The days on which its verdict may turn because time passes. */
    public SortedSet<LocalDate> turningDays(CaseFile file, Element of) {
        SortedSet<LocalDate> days = new TreeSet<>();
        conditions.values().forEach(condition -> condition.turningDays(file.scopeOf(of), days));
        return days;
    }

    /**
     * Ways to bring named conditions to a truth, the fewest and nearest changes first.
     *
     * @param wanted by the name of the condition
     */
    public List<Plan> plans(CaseFile file, Element of, Map<String, Truth> wanted) {
        List<List<Plan>> ways = new ArrayList<>();
        wanted.forEach((name, truth) -> {
            Scope scope = file.scopeOf(of);
            if (condition(name).why(scope).truth() == truth) {
                ways.add(List.of(Plan.NOTHING));
            } else {
                ways.add(truth.isKnown() ? condition(name).plans(scope, truth == Truth.TRUE) : List.of());
            }
        });
        return Plan.together(ways);
    }

    /** For every field that a test reads: values on each side of its boundaries on a day. */
    public void boundaries(LocalDate day, Map<Shape.Field, SortedSet<Object>> into) {
        conditions.values().forEach(condition -> boundaries(condition, day, into));
    }

    private static void boundaries(Condition condition, LocalDate day, Map<Shape.Field, SortedSet<Object>> into) {
        if (condition instanceof Test test && test.path().isBound()) {
            test.boundaries(day)
                    .forEach(value -> into.computeIfAbsent(test.path().field(), field -> new TreeSet<>())
                            .add(value));
        }
        condition.parts().forEach(part -> boundaries(part, day, into));
    }

    /** What its conditions read. */
    public Survey survey() {
        Survey survey = new Survey(subject, definitions == null ? subject : definitions.subject());
        conditions.values().forEach(condition -> condition.survey(survey));
        return survey;
    }

    /** What the elements of a list come to, in every place that asks for them. */
    public List<Tally> tally(CaseFile file, Element of, Leaf list) {
        List<Tally> tallies = new ArrayList<>();
        conditions.values().forEach(condition -> condition.tally(file.scopeOf(of), list, tallies));
        return tallies;
    }

    private Condition condition(String name) {
        Condition condition = conditions.get(name);
        if (condition == null) {
            throw new IllegalArgumentException(id + " has no condition " + name);
        }
        return condition;
    }
}
