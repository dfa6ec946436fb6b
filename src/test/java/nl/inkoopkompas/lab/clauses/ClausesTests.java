package nl.inkoopkompas.lab.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.database.MigratedDatabase;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.Edit;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Kind;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is explained stays explained, by whom and why, for that draft and those values. */
class ClausesTests {

    private static final UUID DRAFT = UUID.randomUUID();
    private static final LocalDate MONDAY_DAY = LocalDate.of(2026, 11, 23);
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final RuleBook BARE = RuleBookReader.read(ProjectRuleBook.FILES.without("rules/clauses.yaml"));

    private Clauses clauses;

    MigratedDatabase database() {
        return MigratedDatabase.onH2();
    }

    @BeforeEach
    void open() {
        clauses = new Clauses(JdbcClient.create(database().app()));
    }

    @Test
    void keepsWhoExplainedWhatAndWhy() {
        List<ClauseFinding> before = unexplained(draft(), BARE);
        ClauseFinding first = before.get(0);

        clauses.explain(DRAFT, first, "Zo is het afgesproken.", MONDAY, "beleid");
        clauses.explain(DRAFT, first, "Zo besloot het bestuur.", MONDAY.plusSeconds(60), "beleid-2");

        assertThat(unexplained(draft(), BARE)).hasSize(before.size() - 1);
        assertThat(unexplained(draft(UUID.randomUUID(), List.of()), BARE)).hasSize(before.size());
        assertThat(clauses.report(draft(), BARE, BARE).findings().get(0).explanation())
                .satisfies(explanation -> {
                    assertThat(explanation.why().nl()).isEqualTo("Zo besloot het bestuur.");
                    assertThat(explanation.by()).isEqualTo("beleid-2");
                    assertThat(explanation.at()).isEqualTo(MONDAY.plusSeconds(60));
                });
    }

    @Test
    void holdsTheLastTextOfADocumentAgainstItsClauses() {
        RuleBook book = ProjectRuleBook.BOOK;
        Document plan = book.clauses().documents().get("inkoopplan-2025");

        Clauses.Reading other = clauses.read(DRAFT, book, plan, "Een andere tekst.", MONDAY, "beleid");

        assertThat(other.changed()).isEqualTo((int) book.clauses().clauses().values().stream()
                .filter(clause -> clause.source().document().equals(plan.id()))
                .count());
        assertThat(unexplained(draft(), book))
                .hasSize(other.changed())
                .allMatch(finding -> finding.kind() == Kind.SOURCE_CHANGED);
        String quotes = String.join(
                " ",
                book.clauses().clauses().values().stream()
                        .map(clause -> clause.quote())
                        .toList());
        clauses.read(DRAFT, book, plan, quotes, MONDAY.plusSeconds(60), "beleid");
        assertThat(unexplained(draft(), book))
                .isNotEmpty()
                .noneMatch(finding -> finding.what().en().contains("no longer"));
        assertThat(clauses.readings(DRAFT))
                .extracting(Clauses.Reading::document, Clauses.Reading::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("inkoopplan-2025", "beleid"));
    }

    @Test
    void takesTheReasonOfAnEditForTheNormThatItChanges() {
        ClauseFinding bare = unexplained(draft(), BARE).stream()
                .filter(finding -> finding.kind() == Kind.NORM_WITHOUT_CLAUSE
                        && BARE.parameter(finding.subject()).isPresent())
                .findFirst()
                .orElseThrow();
        Edit edit = new Edit.Value(bare.subject(), MONDAY_DAY, JsonNodeFactory.instance.nullNode(), null, false);
        Made made = new Made(1, null, edit, JsonNodeFactory.instance.objectNode(), "Op verzoek.", "beleid", MONDAY);

        assertThat(unexplained(draft(DRAFT, List.of(made)), BARE)).isNotEmpty().noneMatch(finding -> finding.subject()
                .equals(bare.subject()));
    }

    private List<ClauseFinding> unexplained(Draft draft, RuleBook book) {
        return clauses.report(draft, book, book).unexplained();
    }

    private static Draft draft() {
        return draft(DRAFT, List.of());
    }

    private static Draft draft(UUID id, List<Made> edits) {
        return new Draft(
                id,
                "Proef",
                "2024.1",
                null,
                "beleid",
                MONDAY,
                Draft.Status.DRAFT,
                edits,
                Set.of(),
                null,
                null,
                List.of(),
                0);
    }
}
