package nl.inkoopkompas.correspondence;

import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import org.jspecify.annotations.Nullable;

/** What a letter on a request for an exception contract is for. */
public enum CaseLetterKind {
    /** What was decided and why, for the municipality that asked. */
    DECISION("besluit", true),
    /** What was decided and why, for all municipalities. */
    NOTICE("mededeling", false),
    /** What was decided, for the provider. */
    PROVIDER("bericht-aan-aanbieder", false),
    /** The exception contract itself. */
    CONTRACT("contract", true);

    private final String word;
    private final boolean namesClient;

    CaseLetterKind(String word, boolean namesClient) {
        this.word = word;
        this.namesClient = namesClient;
    }

    /** The letters that go out when something is done with a case. */
    public static List<CaseLetterKind> askedBy(@Nullable CaseAction action) {
        if (action == CaseAction.APPROVE || action == CaseAction.REJECT) {
            return List.of(DECISION, NOTICE, PROVIDER);
        }
        return action == CaseAction.DRAW_UP_CONTRACT ? List.of(CONTRACT) : List.of();
    }

    /** Whether the pseudonym of a client stands in it, so that it is only for who may see that. */
    public boolean namesClient() {
        return namesClient;
    }

    /** The Dutch word for it, as it stands in names of files. */
    String word() {
        return word;
    }

    String template() {
        return "exception-" + name().toLowerCase(Locale.ROOT);
    }
}
