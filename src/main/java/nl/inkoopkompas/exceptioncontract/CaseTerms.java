package nl.inkoopkompas.exceptioncontract;

import java.time.LocalDate;
import nl.inkoopkompas.exceptioncontract.NextStep.Term;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;

/** By when something has to be done with a case, as the parameters {@code exception.terms} say; they may be empty. */
public final class CaseTerms {

    private static final String TERMS = "exception.terms.";
    private static final String URGENT = "-urgent";

    private final RuleBook book;

    public CaseTerms(RuleBook book) {
        this.book = book;
    }

    /**
     * By when something has to be done.
     *
     * @param example whether the term is an example that nobody has set yet
     */
    public record Due(LocalDate on, boolean example) {}

    /** The last day, or null where there is no term. */
    @Nullable
    LocalDate dueOn(CaseStatus status, boolean urgent, LocalDate since) {
        Due due = due(status, urgent, since);
        return due == null ? null : due.on();
    }

    /**
     * By when the next step has to be taken, or null where there is no term.
     *
     * @param since the day on which the case came to this status
     */
    public @Nullable Due due(CaseStatus status, boolean urgent, LocalDate since) {
        Term term = term(status, urgent, since);
        Long days = term == null ? null : term.days();
        return term == null || days == null ? null : new Due(since.plusDays(days), term.example());
    }

    /** The term of a status, or null where no parameter gives one. */
    @Nullable
    Term term(CaseStatus status, boolean urgent, LocalDate since) {
        String name = term(status);
        return name == null ? null : term(TERMS + name + (urgent ? URGENT : ""), since);
    }

    private static @Nullable String term(CaseStatus status) {
        return switch (status) {
            case SUBMITTED -> "take-up-days";
            case UNDER_REVIEW, TARIFF_TALKS -> "advice-days";
            case ADVISED -> "decision-days";
            case APPROVED, REJECTED -> "follow-up-days";
            case CONTRACTED, WITHDRAWN, CLOSED -> null;
        };
    }

    private Term term(String key, LocalDate on) {
        Parameter parameter = book.parameter(key).orElse(null);
        Term term = new Term(key, null, null, false);
        if (parameter != null) {
            for (Parameter.DatedValue value : parameter.values()) {
                if (!value.from().isAfter(on)) {
                    term = new Term(key, (Long) value.value(), value.source(), value.example());
                }
            }
        }
        return term;
    }
}
