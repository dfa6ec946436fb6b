package nl.inkoopkompas.retention;

import nl.inkoopkompas.PostgresServer;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
class RetentionByKindOnPostgresTests extends RetentionByKindTests {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", PostgresServer::emptyDatabase);
        settings.add("spring.datasource.username", () -> PostgresServer.OWNER);
        settings.add("spring.datasource.password", () -> PostgresServer.OWNER);
    }
}
