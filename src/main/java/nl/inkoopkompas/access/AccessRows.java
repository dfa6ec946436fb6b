package nl.inkoopkompas.access;

import static nl.inkoopkompas.access.Role.AUDITOR;
import static nl.inkoopkompas.access.Role.BEHEERDER;
import static nl.inkoopkompas.access.Role.BELEID;
import static nl.inkoopkompas.access.Role.INKOPER;
import static nl.inkoopkompas.access.Role.PROGRAMMADIRECTEUR;
import static nl.inkoopkompas.access.Role.RWO;
import static nl.inkoopkompas.access.Role.TOEGANG;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.access.AccessTable.Row;
import org.jspecify.annotations.Nullable;

/** The rows of the access table, but for those on exception contracts: who may call what. */
final class AccessRows {

    private static final String DECISION = "decision";
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_TOEGANG = EnumSet.complementOf(EnumSet.of(TOEGANG));
    private static final Set<Role> ALL_BUT_AUDITOR = EnumSet.complementOf(EnumSet.of(AUDITOR));
    private static final Set<Role> PURCHASERS = EnumSet.of(INKOPER, RWO);

    private static final Set<Role> PLANNERS = EnumSet.of(RWO, BELEID);
    private static final Set<Role> ADVISERS = EnumSet.of(BELEID, INKOPER, RWO);
    private static final Set<Role> PURCHASING = EnumSet.of(INKOPER, RWO, PROGRAMMADIRECTEUR);
    private static final Set<Role> RWO_ONLY = EnumSet.of(RWO);
    private static final Set<Role> DETERMINERS = EnumSet.of(INKOPER, PROGRAMMADIRECTEUR);
    private static final Set<Role> REPLAYERS = EnumSet.of(AUDITOR, INKOPER, RWO, BELEID);
    private static final Set<Role> LAB = EnumSet.of(BELEID);
    private static final Set<Role> LAB_READERS = EnumSet.of(BELEID, AUDITOR);
    private static final Set<Role> VERIFIERS = EnumSet.of(AUDITOR, BEHEERDER);

