package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The norms in force on one reference date, as the reference evaluator and the generator read them. */
interface ReferenceNorms {

    /** The value of a parameter by its full key; null when it is not set. */
    @Nullable
    Object parameter(String key);

    /**
     * The rows of a table ("admission/products", "reference/contracts" …), each by column. A value is a Long, a
     * BigDecimal, a Boolean, a LocalDate, a String or null.
     */
    List<Map<String, Object>> rows(String table);

    /** A parameter that is a number. */
    default @Nullable BigDecimal number(String key) {
        return decimal(parameter(key));
    }

    /** A parameter that is a whole number. */
    default @Nullable Long whole(String key) {
        BigDecimal value = number(key);
        return value == null ? null : value.longValueExact();
    }

    /** A parameter that is a code. */
    default @Nullable String text(String key) {
        return (String) parameter(key);
    }

    /** A parameter or cell as an exact number. */
    static @Nullable BigDecimal decimal(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }
}
