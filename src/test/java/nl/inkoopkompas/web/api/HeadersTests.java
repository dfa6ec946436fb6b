package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Every answer in production tells a browser to be careful. */
@ProductionTest
@TestPropertySource(properties = "test.secure=true")
class HeadersTests {

    @Autowired
    ApiCaller api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inloggen",
                "/aanmeldingen",
                "/assets/app.js",
                "/api/v1/products",
                "/actuator/health",
                "/nergens"
            })
    void areOnEveryAnswer(String path) {
        HttpResponse<String> answer =
                api.get("", path, "X-Forwarded-Proto", "https").response();

        assertThat(header(answer, "Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "frame-ancestors 'none'",
                        "form-action 'self' http")
                .doesNotContain("unsafe", "*", "data:");
        assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void keepTheSessionToThisSiteAndAwayFromScripts() {
        HttpResponse<String> answer =
                api.get("", "/oauth2/authorization/inkoopkompas").response();

        assertThat(header(answer, "Set-Cookie"))
                .startsWith("SESSION=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void beginNoSessionForWhoeverOnlyLooks() {
        for (String path : new String[] {"/inloggen", "/api/v1/products", "/actuator/health"}) {
            assertThat(api.get("", path).header("Set-Cookie")).as(path).isEmpty();
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
