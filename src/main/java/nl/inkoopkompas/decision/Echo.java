package nl.inkoopkompas.decision;

/** What of a request is said back when it is refused: shortened, and never a citizen's number. */
final class Echo {

    private static final int LONGEST = 60;

    private Echo() {}

    static String quoted(String text) {
        if (CitizenNumber.occursIn(text)) {
            return "“…”";
        }
        return "“" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "”";
    }

    /** The name of a field as a pointer has it. */
    static String name(String field) {
        return CitizenNumber.occursIn(field) ? "…" : field.replace("~", "~0").replace("/", "~1");
    }
}
