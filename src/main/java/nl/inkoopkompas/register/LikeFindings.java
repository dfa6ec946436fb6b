package nl.inkoopkompas.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/**
 * Findings that ask something of a person, by the facts that decide them, so that who decides sees what was decided on
 * like facts before. Two findings are alike when the same criterion rests on the same facts, dates and numbers aside;
 * they are the same when those agree too.
 */
@Repository
public class LikeFindings {

    /** Facts of the procedure and not of the case. */
    private static final Set<String> ACTS = Set.of("judgements", "responses", "asOf", "contract", "context");

    private static final Set<Verdict> ASKING = EnumSet.of(Verdict.NOT_MET, Verdict.JUDGEMENT, Verdict.REMEDIED);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    LikeFindings(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A finding of another applicant on like facts.
     *
     * @param answer what a person made of it: {@code ACCEPTED} or {@code REFUSED}; {@code NONE} where nobody was asked
     * @param outcome what was determined for the product, or the gravest where the finding is on the applicant; null
     *     where nothing is
     */
    public record LikeFinding(
            UUID decision,
            String applicant,
            String contract,
            String criterion,
            String subject,
            Verdict verdict,
            String answer,
            boolean same,
            @Nullable String outcome) {}

    /** Adds what {@link #parameters} gave. */
    void add(List<SqlParameterSource> rows) {
        batches.batchUpdate("""
                insert into like_finding (decision_id, criterion, subject, likeness, sameness, verdict, answer)
                values (:decision_id, :criterion, :subject, :likeness, :sameness, :verdict, :answer)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    static List<SqlParameterSource> parameters(JournalEntry decision) {
        List<SqlParameterSource> parameters = new ArrayList<>();
        rows(decision).forEach(row -> parameters.add(new MapSqlParameterSource(row)));
        return parameters;
    }

    /** Whether a finding asks something of a person. */
    public static boolean asks(JsonNode finding) {
        return ASKING.contains(Verdict.valueOf(finding.path("verdict").asString()));
    }

    /** The rows that follow from a decision, by column. */
    static List<Map<String, Object>> rows(JournalEntry decision) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode finding : Objects.requireNonNull(decision.content()).at("/decision/findings")) {
            String verdict = finding.path("verdict").asString();
            String answer = answer(finding);
            if (ASKING.contains(Verdict.valueOf(verdict)) || !answer.equals("NONE")) {
                rows.add(Map.of(
                        "decision_id", decision.id(),
                        "criterion", finding.path("criterion").asString(),
                        "subject", finding.path("subject").asString(),
                        "likeness", likeness(finding),
                        "sameness", sameness(finding),
                        "verdict", verdict,
                        "answer", answer));
            }
        }
        return rows;
    }

    /** What a person made of a finding, read from the act that it cites. */
    private static String answer(JsonNode finding) {
        for (JsonNode fact : finding.path("facts")) {
            if (fact.path("pointer").asString().matches("/(judgements|responses)/\\d+/accepted")) {
                return fact.path("value").asBoolean(false) ? "ACCEPTED" : "REFUSED";
            }
        }
        return "NONE";
    }

    private static String likeness(JsonNode finding) {
        return digest(finding, value -> value.isNumber() || isDate(value) ? "#" : value.toString());
    }

    private static String sameness(JsonNode finding) {
        return digest(finding, JsonNode::toString);
    }

    private static boolean isDate(JsonNode value) {
        return value.isString() && value.asString().matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static String digest(JsonNode finding, Function<JsonNode, String> value) {
        Set<String> facts = new TreeSet<>();
        for (JsonNode fact : finding.path("facts")) {
            String pointer = fact.path("pointer").asString();
            if (!ACTS.contains(pointer.split("/", 3)[1])) {
                facts.add(pointer.replaceAll("/\\d+", "/*") + "=" + value.apply(fact.path("value")));
            }
        }
        List<String> parts = new ArrayList<>(facts);
        parts.add(0, finding.path("criterion").asString());
        return Digests.sha256(parts);
    }

    /**
     * Findings of other dossiers that are alike and on which a person decided, in the last round of each: the same
     * facts first, then the newest.
     */
    public List<LikeFinding> of(UUID dossier, JsonNode finding, int most) {
        return jdbc.sql("""
                        select l.*, d.applicant_name, d.contract,
                            (select min(p.outcome) from determination_product p
                                join determination t on t.id = p.determination_id
                             where t.decision_id = d.id) as determined
                        from like_finding l join decision d on d.id = l.decision_id
                        where l.criterion = :criterion and l.likeness = :likeness and d.first_id <> :dossier
                            and not exists (select 1 from decision later where later.previous_id = d.id)
                            and (l.answer <> 'NONE' or exists
                                (select 1 from determination t where t.decision_id = d.id))
                        order by case when l.sameness = :sameness then 0 else 1 end, d.recorded_at desc, d.id desc
                        fetch next :most rows only
                        """)
                .param("criterion", finding.path("criterion").asString())
                .param("likeness", likeness(finding))
                .param("sameness", sameness(finding))
                .param("dossier", dossier)
                .param("most", most)
                .query((rs, n) -> new LikeFinding(
                        rs.getObject("decision_id", UUID.class),
                        Objects.requireNonNullElse(rs.getString("applicant_name"), ""),
                        Objects.requireNonNullElse(rs.getString("contract"), ""),
                        rs.getString("criterion"),
                        rs.getString("subject"),
                        Verdict.valueOf(rs.getString("verdict")),
                        rs.getString("answer"),
                        rs.getString("sameness").equals(sameness(finding)),
                        rs.getString("determined")))
                .list();
    }
}
