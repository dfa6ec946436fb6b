package nl.inkoopkompas.admission;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;

/**
 * What has only been declared: lines of an application that a criterion rests on, for which the table
 * {@code admission/criteria} asks a paper, and of which nobody has checked one.
 */
public final class Papers {

    private final Map<String, Pattern> papers = new LinkedHashMap<>();

    Papers(RuleBook book, String contract) {
        Table criteria = book.requireTable("admission/criteria");
        if (criteria.column("proof").isEmpty()) {
            return;
        }
        for (Table.Row row : criteria.rows()) {
            Object of = criteria.cell(row, "contract");
            Object path = criteria.cell(row, "proof");
            if (path != null && (Table.ANY.equals(of) || contract.equals(of))) {
                papers.put(
                        String.valueOf(criteria.cell(row, "criterion")),
                        Pattern.compile(path.toString().replace("*", "\\d+") + "/\\d+"));
            }
        }
    }

    /**
     * A line that has only been declared.
     *
     * @param pointer where it stands in the application
     */
    public record Declared(String criterion, String subject, String pointer) {}

    /**
     * What findings that are met rest on and nobody has checked.
     *
     * @param verified pointers of what has been checked: a line, the list that it stands in, or a field of it
     */
    List<Declared> declared(List<Judged> findings, Set<String> verified) {
        Set<Declared> declared = new LinkedHashSet<>();
        for (Judged finding : findings) {
            Pattern paper = papers.get(finding.criterion());
            if (paper == null || finding.verdict() != Verdict.MET) {
                continue;
            }
            finding.factPointers().forEach(fact -> {
                Matcher line = paper.matcher(fact);
                if (line.lookingAt() && verified.stream().noneMatch(seen -> covers(seen, line.group()))) {
                    declared.add(new Declared(finding.criterion(), finding.subjectPointer(), line.group()));
                }
            });
        }
        return List.copyOf(declared);
    }

    private static boolean covers(String seen, String line) {
        return line.equals(seen) || line.startsWith(seen + "/") || seen.startsWith(line + "/");
    }
}
