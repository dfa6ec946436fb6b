package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The dossiers of providers whose admission was determined, for at least one product, by a determination that holds.
 */
@Repository
public class AdmittedDossiers {

    private static final String SELECT = """
            select d.first_id, l.id, l.applicant_name, l.kvk_number, l.contract
            from decision d join decision l on l.first_id = d.first_id
            where d.id in (
                select t.decision_id from determination t
                join determination_product p on p.determination_id = t.id and p.outcome = 'ADMISSIBLE'
                left join determination_reading r on r.determination_id = t.id
                join journal_entry e on e.id = coalesce(r.id, t.id)
                where (t.second_reader = false or r.agreed = true)
                and (cast(:before as timestamp with time zone) is null or e.recorded_at < :before))
            and not exists (select 1 from decision n where n.previous_id = l.id)
            and (cast(:contract as varchar) is null or l.contract = :contract)
            group by d.first_id, l.id, l.applicant_name, l.kvk_number, l.contract
            order by d.first_id
            """;

    private final JdbcClient jdbc;

    AdmittedDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dossier as its latest round has it.
     *
     * @param id the first decision
     * @param latest the last decision
     */
    public record Admitted(UUID id, UUID latest, String applicant, String kvkNumber, String contract) {}

    public List<Admitted> all() {
        return find(null, null);
    }

    /** Whose admission held before a moment. */
    public List<Admitted> under(String contract, Instant before) {
        return find(contract, before.atOffset(ZoneOffset.UTC));
    }

    private List<Admitted> find(@Nullable String contract, @Nullable OffsetDateTime before) {
        return jdbc.sql(SELECT)
                .param("contract", contract)
                .param("before", before)
                .query((rs, n) -> new Admitted(
                        rs.getObject("first_id", UUID.class),
                        rs.getObject("id", UUID.class),
                        String.valueOf(rs.getString("applicant_name")),
                        String.valueOf(rs.getString("kvk_number")),
                        String.valueOf(rs.getString("contract"))))
                .list();
    }
}
