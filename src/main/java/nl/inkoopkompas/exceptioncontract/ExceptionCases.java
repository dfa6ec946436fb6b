package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.exceptioncontract.Standing.Turn;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The cases as they are recorded: in the journal, each thing that happens to one with the next turn of it. */
@Repository
class ExceptionCases {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** As many like cases of each result stand with a decision. */
    private static final int MOST_LIKE = 20;

    private static final String INSERT = """
            insert into exception_case (id, municipality, client, contract, product, kvk_number, provider_name, amount,
                urgent, as_of, reasons, submitted_at, submitted_by, kind, status, result, turn, last_decision_id,
                likeness, since, result_at, result_by, due_on)
            values (:id, :municipality, :client, :contract, :product, :kvk, :name, :amount, :urgent, :asOf, :reasons,
                :at, :by, :kind, :status, null, 0, :id, :likeness, :at, null, null, :due)
            """;
    private static final String UPDATE = """
            update exception_case set status = :status, result = :result, kind = :kind, turn = :turn,
                last_decision_id = :decision, likeness = :likeness, since = :since, result_at = :resultAt,
                result_by = :resultBy, due_on = :due
            where id = :id
            """;

    private static final String SELECT = "select exception_case.*, (select rule_book_version from decision"
            + " where decision.id = last_decision_id) as rule_book from exception_case";

    private final JdbcClient jdbc;
    private final Journal journal;

