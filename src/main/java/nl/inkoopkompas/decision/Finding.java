package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion says of one subject, with all that it rests on and a reason in the reader's language.
 *
 * @param criterion stable id, such as {@code admission.negative-experience}
 * @param subject JSON Pointer of what was judged: {@code /applicant} or {@code /products/0}
 * @param facts the input that the verdict rests on
 * @param norms the parameters and table rows that it rests on
 * @param interpretation ids (X-nn, Y-nn) of the recorded interpretations that were applied
 * @param remedy null where the verdict is settled
 */
public record Finding(
        String criterion,
        String subject,
        Verdict verdict,
        String reason,
        List<Fact> facts,
        List<AppliedNorm> norms,
        List<SourceReference> sources,
        List<String> interpretation,
        @Nullable Remedy remedy) {

    /** A value of the input, null where it is unknown, and where it stands. */
    public record Fact(String pointer, @Nullable Object value) {}

    /**
     * A value that policy set, as it held on the reference date.
     *
     * @param key parameter key, or {@code <decision>/<table>#<row id>}
     * @param value the value; for a table row the cells that were read, by column; null when not set
     */
    public record AppliedNorm(
            String key,
            @Nullable Object value,
            @Nullable String unit,
            LocalDate validFrom,
            SourceReference source,
            boolean example) {}

    /**
     * What would help.
     *
     * @param missing pointers of facts to supply, {@code /list/-} for an element to add
     * @param missingNorms keys of norms that nobody has set
     * @param change the fewest changes of actionable fields that alone make it MET; empty where there are none
     * @param metFrom the first reference date on which time alone makes it MET
     */
    public record Remedy(
            String text,
            List<String> missing,
            List<String> missingNorms,
            List<Change> change,
            @Nullable LocalDate metFrom) {}

    /** One entry of a remedy: another value, or an element to add at {@code /list/-}. */
    public record Change(
            String pointer, @Nullable Object from, @Nullable Object to) {}
}
