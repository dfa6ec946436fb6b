package nl.inkoopkompas.web.pages.lab;

import java.util.List;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.DecisionType.Trait;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.publication.Changelog;
import nl.inkoopkompas.lab.simulation.Figures.Share;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;

/** What criteria, products and changes are called, as the base of a draft has it. */
record EffectWords(Draft draft, RuleBook base, DecisionType type, Language language) {

    String criterion(String id) {
        CriterionTexts words = base.policy(type.id()).texts(language).criteria().get(id);
        return words == null ? id : words.name();
    }

    String contract(String id) {
        return type.label(base, Trait.CONTRACT, id).in(language);
    }

    String product(String id) {
        return type.label(base, Trait.PART, id).in(language);
    }

    String municipality(String id) {
        return type.label(base, Trait.PLACE, id).in(language);
    }

    /** What changes do, one sentence for each edit. */
    List<String> sentences(List<Integer> changes) {
        return draft.changes().stream()
                .filter(change -> changes.contains(change.number()))
                .flatMap(change -> change.edits().stream())
                .map(made -> Changelog.sentence(made.edit(), base))
                .toList();
    }

    /** Bars in hundredths of the longest. */
    static int bar(int count, int longest) {
        return longest == 0 ? 0 : Math.max(1, 100 * count / longest);
    }

    static int longest(List<Share> shares) {
        return shares.stream().mapToInt(Share::flips).max().orElse(0);
    }
}
