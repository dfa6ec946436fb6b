package nl.inkoopkompas.lab.comparison;

import java.util.Collection;
import nl.inkoopkompas.decision.Verdict;

/** How a criterion in one rule book stands to the same criterion in another. */
public enum Relation {
    EQUAL,
    /** No applicant is better off, and some are worse off. */
    STRICTER,
    /** No applicant is worse off, and some are better off. */
    LOOSER,
    /** Some are better off and others worse, or what could be decided cannot, or can now. */
    INCOMPARABLE;

    /** How well off an applicant is with a verdict, on complete input. */
    private static int standing(Verdict verdict) {
        return switch (verdict) {
            case MET, NOT_APPLICABLE, REMEDIED -> 2;
            case JUDGEMENT -> 1;
            case NOT_MET -> 0;
            case UNDETERMINED -> throw new IllegalArgumentException("What is open has no place in the order");
        };
    }

    /**
     * What changes on complete input decides. Where nothing changes there, but something does while facts are missing,
     * the two are not to be compared.
     */
    static Relation of(Collection<Change> changes) {
        boolean better = false;
        boolean worse = false;
        for (Change change : changes) {
            if (change.isOpen() && change.complete()) {
                return INCOMPARABLE;
            }
            if (change.complete()) {
                int step = standing(change.to()) - standing(change.from());
                better |= step > 0;
                worse |= step < 0;
            }
        }
        if (better || worse) {
            return better && worse ? INCOMPARABLE : better ? LOOSER : STRICTER;
        }
        return changes.stream().anyMatch(change -> !change.complete() && change.matters()) ? INCOMPARABLE : EQUAL;
    }

    /**
     * A verdict that becomes another.
     *
     * @param complete whether that happens on input in which nothing is missing
     */
    record Change(Verdict from, Verdict to, boolean complete) {

        boolean isOpen() {
            return from == Verdict.UNDETERMINED || to == Verdict.UNDETERMINED;
        }

        /** Whether it is more than another name for the same standing. */
        boolean matters() {
            return isOpen() || standing(from) != standing(to);
        }
    }
}
