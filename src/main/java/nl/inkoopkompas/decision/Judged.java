package nl.inkoopkompas.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Why;
import nl.inkoopkompas.rulebook.SourceReference;

/**
 * What a criterion says of a subject, as data: the verdict with the facts and norms that it rests on. Texts and
 * remedies are made from it at the edge.
 *
 * @param because why the reported conditions hold, fail or are open; empty where the criterion does not apply
 * @param holding the names of the reported conditions that hold
 * @param remediable whether measures accepted after a hearing can make up for a shortcoming
 * @param effect what a shortcoming does, as the criteria table says: {@code ENTRY} or {@code KNOCK_OUT}
 * @param answer what became of it in the procedure
 */
public record Judged(
        String criterion,
        Element subject,
        Verdict verdict,
        Citations citations,
        List<Why> because,
        List<String> holding,
        List<SourceReference> sources,
        List<String> interpretations,
        boolean remediable,
        String effect,
        Answer answer) {

    /** What became of a finding in the procedure. */
    public enum Answer {
        NONE,
        JUDGED,
        MEASURES_ACCEPTED,
        MEASURES_REFUSED,
        LAPSED
    }

    /** Where the facts stand that it rests on. */
    public List<String> factPointers() {
        return citations.facts().stream().map(Leaf::pointer).toList();
    }

    public String subjectPointer() {
        return subject.pointer();
    }

    /** Whether it stands after the applicant has been heard, or cannot be mended by a hearing at all. */
    public boolean isFinal() {
        return verdict == Verdict.NOT_MET
                && (!remediable || answer == Answer.MEASURES_REFUSED || answer == Answer.LAPSED);
    }

    /**
     * Pointers of the facts that are missing, and keys of the norms that nobody has set; both empty unless it is
     * undetermined.
     */
    public Missing missing() {
        Missing missing = new Missing(new LinkedHashSet<>(), new LinkedHashSet<>());
        if (verdict == Verdict.UNDETERMINED) {
            because.forEach(why -> why.missing(missing.facts, missing.norms));
        }
        return missing;
    }

    /** What an undetermined finding lacks. */
    public record Missing(Set<String> facts, Set<String> norms) {}

    Judged after(Verdict changed, Answer given) {
        return new Judged(
                criterion,
                subject,
                changed,
                citations,
                because,
                holding,
                sources,
                interpretations,
                remediable,
                effect,
                given);
    }
}
