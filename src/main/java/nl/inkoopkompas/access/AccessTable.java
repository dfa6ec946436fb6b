package nl.inkoopkompas.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Who may call what. The only place that says so: it is enforced, and it is shown. The first row that fits decides. */
@Component
public class AccessTable {

    private static final List<Row> ROWS =
            Stream.of(AccessRows.ALL, ExceptionRows.ALL).flatMap(List::stream).toList();

    private final List<Rule> rules;

    AccessTable() {
        rules = ROWS.stream().map(Rule::new).toList();
    }

    /**
     * A row.
     *
     * @param path a pattern: {@code {id}} is one part of a path, {@code **} any number
     * @param query what must be in the query; null for any
     * @param roles who may; empty where nobody needs to log in
     * @param dossier the kind of dossier that is shown, named by {@code {id}}, so that it is kept who looked at it;
     *     null for none
     */
    public record Row(
            String method,
            String path,
            @Nullable String query,
            List<Role> roles,
            String dutch,
            String english,
            @Nullable String dossier) {

        Row showing(String kind) {
            return new Row(method, path, query, roles, dutch, english, kind);
        }

        public boolean isOpen() {
            return roles.isEmpty();
        }

        private boolean allows(@Nullable Authentication authentication) {
            return isOpen()
                    || (authentication != null
                            && authentication.isAuthenticated()
                            && authentication.getAuthorities().stream()
                                    .map(GrantedAuthority::getAuthority)
                                    .anyMatch(authority -> roles.stream()
                                            .anyMatch(role -> role.authority().equals(authority))));
        }
    }

    public List<Row> rows() {
        return ROWS;
    }

    /** Whether somebody may do this; what no row names, nobody may. */
    boolean allows(@Nullable Authentication authentication, HttpServletRequest request) {
        return row(request).filter(row -> row.allows(authentication)).isPresent();
    }

    /** Whether a role may do what stands under this path in the table. */
    public boolean allows(Role role, String method, String path) {
        return ROWS.stream()
                .filter(row -> row.method().equals(method) && row.path().equals(path))
                .findFirst()
                .filter(row -> row.isOpen() || row.roles().contains(role))
                .isPresent();
    }

    /** The row that decides on a request. */
    public Optional<Row> row(HttpServletRequest request) {
        return rules.stream().filter(rule -> rule.fits(request)).map(Rule::row).findFirst();
    }

    /** The methods that some row has for the path of a request; empty for a path that does not exist. */
    public Set<HttpMethod> methods(HttpServletRequest request) {
        Set<HttpMethod> methods = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (rule.path().matches(request)) {
                methods.add(HttpMethod.valueOf(rule.row().method()));
            }
        }
        return methods;
    }

    private record Rule(Row row, RequestMatcher path) {

        private Rule(Row row) {
            this(row, PathPatternRequestMatcher.withDefaults().matcher(row.path()));
        }

        private boolean fits(HttpServletRequest request) {
            String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            return row.method().equals(method) && inQuery(request.getQueryString()) && path.matches(request);
        }

        /** Read from the query itself: parameters could also come from a form in the body. */
        private boolean inQuery(@Nullable String query) {
            return row.query() == null
                    || (query != null && Arrays.asList(query.split("&", -1)).contains(row.query()));
        }
    }
}
