package nl.inkoopkompas.rulebook.amendment;

import java.util.List;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.ValueType;
import tools.jackson.databind.JsonNode;

/** A value of a change as it is written in a file: of the right JSON type, and of the right form. */
final class Written {

    private static final int LONGEST = 2000;

    private Written() {}

    /**
     * @param part what it is called in a refusal
     * @param where table, row and column, or the parameter
     */
    static String of(JsonNode value, ValueType type, List<String> options, String part, String where) {
        boolean suits =
                switch (type) {
                    case INTEGER, MONTH -> value.isIntegralNumber();
                    case DECIMAL -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    case ID, TEXT, DATE, OPTION, REFERENCE, SOURCE -> value.isString();
                };
        String text = value.isString() ? value.stringValue() : value.toString();
        if (!suits) {
            throw refused(part, where, type, options);
        }
        if (text.length() > LONGEST) {
            throw new AmendmentRefused(
                    part,
                    where + ": de tekst is langer dan " + LONGEST + " tekens",
                    where + ": the text has more than " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Written::isInvisible)) {
            throw new AmendmentRefused(
                    part,
                    where + ": de tekst bevat een teken dat u niet kunt zien",
                    where + ": the text holds a character that cannot be seen");
        }
        if (mixesScripts(text)) {
            throw new AmendmentRefused(
                    part,
                    where + ": de tekst bevat een letter die op een andere lijkt; gebruik alleen het Latijnse schrift",
                    where + ": the text holds a letter that looks like another; use Latin script only");
        }
        if (type == ValueType.OPTION && !options.contains(text)) {
            throw refused(part, where, type, options);
        }
        try {
            type.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(part, where, type, options);
        }
        return text;
    }

    /** Controls, zero-width and direction marks, and what no database keeps. */
    private static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.UNASSIGNED
                || Character.getType(character) == Character.PRIVATE_USE;
    }

    private static boolean mixesScripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN);
    }

    static AmendmentRefused refused(String part, String where, ValueType type, List<String> options) {
        Bilingual expected = expected(type, options);
        return new AmendmentRefused(part, where + ": verwacht " + expected.nl(), where + ": expected " + expected.en());
    }

    private static Bilingual expected(ValueType type, List<String> options) {
        return switch (type) {
            case ID -> new Bilingual("een id van kleine letters, cijfers en streepjes", "a lower-case id with hyphens");
            case TEXT -> new Bilingual("een tekst", "a text");
            case INTEGER -> new Bilingual("een heel getal, zoals 2500000", "a whole number, as 2500000");
            case DECIMAL -> new Bilingual("een getal, zoals 12.5", "a number, as 12.5");
            case BOOLEAN -> new Bilingual("true of false", "true or false");
            case DATE -> new Bilingual("een datum, zoals 2024-04-01", "a date, as 2024-04-01");
            case MONTH -> new Bilingual("een maand van 1 tot en met 12", "a month from 1 to 12");
            case OPTION ->
                new Bilingual("één van " + String.join(", ", options), "one of " + String.join(", ", options));
            case REFERENCE ->
                new Bilingual(
                        "een id uit de tabel waarnaar de kolom verwijst",
                        "an id of the table that the column refers to");
            case SOURCE ->
                new Bilingual(
                        "een document, het teken § en een onderdeel, zoals inkoopplan-2025 § 4.4.1",
                        "a document, the sign § and a section, as inkoopplan-2025 § 4.4.1");
        };
    }
}
