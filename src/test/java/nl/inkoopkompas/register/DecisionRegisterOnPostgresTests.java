package nl.inkoopkompas.register;

import javax.sql.DataSource;
import nl.inkoopkompas.PostgresServer;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
class DecisionRegisterOnPostgresTests extends DecisionRegisterTests {

    @Override
    DataSource emptyDatabase() {
        return new DriverManagerDataSource(PostgresServer.emptyDatabase());
    }

    @Override
    String hundredThousand() {
        return """
                insert into decision
                select id, id, null, 1, 'admission', (array['HEARING', 'ADMISSIBLE', 'MIXED'])[1 + mod(x, 3)],
                    'contract-' || mod(x, 12), 'Zorg ' || x, '12345678', 1,
                    case mod(x, 4) when 0 then 'admission.experience,' else 'admission.insurance,admission.housing,' end,
                    date '2024-04-01', timestamp with time zone '2024-01-01 00:00:00+00' + x * interval '1 second', 'rwo',
                    '2024.1', 'hash', '1', '1', 'hash', null, null
                from (select gen_random_uuid() as id, x from generate_series(1, 100000) as x) as rows
                """;
    }
}
