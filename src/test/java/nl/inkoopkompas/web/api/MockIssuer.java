package nl.inkoopkompas.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.access.Role;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the program an issuer that lets anybody in as whoever they say they are. */
public final class MockIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String AUDIENCE = "inkoopkompas-api";

    private static final String ISSUER = "inkoop";
    private static final long HOUR = 3600;
    private static final MockOAuth2Server SERVER = started();

    private static MockOAuth2Server started() {
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));
        server.start();
        return server;
    }

    static String address() {
        return SERVER.issuerUrl(ISSUER).toString();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "inkoopkompas.oidc.issuer=" + context.getEnvironment().getProperty("test.issuer", address()),
                        "inkoopkompas.oidc.client-id=inkoopkompas",
                        "inkoopkompas.oidc.client-secret=secret",
                        "inkoopkompas.oidc.audience=" + AUDIENCE,
                        "inkoopkompas.oidc.username-claim=upn",
                        "inkoopkompas.oidc.name-claim=weergavenaam",
                        "inkoopkompas.oidc.roles-claim=realm_access.roles",
                        "inkoopkompas.oidc.municipality-claim=gemeente",
                        // Tests do without TLS.
                        "server.servlet.session.cookie.secure="
                                + context.getEnvironment().getProperty("test.secure", "false"))
                .applyTo(context);
        for (Role role : Role.values()) {
            TestPropertyValues.of("inkoopkompas.oidc.roles." + issued(role) + "=" + role)
                    .applyTo(context);
        }
    }

    /** What the issuer calls a role. */
    static String issued(Role role) {
        return "ik-" + role.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> claims(String username, String municipality, String... roles) {
        return Map.of(
                "upn",
                username,
                "weergavenaam",
                "Naam van " + username,
                "gemeente",
                municipality,
                "realm_access",
                Map.of("roles", List.of(roles)));
    }

    public static Map<String, Object> claims(Role role) {
        return claims("iemand-" + role.name().toLowerCase(Locale.ROOT), "0513", issued(role), "van-iets-anders");
    }

    static String token(Map<String, Object> claims) {
        return token(claims, ISSUER, AUDIENCE, HOUR);
    }

    static String token(Map<String, Object> claims, String issuer, String audience, long seconds) {
        return SERVER.issueToken(
                        issuer,
                        "inkoopkompas",
                        new DefaultOAuth2TokenCallback(issuer, "s-1", "JWT", List.of(audience), claims, seconds))
                .serialize();
    }
}
