package nl.inkoopkompas.web.api;

import nl.inkoopkompas.PostgresServer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets the program store in a PostgreSQL of its own. */
public final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + PostgresServer.emptyDatabase(),
                        "spring.datasource.username=" + PostgresServer.OWNER,
                        "spring.datasource.password=" + PostgresServer.OWNER)
                .applyTo(context);
    }
}
