package nl.inkoopkompas.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose turn it is in a dossier. Whatever changes where it stands takes the next number, in the same transaction: of
 * two people who act at the same time, one is too late. The first decision has number 0.
 */
@Repository
public class DossierTurns implements Projection {

    private static final String TURN = "turn";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    DossierTurns(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The number of the last turn; 0 where nothing followed on the first decision. */
    public int last(UUID dossier) {
        return jdbc.sql("select coalesce(max(turn), 0) from dossier_turn where dossier = :dossier")
                .param("dossier", dossier)
                .query(Integer.class)
                .single();
    }

    /** Writes a turn into what is going to be recorded. */
    static void state(ObjectNode content, int turn) {
        content.put(TURN, turn);
    }

    /**
     * Takes the turns that entries state.
     *
     * @throws DuplicateKeyException when somebody else took one of them
     */
    void take(Collection<JournalEntry> entries) {
        batches.batchUpdate(
                "insert into dossier_turn (dossier, turn, entry_id) values (:dossier, :turn, :entry)",
                entries.stream()
                        .map(entry -> new MapSqlParameterSource("dossier", entry.dossier())
                                .addValue("turn", turn(entry))
                                .addValue("entry", entry.id()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static int turn(JournalEntry entry) {
        return Objects.requireNonNull(entry.content()).path(TURN).asInt();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DecisionRegister.KIND, DeterminationRegister.KIND, DeterminationRegister.READING);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> taken = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("select * from dossier_turn where entry_id in (:ids)")
                    .param("ids", entries.stream().map(JournalEntry::id).toList())
                    .query(rs -> {
                        taken.put(
                                rs.getObject("entry_id", UUID.class),
                                rs.getObject("dossier", UUID.class) + " " + rs.getInt(TURN));
                    });
        }
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            if (!(entry.dossier() + " " + turn(entry)).equals(taken.get(entry.id()))) {
                differing.put(entry.id(), "its turn in the dossier is another");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from dossier_turn").query(Long.class).single();
    }
}
