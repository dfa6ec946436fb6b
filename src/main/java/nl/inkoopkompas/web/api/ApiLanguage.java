package nl.inkoopkompas.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import nl.inkoopkompas.rulebook.Language;

/** The language that a program asks for; Dutch unless English is asked for and Dutch is not preferred. */
public final class ApiLanguage {

    private ApiLanguage() {}

    public static Language of(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return Language.NL;
        }
        try {
            Locale locale = Locale.lookup(LanguageRange.parse(header), List.of(new Locale("nl"), Locale.ENGLISH));
            return locale == null ? Language.NL : Language.of(locale);
        } catch (IllegalArgumentException malformed) {
            return Language.NL;
        }
    }
}
