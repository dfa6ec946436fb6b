package nl.inkoopkompas.access;

import static nl.inkoopkompas.access.AccessRows.get;
import static nl.inkoopkompas.access.AccessRows.post;
import static nl.inkoopkompas.access.Role.AUDITOR;
import static nl.inkoopkompas.access.Role.BEHEERDER;
import static nl.inkoopkompas.access.Role.PROGRAMMADIRECTEUR;
import static nl.inkoopkompas.access.Role.RWO;
import static nl.inkoopkompas.access.Role.TOEGANG;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.access.AccessTable.Row;

/** The rows of the access table on exception contracts, and on who is told of them. */
final class ExceptionRows {

    private static final String CASE = "exception";
    private static final Set<Role> TOEGANG_ONLY = EnumSet.of(TOEGANG);
    private static final Set<Role> ACTORS = EnumSet.of(TOEGANG, RWO, PROGRAMMADIRECTEUR);
    private static final Set<Role> ACCOUNTANTS = EnumSet.of(RWO, PROGRAMMADIRECTEUR, AUDITOR);
    private static final Set<Role> READERS = EnumSet.of(TOEGANG, RWO, PROGRAMMADIRECTEUR, AUDITOR);
    private static final Set<Role> WATCHERS = EnumSet.of(BEHEERDER, AUDITOR);

    static final List<Row> ALL = List.of(
            post("/api/v1/exception-contracts", null, TOEGANG_ONLY, "Uitzondering vragen", "Ask for an exception"),
            get("/api/v1/exception-contracts", READERS, "Uitzonderingen", "Exceptions"),
            get("/api/v1/exception-contracts/figures", READERS, "Cijfers over uitzonderingen", "Figures"),
            get("/api/v1/exception-contracts/feed.atom", READERS, "Besluiten volgen", "Follow decisions"),
            get("/api/v1/exception-contracts/register.xlsx", READERS, "Register als werkmap", "Workbook"),
            get(
                    "/api/v1/exception-contracts/accountability",
                    ACCOUNTANTS,
                    "Verantwoording over uitzonderingen",
                    "Accountability for exceptions"),
            get(
                    "/api/v1/exception-contracts/accountability.xlsx",
                    ACCOUNTANTS,
                    "Verantwoording als werkmap",
                    "Accountability as a workbook"),
            get("/api/v1/exception-contracts/{id}", READERS, "Uitzondering lezen", "Read an exception")
                    .showing(CASE),
            post(
                    "/api/v1/exception-contracts/{id}/actions",
                    null,
                    ACTORS,
                    "Uitzondering behandelen",
                    "Act on an exception"),
            get(
                            "/api/v1/exception-contracts/{id}/letters",
                            READERS,
                            "Brieven bij een uitzondering",
                            "Letters on a case")
                    .showing(CASE),
            get("/api/v1/exception-contracts/{id}/letters/{letter}.pdf", READERS, "Brief lezen", "Read a letter")
                    .showing(CASE),
            get("/uitzonderingen", READERS, "Uitzonderingen", "Exceptions"),
            get("/uitzonderingen/nieuw", TOEGANG_ONLY, "Formulier voor een uitzondering", "Form for an exception"),
            post("/uitzonderingen/nieuw", null, TOEGANG_ONLY, "Uitzondering vragen", "Ask for an exception"),
            get("/uitzonderingen/cijfers", READERS, "Cijfers over uitzonderingen", "Figures on exceptions"),
            get("/uitzonderingen/mandaten", EnumSet.allOf(Role.class), "Taken en mandaten", "Tasks and mandates"),
            get("/uitzonderingen/{id}", READERS, "Uitzondering lezen", "Read an exception")
                    .showing(CASE),
            post("/uitzonderingen/{id}/acties", null, ACTORS, "Uitzondering behandelen", "Act on an exception"),
            get("/uitzonderingen/{id}/brieven/{letter}/brief.pdf", READERS, "Brief lezen", "Read a letter")
                    .showing(CASE),
            get("/uitzonderingen/{id}/voorbeeld", ACTORS, "Terug naar de uitzondering", "Back to the exception"),
            post("/uitzonderingen/{id}/voorbeeld", null, ACTORS, "Brieven vooraf lezen", "Preview letters"),
            get("/uitzonderingen/{id}/adressen/{mail}", ACTORS, "Terug naar de uitzondering", "Back to the exception"),
            post("/uitzonderingen/{id}/adressen/{mail}", null, ACTORS, "Adres van een mail geven", "Address a mail"),
            get("/webhooks", WATCHERS, "Webhooks van gemeenten", "Webhooks of municipalities"),
            get("/webhooks/{event}", WATCHERS, "Terug naar de webhooks", "Back to the webhooks"),
            post(
                    "/webhooks/{event}",
                    null,
                    EnumSet.of(BEHEERDER),
                    "Webhook opnieuw aanbieden",
                    "Offer a webhook again"));

    private ExceptionRows() {}
}
