package nl.inkoopkompas.decision.algebra;

import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a rule file declares: a criterion with named conditions, in the words below. A rule book holds one instance; for
 * each case and subject a copy of it is the fact that the rules match and report on.
 */
public abstract class Criterion implements Cloneable {

    private @Nullable Scope scope;
    private @Nullable Why[] whys = {};
    private @Nullable Verdict verdict;
    private Condition[] because = {};

    /** A copy for one subject of one case. */
    public final Criterion on(CaseFile file, Element subject, int conditions) {
        try {
            Criterion copy = (Criterion) clone();
            copy.scope = file.scopeOf(subject);
            copy.whys = new Why[conditions];
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("A criterion can be copied", e);
        }
    }

    private Scope scope() {
        if (scope == null) {
            throw new IllegalStateException("This criterion is not about a case");
        }
        return scope;
    }

    public final Element subject() {
        return scope().subject();
    }

    /** Why a condition holds, fails or is open; worked out once. */
    public final Why why(Condition condition) {
        Why why = whys[condition.index()];
        if (why == null) {
            why = condition.why(scope());
            whys[condition.index()] = why;
        }
        return why;
    }

    /** In a rule: the condition is true. */
    public final boolean holds(Condition condition) {
        return why(condition).truth() == Truth.TRUE;
    }

    /** In a rule: the condition is false. */
    public final boolean fails(Condition condition) {
        return why(condition).truth() == Truth.FALSE;
    }

    /** In a rule: the condition is unknown. */
    public final boolean open(Condition condition) {
        return why(condition).truth() == Truth.UNKNOWN;
    }

    /** What a rule does: it reports its verdict and the conditions that it rests on; a second verdict is refused. */
    public final void report(Verdict reported, Condition... conditions) {
        if (verdict != null) {
            throw new IllegalStateException(getClass().getSimpleName() + " on "
                    + subject().pointer() + " is both " + verdict + " and " + reported + "; its rules overlap");
        }
        verdict = reported;
        because = conditions;
    }

    /** What was reported; refuses silence with an {@link IllegalStateException}. */
    public final Verdict verdict() {
        if (verdict == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " on "
                    + subject().pointer() + " has no verdict; its rules leave a gap");
        }
        return verdict;
    }

    /** Why, for each condition that was reported. */
    public final Why[] because() {
        Why[] reported = new Why[because.length];
        for (int i = 0; i < because.length; i++) {
            reported[i] = why(because[i]);
        }
        return reported;
    }

    // The words. Published words keep their meaning for ever: sealed rule books use them.

    /** A field of the element at hand, or of the request when it starts with a slash; a dot is the value itself. */
    public static FieldWord<Condition> the(String path) {
        return new FieldWord<>(Path.of(path), condition -> condition);
    }

    /** A field of what the criterion judges, also inside a list. */
    public static FieldWord<Condition> subject(String path) {
        return new FieldWord<>(new Path(path, Path.Origin.SUBJECT), condition -> condition);
    }

    /** A field of the element around the list at hand; a dot is that value itself. */
    public static FieldWord<Condition> outer(String path) {
        return new FieldWord<>(new Path(path, Path.Origin.OUTER), condition -> condition);
    }

    /** A number as a part of another, which is above zero. */
    public static FieldWord<Condition> ratio(String part, String whole) {
        return new FieldWord<>(Path.of(part), Path.of(whole), condition -> condition);
    }

    /** At least one element of a list. */
    public static Elements any(String list) {
        return new Elements(true, Path.of(list));
    }

    /** Every element of a list; of an empty list, every element meets anything. */
    public static Elements every(String list) {
        return new Elements(false, Path.of(list));
    }

    /** A field added up over the elements of a list. */
    public static Total sum(String field, String list) {
        return new Total(Path.of(field), Path.of(list));
    }

    /** How many elements of a list there are. */
    public static Total count(String list) {
        return new Total(null, Path.of(list));
    }

    /** At least one row of a table. */
    public static Rows anyRow(String table) {
        return new Rows(table);
    }

    /** At least one criterion of another decision, asked about a request that is made of this one. */
    public static Findings anyFinding(String decision) {
        return new Findings(decision);
    }

    public static Condition not(Condition condition) {
        return new Negation(condition);
    }

    /** The first when the situation holds, the second when it fails. */
    public static Condition inCase(Condition situation, Condition then, Condition otherwise) {
        return new Choice(situation, then, otherwise);
    }

    /** A condition that the definitions of the decision name. */
    public static Condition defined(String name) {
        return new Defined(name);
    }

    /** Policy has turned this switch on. */
    public static Condition whether(NormReference norm) {
        return new NormTest(norm, true);
    }

    /** Somebody has set this norm. */
    public static Condition isSet(NormReference norm) {
        return new NormTest(norm, null);
    }

    /** A parameter, by its last part within the criterion or by its full key. */
    public static NormReference norm(String name) {
        return new ParameterReference(name);
    }

    /** A cell of the row with a fixed key. */
    public static NormReference row(String table, String key, String column) {
        return new CellReference(table, key, null, column);
    }

    /** A cell of the row with a fixed key that holds on the reference date. */
    public static NormReference dated(String table, String key, String column) {
        return new DatedCell(table, key, column);
    }

    /** A cell of the row that a fact picks. */
    public static NormReference row(String table, FieldWord<?> by, String column) {
        return new CellReference(table, null, by.path(), column);
    }
}
