package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.StatedRows;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Why;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;

/**
 * What findings are drawn from that no rule reports: the tables of a decision of which the rows state conditions, and
 * what the criteria table says of criteria without rules.
 */
public final class Drawing {

    private final Map<String, StatedRows> tables;
    private final Map<String, Applicability> drawn;
    private final Map<String, Survey> surveys = new ConcurrentHashMap<>();

    private Drawing(Map<String, StatedRows> tables, Map<String, Applicability> drawn) {
        this.tables = tables;
        this.drawn = drawn;
    }

    static Drawing of(RuleBook book, Policy policy, List<Problem> problems) {
        Map<String, Applicability> drawn = new LinkedHashMap<>();
        for (String id : Applicability.drawn(book, policy)) {
            RuleChecks.checkTexts(id, policy, problems);
            drawn.put(id, Applicability.of(book, policy, id, problems));
        }
        Map<String, StatedRows> tables = new LinkedHashMap<>();
        for (Table table : book.tables().values()) {
            if (table.decision().equals(policy.decision()) && StatedRows.are(table)) {
                tables.put(table.id(), StatedRows.of(book, policy, table, problems));
            }
        }
        return new Drawing(tables, drawn);
    }

    /** A table of which the rows state conditions. */
    public StatedRows rows(String table) {
        StatedRows rows = tables.get(table);
        if (rows == null) {
            throw new IllegalArgumentException("The rows of " + table + " state no conditions");
        }
        return rows;
    }

    /** A finding on a criterion that is drawn from the others. */
    public Judged finding(
            String criterion,
            Element subject,
            Verdict verdict,
            Citations citations,
            List<Why> because,
            List<String> interpretations) {
        Applicability applicability = drawn.get(criterion);
        if (applicability == null) {
            throw new IllegalArgumentException("The criteria table does not say that " + criterion + " is drawn");
        }
        Applicability.Row row = applicability.everywhere();
        return new Judged(
                criterion,
                subject,
                verdict,
                citations,
                because,
                List.of(),
                List.of(row.norm().source()),
                interpretations,
                row.remediable(),
                row.effect(),
                Answer.NONE);
    }

    /** Those of some criteria that read the field at a pointer, or something in it. */
    public Set<String> reading(Criteria criteria, String pointer, Set<String> some) {
        Set<String> reading = new LinkedHashSet<>();
        for (String id : some) {
            boolean reads = survey(criteria, id).readings().stream().anyMatch(one -> {
                String at = one.at().pointer();
                return at.equals(pointer) || at.startsWith(pointer + "/");
            });
            if (reads) {
                reading.add(id);
            }
        }
        return reading;
    }

    /** Values on each side of what the criteria ask of the field at a pointer. */
    public List<Object> boundaries(Criteria criteria, String pointer) {
        List<Object> values = new ArrayList<>();
        for (String id : criteria.ids()) {
            for (Survey.Reading reading : survey(criteria, id).readings()) {
                if (reading instanceof Survey.AtLeast bound
                        && bound.at().pointer().equals(pointer)) {
                    bound.lowest().forEach(lowest -> {
                        if (lowest instanceof Long least) {
                            values.addAll(least > 0 ? List.of(least, least - 1) : List.of(least));
                        }
                    });
                }
            }
        }
        return values;
    }

    private Survey survey(Criteria criteria, String criterion) {
        return surveys.computeIfAbsent(criterion, criteria::survey);
    }
}
