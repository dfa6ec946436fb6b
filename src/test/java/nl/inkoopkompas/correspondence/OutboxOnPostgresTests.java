package nl.inkoopkompas.correspondence;

import nl.inkoopkompas.PostgresServer;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
class OutboxOnPostgresTests extends OutboxTests {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        String url = PostgresServer.emptyDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> PostgresServer.OWNER);
        registry.add("spring.datasource.password", () -> PostgresServer.OWNER);
    }
}
