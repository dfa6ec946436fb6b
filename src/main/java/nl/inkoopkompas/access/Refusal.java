package nl.inkoopkompas.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was refused.
 *
 * @param username who tried, as far as anybody said
 * @param known whether that person was logged in; otherwise the name is only claimed
 * @param path the pattern of the path, so that nothing that was typed is kept
 * @param address where it came from, as far as its network
 */
public record Refusal(
        Instant at,
        @Nullable String username,
        boolean known,
        String method,
        String path,
        String address,
        Reason reason) {

    private static final String MARK = Refusal.class.getName();

    /** Why. */
    public enum Reason {
        /** The name or the password is wrong. */
        PASSWORD,
        /** The token is not valid, no longer or not for this program. */
        TOKEN,
        /** Logging in at the issuer failed. */
        LOGIN,
        /** The issuer knows the person, but this program cannot let them in. */
        NOT_ADMITTED,
        /** Too many attempts failed shortly before. */
        THROTTLED,
        /** The access table says no. */
        ROLE,
        /** A form came without its hidden token. */
        FORGED,
        /** The person may make such a call, but not this one. */
        RULE
    }

    /** What is known of a refusal where it is decided. */
    public record Mark(Reason reason, @Nullable String claimedName) {}

    static void mark(HttpServletRequest request, Reason reason, @Nullable String claimedName) {
        request.setAttribute(MARK, new Mark(reason, claimedName));
    }

    /** Why a request is being refused; null when it is not, or when only its status says so. */
    public static @Nullable Mark marked(HttpServletRequest request) {
        return request.getAttribute(MARK) instanceof Mark mark ? mark : null;
    }
}