    ExceptionCases(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** One page of a list, the first being 1, with how many there are in all. */
    record Page(List<Line> items, long total) {}

    Optional<ExceptionCase> find(UUID id) {
        return line(id).map(line -> new ExceptionCase(line, CaseHistory.of(journal.of(id))));
    }

    private Optional<Line> line(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((rs, n) -> line(rs))
                .optional();
    }

    Page list(CaseFilter filter, CaseOrder order, long page, int size) {
        CaseFilter.Where where = filter.where();
        long total = jdbc.sql("select count(*) from exception_case" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
        if (page - 1 > total / size) {
            return new Page(List.of(), total);
        }
        List<Line> items = jdbc.sql(some(where.sql(), order))
                .params(where.values())
                .param("offset", (page - 1) * size)
                .param("size", size)
                .query((rs, n) -> line(rs))
                .list();
        return new Page(items, total);
    }

    /** Those in some statuses, of one municipality or of all, those that are due first before the others. */
    List<Line> mostPressing(Set<CaseStatus> statuses, @Nullable String municipality, int most) {
        if (statuses.isEmpty()) {
            return List.of();
        }
        String where =
                " where status in (:statuses)" + (municipality == null ? "" : " and municipality = :municipality");
        return jdbc.sql(some(where, CaseOrder.DUE_FIRST))
                .param("statuses", statuses.stream().map(Enum::name).toList())
                .param("municipality", municipality)
                .param("offset", 0)
                .param("size", most)
                .query((rs, n) -> line(rs))
                .list();
    }

    /** Where cases stand, in the same order. */
    List<Standing> standing(List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Turn>> turns = new HashMap<>();
        jdbc.sql("""
                        select t.case_id, t.action, e.recorded_by
                        from exception_turn t join journal_entry e on e.id = t.entry_id
                        where t.case_id in (:ids) order by t.case_id, t.turn
                        """).param("ids", lines.stream().map(Line::id).toList()).query(rs -> {
            turns.computeIfAbsent(rs.getObject("case_id", UUID.class), none -> new ArrayList<>())
                    .add(new Turn(CaseAction.of(rs.getString("action")).orElse(null), rs.getString("recorded_by")));
        });
        return lines.stream()
                .map(line -> Standing.of(line, turns.getOrDefault(line.id(), List.of())))
                .toList();
    }

    /** Some of the cases, chosen by their ids first so that no more than those are read whole. */
    private static String some(String where, CaseOrder order) {
        return SELECT + " join (select id as chosen from exception_case" + where + " order by " + order.sql()
                + " offset :offset rows fetch next :size rows only) page on page.chosen = exception_case.id order by "
                + order.sql();
    }

    /** Records a new case, as part of the transaction of whoever asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(Line line, ObjectNode content) {
        JournalEntry entry =
                journal.append(CaseHistory.SUBMITTED, line.id(), line.submittedAt(), line.submittedBy(), content);
        jdbc.sql(INSERT)
                .param("id", line.id())
                .param("municipality", line.municipality())
                .param("client", line.client())
                .param("contract", line.contract())
                .param("product", line.product())
                .param("kvk", line.kvkNumber())
                .param("name", line.providerName())
                .param("amount", line.value())
                .param("urgent", line.urgent())
                .param("asOf", line.asOf())
                .param("reasons", String.join(",", line.reasons()))
                .param("at", time(line.submittedAt()))
                .param("by", line.submittedBy())
                .param("kind", line.kind().name())
                .param("status", line.status().name())
                .param("likeness", line.likeness())
                .param("due", line.dueOn())
                .update();
        turn(line, null, entry.id());
    }

    /**
     * Records what was done with a case, as part of the transaction of whoever asks.
     *
     * @param next the case after it
     * @throws DuplicateKeyException when somebody else acted since it was read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public JournalEntry append(Line next, CaseAction action, ObjectNode content, Instant at, String by) {
        JournalEntry entry = journal.append(CaseHistory.ACTION, next.id(), at, by, content);
        turn(next, action, entry.id());
        CaseResult result = next.result();
        Instant resultAt = next.resultAt();
        jdbc.sql(UPDATE)
                .param("status", next.status().name())
                .param("result", result == null ? null : result.name())
                .param("kind", next.kind().name())
                .param("turn", next.turn())
                .param("decision", next.decision())
                .param("likeness", next.likeness())
                .param("since", time(next.since()))
                .param("resultAt", resultAt == null ? null : time(resultAt))
                .param("resultBy", next.resultBy())
                .param("due", next.dueOn())
                .param("id", next.id())
                .update();
        return entry;
    }

    private void turn(Line line, @Nullable CaseAction action, UUID entry) {
        CaseResult result = line.result();
        jdbc.sql("""
                        insert into exception_turn (case_id, turn, entry_id, action, status, result, kind)
                        values (:case, :turn, :entry, :action, :status, :result, :kind)
                        """)
                .param("case", line.id())
                .param("turn", line.turn())
                .param("entry", entry)
                .param("action", action == null ? "SUBMIT" : action.name())
                .param("status", line.status().name())
                .param("result", result == null ? null : result.name())
                .param("kind", line.kind().name())
                .update();
    }

    /** Those that were approved in a period, oldest first. */
    List<Line> approvedBetween(Actor seenBy, Instant from, Instant until) {
        CaseFilter.Where where = CaseFilter.seenBy(seenBy).where();
        return jdbc
                .sql(SELECT + and(where) + "result_at >= :from and result_at < :until order by result_at, id")
                .params(where.values())
                .param("from", time(from))
                .param("until", time(until))
                .query((rs, n) -> line(rs))
                .list()
                .stream()
                .filter(line -> line.result() == CaseResult.APPROVED)
                .toList();
    }

    /** Those that were decided on, the last first, of one municipality or of all. */
    List<Line> lastDecided(@Nullable String municipality, int most) {
        return jdbc.sql(SELECT + " where result in ('APPROVED', 'REJECTED')"
                        + (municipality == null ? "" : " and municipality = :municipality")
                        + " order by result_at desc, id desc fetch first :most rows only")
                .param("municipality", municipality)
                .param("most", most)
                .query((rs, n) -> line(rs))
                .list();
    }

    static String and(CaseFilter.Where where) {
        return where.sql().isEmpty() ? " where " : where.sql() + " and ";
    }

    /**
     * Cases that were decided on and are like another, oldest first; of each result the last ones, because what matters
     * is whether any ended otherwise.
     */
    ArrayNode decidedLike(String likeness, @Nullable UUID itself) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Stream.of(CaseResult.APPROVED, CaseResult.REJECTED)
                .flatMap(result -> lastLike(likeness, result, itself).stream())
                .sorted(Comparator.comparing((Line line) -> day(line.resultAt()))
                        .thenComparing(Line::id))
                .forEach(line -> {
                    ObjectNode one = list.addObject();
                    one.put("case", line.id().toString());
                    one.put("municipality", line.municipality());
                    one.put("result", String.valueOf(line.result()));
                    one.put("decidedOn", day(line.resultAt()).toString());
                });
        return list;
    }

    private List<Line> lastLike(String likeness, CaseResult result, @Nullable UUID itself) {
        return jdbc
                .sql(SELECT + " where likeness = :likeness and result = :result order by result_at desc, id desc"
                        + " fetch first :most rows only")
                .param("likeness", likeness)
                .param("result", result.name())
                .param("most", MOST_LIKE + 1)
                .query((rs, n) -> line(rs))
                .list()
                .stream()
                .filter(line -> !line.id().equals(itself))
                .limit(MOST_LIKE)
                .toList();
    }

    /** What a provider was granted in other cases, oldest first. */
    ArrayNode approvedOf(String kvkNumber, @Nullable UUID itself) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<Line> approved = jdbc.sql(
                        SELECT + " where kvk_number = :kvk and result = 'APPROVED' order by result_at, id")
                .param("kvk", kvkNumber)
                .query((rs, n) -> line(rs))
                .list();
        for (Line line : approved) {
            if (line.id().equals(itself)) {
                continue;
            }
            LocalDate on = day(line.resultAt());
            ObjectNode one = list.addObject();
            one.put("case", line.id().toString());
            one.put("kind", line.kind().name());
            one.put("product", line.product());
            one.put("municipality", line.municipality());
            one.put("value", line.value());
            one.put("countsFrom", (on.isBefore(line.asOf()) ? on : line.asOf()).toString());
        }
        return list;
    }

