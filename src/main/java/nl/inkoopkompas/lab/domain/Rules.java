package nl.inkoopkompas.lab.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Table;

/** The rules of one criterion in one rule book, as far as an analysis needs them. */
public interface Rules {

    RuleBook book();

    /** What they read. */
    Survey survey();

    /** What they say of a subject: one verdict, unless they overlap or leave a gap. */
    Set<Verdict> verdicts(Element request, Element subject);

    /** What the elements of a list come to. */
    List<Tally> tally(Element request, Element subject, Leaf list);

    /** Whether the book's tables list a value, in rows that suit the rest of the request. */
    default boolean lists(Object value, TableOptions from, Element request) {
        Table table = book().requireTable(from.table());
        return table.rows().stream()
                .anyMatch(row -> value.equals(table.cell(row, from.column()))
                        && from.where().entrySet().stream().allMatch(where -> {
                            Leaf leaf = request.at(where.getValue());
                            return leaf != null
                                    && leaf.value() != null
                                    && leaf.value().equals(table.cell(row, where.getKey()));
                        }));
    }

    /** The values at a pointer for which the book's tables list something. */
    default Collection<Object> deciding(TableOptions from, String pointer) {
        Table table = book().requireTable(from.table());
        List<Object> values = new ArrayList<>();
        from.where().forEach((column, where) -> {
            if (where.equals(pointer)) {
                table.rows().stream()
                        .map(row -> table.cell(row, column))
                        .filter(Objects::nonNull)
                        .forEach(values::add);
            }
        });
        return values;
    }

    /** All values that the book's tables list. */
    default Collection<Object> listed(TableOptions from) {
        Table table = book().requireTable(from.table());
        return table.rows().stream()
                .map(row -> table.cell(row, from.column()))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }
}
