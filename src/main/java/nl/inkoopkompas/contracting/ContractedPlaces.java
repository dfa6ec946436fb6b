package nl.inkoopkompas.contracting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.WorkingPlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is contracted for some municipalities only, as the last version of each contracting has it. */
@Repository
class ContractedPlaces implements WorkingPlaces {

    private final JdbcClient jdbc;

    ContractedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Work, List<String>> narrowed() {
        Map<Work, List<String>> narrowed = new HashMap<>();
        jdbc.sql("""
                        select kvk_number, product, municipalities from contracting_version v
                        where municipalities is not null
                          and not exists (select 1 from contracting_version n
                            where n.contracting_id = v.contracting_id and n.version > v.version)
                        order by kvk_number, product, id
                        """).query(rs -> {
            List<String> places = Arrays.stream(rs.getString("municipalities").split(",", 0))
                    .filter(place -> !place.isBlank())
                    .toList();
            narrowed.put(new Work(rs.getString("kvk_number"), rs.getString("product")), places);
        });
        return narrowed;
    }
}
