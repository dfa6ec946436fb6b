package nl.inkoopkompas.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** What was asked in the last round of each dossier, without what was decided. */
@Repository
public class RecordedRequests {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    public RecordedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last round of a dossier.
     *
     * @param applicant what tells applicants apart; empty where the type of decision knows none
     */
    public record Latest(UUID id, String applicant) {}

    /** What was asked, and what was read besides it. */
    public record Asked(ObjectNode request, ObjectNode context) {}

    /** The last rounds, in the order of their ids. */
    public List<Latest> latest(String type) {
        return jdbc.sql("""
                        select id, kvk_number from decision
                        where type = :type
                          and not exists (select 1 from decision later where later.previous_id = decision.id)
                        order by id
                        """)
                .param("type", type)
                .query((rs, n) -> {
                    String applicant = rs.getString("kvk_number");
                    return new Latest(rs.getObject("id", UUID.class), applicant == null ? "" : applicant);
                })
                .list();
    }

    /** What was asked, by decision; those that retention removed are missing. */
    public Map<UUID, Asked> asked(List<UUID> ids) {
        Map<UUID, Asked> asked = new HashMap<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            jdbc.sql("select entry_id, content from journal_content where entry_id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(from + BATCH, ids.size())))
                    .query(rs -> {
                        ObjectNode content = Json.object(rs.getString("content"));
                        asked.put(
                                rs.getObject("entry_id", UUID.class),
                                new Asked((ObjectNode) content.get("request"), (ObjectNode)
                                        content.get("decision").get("context")));
                    });
        }
        return asked;
    }
}
