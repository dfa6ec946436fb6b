package nl.inkoopkompas.decision.algebra;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/** Looks up in a rule book what one condition names, and collects what cannot be found. */
public final class Binding {

    private final RuleBook book;
    private final Policy policy;
    private final String criterion;
    private final Map<String, Condition> definitions;
    private final String file;
    private final String condition;
    private final List<Problem> problems;
    private final Map<String, Object> reads;
    private final Shape subject;
    private final Deque<Shape> shapes = new ArrayDeque<>();

    /**
     * @param criterion id that parameters with a short name belong to
     * @param subjectPointer what the criterion judges
     * @param reads what of the book it reads, by a name for the place
     */
    Binding(
            RuleBook book,
            Policy policy,
            String criterion,
            String subjectPointer,
            Map<String, Condition> definitions,
            String file,
            String condition,
            List<Problem> problems,
            Map<String, Object> reads) {
        this.book = book;
        this.policy = policy;
        this.criterion = criterion;
        this.definitions = definitions;
        this.file = file;
        this.condition = condition;
        this.problems = problems;
        this.reads = reads;
        this.subject = subjectShape(subjectPointer);
        shapes.push(subject);
    }

    private Shape subjectShape(String pointer) {
        Shape shape = policy.schema();
        for (String part : pointer.split("/")) {
            if (part.isEmpty() || part.equals("*")) {
                continue;
            }
            Field field = shape.field(part);
            if (field == null || field.item() == null) {
                problem("the subject " + pointer + " is not in " + shape.describe());
                return shape;
            }
            shape = field.requireItem();
        }
        return shape;
    }

    void problem(String sentence) {
        problems.add(new Problem(file, condition, sentence));
    }

    /** Notes what of the book decides what the condition says: equal notes, equal truth. */
    void reads(String place, Object content) {
        reads.put(place, content);
    }

    /** Notes that columns of a table decide what the condition says. */
    void reads(Table table, List<String> columns) {
        reads(
                table.id() + "#" + columns,
                table.rows().stream()
                        .map(row -> columns.stream()
                                .map(column -> String.valueOf(table.cell(row, column)))
                                .toList())
                        .toList());
    }

    Shape shape(Path.Origin origin) {
        return switch (origin) {
            case HERE -> shapes.element();
            case REQUEST -> policy.schema();
            case CONTEXT -> context();
            case SUBJECT -> subject;
            case OUTER -> shapes.stream().skip(1).findFirst().orElse(subject);
        };
    }

    private Shape context() {
        Shape context = policy.context();
        if (context == null) {
            problem("nothing is read besides the request of " + policy.decision());
            return policy.schema();
        }
        return context;
    }

    RuleBook book() {
        return book;
    }

    Policy policy() {
        return policy;
    }

    /** Binds what is said of the elements of a list. */
    void inside(Shape item, Runnable bind) {
        shapes.push(item);
        bind.run();
        shapes.pop();
    }

    @Nullable
    Parameter parameter(String name) {
        String full = name.contains(".") ? name : criterion + "." + name;
        Parameter parameter = book.parameter(full).orElse(null);
        if (parameter == null) {
            problem("there is no parameter " + full);
        }
        return parameter;
    }

    @Nullable
    Table table(String name) {
        String full = name.contains("/") ? name : policy.decision() + "/" + name;
        Table table = book.table(full);
        if (table == null) {
            problem("there is no table " + full + "; there are " + book.tables().keySet());
        }
        return table;
    }

    @Nullable
    Condition definition(String name) {
        Condition definition = definitions.get(name);
        if (definition == null) {
            problem("\"" + name + "\" is not defined; there are " + definitions.keySet());
        }
        return definition;
    }

    /** The options that a norm can take. */
    List<String> options(NormReference norm) {
        if (norm instanceof ParameterReference parameter) {
            Parameter found = parameter(parameter.name());
            return found == null || found.type() != ValueType.OPTION ? List.of() : found.options();
        }
        if (norm instanceof CellReference cell) {
            Table table = table(cell.table());
            return table == null
                    ? List.of()
                    : table.column(cell.column()).map(Table.Column::options).orElse(List.of());
        }
        return List.of();
    }

    /** The norm counts what the word counts. */
    void unit(NormReference norm, String expected) {
        if (norm instanceof ParameterReference parameter) {
            Parameter found = parameter(parameter.name());
            if (found != null && !expected.equals(found.unit())) {
                problem(found.key() + " is in " + found.unit() + "; expected " + expected);
            }
        }
    }
}
