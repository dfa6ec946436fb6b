package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inkoopkompas.decision.Decision.RuleBookReceipt;

/** What every page shows around its content. */
public interface Surroundings {

    /** The person behind a user name. */
    Optional<Person> person(String username);

    /** The rule book in force today. */
    RuleBookReceipt ruleBook();

    /** The version of this program. */
    String version();

    /** Whom a demo offers to log in as; empty outside the demo. */
    List<Person> demoUsers();

    /**
     * @param role the id of the role, such as {@code INKOPER}
     * @param reads whether the person may see applications
     * @param imports whether the person may read in files with applications
     * @param audits whether the person may see who looked at what
     * @param tries whether the person may look into the policy lab
     * @param pages the addresses of pages that the person may open
     */
    record Person(
            String username,
            String name,
            String role,
            boolean reads,
            boolean imports,
            boolean audits,
            boolean tries,
            Set<String> pages) {

        /** Whether the person may open a page, by its address. */
        public boolean opens(String page) {
            return pages.contains(page);
        }
    }
}
