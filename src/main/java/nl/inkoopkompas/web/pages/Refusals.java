package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why something that a person asked for was not done, in sentences.
 *
 * @param pointers where each of them belongs in what was sent; empty for the whole
 */
public record Refusals(HttpStatus status, List<String> pointers, List<String> details) {

    /** Each sentence once, wherever it belongs. */
    public List<String> sentences() {
        return details.stream().distinct().toList();
    }

    /** What came of an act: its result, or why it was refused. */
    public record Outcome<T>(@Nullable T result, @Nullable Refusals refused) {}

    public static <T> Outcome<T> of(Locale locale, Supplier<T> act) {
        Language language = Language.of(locale);
        try {
            return new Outcome<>(act.get(), null);
        } catch (RequestRefused refused) {
            return new Outcome<>(
                    null,
                    new Refusals(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            refused.refusals().stream()
                                    .map(RequestRefused.Refusal::pointer)
                                    .toList(),
                            refused.refusals().stream()
                                    .map(refusal -> sentence(refusal.detail().in(language)))
                                    .toList()));
        } catch (WrongState wrong) {
            return new Outcome<>(null, one(HttpStatus.CONFLICT, wrong.why().in(language)));
        } catch (NotByYou forbidden) {
            return new Outcome<>(null, one(HttpStatus.FORBIDDEN, forbidden.why().in(language)));
        }
    }

    private static Refusals one(HttpStatus status, String sentence) {
        return new Refusals(status, List.of(""), List.of(sentence));
    }

    private static String sentence(String text) {
        String capital = text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
