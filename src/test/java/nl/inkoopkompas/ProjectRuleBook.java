package nl.inkoopkompas;

import java.nio.file.Path;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;

/** The rule book of this project, read and compiled once for all tests. */
public final class ProjectRuleBook {

    public static final RuleBookFiles FILES = RuleBookFiles.below(Path.of(""));
    public static final RuleBook BOOK = RuleBookReader.read(FILES);
    public static final DecisionEngine ENGINE = new DecisionEngine(new EngineReceipt("test", "test"));

    static {
        ENGINE.prepare(BOOK);
    }

    private ProjectRuleBook() {}
}
