package nl.inkoopkompas.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.AccessTable.Row;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Views;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes down who is about to see a dossier, before it is shown: on every call that the access table says shows one.
 * When it cannot be written down, it is not shown.
 */
@Component
class ViewRecorder implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final AccessTable table;
    private final Views views;
    private final Clock clock;

    ViewRecorder(AccessTable table, Views views, Clock clock) {
        this.table = table;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String kind = table.row(request).map(Row::dossier).orElse(null);
        if (kind != null
                && request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Person person
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                && parts.get("id") instanceof String id
                && ID.matcher(id).matches()) {
            views.seen(person, kind, id.toLowerCase(Locale.ROOT), clock.instant());
        }
        return true;
    }
}
