package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that policy sets and that may change from a day on.
 *
 * @param optional whether "not set" means "no limit" instead of "cannot be decided"
 * @param options the allowed values of a parameter of type option; else empty
 * @param values in order of {@code from}
 */
public record Parameter(
        String key,
        ValueType type,
        @Nullable String unit,
        boolean optional,
        List<String> options,
        Bilingual label,
        @Nullable LocalDate checkedOn,
        List<DatedValue> values) {

    /**
     * A value from a day on.
     *
     * @param value null when nobody has set it
     * @param example whether the figure is an example of ours and not policy
     */
    public record DatedValue(LocalDate from, @Nullable Object value, SourceReference source, boolean example) {}

    /** The same parameter with other values. */
    public Parameter with(List<DatedValue> others) {
        return new Parameter(key, type, unit, optional, options, label, checkedOn, others);
    }
}
