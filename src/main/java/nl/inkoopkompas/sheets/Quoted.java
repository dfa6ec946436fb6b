package nl.inkoopkompas.sheets;

import nl.inkoopkompas.decision.CitizenNumber;

/** What somebody typed, fit to be shown in a sentence: short, on one line, and never a citizen's number. */
public final class Quoted {

    /** What stands for a text that is not shown. */
    public static final String HIDDEN = "\"…\"";

    private static final int LENGTH = 60;

    private Quoted() {}

    public static String of(String text) {
        if (CitizenNumber.occursIn(text)) {
            return HIDDEN;
        }
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LENGTH).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return shown.append(text.codePointCount(0, text.length()) > LENGTH ? "…\"" : "\"")
                .toString();
    }
}
