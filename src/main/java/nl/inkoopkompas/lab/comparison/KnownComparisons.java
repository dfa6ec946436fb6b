package nl.inkoopkompas.lab.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.springframework.stereotype.Component;

/** Comparisons of rule books, the last of them kept by what the books hold. */
@Component
public class KnownComparisons {

    private static final int MOST_KEPT = 16;

    private final Comparisons comparisons;
    private final List<DecisionType> types;
    private final Cache<Asked, Comparison> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** What a comparison follows from: names and hashes of the books, the first reference date, and the language. */
    private record Asked(
            String base, String baseHash, String draft, String draftHash, LocalDate from, Language language) {}

    KnownComparisons(DecisionEngine engine, List<DecisionType> types) {
        this.comparisons = new Comparisons(engine);
        this.types = types;
    }

    /**
     * Compares two books.
     *
     * @param from the first reference date that is looked at
     */
    public Comparison compare(RuleBook base, RuleBook draft, LocalDate from, Language language) {
        return kept.get(
                new Asked(base.version(), base.hash(), draft.version(), draft.hash(), from, language),
                same -> comparisons.compare(types, base, draft, from, language));
    }
}