    private static LocalDate day(@Nullable Instant moment) {
        return moment == null ? LocalDate.MAX : LocalDate.ofInstant(moment, ZONE);
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Line line(ResultSet rs) throws SQLException {
        OffsetDateTime resultAt = rs.getObject("result_at", OffsetDateTime.class);
        return new Line(
                rs.getObject("id", UUID.class),
                rs.getString("municipality"),
                rs.getString("client"),
                rs.getString("contract"),
                rs.getString("product"),
                rs.getString("kvk_number"),
                rs.getString("provider_name"),
                plain(rs.getBigDecimal("amount")),
                rs.getBoolean("urgent"),
                rs.getObject("as_of", LocalDate.class),
                reasons(rs),
                moment(rs, "submitted_at"),
                rs.getString("submitted_by"),
                ExceptionKind.valueOf(rs.getString("kind")),
                CaseStatus.valueOf(rs.getString("status")),
                result(rs),
                rs.getInt("turn"),
                rs.getObject("last_decision_id", UUID.class),
                rs.getString("likeness"),
                moment(rs, "since"),
                resultAt == null ? null : resultAt.toInstant(),
                rs.getString("result_by"),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("rule_book"));
    }

    static List<String> reasons(ResultSet rs) throws SQLException {
        String reasons = rs.getString("reasons");
        return reasons.isEmpty() ? List.of() : Arrays.asList(reasons.split(",", 0));
    }

    static @Nullable CaseResult result(ResultSet rs) throws SQLException {
        String result = rs.getString("result");
        return result == null ? null : CaseResult.valueOf(result);
    }

    static Instant moment(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** 20000 rather than 20000.00, so that a hash does not hang on the database. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
