package nl.inkoopkompas.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Counts an attempt to log in that failed, and says why it did. */
@Component
class FailedLogins {

    private final LoginLimits limits;

    FailedLogins(LoginLimits limits) {
        this.limits = limits;
    }

    /** @param otherwise the reason when the failure itself does not tell */
    void add(HttpServletRequest request, AuthenticationException failure, Refusal.Reason otherwise) {
        LoginAttempt attempt = LoginAttempt.of(request);
        if (attempt == null || failure instanceof AuthenticationServiceException) {
            return; // nobody tried, or it is not their fault
        }
        limits.failed(attempt);
        Refusal.mark(
                request, failure instanceof NotAdmitted ? Refusal.Reason.NOT_ADMITTED : otherwise, attempt.username());
    }
}
