package nl.inkoopkompas.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A rule book that cannot be used, with every problem found in it. */
public final class RuleBookRefused extends RuntimeException {

    private final transient List<Problem> problems;

    public RuleBookRefused(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "The rule book is refused:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
