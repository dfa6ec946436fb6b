package nl.inkoopkompas.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.node.ObjectNode;

/** Every decision that was recorded; it only grows. */
@Repository
public class DecisionRegister {

    /** What a decision is called in the journal. */
    static final String KIND = "DECISION";

    private static final String INSERT_DECISION = """
            insert into decision (id, first_id, previous_id, round, type, outcome, contract, applicant_name, kvk_number,
                products, unsettled, as_of, recorded_at, recorded_by, rule_book_version, rule_book_hash, engine_version,
                engine_build, input_hash, import_id, application_key, applicant_sort)
            values (:id, :firstId, :previousId, :round, :type, :outcome, :contract, :applicantName, :kvkNumber,
                :products, :unsettled, :asOf, :recordedAt, :recordedBy, :ruleBookVersion, :ruleBookHash, :engineVersion,
                :engineBuild, :inputHash, :importId, :applicationKey, lower(:applicantName))
            """;
    private static final int BATCH = 500;

    /** How many decisions a text may be found in to be kept by their ids. */
    private static final int FEW = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Journal journal;
    private final DossierTurns turns;
    private final LikeFindings likeFindings;
    private final Together<Row> together;

    DecisionRegister(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transactions,
            Journal journal,
            DossierTurns turns,
            LikeFindings likeFindings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.journal = journal;
        this.turns = turns;
        this.likeFindings = likeFindings;
        this.together = new Together<>(transactions, this::insert);
    }

