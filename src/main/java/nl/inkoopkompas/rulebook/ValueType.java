package nl.inkoopkompas.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a parameter or a cell of a table holds, and how it is written. */
public enum ValueType {
    ID("a lower-case id with hyphens"),
    TEXT("a text"),
    INTEGER("a whole number without separators"),
    DECIMAL("a number with a decimal point"),
    BOOLEAN("true or false"),
    DATE("a date as 2024-04-01"),
    MONTH("a month from 1 to 12"),
    OPTION("one of the options"),
    REFERENCE("an id of the table that is referred to"),
    SOURCE("a document id, the sign § and a section");

    private final String expected;

    ValueType(String expected) {
        this.expected = expected;
    }

    /** What a good value looks like, for an error. */
    public String expected() {
        return expected;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a written value; refuses what is not of this type with an {@link IllegalArgumentException}. */
    public Object parse(String text) {
        try {
            return switch (this) {
                case INTEGER -> Long.valueOf(text);
                case MONTH -> month(text);
                case DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> truth(text);
                case DATE -> LocalDate.parse(text);
                case ID -> id(text);
                case TEXT, OPTION, REFERENCE, SOURCE -> text;
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw refused(text, e);
        }
    }

    private Object month(String text) {
        long month = Long.parseLong(text);
        if (month < 1 || month > 12) {
            throw refused(text, null);
        }
        return month;
    }

    private Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(text, null);
        };
    }

    private Object id(String text) {
        if (!text.matches("[a-z0-9][a-z0-9-]*")) {
            throw refused(text, null);
        }
        return text;
    }

    private IllegalArgumentException refused(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("\"" + text + "\" is not " + expected, cause);
    }
}
