package nl.inkoopkompas.register;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every decision that was recorded; it only grows. */
@Repository
public class DecisionRegister {

    private static final String INSERT_DECISION = """
            insert into decision (id, first_id, previous_id, round, type, outcome, contract, applicant_name, kvk_number,
                products, unsettled, as_of, recorded_at, recorded_by, rule_book_version, rule_book_hash, engine_version,
                engine_build, input_hash, import_id, application_key)
            values (:id, :firstId, :previousId, :round, :type, :outcome, :contract, :applicantName, :kvkNumber,
                :products, :unsettled, :asOf, :recordedAt, :recordedBy, :ruleBookVersion, :ruleBookHash, :engineVersion,
                :engineBuild, :inputHash, :importId, :applicationKey)
            """;
    private static final String INSERT_DOCUMENT = """
            insert into decision_document (decision_id, request, context, decision)
            values (:id, :request, :context, :decision)
            """;
    private static final int BATCH = 500;

    /** Exact: fields in their own order, numbers with the digits that they came with. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    DecisionRegister(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A decision to record.
     *
     * @param decision in Dutch, not recorded yet
     * @param importId the import that it came with, if any
     * @param applicationKey what names the application, so that an import can see that it was recorded before
     */
    public record Entry(
            Decision decision,
            Input input,
            @Nullable UUID importId,
            @Nullable String applicationKey) {}

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<DecisionSummary> items, long total) {}

    /** How many decisions have an outcome, a contract and the same criteria that are not settled. */
    public record Count(String outcome, @Nullable String contract, List<String> unsettled, long decisions) {}

    @Transactional
    public Decision record(Decision decision, Input input, Instant at, String by) {
        return recordAll(List.of(new Entry(decision, input, null, null)), at, by)
                .get(0);
    }

    /** Records all or, when one fails, none. */
    @Transactional
    public List<Decision> recordAll(List<Entry> entries, Instant at, String by) {
        Instant moment = Columns.moment(at);
        List<Decision> recorded = new ArrayList<>(entries.size());
        for (int start = 0; start < entries.size(); start += BATCH) {
            List<Entry> batch = entries.subList(start, Math.min(start + BATCH, entries.size()));
            List<SqlParameterSource> decisions = new ArrayList<>(batch.size());
            List<SqlParameterSource> documents = new ArrayList<>(batch.size());
            for (Entry entry : batch) {
                UUID id = ids.construct(moment.toEpochMilli());
                Decision decision = entry.decision().recorded(id, moment, by);
                recorded.add(decision);
                decisions.add(row(id, decision, entry, moment, by));
                documents.add(new MapSqlParameterSource("id", id)
                        .addValue("request", entry.input().request().toString())
                        .addValue("context", entry.input().context().toString())
                        .addValue("decision", json.writeValueAsString(decision)));
            }
            batches.batchUpdate(INSERT_DECISION, decisions.toArray(SqlParameterSource[]::new));
            batches.batchUpdate(INSERT_DOCUMENT, documents.toArray(SqlParameterSource[]::new));
        }
        return recorded;
    }

    public Optional<RegisteredDecision> byId(UUID id) {
        return jdbc.sql("""
                        select d.*, doc.request, doc.context, doc.decision, i.file_name
                        from decision d join decision_document doc on doc.decision_id = d.id
                            left join import_job i on i.id = d.import_id
                        where d.id = :id
                        """)
                .param("id", id)
                .query((rs, n) -> new RegisteredDecision(
                        summary(rs),
                        read(rs.getString("request")),
                        read(rs.getString("context")),
                        read(rs.getString("decision")),
                        rounds(rs.getObject("first_id", UUID.class)),
                        rs.getString("file_name")))
                .optional();
    }

    /** The same JSON as {@link #byId} gives, for a decision that was just made. */
    public ObjectNode asJson(Decision decision) {
        return json.valueToTree(decision);
    }

    /** Newest first. */
    public Page find(DecisionFilter filter, long page, int size) {
        return find(filter, DecisionOrder.NEWEST, page, size);
    }

    public Page find(DecisionFilter filter, DecisionOrder order, long page, int size) {
        DecisionFilter.Where where = filter.where();
        long total = jdbc.sql("select count(*) from decision" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
        if (page - 1 > total / size) {
            return new Page(List.of(), total);
        }
        List<DecisionSummary> items = jdbc.sql("select * from decision" + where.sql() + " order by " + order.sql()
                        + " offset :offset rows fetch next :size rows only")
                .params(where.values())
                .param("offset", (page - 1) * size)
                .param("size", size)
                .query((rs, n) -> summary(rs))
                .list();
        return new Page(items, total);
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

    private MapSqlParameterSource row(UUID id, Decision decision, Entry entry, Instant at, String by) {
        ObjectNode request = entry.input().request();
        return new MapSqlParameterSource("id", id)
                .addValue("firstId", firstOf(id, decision.previous()))
                .addValue("previousId", decision.previous())
                .addValue("round", decision.round())
                .addValue("type", decision.type())
                .addValue("outcome", decision.outcome())
                .addValue("contract", text(request.path("contract")))
                .addValue("applicantName", text(request.at("/applicant/name")))
                .addValue("kvkNumber", text(request.at("/applicant/kvkNumber")))
                .addValue("products", request.path("products").size())
                .addValue("unsettled", unsettled(decision.findings()))
                .addValue("asOf", decision.asOf())
                .addValue("recordedAt", Columns.time(at))
                .addValue("recordedBy", by)
                .addValue("ruleBookVersion", decision.ruleBook().version())
                .addValue("ruleBookHash", decision.ruleBook().hash())
                .addValue("engineVersion", decision.engine().version())
                .addValue("engineBuild", decision.engine().build())
                .addValue("inputHash", decision.inputHash())
                .addValue("importId", entry.importId())
                .addValue("applicationKey", entry.applicationKey());
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

    private List<DecisionSummary> rounds(UUID first) {
        return jdbc.sql("select * from decision where first_id = :first order by round, id")
                .param("first", first)
                .query((rs, n) -> summary(rs))
                .list();
    }

    private ObjectNode read(String text) {
        return (ObjectNode) json.readTree(text);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? Columns.text(node.asString()) : null;
    }

    private static String unsettled(List<Finding> findings) {
        Set<String> criteria = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (!finding.verdict().isSettled()) {
                criteria.add(finding.criterion() + ",");
            }
        }
        return String.join("", criteria);
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
