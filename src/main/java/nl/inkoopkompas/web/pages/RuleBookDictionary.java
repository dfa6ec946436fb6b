package nl.inkoopkompas.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;

/** The words of the published rule books. */
@Component
class RuleBookDictionary implements Words.Dictionary {

    private final RuleBooks ruleBooks;
    private final DecisionEngine engine;
    private final Clock clock;

    RuleBookDictionary(RuleBooks ruleBooks, DecisionEngine engine, Clock clock) {
        this.ruleBooks = ruleBooks;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Words of(String ruleBookVersion, Locale locale) {
        return words(ruleBooks.byVersion(ruleBookVersion).orElseGet(this::current), locale);
    }

    @Override
    public Words current(Locale locale) {
        return words(current(), locale);
    }

    @Override
    public Words of(String ruleBookVersion, String decision, Locale locale) {
        RuleBook book = ruleBooks.byVersion(ruleBookVersion).orElseGet(this::current);
        return new RuleBookWords(book, decision, engine.explainer(book, decision), Language.of(locale));
    }

    /** The rule book in force today; before the first one holds, the newest. */
    RuleBook current() {
        return ruleBooks.effectiveOnOrNewest(LocalDate.now(clock));
    }

    private Words words(RuleBook book, Locale locale) {
        return new RuleBookWords(book, engine.explainer(book, AdmissionType.ID), Language.of(locale));
    }
}
