package nl.inkoopkompas.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Two users of one database: its owner, as configured, runs the migrations; the program itself comes as the
 * {@link AppUser}.
 */
@Configuration
class DatabaseUsers {

    @Bean
    @FlywayDataSource
    DataSource owner(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build();
    }

    @Bean
    AppUser appUser(
            @Qualifier("owner") DataSource owner,
            DataSourceProperties properties,
            @Value("${inkoopkompas.database.username:}") String username,
            @Value("${inkoopkompas.database.password:}") String password) {
        return username.isEmpty()
                ? AppUser.provide(owner, Objects.requireNonNullElse(properties.determinePassword(), ""))
                : new AppUser(username, password);
    }

    @Bean
    PromptWrites promptWrites(@Qualifier("owner") DataSource owner) throws SQLException {
        return PromptWrites.in(owner);
    }

    @Bean
    @Primary
    @ConfigurationProperties("spring.datasource.hikari")
    @DependsOn("promptWrites")
    HikariDataSource dataSource(DataSourceProperties properties, AppUser appUser) {
        HikariDataSource pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .url(AppUser.address(properties.determineUrl()))
                .username(appUser.name())
                .password(appUser.password())
                .build();
        appUser.checkIn(pool);
        return pool;
    }

    @Bean
    FlywayConfigurationCustomizer grants(AppUser appUser) {
        return flyway -> flyway.placeholders(Map.of(AppUser.PLACEHOLDER, appUser.quoted()));
    }
}
