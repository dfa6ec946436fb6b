package nl.inkoopkompas.lab.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Kind;
import nl.inkoopkompas.rulebook.Clause;
import nl.inkoopkompas.rulebook.ClauseBook;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.amendment.NormAmendments;
import nl.inkoopkompas.rulebook.amendment.TableAmendments;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** No norm is stricter than its text, and no norm or rule without one, unless somebody says why. */
class ClauseCheckTests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final String FILE = "rules/clauses.yaml";
    private static final String GVA_AGE = "admission.procurement-declaration.max-age-months";

    @Test
    void explainsEverythingInTheBookAsItStands() {
        ClauseReport report = ClauseCheck.of(ProjectRuleBook.BOOK, null, List.of());

        assertThat(report.unexplained()).isEmpty();
        assertThat(report.findings())
                .filteredOn(finding -> finding.kind() == Kind.STRICTER)
                .extracting(ClauseFinding::subject)
                .containsExactly(GVA_AGE);
        assertThat(report.notCompared())
                .extracting(one -> one.what())
                .contains("admission/products.minTrajectories", "admission.financial-health.solvency-lower");
    }

    @Test
    void quotesNoMoreThanAClauseNeeds() {
        assertThat(ProjectRuleBook.BOOK.clauses().clauses().values())
                .hasSizeGreaterThan(20)
                .allMatch(clause -> clause.quote().split(" ").length <= 25);
    }

    @Test
    void callsAValueStricterOnTheSideThatTheClauseNames() {
        assertThat(unexplained(with("admission.negative-experience.look-back-years", JSON.numberNode(4))))
                .containsExactly(Kind.STRICTER);
        assertThat(unexplained(with("admission.negative-experience.look-back-years", JSON.numberNode(2))))
                .isEmpty();
        assertThat(unexplained(with("admission.experience.look-back-years", JSON.numberNode(1))))
                .containsExactly(Kind.STRICTER);
        assertThat(unexplained(with("admission.experience.look-back-years", JSON.numberNode(3))))
                .isEmpty();
        assertThat(unexplained(with("admission.certificate-of-conduct.max-age-months", JSON.numberNode(60))))
                .containsExactly(Kind.STRICTER);
        assertThat(unexplained(with("admission.micro.reading", JSON.stringNode("BOTH"))))
                .containsExactly(Kind.OTHER);
    }

    @Test
    void asksAnewWhyAValueThatTheBookExplainedIsAnother() {
        assertThat(unexplained(with(GVA_AGE, JSON.numberNode(12)))).containsExactly(Kind.STRICTER);
        assertThat(unexplained(with(GVA_AGE, JSON.numberNode(24)))).isEmpty();
        assertThat(unexplained(with("admission.financial-health.accounts-due-month", JSON.numberNode(3))))
                .containsExactly(Kind.NORM_WITHOUT_CLAUSE);
    }

    @Test
    void looksAtTheRowsOfTablesOneByOne() {
        RuleBookFiles files = TableAmendments.of(ProjectRuleBook.FILES, "admission/criteria")
                .withCell("insurance", "remediable", JSON.booleanNode(false));

        ClauseReport report = ClauseCheck.of(RuleBookReader.read(files), ProjectRuleBook.BOOK, List.of());

        assertThat(report.unexplained()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.STRICTER);
            assertThat(finding.rows()).containsExactly("insurance");
            assertThat(finding.clause()).isEqualTo("hearing");
            assertThat(finding.quotation().words()).contains("hoor- en wederhoor");
        });
    }

    @Test
    void findsNormsAndRulesThatNoClauseNames() {
        String text = ProjectRuleBook.FILES.text(FILE);
        int first = text.indexOf("  administrative-measure:");
        int next = text.indexOf("  financial-health:");
        RuleBook book =
                RuleBookReader.read(ProjectRuleBook.FILES.with(FILE, text.substring(0, first) + text.substring(next)));

        assertThat(ClauseCheck.of(book, null, List.of()).unexplained())
                .extracting(ClauseFinding::kind, ClauseFinding::subject)
                .containsExactly(
                        tuple(Kind.NORM_WITHOUT_CLAUSE, "admission.administrative-measure.look-back-years"),
                        tuple(Kind.RULE_WITHOUT_CLAUSE, "admission.administrative-measure"));
    }

    @Test
    void findsAClauseThatNothingCarriesOut() {
        String text = ProjectRuleBook.FILES.text(FILE);
        RuleBook book = RuleBookReader.read(ProjectRuleBook.FILES.with(
                FILE, text.replace("admission/obligations#bibob-clause", "admission/obligations#bibob")));

        assertThat(ClauseCheck.of(book, null, List.of()).unexplained())
                .extracting(ClauseFinding::kind, ClauseFinding::subject)
                .contains(tuple(Kind.CLAUSE_WITHOUT_RULE, "bibob"));
    }

    @Test
    void givesEveryBookWithoutClausesItsFindings() {
        RuleBook book = RuleBookReader.read(ProjectRuleBook.FILES.without(FILE));

        assertThat(ClauseCheck.of(book, null, List.of()).unexplained())
                .extracting(ClauseFinding::kind)
                .contains(Kind.NORM_WITHOUT_CLAUSE, Kind.RULE_WITHOUT_CLAUSE);
    }

    @Test
    void tellsMovedFromRewordedFromGone() {
        String text = "Eerste zin.  Wie meedoet\nheeft drie jaar ervaring. Laatste zin.";
        ClauseBook book = book(text, "Wie meedoet heeft drie jaar ervaring.", "heeft drie jaar ervaring");
        Document document = book.documents().get("plan");

        assertThat(changes(book, document, "Eerste zin. Wie meedoet heeft drie\u00a0jaar ervaring. \n Laatste zin."))
                .isEmpty();
        assertThat(changes(book, document, text + " En nog een.")).isEmpty();
        assertThat(changes(book, document, "Nieuw. " + text)).containsExactly(SourceChange.Kind.MOVED);
        assertThat(changes(book, document, text.replace("Wie", "Elke partij die")))
                .containsExactly(SourceChange.Kind.REWORDED);
        assertThat(changes(book, document, text.replace("drie", "vier"))).containsExactly(SourceChange.Kind.GONE);
        assertThat(changes(book, document, "")).containsExactly(SourceChange.Kind.GONE);
    }

    private static List<SourceChange.Kind> changes(ClauseBook book, Document document, String text) {
        return SourceChange.in(book, document, SourceText.of(text)).stream()
                .map(SourceChange::kind)
                .toList();
    }

    static ClauseBook book(String raw, String clause, String quote) {
        SourceText text = SourceText.of(raw);
        int start = text.text().indexOf(clause);
        return new ClauseBook(
                Map.of("plan", new Document("plan", text.text().length(), text.sha256())),
                Map.of(
                        "one",
                        new Clause(
                                "one",
                                new SourceReference("plan", "1"),
                                quote,
                                start,
                                start + clause.length(),
                                SourceText.sha256(clause),
                                List.of(),
                                List.of())),
                List.of());
    }

    private static RuleBook with(String parameter, JsonNode value) {
        RuleBookFiles files = new NormAmendments(ProjectRuleBook.FILES).withValue(parameter, FIRST, value, null, false);
        // A reading that is switched must agree with its interpretation; here only the clauses matter.
        return RuleBookReader.read(files.with(
                "rules/interpretations.yaml",
                files.text("rules/interpretations.yaml")
                        .replace(
                                "applied: EITHER",
                                "applied: " + (parameter.endsWith("micro.reading") ? "BOTH" : "EITHER"))));
    }

    private static List<Kind> unexplained(RuleBook book) {
        return ClauseCheck.of(book, ProjectRuleBook.BOOK, List.of()).unexplained().stream()
                .map(ClauseFinding::kind)
                .toList();
    }
}
