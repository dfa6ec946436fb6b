package nl.inkoopkompas.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Cell.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a cell as a text, a date or a row of digits, in the ways that Dutch spreadsheets write them. */
public final class PlainValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DUTCH_DATE = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int ZEROS_LOST = 2;

    private static final Bilingual CITIZEN_NUMBER = new Bilingual(
            "Hier staat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm. Haal het weg.",
            "This holds a citizen's number (BSN), or an RSIN of the same form. Remove it.");

    private PlainValues() {}

    /** What is wrong with a cell whatever it should hold. */
    public static @Nullable Bilingual unfit(Cell cell) {
        return switch (cell.kind()) {
            case FORMULA ->
                new Bilingual(
                        "Hier staat een formule. Vervang haar door de waarde (plakken als waarde).",
                        "This is a formula. Replace it by its value (paste as value).");
            case ERROR ->
                new Bilingual(
                        "Hier staat een fout van het rekenblad. Vul een waarde in, of laat de cel leeg.",
                        "This is an error of the spreadsheet. Fill in a value, or leave the cell blank.");
            default -> null;
        };
    }

    /** Reads a text; a citizen's number is none, unless it may stand there. */
    public static Parsed text(Cell cell, boolean bsnExempt) {
        if (cell.kind() == Kind.DATE) {
            return Parsed.wrong(
                    "Hier hoort tekst, maar het rekenblad maakte er een datum van. Maak de cel op als tekst.",
                    "This must be text, but the spreadsheet made it a date. Format the cell as text.");
        }
        if (cell.kind() == Kind.TRUTH) {
            return Parsed.wrong(
                    "Hier hoort tekst, maar er staat waar of onwaar.", "This must be text, but it says true or false.");
        }
        if (!bsnExempt && CitizenNumber.occursIn(cell.text())) {
            return new Parsed(null, CITIZEN_NUMBER);
        }
        return Parsed.of(JSON.stringNode(cell.text()));
    }

    /** Reads this many digits and nothing else; zeros that a spreadsheet dropped in front come back. */
    public static Parsed digits(Cell cell, int digits) {
        String bare = cell.kind() == Kind.NUMBER ? cell.text() : bare(cell.text());
        int lost = digits - bare.length();
        boolean pad = lost > 0 && (cell.kind() == Kind.NUMBER || lost <= ZEROS_LOST);
        if (DIGITS.matcher(bare).matches() && (lost == 0 || pad)) {
            return Parsed.of(JSON.stringNode(pad ? "0".repeat(lost) + bare : bare));
        }
        return lost > 0 && DIGITS.matcher(bare).matches()
                ? Parsed.wrong(
                        "Hier horen " + digits + " cijfers, maar er staan er " + bare.length()
                                + ". Ontbreken er nullen vooraan?",
                        "This must have " + digits + " digits, but it has " + bare.length()
                                + ". Are zeros missing in front?")
                : Parsed.wrong(
                        "Hier horen precies " + digits + " cijfers en niets anders.",
                        "This must have exactly " + digits + " digits and nothing else.");
    }

    /** Reads a date as Dutch people write it, or as ISO. */
    public static Parsed date(Cell cell) {
        if (cell.kind() == Kind.DATE && cell.text().length() == 10) {
            return Parsed.of(JSON.stringNode(cell.text()));
        }
        Matcher dutch = DUTCH_DATE.matcher(cell.text());
        Matcher iso = ISO_DATE.matcher(cell.text());
        try {
            if (cell.kind() == Kind.TEXT && dutch.matches()) {
                return date(dutch.group(3), dutch.group(2), dutch.group(1));
            }
            if (cell.kind() == Kind.TEXT && iso.matches()) {
                return date(iso.group(1), iso.group(2), iso.group(3));
            }
        } catch (DateTimeException e) {
            return Parsed.wrong(
                    "De datum " + Quoted.of(cell.text()) + " bestaat niet.",
                    "The date " + Quoted.of(cell.text()) + " does not exist.");
        }
        return Parsed.wrong(
                "Hier hoort een datum, zoals 31-12-2024, maar er staat " + shown(cell) + ".",
                "This must be a date, such as 31-12-2024, but it says " + shown(cell) + ".");
    }

    private static Parsed date(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return Parsed.of(JSON.stringNode(date.toString()));
    }

    /** What a cell says, fit for a sentence. */
    public static String shown(Cell cell) {
        return Quoted.of(cell.text());
    }

    /** Without the spaces and dots that people put between digits. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && !Cell.isSpace(c)) {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