    static final List<Row> ALL = List.of(
            // api
            post("/api/v1/admissions", "record=false", ALL_BUT_AUDITOR, "Toelating uitrekenen", "Try an admission"),
            post("/api/v1/admissions", null, PURCHASERS, "Toelating vastleggen", "Record an admission"),
            post("/api/v1/admissions/imports", null, PURCHASERS, "Aanvragen inlezen", "Import applications"),
            get("/api/v1/admissions/imports/template.xlsx", ALL_BUT_TOEGANG, "Leeg bestand", "Template"),
            get("/api/v1/admissions/imports/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/api/v1/admissions/imports/{id}/results.xlsx", ALL_BUT_TOEGANG, "Uitkomsten", "Results of an import"),
            post("/api/v1/transitions", "record=false", ALL_BUT_AUDITOR, "Overgang uitrekenen", "Try a transition"),
            post("/api/v1/transitions", null, PLANNERS, "Overgang vastleggen", "Record a transition"),
            post("/api/v1/transitions/imports", null, PLANNERS, "Indicaties inlezen", "Import indications"),
            get("/api/v1/transitions/imports/template.xlsx", ALL_BUT_TOEGANG, "Leeg bestand", "Template"),
            get("/api/v1/transitions/imports/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/api/v1/decisions/{id}/indications", ALL_BUT_TOEGANG, "Indicaties van een plan", "Lines of a plan")
                    .showing(DECISION),
            get("/api/v1/decisions/{id}/indications.xlsx", ALL_BUT_TOEGANG, "Plan als werkmap", "Plan as a workbook")
                    .showing(DECISION),
            post("/api/v1/procedures", "record=false", ALL_BUT_AUDITOR, "Inkoopadvies uitrekenen", "Try a procedure"),
            post("/api/v1/procedures", null, ADVISERS, "Inkoopadvies vastleggen", "Record a procedure"),
            get(
                    "/api/v1/contracts/{contract}/calendar",
                    EVERYBODY,
                    "Termijnen van een contract",
                    "Terms of a contract"),
            get(
                    "/api/v1/contracts/{contract}/open-house",
                    ALL_BUT_TOEGANG,
                    "Waarborgen van een Open House",
                    "Conditions of an Open House"),
            get("/api/v1/contracts/{contract}/calendar.ics", EVERYBODY, "Termijnen als agenda", "Terms as a calendar"),
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
            get("/api/v1/rule-books", EVERYBODY, "Regelboeken", "Rule books"),
            get("/api/v1/rule-books/{version}", EVERYBODY, "Regelboek lezen", "Read a rule book"),
            get("/api/v1/rule-books/{version}/export.zip", EVERYBODY, "Regelboek als zip", "Rule book as a zip"),
            get("/api/v1/rule-books/{version}/export.patch", EVERYBODY, "Regelboek als patch", "Rule book as a patch"),
            get("/api/v1/rule-books/{version}/algorithm-register", EVERYBODY, "Algoritmeregister", "Algorithm record"),
            get(
                    "/api/v1/rule-books/{version}/algorithm-register.md",
                    EVERYBODY,
                    "Algoritmeregister",
                    "Algorithm record"),
            get(
                    "/api/v1/rule-books/{version}/tables/{decision}/{table}.dmn",
                    EVERYBODY,
                    "Tabel als DMN",
                    "Table as DMN"),
            get("/api/v1/rule-books/{version}/tables/{decision}/{table}", EVERYBODY, "Beslistabel", "Decision table"),
            get("/api/v1/rule-books/{version}/parameters", EVERYBODY, "Parameters", "Parameters"),
            get("/api/v1/rule-books/{version}/interpretations", EVERYBODY, "Lezingen", "Interpretations"),
            get("/api/v1/contracts", EVERYBODY, "Contracten", "Contracts"),
            get("/api/v1/products", EVERYBODY, "Producten", "Products"),
            get("/api/v1/contracted-providers", EVERYBODY, "Gecontracteerde aanbieders", "Contracted providers"),
            get("/api/v1/contracted-providers/imports/template.xlsx", RWO_ONLY, "Leeg bestand", "Template"),
            post(
                    "/api/v1/contracted-providers/imports",
                    null,
                    RWO_ONLY,
                    "Gecontracteerden inlezen",
                    "Import contracted"),
            get("/api/v1/coverage", EVERYBODY, "Dekking", "Coverage"),
            get("/api/v1/coverage/establishments", EVERYBODY, "Vaststellingen over dekking", "Established coverage"),
            post("/api/v1/coverage/establishments", null, PURCHASING, "Dekking vaststellen", "Establish coverage"),
            get("/api/v1/drafts", LAB_READERS, "Concepten", "Drafts"),
            post("/api/v1/drafts", null, LAB, "Concept beginnen", "Start a draft"),
            get("/api/v1/drafts/{id}", LAB_READERS, "Concept lezen", "Read a draft"),
            patch("/api/v1/drafts/{id}", LAB, "Concept wijzigen", "Edit a draft"),
            delete("/api/v1/drafts/{id}", LAB, "Concept weggooien", "Discard a draft"),
            delete("/api/v1/drafts/{id}/edits/{n}", LAB, "Wijziging ongedaan maken", "Undo an edit"),
            post("/api/v1/drafts/{id}/rebase", null, LAB, "Op het nieuwste regelboek", "Base on the newest book"),
            post("/api/v1/drafts/{id}/decisions", null, LAB, "Met een concept beslissen", "Decide with a draft"),
            post("/api/v1/drafts/{id}/simulations", null, LAB, "Effect meten", "Simulate a draft"),
            get("/api/v1/drafts/{id}/simulations", LAB_READERS, "Effectmetingen", "Simulations of a draft"),
            get("/api/v1/drafts/{id}/simulations/{sid}", LAB_READERS, "Effect lezen", "Read a simulation"),
            delete("/api/v1/drafts/{id}/simulations/{sid}", LAB, "Effectmeting stoppen", "Stop a simulation"),
            get("/api/v1/drafts/{id}/simulations/{sid}/cases", LAB_READERS, "Zaken die veranderen", "Flipped cases"),
            get(
                    "/api/v1/drafts/{id}/simulations/{sid}/cases/{number}",
                    LAB_READERS,
                    "Zaak uitgelegd",
                    "A flipped case"),
            post("/api/v1/drafts/{id}/comparison", null, LAB_READERS, "Concept vergelijken", "Compare a draft"),
            post("/api/v1/drafts/{id}/verification", null, LAB_READERS, "Concept controleren", "Verify a draft"),
            post("/api/v1/drafts/{id}/proposal", null, LAB, "Concept voorstellen", "Propose a draft"),
            post("/api/v1/drafts/{id}/rejection", null, LAB, "Voorstel afwijzen", "Reject a proposal"),
            post("/api/v1/drafts/{id}/publication", null, LAB, "Voorstel publiceren", "Publish a proposal"),
            get(
                    "/api/v1/rule-books/{version}/comparison",
                    LAB_READERS,
                    "Regelboeken vergelijken",
                    "Compare rule books"),
            post("/api/v1/rule-books/{version}/withdrawal", null, LAB, "Regelboek intrekken", "Withdraw a rule book"),
            post("/api/v1/drafts/imports", null, LAB, "Regelboek van elders inlezen", "Import a rule book"),
            get(
                    "/api/v1/drafts/{id}/tables/{decision}/{table}.xlsx",
                    LAB_READERS,
                    "Tabel als werkmap",
                    "Table as XLSX"),
            get("/api/v1/drafts/{id}/tables/{decision}/{table}.dmn", LAB_READERS, "Tabel als DMN", "Table as DMN"),
            post(
                    "/api/v1/drafts/{id}/tables/{decision}/{table}",
                    null,
                    LAB,
                    "Werkmap vergelijken",
                    "Compare a workbook"),
            get(
                    "/api/v1/drafts/{id}/tables/{decision}/{table}/verification",
                    LAB_READERS,
                    "Tabel controleren",
                    "Verify a table"),
            get("/api/v1/drafts/{id}/clauses", LAB_READERS, "Concept en bronnen", "Draft and sources"),
            post("/api/v1/drafts/{id}/clauses/explanations", null, LAB, "Verschil toelichten", "Explain a difference"),
            post("/api/v1/drafts/{id}/clauses/sources/{document}", null, LAB, "Brontekst inlezen", "Read a source"),
            get("/api/v1/change-requests", EVERYBODY, "Wijzigingsverzoeken", "Change requests"),
            post("/api/v1/change-requests", null, ALL_BUT_AUDITOR, "Wijziging vragen", "Ask for a change"),
            get("/api/v1/change-requests/{id}", EVERYBODY, "Wijzigingsverzoek", "Change request"),
            post("/api/v1/change-requests/{id}/answers", null, LAB, "Verzoek beantwoorden", "Answer a request"),
            get("/api/v1/access", EVERYBODY, "Deze tabel", "This table"),
            open("GET", "/api/v1/openapi.json", "Beschrijving van de API", "Description of the API"),
            // pages
            get("/", EVERYBODY, "Start", "Home"),
            get("/lab/vergelijken", LAB_READERS, "Regelboeken vergelijken", "Compare rule books"),
            get("/lab/{id}/vergelijking", LAB_READERS, "Concept vergelijken", "Compare a draft"),
            post("/lab/{id}/vergelijking/scenario", null, LAB, "Voorbeeld bewaren", "Keep an example"),
            get("/aanmeldingen", ALL_BUT_TOEGANG, "Lijst van aanmeldingen", "List of applications"),
            get("/aanmeldingen/inlezen", PURCHASERS, "Aanmeldingen inlezen", "Import applications"),
            post("/aanmeldingen/inlezen", null, PURCHASERS, "Aanmeldingen inlezen", "Import applications"),
            get("/aanmeldingen/inlezen/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/aanmeldingen/nieuw", PURCHASERS, "Aanmeldingen in de maak", "Applications in the making"),
            post("/aanmeldingen/nieuw", null, PURCHASERS, "Aanmelding beginnen", "Start an application"),
            get("/aanmeldingen/nieuw/{id}", PURCHASERS, "Aanmelding invullen", "Fill in an application"),
            post("/aanmeldingen/nieuw/{id}", null, PURCHASERS, "Aanmelding invullen", "Fill in an application"),
            post("/aanmeldingen/nieuw/{id}/vastleggen", null, PURCHASERS, "Aanmelding vastleggen", "Record one"),
            post("/aanmeldingen/nieuw/{id}/weggooien", null, PURCHASERS, "Aanmelding weggooien", "Discard one"),
            get("/aanmeldingen/{id}", ALL_BUT_TOEGANG, "Dossier", "Dossier").showing(DECISION),
            get("/inkoopadvies", ALL_BUT_TOEGANG, "Inkoopadviezen", "Procedure advice"),
            get("/inkoopadvies/{contract}", ALL_BUT_TOEGANG, "Inkoopadvies", "Procedure advice on a contract"),
            post("/inkoopadvies/{contract}", null, ADVISERS, "Inkoopadvies vastleggen", "Record a procedure advice"),
            get("/inkoopadvies/besluit/{id}", ALL_BUT_TOEGANG, "Vastgelegd inkoopadvies", "Recorded advice")
                    .showing(DECISION),
            post("/inkoopadvies/besluit/{id}", null, DETERMINERS, "Procedure vaststellen", "Determine a procedure"),
            get("/register", ALL_BUT_TOEGANG, "Register", "Register"),
            get("/register/inzage", VERIFIERS, "Wie wat inzag", "Who looked at what"),
            get("/register/geweigerd", VERIFIERS, "Geweigerde pogingen", "Refused attempts"),
            get("/toegang", EVERYBODY, "Wie mag wat", "Who may do what"),
            get("/aanmeldingen/{id}/controle", REPLAYERS, "Besluit controleren", "Check a decision")
                    .showing(DECISION),
            get("/register/controle", VERIFIERS, "Register controleren", "Verify the register"),
            get("/register/{id}", ALL_BUT_TOEGANG, "Besluit in het register", "Decision in the register")
                    .showing(DECISION),
            get("/register/{id}/opnieuw", REPLAYERS, "Besluit opnieuw afspelen", "Replay a decision")
                    .showing(DECISION),
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
            get(
                    "/contracten",
                    EVERYBODY,
                    "Register van gecontracteerde aanbieders",
                    "Register of contracted providers"),
            get("/contracten/export.xlsx", EVERYBODY, "Register als werkmap", "Register as a workbook"),
            get("/hulp", EVERYBODY, "Hulp", "Help"),
            get("/hulp/begrippen", EVERYBODY, "Begrippen", "Glossary"),
            get("/hulp/sneltoetsen", EVERYBODY, "Sneltoetsen", "Keyboard shortcuts"),
            get("/hulp/licenties", EVERYBODY, "Versie en licenties", "Version and licences"),
            get("/hulp/toegankelijkheid", EVERYBODY, "Toegankelijkheid", "Accessibility"),
            get("/hulp/masterclass", EVERYBODY, "Vragen van de masterclass", "Questions of the masterclass"),
            get("/hulp/{task}", EVERYBODY, "Hulp bij een taak", "Help with a task"),
            get("/zoeken", EVERYBODY, "Zoeken", "Search"),
            get("/dekking", EVERYBODY, "Dekking", "Coverage"),
            get("/dekking/export.xlsx", EVERYBODY, "Dekking als werkmap", "Coverage as a workbook"),
            get("/dekking/vaststellen", PURCHASING, "Dekking vaststellen", "Establish coverage"),
            post("/dekking/vaststellen", null, PURCHASING, "Dekking vaststellen", "Establish coverage"),
            get("/contracten/inlezen", RWO_ONLY, "Gecontracteerden inlezen", "Import contracted providers"),
            post("/contracten/inlezen", null, RWO_ONLY, "Gecontracteerden inlezen", "Import contracted providers"),
            get("/overgang", ALL_BUT_TOEGANG, "Plannen voor lopende indicaties", "Plans for running indications"),
            get("/overgang/vergelijken", ALL_BUT_TOEGANG, "Plannen vergelijken", "Compare plans"),
            get("/overgang/inlezen", PLANNERS, "Indicaties inlezen", "Import indications"),
            post("/overgang/inlezen", null, PLANNERS, "Indicaties inlezen", "Import indications"),
            get("/overgang/inlezen/{id}", ALL_BUT_TOEGANG, "Inlezing volgen", "Follow an import"),
            get("/overgang/{id}", ALL_BUT_TOEGANG, "Plan lezen", "Read a plan").showing(DECISION),
            post("/overgang/{id}/keuze", null, PLANNERS, "Scenario kiezen", "Choose a scenario"),
            get("/overgang/{id}/besluit", ALL_BUT_TOEGANG, "Naar het besluit", "To the determination"),
            post("/overgang/{id}/besluit", null, DETERMINERS, "Plan vaststellen", "Determine a plan"),
            get("/contracten/{id}", EVERYBODY, "Contractering met geschiedenis", "Contracting with its history"),
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
            get("/lab", LAB_READERS, "Regellab", "Policy lab"),
            post("/lab", null, LAB, "Concept beginnen", "Start a draft"),
            get("/lab/{id}", LAB_READERS, "Concept", "Draft"),
            post("/lab/{id}/ongedaan", null, LAB, "Wijziging ongedaan maken", "Undo an edit"),
            post("/lab/{id}/nieuwste", null, LAB, "Op het nieuwste regelboek", "Base on the newest book"),
            post("/lab/{id}/weggooien", null, LAB, "Concept weggooien", "Discard a draft"),
            get("/lab/{id}/tabellen", LAB_READERS, "Tabellen van een concept", "Tables of a draft"),
            get("/lab/{id}/tabellen/{decision}/{table}", LAB_READERS, "Tabel van een concept", "Table of a draft"),
            post("/lab/{id}/tabellen/{decision}/{table}", null, LAB, "Tabel wijzigen", "Edit a table"),
            get("/lab/{id}/tabellen/{decision}/{table}.xlsx", LAB_READERS, "Tabel als werkmap", "Table as XLSX"),
            post("/lab/{id}/tabellen/{decision}/{table}.xlsx", null, LAB, "Werkmap bekijken", "See a workbook"),
            post(
                    "/lab/{id}/tabellen/{decision}/{table}/overnemen",
                    null,
                    LAB,
                    "Werkmap overnemen",
                    "Take a workbook over"),
            get("/lab/{id}/bronnen", LAB_READERS, "Concept en bronnen", "Draft and sources"),
            post("/lab/{id}/bronnen", null, LAB, "Verschil toelichten", "Explain a difference"),
            post("/lab/{id}/bronnen/{document}", null, LAB, "Brontekst inlezen", "Read a source"),
            get("/lab/{id}/nooit", LAB_READERS, "Wat nooit mag in een concept", "Invariants of a draft"),
            post("/lab/{id}/nooit", null, LAB, "Vastleggen wat nooit mag", "Add an invariant"),
            post("/lab/{id}/nooit/vervalt", null, LAB, "Laten vervallen wat nooit mag", "Remove an invariant"),
            get("/lab/{id}/normen", LAB_READERS, "Normen van een concept", "Norms of a draft"),
            post("/lab/{id}/normen", null, LAB, "Norm wijzigen", "Edit a norm"),
            post("/lab/{id}/normen/vervalt", null, LAB, "Norm laten vervallen", "Remove a dated norm"),
            post("/lab/{id}/normen/lezing", null, LAB, "Lezing kiezen", "Turn a reading"),
            get("/lab/{id}/controle", LAB_READERS, "Controle van een concept", "Verification of a draft"),
            get("/lab/{id}/effect", LAB_READERS, "Effect van een concept", "Effect of a draft"),
            post("/lab/{id}/effect", null, LAB, "Effect meten", "Simulate a draft"),
            post("/lab/{id}/effect/{sid}/stoppen", null, LAB, "Effectmeting stoppen", "Stop a simulation"),
            get("/lab/{id}/effect/{sid}/zaken/{number}", LAB_READERS, "Zaak uitgelegd", "A flipped case"),
            get("/lab/{id}/voorstel", LAB_READERS, "Voorstel", "Proposal"),
            post("/lab/{id}/voorstel", null, LAB, "Concept voorstellen", "Propose a draft"),
            post("/lab/{id}/voorstel/afwijzen", null, LAB, "Voorstel afwijzen", "Reject a proposal"),
            post("/lab/{id}/voorstel/publiceren", null, LAB, "Voorstel publiceren", "Publish a proposal"),
            get("/regelboek", EVERYBODY, "Regelboek lezen", "Read the rule book"),
            get("/regelboek/versies", EVERYBODY, "Regelboeken door de tijd", "Rule books through time"),
            get("/regelboek/{version}", EVERYBODY, "Regelboek lezen", "Read a rule book"),
            post("/regelboek/{version}/intrekken", null, LAB, "Regelboek intrekken", "Withdraw a rule book"),
            get("/regelboek/{version}/besluiten", LAB_READERS, "Besluiten opnieuw", "Decisions again"),
            get("/verzoeken", EVERYBODY, "Wijzigingsverzoeken", "Change requests"),
            post("/verzoeken", null, ALL_BUT_AUDITOR, "Wijziging vragen", "Ask for a change"),
            post("/verzoeken/{id}", null, LAB, "Verzoek beantwoorden", "Answer a request"),
            // operations
            open("GET", "/actuator/health/**", "Of het programma werkt", "Whether the program works"),
            get("/actuator/info", EnumSet.of(BEHEERDER), "Versie", "Version"),
            get("/actuator/prometheus", EnumSet.of(BEHEERDER), "Meetwaarden", "Metrics"),
            post("/actuator/backup", null, EnumSet.of(BEHEERDER), "Reservekopie maken", "Make a copy"),
            get("/actuator/sbom", VERIFIERS, "Lijsten van onderdelen", "Bills of materials"),
            get("/actuator/sbom/{id}", VERIFIERS, "Lijst van onderdelen", "Bill of materials"));

    private AccessRows() {}

    static Row get(String path, Set<Role> roles, String dutch, String english) {
        return new Row("GET", path, null, List.copyOf(roles), dutch, english, null);
    }

    static Row post(String path, @Nullable String query, Set<Role> roles, String dutch, String english) {
        return new Row("POST", path, query, List.copyOf(roles), dutch, english, null);
    }

    private static Row patch(String path, Set<Role> roles, String dutch, String english) {
        return new Row("PATCH", path, null, List.copyOf(roles), dutch, english, null);
    }

    private static Row delete(String path, Set<Role> roles, String dutch, String english) {
        return new Row("DELETE", path, null, List.copyOf(roles), dutch, english, null);
    }

    private static Row open(String method, String path, String dutch, String english) {
        return new Row(method, path, null, List.of(), dutch, english, null);
    }
}
