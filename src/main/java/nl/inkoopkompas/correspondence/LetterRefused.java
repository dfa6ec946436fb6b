package nl.inkoopkompas.correspondence;

import java.util.List;
import nl.inkoopkompas.rulebook.Bilingual;

/** A letter that cannot be written as it was filled in. */
public final class LetterRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    LetterRefused(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /**
     * One thing that is wrong.
     *
     * @param field the name of the field in {@link LetterRequest}
     */
    public record Problem(String field, Bilingual detail) {}

    public List<Problem> problems() {
        return problems;
    }
}
