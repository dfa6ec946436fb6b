package nl.inkoopkompas.web.pages.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.Person;
import org.jspecify.annotations.Nullable;

/** A part of the program that can be searched. Each part has its own, a bean; the search page asks all of them. */
public interface SearchSource {

    /** What was found that this person may see. */
    Found find(Asked asked);

    /**
     * What is searched for, and by whom.
     *
     * @param text at least two characters, without a citizen's number
     * @param most how many hits are shown
     */
    record Asked(String text, int most, Person person, LocalDate today, Locale locale) {

        /** Whether one of these texts holds what is searched for. */
        public boolean suits(String... texts) {
            String sought = text.toLowerCase(locale);
            for (String one : texts) {
                if (one.toLowerCase(locale).contains(sought)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The hits of one part.
     *
     * @param title key of the message that names the part
     * @param allHref where all of them are listed; null where this is all
     */
    record Found(
            String title,
            long total,
            List<Hit> hits,
            @Nullable String allHref) {

        public static Found nothing(String title) {
            return new Found(title, 0, List.of(), null);
        }

        /** The first of all that there is. */
        public static Found of(String title, List<Hit> all, int most) {
            return new Found(title, all.size(), all.stream().limit(most).toList(), null);
        }
    }

    /** @param detail a few words more; empty for none */
    record Hit(String title, String detail, String href) {}
}
