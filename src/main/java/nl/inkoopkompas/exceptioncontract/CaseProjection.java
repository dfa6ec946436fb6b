package nl.inkoopkompas.exceptioncontract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** The list of cases, and the turns in them. */
@Repository
class CaseProjection implements Projection {

    private final JdbcClient jdbc;

    CaseProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return CaseHistory.KINDS;
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> found = new HashMap<>();
        Map<UUID, String> lines = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("""
                            select t.*, c.turn as last_turn, c.status as last_status, c.result as last_result,
                                c.kind as last_kind, c.likeness
                            from exception_turn t left join exception_case c on c.id = t.case_id
                            where t.entry_id in (:ids)
                            """)
                    .param("ids", entries.stream().map(JournalEntry::id).toList())
                    .query(rs -> {
                        UUID entry = rs.getObject("entry_id", UUID.class);
                        String turn = rs.getObject("case_id", UUID.class) + " " + rs.getInt("turn") + " ";
                        found.put(
                                entry,
                                turn + rs.getString("status") + " " + rs.getString("result") + " "
                                        + rs.getString("kind"));
                        lines.put(
                                entry,
                                rs.getInt("turn") < rs.getInt("last_turn")
                                        ? ""
                                        : rs.getString("last_status") + " " + rs.getString("last_result") + " "
                                                + rs.getString("last_kind") + " " + rs.getString("likeness"));
                    });
        }
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            ObjectNode content = Objects.requireNonNull(entry.content());
            String state = content.path("to").asString() + " "
                    + content.path("result").asString(null) + " "
                    + content.path("kind").asString();
            String turn = entry.dossier() + " " + content.path("turn").asInt() + " " + state;
            String line = state + " " + content.path("likeness").asString();
            String shown = lines.get(entry.id());
            if (!turn.equals(found.get(entry.id()))) {
                differing.put(entry.id(), "its turn in the case is another");
            } else if (shown == null || !(shown.isEmpty() || shown.equals(line))) {
                differing.put(entry.id(), "the list of cases says something else");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from exception_turn").query(Long.class).single();
    }
}