    /**
     * A decision to record.
     *
     * @param decision in Dutch, not recorded yet
     * @param importId the import that it came with, if any
     * @param applicationKey what names the application, so that an import can see that it was recorded before
     * @param round what a further round was asked to do; null for a first decision
     * @param turn the number in the dossier that it takes; 0 for a first decision
     */
    public record Entry(
            Decision decision,
            Input input,
            @Nullable UUID importId,
            @Nullable String applicationKey,
            @Nullable ObjectNode round,
            int turn) {

        /** A first decision. */
        public static Entry first(
                Decision decision, Input input, @Nullable UUID importId, @Nullable String applicationKey) {
            return new Entry(decision, input, importId, applicationKey, null, 0);
        }

        /** A further round. */
        public static Entry further(Decision decision, Input input, ObjectNode round, int turn) {
            return new Entry(decision, input, null, null, round, turn);
        }
    }

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<DecisionSummary> items, long total) {}

    /** How many decisions have an outcome, a contract and the same criteria that are not settled. */
    public record Count(String outcome, @Nullable String contract, List<String> unsettled, long decisions) {}

    /** Records a first decision, in the transaction of whoever asks or else together with others. */
    public Decision record(Decision decision, Input input, Instant at, String by) {
        Row row = row(Entry.first(decision, input, null, null), at, by);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            insert(List.of(row));
        } else {
            together.write(row);
        }
        return row.recorded();
    }

    /**
     * Records all or, when one fails, none.
     *
     * @throws DuplicateKeyException when somebody else took the turn of one of them
     */
    @Transactional
    public List<Decision> recordAll(List<Entry> entries, Instant at, String by) {
        List<Decision> recorded = new ArrayList<>(entries.size());
        for (int start = 0; start < entries.size(); start += BATCH) {
            List<Row> rows = new ArrayList<>(BATCH);
            for (Entry entry : entries.subList(start, Math.min(start + BATCH, entries.size()))) {
                Row row = row(entry, at, by);
                rows.add(row);
                recorded.add(row.recorded());
            }
            insert(rows);
        }
        return recorded;
    }

    /** A decision as it is recorded, with all that is written of it. */
    private record Row(
            Decision recorded,
            Journal.Row journal,
            SqlParameterSource columns,
            List<SqlParameterSource> likeFindings) {}

    private Row row(Entry entry, Instant at, String by) {
        JournalEntry journalled = journalled(entry, at, by);
        return new Row(
                entry.decision().recorded(journalled.id(), journalled.recordedAt(), by),
                Journal.Row.of(journalled),
                new MapSqlParameterSource(DecisionRow.of(journalled)),
                LikeFindings.parameters(journalled));
    }

    private void insert(List<Row> rows) {
        List<Journal.Row> journalled = rows.stream().map(Row::journal).toList();
        journal.appendRows(journalled);
        batches.batchUpdate(INSERT_DECISION, rows.stream().map(Row::columns).toArray(SqlParameterSource[]::new));
        turns.take(journalled.stream().map(Journal.Row::entry).toList());
        likeFindings.add(
                rows.stream().flatMap(row -> row.likeFindings().stream()).toList());
        RecordedDecisions.count(rows.stream().map(Row::recorded).toList());
    }

    private JournalEntry journalled(Entry entry, Instant at, String by) {
        JournalEntry plain = journal.entry(KIND, null, at, by, Json.object());
        Decision decision = entry.decision().recorded(plain.id(), plain.recordedAt(), by);
        ObjectNode content = Json.object();
        content.set("decision", Json.of(decision));
        content.set("request", entry.input().request());
        content.put(
                "importId", entry.importId() == null ? null : entry.importId().toString());
        content.put("applicationKey", entry.applicationKey());
        content.set("round", entry.round());
        DossierTurns.state(content, entry.turn());
        return new JournalEntry(
                plain.id(),
                KIND,
                firstOf(plain.id(), decision.previous()),
                plain.recordedAt(),
                plain.recordedBy(),
                content);
    }

    public Optional<RegisteredDecision> byId(UUID id) {
        return jdbc.sql("""
                        select d.*, c.content, i.file_name
                        from decision d join journal_content c on c.entry_id = d.id
                            left join import_job i on i.id = d.import_id
                        where d.id = :id
                        """)
                .param("id", id)
                .query((rs, n) -> {
                    ObjectNode content = Json.object(rs.getString("content"));
                    ObjectNode decision = (ObjectNode) content.get("decision");
                    return new RegisteredDecision(
                            summary(rs),
                            rs.getObject("first_id", UUID.class),
                            (ObjectNode) content.get("request"),
                            (ObjectNode) decision.get("context"),
                            decision,
                            content.path("round") instanceof ObjectNode round ? round : null,
                            List.of(),
                            rs.getString("file_name"));
                })
                .optional() // before the rounds are asked for, so that this needs one connection at a time
                .map(found -> found.withRounds(rounds(found.dossier())));
    }

    /** Passes every decision by, in the order of their ids, without keeping them. */
    public void forEach(Consumer<RegisteredDecision> reader) {
        UUID last = new UUID(0, 0);
        List<UUID> some;
        do {
            some = jdbc.sql("select id from decision where id > :last order by id fetch first :most rows only")
                    .param("last", last)
                    .param("most", BATCH)
                    .query(UUID.class)
                    .list();
            for (UUID id : some) {
                byId(id).ifPresent(reader);
                last = id;
            }
        } while (!some.isEmpty());
    }

    /** The same JSON as {@link #byId} gives, for a decision that was just made. */
    public ObjectNode asJson(Decision decision) {
        return Json.of(decision);
    }

    /** The text of {@link #asJson}. */
    public String asText(Decision decision) {
        return Json.text(decision);
    }

    /** Newest first. */
    public Page find(DecisionFilter filter, long page, int size) {
        return find(filter, DecisionOrder.NEWEST, page, size);
    }

    public Page find(DecisionFilter filter, DecisionOrder order, long page, int size) {
        long total = count(filter);
        return new Page(page - 1 > total / size ? List.of() : list(filter, order, page, size), total);
    }

    /**
     * The same filter, by what its text was found in when that are few: a text is then looked for once, however often
     * the filter is used.
     */
    public DecisionFilter searched(DecisionFilter filter) {
        if (filter.text() == null) {
            return filter;
        }
        // only what the index of lists holds, so that no row is read; the rest is asked of what was found
        DecisionFilter.Where where = DecisionFilter.all()
                .ofType(filter.type())
                .withText(filter.text())
                .where();
        List<UUID> found = jdbc.sql("select id from decision" + where.sql() + " fetch first :most rows only")
                .params(where.values())
                .param("most", FEW + 1)
                .query(UUID.class)
                .list();
        return found.size() > FEW ? filter : filter.foundAs(found);
    }

    /** One page without the count. */
    public List<DecisionSummary> list(DecisionFilter filter, DecisionOrder order, long page, int size) {
        DecisionFilter.Where where = filter.where();
        return jdbc.sql("select * from decision" + where.sql() + " order by " + filter.ordered(order)
                        + " offset :offset rows fetch next :size rows only")
                .params(where.values())
                .param("offset", (page - 1) * size)
                .param("size", size)
                .query((rs, n) -> summary(rs))
                .list();
    }

    public long count(DecisionFilter filter) {
        DecisionFilter.Where where = filter.where();
        return jdbc.sql("select count(*) from decision" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /** Counts to sum per outcome, per contract and per criterion that is not settled. */
    public List<Count> counts(DecisionFilter filter) {
        DecisionFilter.Where where = filter.where();
        return jdbc.sql("select outcome, contract, unsettled, count(*) as decisions from decision" + where.sql()
                        + " group by outcome, contract, unsettled order by outcome, contract, unsettled")
                .params(where.values())
                .query((rs, n) -> new Count(
                        rs.getString("outcome"),
                        rs.getString("contract"),
                        criteria(rs.getString("unsettled")),
                        rs.getLong("decisions")))
                .list();
    }

    /** How many providers the decisions are of. */
    public long providers(DecisionFilter filter) {
        DecisionFilter.Where where = filter.where();
        return jdbc.sql("select count(distinct kvk_number) from decision" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /** The decision that was recorded under each of these application keys, the last where there are more. */
    public Map<String, UUID> recordedUnder(Collection<String> applicationKeys) {
        Map<String, UUID> found = new HashMap<>();
        List<String> keys = List.copyOf(applicationKeys);
        for (int start = 0; start < keys.size(); start += BATCH) {
            jdbc.sql("""
                            select application_key, id from decision where application_key in (:keys)
                            order by recorded_at, id
                            """)
                    .param("keys", keys.subList(start, Math.min(start + BATCH, keys.size())))
                    .query(rs -> {
                        found.put(rs.getString("application_key"), rs.getObject("id", UUID.class));
                    });
        }
        return found;
    }

    private UUID firstOf(UUID id, @Nullable UUID previous) {
        if (previous == null) {
            return id;
        }
        return jdbc.sql("select first_id from decision where id = :id")
                .param("id", previous)
                .query(UUID.class)
                .single();
    }

    /** The rounds of a dossier, in order. */
    public List<DecisionSummary> rounds(UUID first) {
        return jdbc.sql("select * from decision where first_id = :first order by round, id")
                .param("first", first)
                .query((rs, n) -> summary(rs))
                .list();
    }

    private static List<String> criteria(String unsettled) {
        return unsettled.isEmpty() ? List.of() : Arrays.asList(unsettled.split(",", 0));
    }

    private static DecisionSummary summary(ResultSet rs) throws SQLException {
        return new DecisionSummary(
                rs.getObject("id", UUID.class),
                rs.getString("type"),
                rs.getInt("round"),
                rs.getObject("previous_id", UUID.class),
                rs.getString("outcome"),
                rs.getObject("as_of", LocalDate.class),
                rs.getString("contract"),
                rs.getString("applicant_name"),
                rs.getString("kvk_number"),
                rs.getInt("products"),
                criteria(rs.getString("unsettled")),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("recorded_by"),
                rs.getString("rule_book_version"),
                rs.getObject("import_id", UUID.class));
    }
}
