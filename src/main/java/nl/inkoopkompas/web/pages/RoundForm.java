package nl.inkoopkompas.web.pages;

import java.util.List;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The form for a further round, or to try one.
 *
 * @param kind path of the kind of round
 * @param on date that is filled in
 * @param findings what it is about
 * @param outcome what it would lead to; null where that was not asked
 */
record RoundForm(
        String id,
        String applicant,
        String kind,
        int number,
        int version,
        String on,
        String notBefore,
        List<OpenOne> findings,
        Previews.@Nullable Preview outcome,
        List<String> errors) {

    /**
     * A finding that this round is about.
     *
     * @param key names it in the form
     * @param judges whether a judgement is asked
     * @param hears whether a response can be given
     * @param chosen what is filled in: {@code ACCEPTED}, {@code REFUSED} or {@code LAPSED}; empty for nothing
     * @param fields what can be changed
     * @param additions lists to which a line can be added
     */
    record OpenOne(
            String key,
            String criterion,
            String product,
            Verdict verdict,
            String reason,
            String help,
            boolean judges,
            boolean hears,
            String chosen,
            String motivation,
            List<InputField> fields,
            List<Addition> additions) {}

    /** @param error null where nothing is wrong */
    record InputField(
            String name,
            String label,
            Words.Input.Kind kind,
            String value,
            List<Words.Labelled> options,
            @Nullable String error) {}

    record Addition(String label, List<InputField> fields) {}
}
