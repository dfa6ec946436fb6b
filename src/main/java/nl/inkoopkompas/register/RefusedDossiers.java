package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dossiers of providers who were refused, for at least one product, by a determination that holds. */
@Repository
public class RefusedDossiers {

    private final JdbcClient jdbc;

    RefusedDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many were refused under a contract, before a moment, for a product that the criteria would have admitted. */
    public long againstTheProposal(String contract, Instant before) {
        return jdbc.sql("""
                        select count(distinct d.first_id) from decision d
                        join determination t on t.decision_id = d.id
                        join determination_product p on p.determination_id = t.id
                        left join determination_reading r on r.determination_id = t.id
                        join journal_entry e on e.id = coalesce(r.id, t.id)
                        where d.contract = :contract and p.proposed = 'ADMISSIBLE' and p.outcome = 'REJECTED'
                        and (t.second_reader = false or r.agreed = true) and e.recorded_at < :before
                        """)
                .param("contract", contract)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
