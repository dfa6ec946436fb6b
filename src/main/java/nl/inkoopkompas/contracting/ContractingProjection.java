package nl.inkoopkompas.contracting;

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

/** The list of who is contracted for what, compared with what the journal says. */
@Repository
class ContractingProjection implements Projection {

    private final JdbcClient jdbc;

    ContractingProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ContractedProviders.KIND);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, Stored> found = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("select * from contracting_version where id in (:ids)")
                    .param("ids", entries.stream().map(JournalEntry::id).toList())
                    .query(rs -> {
                        found.put(
                                rs.getObject("id", UUID.class),
                                new Stored(ContractingRow.read(rs), rs.getInt("revision"), rs.getString("name_key")));
                    });
        }
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            Stored stored = found.get(entry.id());
            if (stored == null || !stored.follows(entry)) {
                differing.put(entry.id(), "the list of contracted providers says something else");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from contracting_version")
                .query(Long.class)
                .single();
    }

    private record Stored(Contracting version, int revision, String nameKey) {

        boolean follows(JournalEntry entry) {
            ObjectNode content = Objects.requireNonNull(entry.content());
            ObjectNode again = ContractingRow.content(version, revision);
            return again.toString().equals(content.toString())
                    && nameKey.equals(ContractingRow.key(version.parties().name()))
                    && Objects.equals(version.origin().dossier(), entry.dossier())
                    && version.recordedAt().equals(entry.recordedAt())
                    && version.recordedBy().equals(entry.recordedBy());
        }
    }
}
