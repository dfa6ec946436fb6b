package nl.inkoopkompas.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.register.Determination.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people decided, and what second readers said of it. */
@Repository
public class DeterminationRegister {

    static final String KIND = "DETERMINATION";
    static final String READING = "SECOND_READING";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final DossierTurns turns;

    DeterminationRegister(JdbcClient jdbc, Journal journal, DossierTurns turns) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.turns = turns;
    }

    /**
     * Records what a person decided.
     *
     * @param turn the number in the dossier that it takes
     * @throws DuplicateKeyException when somebody else took that turn
     */
    @Transactional
    public Determination determine(
            RegisteredDecision on,
            int attempt,
            List<OfProduct> products,
            @Nullable String motivation,
            boolean secondReader,
            int turn,
            Instant at,
            String by) {
        ObjectNode content = Json.object();
        content.put("decision", on.summary().id().toString());
        content.put("attempt", attempt);
        content.set("products", Json.list(products));
        content.put("motivation", motivation);
        content.put("secondReader", secondReader);
        DossierTurns.state(content, turn);
        JournalEntry entry = journal.append(KIND, on.dossier(), at, by, content);
        turns.take(List.of(entry));
        jdbc.sql("insert into determination (id, decision_id, attempt, second_reader) values (:id, :decision, :attempt,"
                        + " :secondReader)")
                .param("id", entry.id())
                .param("decision", on.summary().id())
                .param("attempt", attempt)
                .param("secondReader", secondReader)
                .update();
        for (OfProduct product : products) {
            jdbc.sql("insert into determination_product (determination_id, code, proposed, outcome) values (:id, :code,"
                            + " :proposed, :outcome)")
                    .param("id", entry.id())
                    .param("code", product.code())
                    .param("proposed", product.proposed())
                    .param("outcome", product.outcome())
                    .update();
        }
        return determination(entry, null);
    }

    /**
     * Records what a second reader said.
     *
     * @param turn the number in the dossier that it takes
     * @throws DuplicateKeyException when somebody else took that turn
     */
    @Transactional
    public Determination read(
            Determination determination,
            UUID dossier,
            boolean agreed,
            @Nullable String motivation,
            int turn,
            Instant at,
            String by) {
        ObjectNode content = Json.object();
        content.put("determination", determination.id().toString());
        content.put("agreed", agreed);
        content.put("motivation", motivation);
        DossierTurns.state(content, turn);
        JournalEntry entry = journal.append(READING, dossier, at, by, content);
        turns.take(List.of(entry));
        jdbc.sql(
                        "insert into determination_reading (id, determination_id, agreed) values (:id, :determination, :agreed)")
                .param("id", entry.id())
                .param("determination", determination.id())
                .param("agreed", agreed)
                .update();
        return of(dossier).stream()
                .filter(read -> read.id().equals(determination.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Every determination of a dossier, oldest first. */
    public List<Determination> of(UUID dossier) {
        Map<String, JournalEntry> readings = new LinkedHashMap<>();
        for (JournalEntry entry : journal.of(dossier, READING)) {
            readings.put(content(entry).get("determination").asString(), entry);
        }
        List<Determination> found = new ArrayList<>();
        for (JournalEntry entry : journal.of(dossier, KIND)) {
            found.add(determination(entry, readings.get(entry.id().toString())));
        }
        return found;
    }

    /** Those of these decisions on which a determination holds. */
    public Set<UUID> holdingOn(Collection<UUID> decisions) {
        if (decisions.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        select d.decision_id from determination d where d.decision_id in (:decisions) and (not d.second_reader
                            or exists (select 1 from determination_reading r where r.determination_id = d.id and r.agreed))
                        """)
                .param("decisions", decisions)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .set();
    }

    /** The last determination on a decision. */
    public Optional<Determination> on(RegisteredDecision decision) {
        return of(decision.dossier()).stream()
                .filter(determination ->
                        determination.decision().equals(decision.summary().id()))
                .reduce((earlier, later) -> later);
    }

    private static Determination determination(JournalEntry entry, @Nullable JournalEntry read) {
        ObjectNode content = content(entry);
        List<OfProduct> products = new ArrayList<>();
        for (JsonNode product : content.get("products")) {
            products.add(new OfProduct(
                    product.get("code").asString(),
                    product.get("proposed").asString(),
                    product.get("outcome").asString()));
        }
        return new Determination(
                entry.id(),
                UUID.fromString(content.get("decision").asString()),
                content.get("attempt").asInt(),
                products,
                content.get("motivation").asString(null),
                entry.recordedAt(),
                entry.recordedBy(),
                content.get("secondReader").asBoolean(),
                read == null ? null : reading(read));
    }

    private static Reading reading(JournalEntry entry) {
        ObjectNode content = content(entry);
        return new Reading(
                content.get("agreed").asBoolean(),
                content.get("motivation").asString(null),
                entry.recordedAt(),
                entry.recordedBy());
    }

    private static ObjectNode content(JournalEntry entry) {
        return Objects.requireNonNull(entry.content(), "removed by retention");
    }
}
