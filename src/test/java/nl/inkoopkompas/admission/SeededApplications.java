package nl.inkoopkompas.admission;

import nl.inkoopkompas.ProjectRuleBook;
import tools.jackson.databind.node.ObjectNode;

/** Random applications that suit the rule book of this project, for tests of other packages. */
public final class SeededApplications {

    private static final RandomApplications RANDOM =
            new RandomApplications(asOf -> ProjectNorms.of(ProjectRuleBook.BOOK, asOf));

    private SeededApplications() {}

    public static ObjectNode application(long seed) {
        return RANDOM.application(seed);
    }
}
