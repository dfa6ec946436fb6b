package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was recorded last, in a few words. */
@Repository
public class RecentEntries {

    private final JdbcClient jdbc;

    RecentEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that was recorded.
     *
     * @param dossier null where it belongs to none
     * @param applicant whom the dossier is of; null where it has none
     * @param type of the first decision of the dossier; null where it has none
     * @param contract that the dossier is about; null where it names none
     */
    public record Recent(
            UUID id,
            String kind,
            @Nullable UUID dossier,
            @Nullable String applicant,
            @Nullable String type,
            @Nullable String contract,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * The last entries of these kinds, newest first.
     *
     * @param without the type of dossiers that are left out; null for none
     */
    public List<Recent> last(Collection<String> kinds, @Nullable String without, int most) {
        return jdbc.sql("""
                        select e.id, e.kind, e.dossier, d.applicant_name, d.type, d.contract, e.recorded_at, e.recorded_by
                        from journal_entry e left join decision d on d.id = e.dossier
                        where e.kind in (:kinds) and (d.type is null or d.type <> :without)
                        order by e.recorded_at desc, e.id desc fetch first :most rows only
                        """)
                .param("kinds", kinds)
                .param("without", without == null ? "" : without)
                .param("most", most)
                .query((rs, n) -> new Recent(
                        rs.getObject("id", UUID.class),
                        rs.getString("kind"),
                        rs.getObject("dossier", UUID.class),
                        rs.getString("applicant_name"),
                        rs.getString("type"),
                        rs.getString("contract"),
                        rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        rs.getString("recorded_by")))
                .list();
    }
}
