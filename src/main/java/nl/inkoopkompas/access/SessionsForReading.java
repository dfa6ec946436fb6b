package nl.inkoopkompas.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Lets somebody who is logged in follow a link from a page to the API. A session counts for reading only and is never
 * begun here, so that nothing can be forged across sites.
 */
final class SessionsForReading extends HttpSessionSecurityContextRepository {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final RequestAttributeSecurityContextRepository request = new RequestAttributeSecurityContextRepository();

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest asked) {
        return looksAtSession(asked) ? super.loadDeferredContext(asked) : request.loadDeferredContext(asked);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest asked, HttpServletResponse response) {
        request.saveContext(context, asked, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest asked) {
        return looksAtSession(asked) ? super.containsContext(asked) : request.containsContext(asked);
    }

    /** Whoever sent a name and password along is known already when an answer is finished later. */
    private boolean looksAtSession(HttpServletRequest asked) {
        return READING.contains(asked.getMethod()) && !request.containsContext(asked);
    }
}
