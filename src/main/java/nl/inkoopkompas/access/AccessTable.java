package nl.inkoopkompas.access;

import static nl.inkoopkompas.access.Role.AUDITOR;
import static nl.inkoopkompas.access.Role.BEHEERDER;
import static nl.inkoopkompas.access.Role.BELEID;
import static nl.inkoopkompas.access.Role.INKOPER;
import static nl.inkoopkompas.access.Role.PROGRAMMADIRECTEUR;
import static nl.inkoopkompas.access.Role.RWO;
import static nl.inkoopkompas.access.Role.TOEGANG;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_TOEGANG = EnumSet.complementOf(EnumSet.of(TOEGANG));
    private static final Set<Role> ALL_BUT_AUDITOR = EnumSet.complementOf(EnumSet.of(AUDITOR));
    private static final Set<Role> PURCHASERS = EnumSet.of(INKOPER, RWO);

    private static final Set<Role> DETERMINERS = EnumSet.of(INKOPER, PROGRAMMADIRECTEUR);
    private static final Set<Role> REPLAYERS = EnumSet.of(AUDITOR, INKOPER, RWO, BELEID);
    private static final Set<Role> VERIFIERS = EnumSet.of(AUDITOR, BEHEERDER);

    private static final List<Row> ROWS = List.of(
            // api
            post("/api/v1/admissions", "record=false", ALL_BUT_AUDITOR, "Toelating uitrekenen", "Try an admission"),
            post("/api/v1/admissions", null, PURCHASERS, "Toelating vastleggen", "Record an admission"),
            post("/api/v1/admissions/imports", null, PURCHASERS, "Aanvragen inlezen", "Import applications"),
            get("/api/v1/admissions/imports/template.xlsx", ALL_BUT_TOEGANG, "Leeg bestand", "Template"),
            get("/api/v1/admissions/imports/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/api/v1/admissions/imports/{id}/results.xlsx", ALL_BUT_TOEGANG, "Uitkomsten", "Results of an import"),
            get("/api/v1/decisions", ALL_BUT_TOEGANG, "Register doorzoeken", "Search the register"),
            get("/api/v1/decisions/{id}", ALL_BUT_TOEGANG, "Besluit lezen", "Read a decision"),
            get("/api/v1/decisions/{id}/letters", ALL_BUT_TOEGANG, "Brieven van een dossier", "Letters of a dossier"),
            post("/api/v1/decisions/{id}/letters", null, PURCHASERS, "Brief versturen", "Send a letter"),
            get("/api/v1/decisions/{id}/letters/{letter}.pdf", ALL_BUT_TOEGANG, "Brief lezen", "Read a letter"),
            post("/api/v1/decisions/{id}/rounds", null, PURCHASERS, "Ronde vastleggen", "Record a further round"),
            post("/api/v1/decisions/{id}/determination", null, DETERMINERS, "Besluit vaststellen", "Determine"),
            post(
                    "/api/v1/decisions/{id}/determination/reading",
                    null,
                    DETERMINERS,
                    "Besluit als tweede lezen",
                    "Read a determination as second reader"),
            post("/api/v1/decisions/{id}/replay", null, REPLAYERS, "Besluit opnieuw afspelen", "Replay a decision"),
            get("/api/v1/audit/verification", VERIFIERS, "Register controleren", "Verify the register"),
            get("/api/v1/rule-books", ALL, "Regelboeken", "Rule books"),
            get("/api/v1/rule-books/{version}", ALL, "Regelboek lezen", "Read a rule book"),
            get("/api/v1/rule-books/{version}/tables/{decision}/{table}", ALL, "Beslistabel", "Decision table"),
            get("/api/v1/rule-books/{version}/parameters", ALL, "Parameters", "Parameters"),
            get("/api/v1/rule-books/{version}/interpretations", ALL, "Lezingen", "Interpretations"),
            get("/api/v1/contracts", ALL, "Contracten", "Contracts"),
            get("/api/v1/products", ALL, "Producten", "Products"),
            get("/api/v1/access", ALL, "Deze tabel", "This table"),
            open("GET", "/api/v1/openapi.json", "Beschrijving van de API", "Description of the API"),
            // pages
            get("/", ALL, "Start", "Home"),
            get("/aanmeldingen", ALL_BUT_TOEGANG, "Lijst van aanmeldingen", "List of applications"),
            get("/aanmeldingen/inlezen", PURCHASERS, "Aanmeldingen inlezen", "Import applications"),
            post("/aanmeldingen/inlezen", null, PURCHASERS, "Aanmeldingen inlezen", "Import applications"),
            get("/aanmeldingen/inlezen/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/aanmeldingen/{id}", ALL_BUT_TOEGANG, "Dossier", "Dossier"),
            get("/aanmeldingen/{id}/dossier.pdf", ALL_BUT_TOEGANG, "Dossier als PDF", "Dossier as PDF"),
            get("/aanmeldingen/{id}/brieven", ALL_BUT_TOEGANG, "Brieven", "Letters"),
            get("/aanmeldingen/{id}/brieven/{kind}", PURCHASERS, "Brief schrijven", "Write a letter"),
            post("/aanmeldingen/{id}/brieven/{kind}", null, PURCHASERS, "Brief versturen", "Send a letter"),
            post("/aanmeldingen/{id}/brieven/{kind}/voorbeeld.pdf", null, PURCHASERS, "Voorbeeld", "Preview"),
            get("/aanmeldingen/{id}/brieven/{letter}/brief.pdf", ALL_BUT_TOEGANG, "Brief lezen", "Read a letter"),
            get("/correspondentie", ALL_BUT_TOEGANG, "Mails met brieven", "Mails with letters"),
            post("/correspondentie/{mail}", null, PURCHASERS, "Mail opnieuw versturen", "Send a mail again"),
            get("/demo/aanmeldingen.xlsx", ALL_BUT_TOEGANG, "Voorbeeldbestand", "Sample file"),
            open("GET", "/inloggen", "Inloggen", "Log in"),
            open("POST", "/inloggen", "Inloggen", "Log in"),
            open("POST", "/uitloggen", "Uitloggen", "Log out"),
            open("GET", "/assets/**", "Vormgeving", "Style"),
            open("GET", "/favicon.ico", "Pictogram", "Icon"),
            // operations
            open("GET", "/actuator/health/**", "Of het programma werkt", "Whether the program works"),
            get("/actuator/info", EnumSet.of(BEHEERDER), "Versie", "Version"));

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
     */
    public record Row(
            String method, String path, @Nullable String query, List<Role> roles, String dutch, String english) {

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

    private static Row get(String path, Set<Role> roles, String dutch, String english) {
        return new Row("GET", path, null, List.copyOf(roles), dutch, english);
    }

    private static Row post(String path, @Nullable String query, Set<Role> roles, String dutch, String english) {
        return new Row("POST", path, query, List.copyOf(roles), dutch, english);
    }

    private static Row open(String method, String path, String dutch, String english) {
        return new Row(method, path, null, List.of(), dutch, english);
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
