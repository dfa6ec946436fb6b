package nl.inkoopkompas.web.pages.form;

import java.util.List;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A step of the form as it is shown.
 *
 * @param step id of the step
 * @param title the name of the step
 * @param reason why this is asked; empty where it always is
 * @param verdict what the criterion says so far; null where there is none
 * @param deciding whether the answer can still change the outcome
 * @param problems what is wrong, each with the field that it is about
 */
public record FormPage(
        String id,
        String applicant,
        String savedOn,
        String savedAt,
        String step,
        String title,
        String part,
        String reason,
        String source,
        @Nullable Verdict verdict,
        boolean deciding,
        List<Question> questions,
        List<Problem> problems,
        List<Item> items,
        int open,
        List<Proposed> proposed,
        @Nullable String outcome) {

    /** @param href the field on this page, or the step that holds it */
    record Problem(String href, String text) {}

    /** A step in the list beside the form. */
    record Item(
            String href,
            String title,
            String part,
            @Nullable Verdict verdict,
            boolean open,
            boolean wrong,
            boolean current,
            String reason,
            String remedy) {}

    /** What is proposed for a product so far. */
    record Proposed(String product, String outcome) {}

    /**
     * Something that is asked.
     *
     * @param input null for a list
     * @param noneName name of the field that says that a list holds nothing; null where it has to hold something
     */
    public record Question(
            String pointer,
            String id,
            String label,
            boolean list,
            @Nullable Input input,
            List<Line> lines,
            @Nullable String noneName,
            boolean none,
            @Nullable String error) {}

    /** @param removeName name of the button that removes it; null for the line that is still empty */
    public record Line(
            int number, List<Input> inputs, @Nullable String removeName) {}

    /** @param noneName as in a question */
    public record Input(
            String name,
            String id,
            String label,
            Kind kind,
            String unit,
            String value,
            List<Option> options,
            boolean required,
            @Nullable String noneName,
            boolean none,
            @Nullable String error) {

        /** How it is filled in. */
        public enum Kind {
            TEXT,
            NUMBER,
            DATE,
            TRUTH,
            CHOICE,
            LINES
        }
    }

    public record Option(String value, String label) {}
}
