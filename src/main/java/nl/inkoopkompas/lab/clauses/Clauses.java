package nl.inkoopkompas.lab.clauses;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Explanation;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.RuleBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is found between a draft and its sources, with the explanations that people gave; those only grow. */
@Repository
public class Clauses {

    private final JdbcClient jdbc;

    Clauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When somebody held a newer text against the clauses.
     *
     * @param changed how many clauses it does not hold where they were
     */
    public record Reading(String document, String sha256, int changed, String by, Instant at) {}

    /**
     * What is found in a draft, each with its explanation where there is one: what a person said of it, or the reason
     * of the edit that changed the norm.
     */
    public ClauseReport report(Draft draft, RuleBook base, RuleBook book) {
        ClauseReport found = ClauseCheck.of(book, base, changes(draft.id()));
        Map<String, Explanation> given = explanations(draft.id());
        List<ClauseFinding> findings = found.findings().stream()
                .map(finding -> finding.explanation() == null && given.containsKey(finding.id())
                        ? finding.with(given.get(finding.id()))
                        : finding)
                .map(finding -> finding.isExplained() ? finding : explainedByItsEdit(finding, draft, base))
                .toList();
        return new ClauseReport(findings, found.notCompared());
    }

    private static ClauseFinding explainedByItsEdit(ClauseFinding finding, Draft draft, RuleBook base) {
        for (Made made : draft.edits()) {
            boolean about = made.edit().norms(base).stream().anyMatch(norm -> isAbout(finding, norm));
            if (about) {
                return finding.with(new Explanation(new Bilingual(made.reason(), made.reason()), made.by(), made.at()));
            }
        }
        return finding;
    }

    private static boolean isAbout(ClauseFinding finding, String norm) {
        int row = norm.indexOf('#');
        return row < 0
                ? finding.subject().equals(norm)
                : finding.subject().startsWith(norm.substring(0, row))
                        && finding.rows().contains(norm.substring(row + 1));
    }

    /** Explains a finding of a draft; a later explanation of the same finding stands before an earlier one. */
    @Transactional
    public void explain(UUID draft, ClauseFinding finding, String why, Instant at, String by) {
        jdbc.sql("""
                        insert into lab_clause_explanation (id, draft_id, finding, why, explained_at, explained_by)
                        values (:id, :draft, :finding, :why, :at, :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("draft", draft)
                .param("finding", finding.id())
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Holds the text of a document as it is now against the clauses; of the text only its hash is kept. */
    @Transactional
    public Reading read(UUID draft, RuleBook book, Document document, String raw, Instant at, String by) {
        SourceText text = SourceText.of(raw);
        List<SourceChange> changes = SourceChange.in(book.clauses(), document, text);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into lab_source_reading (id, draft_id, document, sha256, read_at, read_by)
                        values (:id, :draft, :document, :sha256, :at, :by)
                        """)
                .param("id", id)
                .param("draft", draft)
                .param("document", document.id())
                .param("sha256", text.sha256())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        for (SourceChange change : changes) {
            jdbc.sql("insert into lab_source_change (reading_id, clause, kind) values (:reading, :clause, :kind)")
                    .param("reading", id)
                    .param("clause", change.clause())
                    .param("kind", change.kind().name())
                    .update();
        }
        return new Reading(document.id(), text.sha256(), changes.size(), by, at);
    }

    /** The last time that each document was held against the clauses. */
    public List<Reading> readings(UUID draft) {
        Map<String, Reading> last = new LinkedHashMap<>();
        jdbc.sql("""
                        select document, sha256, read_at, read_by,
                            (select count(*) from lab_source_change where reading_id = lab_source_reading.id) as changed
                        from lab_source_reading where draft_id = :draft order by read_at, id
                        """)
                .param("draft", draft)
                .query((rs, n) -> new Reading(
                        rs.getString("document"),
                        rs.getString("sha256"),
                        rs.getInt("changed"),
                        rs.getString("read_by"),
                        rs.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(reading -> last.put(reading.document(), reading));
        return List.copyOf(last.values());
    }

    /** What the last reading of each document found. */
    private List<SourceChange> changes(UUID draft) {
        Map<String, UUID> last = new LinkedHashMap<>();
        jdbc.sql("select id, document from lab_source_reading where draft_id = :draft order by read_at, id")
                .param("draft", draft)
                .query((rs, n) -> Map.entry(rs.getString("document"), rs.getObject("id", UUID.class)))
                .list()
                .forEach(reading -> last.put(reading.getKey(), reading.getValue()));
        List<SourceChange> changes = new ArrayList<>();
        for (UUID reading : last.values()) {
            changes.addAll(
                    jdbc.sql("select clause, kind from lab_source_change where reading_id = :reading order by clause")
                            .param("reading", reading)
                            .query((rs, n) -> new SourceChange(
                                    rs.getString("clause"), SourceChange.Kind.valueOf(rs.getString("kind"))))
                            .list());
        }
        return changes;
    }

    private Map<String, Explanation> explanations(UUID draft) {
        Map<String, Explanation> given = new LinkedHashMap<>();
        jdbc.sql("""
                        select finding, why, explained_at, explained_by from lab_clause_explanation
                        where draft_id = :draft order by explained_at, id
                        """)
                .param("draft", draft)
                .query((rs, n) -> Map.entry(
                        rs.getString("finding"),
                        new Explanation(
                                new Bilingual(rs.getString("why"), rs.getString("why")),
                                rs.getString("explained_by"),
                                rs.getObject("explained_at", OffsetDateTime.class)
                                        .toInstant())))
                .list()
                .forEach(one -> given.put(one.getKey(), one.getValue()));
        return given;
    }
}
