package nl.inkoopkompas.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.Fact;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    void add(Collection<Decision> decisions) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Decision decision : decisions) {
            for (Finding finding : decision.findings()) {
                String answer = answer(finding);
                if (ASKING.contains(finding.verdict()) || !answer.equals("NONE")) {
                    rows.add(new MapSqlParameterSource("decision", decision.id())
                            .addValue("criterion", finding.criterion())
                            .addValue("subject", finding.subject())
                            .addValue("likeness", likeness(finding))
                            .addValue("sameness", sameness(finding))
                            .addValue("verdict", finding.verdict().name())
                            .addValue("answer", answer));
                }
            }
        }
        batches.batchUpdate("""
                insert into like_finding (decision_id, criterion, subject, likeness, sameness, verdict, answer)
                values (:decision, :criterion, :subject, :likeness, :sameness, :verdict, :answer)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    /** What a person made of a finding, read from the act that it cites. */
    static String answer(Finding finding) {
        return finding.facts().stream()
                .filter(fact -> fact.pointer().matches("/(judgements|responses)/\\d+/accepted"))
                .map(fact -> Boolean.TRUE.equals(fact.value()) ? "ACCEPTED" : "REFUSED")
                .findFirst()
                .orElse("NONE");
    }

    private static String likeness(Finding finding) {
        return digest(finding, fact -> fact.value() instanceof Number || isDate(fact.value()) ? "#" : fact.value());
    }

    private static String sameness(Finding finding) {
        return digest(finding, Fact::value);
    }

    private static boolean isDate(@Nullable Object value) {
        return value instanceof LocalDate || (value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}"));
    }

    private static String digest(Finding finding, Function<Fact, @Nullable Object> value) {
        Stream<String> facts = finding.facts().stream()
                .filter(fact -> !ACTS.contains(fact.pointer().split("/", 3)[1]))
                .map(fact -> fact.pointer().replaceAll("/\\d+", "/*") + "=" + Json.text(value.apply(fact)))
                .distinct()
                .sorted();
        return Digests.sha256(
                Stream.concat(Stream.of(finding.criterion()), facts).toList());
    }

    /**
     * Findings of other dossiers that are alike and on which a person decided, in the last round of each: the same
     * facts first, then the newest.
     */
    public List<LikeFinding> of(UUID dossier, Finding finding, int most) {
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
                .param("criterion", finding.criterion())
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
