package nl.inkoopkompas.lab.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.clauses.ClauseFinding;
import nl.inkoopkompas.lab.clauses.Clauses;
import nl.inkoopkompas.lab.comparison.Comparison;
import nl.inkoopkompas.lab.comparison.Comparisons;
import nl.inkoopkompas.lab.comparison.KnownComparisons;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found about a draft is found once, and is of the draft as it stands now. */
@ApiTest
class VerificationsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String INSURED =
            "{\"table\":\"admission/insurance\",\"row\":\"other\",\"column\":\"perEvent\",\"value\":%s}";
    private static final String OF_NORM =
            "{\"parameter\":\"admission.procurement-declaration.max-age-months\",\"from\":\"%s\",\"value\":5}";

    @Autowired
    Verifications verifications;

    @Autowired
    KnownComparisons comparisons;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftBooks draftBooks;

    @Autowired
    Clauses clauses;

    @Autowired
    RuleBooks books;

    @Autowired
    DecisionEngine engine;

    @Autowired
    List<DecisionType> types;

    /** What is found of a draft with everything that may be remembered left out. */
    private record Anew(Analysis analysis, Comparison comparison) {}

    @Test
    void isOfTheDraftAsItStandsAfterEachThingThatHappensToIt() {
        Draft draft = drafts.create(books.newest(), "Vers", null, NOW, "beleid");
        Anew empty = isAsAnew(draft);

        draft = edit(draft, INSURED.formatted("3000000"));
        Anew edited = isAsAnew(draft);
        draft = edit(draft, INSURED.formatted("4000000"));
        Anew again = isAsAnew(draft);
        draft = edit(draft, dated("2031-01-01"));
        Anew later = isAsAnew(draft);
        draft = drafts.undo(draft, 3, NOW, "beleid");
        draft = edit(draft, dated("2032-01-01"));
        Anew latest = isAsAnew(draft);
        draft = drafts.undo(draft, 4, NOW, "beleid");
        draft = drafts.undo(draft, 2, NOW, "beleid");
        Anew undone = isAsAnew(draft);

        assertThat(List.of(edited, again, later, latest)).doesNotContain(empty).doesNotHaveDuplicates();
        assertThat(later.comparison.from()).isNotEqualTo(latest.comparison.from());
        assertThat(undone.comparison.criteria()).isEqualTo(edited.comparison.criteria());
    }

    @Test
    void isOfTheFilesThatTheDraftStartsFrom() {
        RuleBook base = books.newest();
        String insurance = "decision-tables/admission/insurance.csv";
        RuleBookFiles other =
                base.files().with(insurance, base.files().text(insurance).replace("OTHER,2500000", "OTHER,5000000"));
        Draft own = edit(drafts.create(base, "Eigen", null, NOW, "beleid"), dated("2031-01-01"));
        Draft brought = edit(drafts.create(base, "Van elders", other, NOW, "beleid"), dated("2031-01-01"));

        assertThat(isAsAnew(own).comparison.criteria())
                .isNotEqualTo(isAsAnew(brought).comparison.criteria());
        assertThat(draftBooks.files(brought).hash())
                .isNotEqualTo(draftBooks.files(own).hash());
    }

    @Test
    void isOfTheDayThatCasesAreJudgedFrom() {
        RuleBook base = books.newest();
        Draft dated = edit(drafts.create(base, "Met een dag", null, NOW, "beleid"), dated("2031-01-01"));
        Draft undated = drafts.create(base, "Dezelfde bestanden", draftBooks.files(dated), NOW, "beleid");

        assertThat(draftBooks.book(undated).hash())
                .isEqualTo(draftBooks.book(dated).hash());
        assertThat(isAsAnew(dated).comparison.from())
                .isNotEqualTo(isAsAnew(undated).comparison.from());
    }

    @Test
    void keepsWhatWasFoundForWhoeverAsksTheSame() {
        Draft one = edit(drafts.create(books.newest(), "Een", null, NOW, "beleid"), INSURED.formatted("3100000"));
        Draft other = edit(drafts.create(books.newest(), "Ander", null, NOW, "beleid-2"), INSURED.formatted("3100000"));

        assertThat(draftBooks.files(other)).isSameAs(draftBooks.files(one));
        assertThat(verifications.verify(other).scenarios())
                .isSameAs(verifications.verify(one).scenarios());
        assertThat(compared(other)).isSameAs(compared(one));
    }

    @Test
    void tellsAtOnceWhatAnotherTextDoesToClausesAndWhatSomebodySaysOfThat() {
        Draft draft = drafts.create(books.newest(), "Uitleg", null, NOW, "beleid");
        RuleBook book = draftBooks.book(draft);
        Document document = Objects.requireNonNull(book.clauses().documents().get("inkoopplan-2025"));
        assertThat(unexplained(draft)).isEmpty();

        clauses.read(draft.id(), book, document, "Een heel andere tekst.", NOW, "beleid");
        List<ClauseFinding> gone = unexplained(draft);
        assertThat(gone).isNotEmpty();
        clauses.explain(draft.id(), gone.get(0), "Het besluit blijft gelden.", NOW, "beleid");

        assertThat(unexplained(draft)).hasSize(gone.size() - 1);
    }

    private List<ClauseFinding> unexplained(Draft draft) {
        return verifications.verify(draft).clauses().stream()
                .filter(finding -> !finding.isExplained())
                .toList();
    }

    private Anew isAsAnew(Draft draft) {
        RuleBook base = draftBooks.base(draft);
        RuleBookFiles files = start(draft, base);
        for (Made made : draft.edits()) {
            files = made.edit().applyTo(files, base);
        }
        RuleBook book = RuleBookReader.readDraft(files).named(base.version() + "-concept");
        RuleBook named = files.hash().equals(base.hash()) ? base : book;
        engine.prepare(named, types);
        LocalDate from = draft.judgedFrom(base);
        Anew anew = new Anew(
                Analysis.of(engine, types, base, named, from),
                new Comparisons(engine).compare(types, base, named, from, Language.NL));

        Verification kept = verifications.verify(draft);
        assertThat(draftBooks.files(draft).hash()).isEqualTo(files.hash());
        assertThat(kept.gaps()).isEqualTo(anew.analysis.tables().gaps());
        assertThat(kept.unreachable()).isEqualTo(anew.analysis.tables().unreachable());
        assertThat(kept.scenarios()).isEqualTo(anew.analysis.scenarios());
        assertThat(kept.invariants()).isEqualTo(anew.analysis.invariants().invariants());
        assertThat(kept.notAnalysed()).isEqualTo(anew.analysis.notAnalysed());
        assertThat(compared(draft)).isEqualTo(anew.comparison);
        return anew;
    }

    /** The files that a draft starts from, as another draft without edits has them. */
    private RuleBookFiles start(Draft draft, RuleBook base) {
        return draft.content() == null ? base.files() : draftBooks.files(withoutEdits(draft));
    }

    private static Draft withoutEdits(Draft draft) {
        return new Draft(
                draft.id(),
                draft.title(),
                draft.base(),
                draft.content(),
                draft.createdBy(),
                draft.createdAt(),
                draft.status(),
                List.of(),
                draft.editors(),
                draft.proposal(),
                draft.answer(),
                draft.events(),
                draft.turn());
    }

    private Comparison compared(Draft draft) {
        RuleBook base = draftBooks.base(draft);
        return comparisons.compare(base, draftBooks.book(draft), draft.judgedFrom(base), Language.NL);
    }

    private Draft edit(Draft draft, String edit) {
        byte[] json = ("{\"edits\":[" + edit + "],\"reason\":\"Proef\"}").getBytes(StandardCharsets.UTF_8);
        return drafts.edit(draft, json, NOW, "beleid");
    }

    private static String dated(String from) {
        return OF_NORM.formatted(from);
    }
}
