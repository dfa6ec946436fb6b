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

    private static final String DECISION = "decision";
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_TOEGANG = EnumSet.complementOf(EnumSet.of(TOEGANG));
    private static final Set<Role> ALL_BUT_AUDITOR = EnumSet.complementOf(EnumSet.of(AUDITOR));
    private static final Set<Role> PURCHASERS = EnumSet.of(INKOPER, RWO);

    private static final Set<Role> RWO_ONLY = EnumSet.of(RWO);
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
            get("/api/v1/decisions/{id}", ALL_BUT_TOEGANG, "Besluit lezen", "Read a decision")
                    .showing(DECISION),
            get("/api/v1/decisions/{id}/evidence", ALL_BUT_TOEGANG, "Bewijsstukken", "Evidence")
                    .showing(DECISION),
            post("/api/v1/decisions/{id}/evidence", null, PURCHASERS, "Bewijsstuk innemen", "Take in evidence"),
            post(
                    "/api/v1/decisions/{id}/evidence/{evidenceId}/checks",
                    null,
                    PURCHASERS,
                    "Bewijsstuk controleren",
                    "Check evidence"),
            get("/api/v1/decisions/{id}/evidence/{evidenceId}/file", ALL_BUT_TOEGANG, "Bestand ophalen", "Get the file")
                    .showing(DECISION),
            get("/api/v1/evidence/lapsing", ALL_BUT_TOEGANG, "Wat verloopt wanneer", "What lapses when"),
            get("/api/v1/decisions/{id}/letters", ALL_BUT_TOEGANG, "Brieven van een dossier", "Letters of a dossier")
                    .showing(DECISION),
            post("/api/v1/decisions/{id}/letters", null, PURCHASERS, "Brief versturen", "Send a letter"),
            get("/api/v1/decisions/{id}/letters/{letter}.pdf", ALL_BUT_TOEGANG, "Brief lezen", "Read a letter")
                    .showing(DECISION),
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
            get("/api/v1/contracted-providers", ALL, "Gecontracteerde aanbieders", "Contracted providers"),
            get("/api/v1/contracted-providers/imports/template.xlsx", RWO_ONLY, "Leeg bestand", "Template"),
            post(
                    "/api/v1/contracted-providers/imports",
                    null,
                    RWO_ONLY,
                    "Gecontracteerden inlezen",
                    "Import contracted"),
            get("/api/v1/access", ALL, "Deze tabel", "This table"),
            open("GET", "/api/v1/openapi.json", "Beschrijving van de API", "Description of the API"),
            // pages
            get("/", ALL, "Start", "Home"),
            get("/aanmeldingen", ALL_BUT_TOEGANG, "Lijst van aanmeldingen", "List of applications"),
            get("/aanmeldingen/inlezen", PURCHASERS, "Aanmeldingen inlezen", "Import applications"),
            post("/aanmeldingen/inlezen", null, PURCHASERS, "Aanmeldingen inlezen", "Import applications"),
            get("/aanmeldingen/inlezen/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/aanmeldingen/{id}", ALL_BUT_TOEGANG, "Dossier", "Dossier").showing(DECISION),
            get("/register/inzage", VERIFIERS, "Wie wat inzag", "Who looked at what"),
            get("/register/geweigerd", VERIFIERS, "Geweigerde pogingen", "Refused attempts"),
            get("/toegang", ALL, "Wie mag wat", "Who may do what"),
            get("/aanmeldingen/{id}/controle", REPLAYERS, "Besluit controleren", "Check a decision")
                    .showing(DECISION),
            get("/register/controle", VERIFIERS, "Register controleren", "Verify the register"),
            get("/aanmeldingen/{id}/ronde/{soort}", PURCHASERS, "Ronde houden", "Hold a round")
                    .showing(DECISION),
            post("/aanmeldingen/{id}/ronde/{soort}", null, PURCHASERS, "Ronde houden", "Hold a round"),
            get("/aanmeldingen/{id}/op", ALL_BUT_TOEGANG, "Besluit op een andere dag", "A decision on another day")
                    .showing(DECISION),
            get("/aanmeldingen/{id}/besluit", ALL_BUT_TOEGANG, "Naar het besluit", "To the determination"),
            get("/aanmeldingen/{id}/besluit/lezing", ALL_BUT_TOEGANG, "Naar het besluit", "To the determination"),
            post("/aanmeldingen/{id}/besluit", null, DETERMINERS, "Besluit vaststellen", "Determine"),
            post("/aanmeldingen/{id}/besluit/lezing", null, DETERMINERS, "Tweede lezing", "Second reading"),
            get("/aanmeldingen/{id}/bewijs", ALL_BUT_TOEGANG, "Bewijsstukken van een dossier", "Evidence of a dossier")
                    .showing(DECISION),
            post("/aanmeldingen/{id}/bewijs", null, PURCHASERS, "Bewijsstuk innemen", "Take in evidence"),
            post(
                    "/aanmeldingen/{id}/bewijs/{evidenceId}",
                    null,
                    PURCHASERS,
                    "Bewijsstuk controleren",
                    "Check evidence"),
            get("/bewijsstukken/verloop", ALL_BUT_TOEGANG, "Wat verloopt wanneer", "What lapses when"),
            get("/contracten", ALL, "Register van gecontracteerde aanbieders", "Register of contracted providers"),
            get("/contracten/export.xlsx", ALL, "Register als werkmap", "Register as a workbook"),
            get("/contracten/inlezen", RWO_ONLY, "Gecontracteerden inlezen", "Import contracted providers"),
            post("/contracten/inlezen", null, RWO_ONLY, "Gecontracteerden inlezen", "Import contracted providers"),
            get("/contracten/{id}", ALL, "Contractering met geschiedenis", "Contracting with its history"),
            post("/contracten/{id}", null, RWO_ONLY, "Contractering wijzigen", "Change a contracting"),
            get("/aanmeldingen/{id}/dossier.pdf", ALL_BUT_TOEGANG, "Dossier als PDF", "Dossier as PDF")
                    .showing(DECISION),
            get("/aanmeldingen/{id}/brieven", ALL_BUT_TOEGANG, "Brieven", "Letters")
                    .showing(DECISION),
            get("/aanmeldingen/{id}/brieven/{kind}", PURCHASERS, "Brief schrijven", "Write a letter")
                    .showing(DECISION),
            post("/aanmeldingen/{id}/brieven/{kind}", null, PURCHASERS, "Brief versturen", "Send a letter"),
            post("/aanmeldingen/{id}/brieven/{kind}/voorbeeld.pdf", null, PURCHASERS, "Voorbeeld", "Preview"),
            get("/aanmeldingen/{id}/brieven/{letter}/brief.pdf", ALL_BUT_TOEGANG, "Brief lezen", "Read a letter")
                    .showing(DECISION),
            get("/correspondentie", ALL_BUT_TOEGANG, "Mails met brieven", "Mails with letters"),
            post("/correspondentie/{mail}", null, PURCHASERS, "Mail opnieuw versturen", "Send a mail again"),
            get("/demo/aanmeldingen.xlsx", ALL_BUT_TOEGANG, "Voorbeeldbestand", "Sample file"),
            open("GET", "/inloggen", "Inloggen", "Log in"),
            open("POST", "/inloggen", "Inloggen", "Log in"),
            open("POST", "/uitloggen", "Uitloggen", "Log out"),
            open("GET", "/oauth2/authorization/{provider}", "Inloggen bij uw organisatie", "Log in at the issuer"),
            open("GET", "/login/oauth2/code/{provider}", "Terug van inloggen", "Back from the issuer"),
            open("GET", "/assets/**", "Vormgeving", "Style"),
            open("GET", "/favicon.ico", "Pictogram", "Icon"),
            // operations
            open("GET", "/actuator/health/**", "Of het programma werkt", "Whether the program works"),
            get("/actuator/info", EnumSet.of(BEHEERDER), "Versie", "Version"),
            get("/actuator/prometheus", EnumSet.of(BEHEERDER), "Meetwaarden", "Metrics"),
            post("/actuator/backup", null, EnumSet.of(BEHEERDER), "Reservekopie maken", "Make a copy"),
            get("/actuator/sbom", VERIFIERS, "Lijsten van onderdelen", "Bills of materials"),
            get("/actuator/sbom/{id}", VERIFIERS, "Lijst van onderdelen", "Bill of materials"));

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

        private Row showing(String kind) {
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

    private static Row get(String path, Set<Role> roles, String dutch, String english) {
        return new Row("GET", path, null, List.copyOf(roles), dutch, english, null);
    }

    private static Row post(String path, @Nullable String query, Set<Role> roles, String dutch, String english) {
        return new Row("POST", path, query, List.copyOf(roles), dutch, english, null);
    }

    private static Row open(String method, String path, String dutch, String english) {
        return new Row(method, path, null, List.of(), dutch, english, null);
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
