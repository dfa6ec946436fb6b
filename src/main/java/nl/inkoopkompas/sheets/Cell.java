package nl.inkoopkompas.sheets;

/**
 * A cell as it stands in a file, before anything is known of what it should hold.
 *
 * @param text trimmed; a number as plain digits with a point, a date as ISO, a truth as true or false
 */
public record Cell(Kind kind, String text) {

    /** What the file says that the cell is; the cells of a CSV file are all text. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        TRUTH,
        FORMULA,
        ERROR
    }

    public static final Cell BLANK = new Cell(Kind.BLANK, "");

    /** A text without the spaces around it, ordinary and non-breaking; blank when nothing is left. */
    public static Cell text(String text) {
        String trimmed = trim(text);
        if (trimmed.isEmpty()) {
            return BLANK;
        }
        return new Cell(isSpreadsheetError(trimmed) ? Kind.ERROR : Kind.TEXT, trimmed);
    }

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static boolean isSpreadsheetError(String text) {
        return switch (text) {
            case "#N/A",
                    "#N/B",
                    "#REF!",
                    "#VERW!",
                    "#VALUE!",
                    "#WAARDE!",
                    "#DIV/0!",
                    "#DEEL/0!",
                    "#NAME?",
                    "#NAAM?",
                    "#NUM!",
                    "#GETAL!",
                    "#NULL!",
                    "#LEEG!" -> true;
            default -> false;
        };
    }
}
