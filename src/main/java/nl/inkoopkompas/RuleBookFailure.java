package nl.inkoopkompas;

import java.util.stream.Collectors;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with the rule book, file by file, instead of a stack trace. */
class RuleBookFailure extends AbstractFailureAnalyzer<RuleBookRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RuleBookRefused refused) {
        String problems =
                refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n  ", "  ", ""));
        return new FailureAnalysis(
                "Het regelboek is niet bruikbaar (the rule book cannot be used):\n" + problems,
                "Herstel de genoemde plaatsen en start opnieuw (mend these places and start again).",
                refused);
    }
}
