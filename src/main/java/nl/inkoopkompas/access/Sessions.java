package nl.inkoopkompas.access;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Keeps sessions in the database, so that any instance knows who is logged in, also after a restart. */
@Configuration
@EnableJdbcHttpSession
class Sessions {

    static final String COOKIE = "SESSION";

    /** Two requests of one session may add the same attribute at the same time. */
    private static final String ADD_ATTRIBUTE_ON_H2 = """
            merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)
            """;

    private static final String ADD_ATTRIBUTE_ON_POSTGRES = """
            insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            values (?, ?, ?)
            on conflict (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) do update set ATTRIBUTE_BYTES = excluded.ATTRIBUTE_BYTES
            """;

    /** Lax and not strict: the issuer sends a browser back here, and that must find its session. */
    @Bean
    CookieSerializer sessionCookie(@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(secure);
        return cookie;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionStore(
            @Value("${server.servlet.session.timeout:30m}") Duration timeout,
            @Value("${spring.datasource.url:}") String database) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(timeout);
            sessions.setCreateSessionAttributeQuery(
                    database.startsWith("jdbc:h2:") ? ADD_ATTRIBUTE_ON_H2 : ADD_ATTRIBUTE_ON_POSTGRES);
        };
    }

    /** Also for what is answered later, and for error pages. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOfRequests(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }
}
