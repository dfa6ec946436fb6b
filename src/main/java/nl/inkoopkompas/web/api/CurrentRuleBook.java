package nl.inkoopkompas.web.api;

import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;

/** The rule book in force today. */
@Component
public class CurrentRuleBook {

    private final RuleBooks ruleBooks;
    private final Clock clock;

    CurrentRuleBook(RuleBooks ruleBooks, Clock clock) {
        this.ruleBooks = ruleBooks;
        this.clock = clock;
    }

    /** The rule book in force on a day that a query parameter names. */
    RuleBook on(String parameter, LocalDate day) {
        return ruleBooks
                .effectiveOn(day)
                .orElseThrow(() -> Parameters.refused(
                        parameter, "is een dag waarop een regelboek geldt", "is a day on which a rule book holds"));
    }

    public RuleBook get() {
        return ruleBooks
                .effectiveOn(LocalDate.now(clock))
                .orElseThrow(() -> Refused.notFound("Vandaag geldt geen regelboek.", "No rule book holds today."));
    }
}
