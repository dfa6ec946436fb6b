package nl.inkoopkompas.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An attempt to log in, whichever way.
 *
 * @param username null when only a token says it
 */
record LoginAttempt(@Nullable String username, String address) {

    private static final String BASIC = "basic ";

    /** What a request tries; null when it does not try to log in. */
    static @Nullable LoginAttempt of(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (credentials != null) {
            return new LoginAttempt(basicName(credentials), request.getRemoteAddr());
        }
        if (path.equals(AccessRules.LOGIN_PAGE) && request.getMethod().equals("POST")) {
            return new LoginAttempt(request.getParameter("username"), request.getRemoteAddr());
        }
        return path.startsWith(AccessRules.LOGGED_IN_AT_ISSUER)
                ? new LoginAttempt(null, request.getRemoteAddr())
                : null;
    }

    private static @Nullable String basicName(String credentials) {
        if (!credentials.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] both = Base64.getDecoder()
                    .decode(credentials.substring(BASIC.length()).strip());
            String text = new String(both, StandardCharsets.UTF_8);
            return text.contains(":") ? text.substring(0, text.indexOf(':')) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
