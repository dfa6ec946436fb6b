package nl.inkoopkompas.register;

import java.util.List;
import nl.inkoopkompas.database.MigratedDatabase;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
class DecisionRegisterOnPostgresTests extends DecisionRegisterTests {

    @Override
    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onPostgres();
    }

    @Override
    List<String> hundredThousand() {
        return List.of("""
                insert into journal_entry
                select gen_random_uuid(), 'DECISION', null, timestamp with time zone '2024-01-01 00:00:00+00' + x * interval '1 second',
                    'rwo', 'digest'
                from generate_series(1, 100000) as x
                """, """
                insert into decision
                select id, id, null, 1, 'admission', (array['HEARING', 'ADMISSIBLE', 'MIXED'])[1 + mod(x, 3)],
                    'contract-' || mod(x, 12), 'Zorg ' || x, '12345678', 1,
                    case mod(x, 4) when 0 then 'admission.experience,' else 'admission.insurance,admission.housing,' end,
                    date '2024-04-01', recorded_at, 'rwo', '2024.1', 'hash', '1', '1', 'hash', null, null
                from (select id, recorded_at, row_number() over (order by recorded_at) as x from journal_entry) as entries
                """);
    }
}
