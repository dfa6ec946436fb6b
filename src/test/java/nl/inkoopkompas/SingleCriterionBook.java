package nl.inkoopkompas;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inkoopkompas.rulebook.RuleBookFiles;

/** The rule book of this project with one criterion in it: its rule file, the definitions and its rows of the table. */
public final class SingleCriterionBook {

    private static final String CRITERIA = "decision-tables/admission/criteria.csv";

    private SingleCriterionBook() {}

    /** The path of the rule file of a criterion. */
    public static String ruleFile(String criterion) {
        return "rules/" + criterion.replace('.', '/') + ".drl";
    }

    public static RuleBookFiles of(String criterion) {
        return of(criterion, ProjectRuleBook.FILES);
    }

    public static RuleBookFiles of(String criterion, RuleBookFiles all) {
        // what may never happen rests on all criteria
        RuleBookFiles files = all.without("rules/admission/invariants.yaml");
        for (String path : files.paths("rules/admission/", ".drl")) {
            if (!path.equals(ruleFile(criterion)) && !path.endsWith("/definitions.drl")) {
                files = files.without(path);
            }
        }
        String[] lines = files.text(CRITERIA).split("\n");
        String kept = Stream.of(lines)
                .skip(1)
                .filter(line -> line.split(",")[2].equals(criterion))
                .collect(Collectors.joining("\n"));
        return files.with(CRITERIA, lines[0] + "\n" + kept + "\n");
    }
}
