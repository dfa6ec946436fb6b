package nl.inkoopkompas.rulebook;

import java.util.Locale;

/** The languages that every text of a rule book exists in; Dutch comes first. */
public enum Language {
    NL(new Locale("nl", "NL")),
    EN(new Locale("en", "NL"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The code that files and answers use: {@code nl} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale for dates and numbers; amounts are Dutch amounts in both. */
    public Locale locale() {
        return locale;
    }

    /** The language of a locale; every other than English is Dutch. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : NL;
    }
}
