package nl.inkoopkompas.lab;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft.Change;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.amendment.AmendmentRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rule books that drafts amount to, the last of them kept by what they hold. */
@Component
public class DraftBooks {

    private static final int KEPT = 24;
    private static final int MOST_FILES = 64;

    private final RuleBooks published;
    private final DraftStore store;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final Map<String, RuleBook> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Cache<Recipe, RuleBookFiles> made =
            Caffeine.newBuilder().maximumSize(MOST_FILES).build();

    /**
     * What files follow from, whichever draft they are of.
     *
     * @param base hash of the book that the edits were made on
     * @param content hash of the files that it starts from, where those are not the base's
     * @param written the edits as they are recorded: equal edits can be written otherwise, as 5 and 5.0
     */
    private record Recipe(String base, @Nullable String content, List<Edit> edits, List<String> written) {

        static Recipe of(RuleBook base, Draft draft, List<Made> edits) {
            return new Recipe(
                    base.hash(),
                    draft.content(),
                    edits.stream().map(Made::edit).toList(),
                    edits.stream().map(made -> made.json().toString()).toList());
        }
    }

    DraftBooks(RuleBooks published, DraftStore store, DecisionEngine engine, List<DecisionType> types) {
        this.published = published;
        this.store = store;
        this.engine = engine;
        this.types = types;
    }

    /** The published book that a draft is compared with. */
    public RuleBook base(Draft draft) {
        return published.require(draft.base());
    }

    /** The files of a draft with all its edits. */
    public RuleBookFiles files(Draft draft) {
        return files(draft, draft.edits());
    }

    /**
     * The files of a draft with some of its edits.
     *
     * @throws AmendmentRefused when one of them rests on another that is left out
     */
    RuleBookFiles files(Draft draft, List<Made> edits) {
        RuleBook base = base(draft);
        return made.get(Recipe.of(base, draft, edits), same -> make(draft, edits, base));
    }

    private RuleBookFiles make(Draft draft, List<Made> edits, RuleBook base) {
        String content = draft.content();
        RuleBookFiles files = content == null
                ? base.files()
                : store.content(content)
                        .orElseThrow(
                                () -> new IllegalStateException("What draft " + draft.id() + " starts from is gone"));
        for (Made made : edits) {
            files = made.edit().applyTo(files, base);
        }
        return files;
    }

    /**
     * The rule book that a draft amounts to, ready to decide with.
     *
     * @throws RuleBookRefused when it is none; rows that overlap, or refer to nothing, are for the verification to tell
     */
    public RuleBook book(Draft draft) {
        return book(files(draft), draft);
    }

    /**
     * The rule book with only these changes of a draft in it.
     *
     * @param changes numbers of changes
     * @throws RuleBookRefused when it is none
     * @throws AmendmentRefused when one of them rests on another that is left out
     */
    public RuleBook book(Draft draft, Set<Integer> changes) {
        Predicate<Change> chosen = change -> changes.contains(change.number());
        List<Made> edits = new ArrayList<>();
        draft.changes().stream().filter(chosen).forEach(change -> edits.addAll(change.edits()));
        edits.sort(Comparator.comparingInt(Made::number));
        return book(files(draft, edits), draft);
    }

    /** Reads and compiles a rule book from its files; a published one is not read again. */
    public RuleBook book(RuleBookFiles files) {
        return published.all().stream()
                .filter(book -> book.hash().equals(files.hash()))
                .findFirst()
                .orElseGet(() -> unpublished(files, "concept"));
    }

    /** Refuses files that make no rule book with a {@link RuleBookRefused}. */
    void check(Draft draft, RuleBookFiles files) {
        book(files, draft);
    }

    private RuleBook book(RuleBookFiles files, Draft draft) {
        RuleBook base = base(draft);
        return files.hash().equals(base.hash()) ? base : unpublished(files, base.version() + "-concept");
    }

    private synchronized RuleBook unpublished(RuleBookFiles files, String version) {
        RuleBook there = kept.get(files.hash());
        if (there != null) {
            return there.named(version);
        }
        RuleBook book = RuleBookReader.readDraft(files).named(version);
        engine.prepare(book, types);
        kept.put(files.hash(), book);
        if (kept.size() > KEPT) {
            String oldest = kept.keySet().iterator().next();
            kept.remove(oldest);
            if (published.all().stream().noneMatch(other -> other.hash().equals(oldest))) {
                engine.forget(oldest);
            }
        }
        return book;
    }
}
