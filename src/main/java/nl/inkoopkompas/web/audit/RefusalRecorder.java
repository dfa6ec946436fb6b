package nl.inkoopkompas.web.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Clock;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Refusal;
import nl.inkoopkompas.access.Refusal.Mark;
import nl.inkoopkompas.access.Refusal.Reason;
import nl.inkoopkompas.access.Refusals;
import nl.inkoopkompas.decision.CitizenNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down every attempt that is refused, at the moment that the answer gets its status: whoever was refused was
 * written down before they knew it.
 */
@Component
@Order(RefusalRecorder.AROUND_SECURITY)
class RefusalRecorder extends OncePerRequestFilter {

    static final int AROUND_SECURITY = -101;

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecorder.class);
    private static final String RECORDED = RefusalRecorder.class.getName();
    private static final String NO_SUCH_CALL = "-";
    private static final int LONGEST = 255;

    private final Refusals refusals;
    private final AccessTable table;
    private final Clock clock;

    RefusalRecorder(Refusals refusals, AccessTable table, Clock clock) {
        this.refusals = refusals;
        this.table = table;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Watched(request, response));
    }

    private void answered(HttpServletRequest request, int status) {
        Reason reason = reason(request, status);
        if (reason == null || request.getAttribute(RECORDED) != null) {
            return;
        }
        request.setAttribute(RECORDED, true);
        Person person = person();
        Mark mark = Refusal.marked(request);
        Refusal refusal = new Refusal(
                clock.instant(),
                writable(person != null ? person.username() : mark == null ? null : mark.claimedName()),
                person != null,
                request.getMethod().length() > 10 ? NO_SUCH_CALL : request.getMethod(),
                path(request),
                Network.of(request.getRemoteAddr()),
                reason);
        try {
            refusals.add(refusal);
        } catch (DataAccessException e) {
            LOG.error("A refused attempt ({}) at {} could not be written down", reason, refusal.path(), e);
        }
    }

    /** Why this is a refusal; null when it is none, or nobody tried anything. */
    private static @Nullable Reason reason(HttpServletRequest request, int status) {
        Mark mark = Refusal.marked(request);
        boolean refused = status == HttpStatus.FORBIDDEN.value()
                || (mark != null
                        && (status == HttpStatus.UNAUTHORIZED.value()
                                || status == HttpStatus.TOO_MANY_REQUESTS.value()
                                || status == HttpStatus.FOUND.value()));
        if (!refused) {
            return null;
        }
        return mark == null ? Reason.RULE : mark.reason();
    }

    private static @Nullable Person person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person ? person : null;
    }

    private String path(HttpServletRequest request) {
        return table.row(request).map(AccessTable.Row::path).orElse(NO_SUCH_CALL);
    }

    /** Anybody can claim to be called anything. */
    private static @Nullable String writable(@Nullable String name) {
        if (name == null) {
            return null;
        }
        if (CitizenNumber.occursIn(name)) {
            return "…";
        }
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    private final class Watched extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Watched(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setStatus(int status) {
            answered(request, status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            answered(request, status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            answered(request, status);
            super.sendError(status, message);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            answered(request, HttpStatus.FOUND.value());
            super.sendRedirect(location);
        }
    }
}
