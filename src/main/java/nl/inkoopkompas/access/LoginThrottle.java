package nl.inkoopkompas.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes whoever failed to log in too often wait. */
final class LoginThrottle extends OncePerRequestFilter {

    private final LoginLimits limits;

    LoginThrottle(LoginLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LoginAttempt attempt = LoginAttempt.of(request);
        Duration wait = attempt == null ? Duration.ZERO : limits.wait(attempt);
        if (attempt == null || wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        Refusal.mark(request, Refusal.Reason.THROTTLED, attempt.username());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
