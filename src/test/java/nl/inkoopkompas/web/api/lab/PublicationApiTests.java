package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.inkoopkompas.register.Verifier;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A draft becomes a rule book through two people, in time, and never in the middle of a procedure. */
@ApiTest
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:publication;DB_CLOSE_DELAY=-1")
class PublicationApiTests {

    private static final String WORDS =
            "{\"table\":\"admission/entry-windows\",\"row\":\"wonen-jeugd-2025\",\"column\":\"decidedBy\",\"value\":\"%s\"}";
    private static final String WINDOW =
            "{\"table\":\"admission/entry-windows\",\"row\":\"hulp-bij-huishouden-2026\",\"column\":\"closesOn\","
                    + "\"value\":\"2999-12-31\"}";
    private static final String MOTIVATED = "{\"motivation\":\"Besluit van het overleg\"}";

    @Autowired
    ApiCaller api;

    @Autowired
    RuleBooks books;

    @Autowired
    Verifier verifier;

    @Test
    void isPublishedByAnotherPersonOnly() {
        String draft = proposed("beleid", WORDS.formatted("een"));
        LocalDate day = free();

        assertThat(publish("beleid", draft, day, "").status()).isEqualTo(403);
        Answer published = publish("beleid-2", draft, day, "");

        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("version").asString()).startsWith(day.getYear() + ".");
        assertThat(published.json().path("validFrom").asString()).isEqualTo(day.toString());
        assertThat(books.newest().version())
                .isEqualTo(published.json().path("version").asString());
        assertThat(books.newest().files().text("rules/CHANGELOG.md"))
                .contains("## " + books.newest().version(), "- **Soort**: tabel", "naar een. Reden: Proef.");
        assertThat(api.get("beleid", draft).json().path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(publish("beleid-2", draft, day.plusDays(1), "").status()).isEqualTo(409);
        assertThat(verifier.verify().intact()).isTrue();
    }

    @Test
    void isRefusedToWhoeverEditedIt() {
        String draft = draft("beleid");
        assertThat(edit("beleid-2", draft, WORDS.formatted("twee")).status()).isEqualTo(200);
        api.post("beleid", draft + "/proposal", MOTIVATED);

        assertThat(publish("beleid-2", draft, free(), "").status()).isEqualTo(403);
        assertThat(api.post("beleid-2", draft + "/rejection", MOTIVATED).status())
                .isEqualTo(403);
    }

    @Test
    void isOvertakenByWhatIsPublishedFirst() {
        String first = proposed("beleid", WORDS.formatted("drie"));
        String second = proposed("beleid", WORDS.formatted("vier"));
        String before = books.newest().version();
        assertThat(api.post("beleid", second + "/comparison", "")
                        .json()
                        .path("base")
                        .asString())
                .isEqualTo(before);
        assertThat(publish("beleid-2", first, free(), "").status()).isEqualTo(201);

        Answer late = publish("beleid-2", second, free(), "");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("admission/entry-windows#wonen-jeugd-2025.decidedBy");
        assertThat(api.get("beleid", second).json().at("/conflicts/0/now").asString())
                .isEqualTo("drie");
        assertThat(api.post("beleid", second + "/rebase", "{}").status()).isEqualTo(409);
        Answer rebased = api.post("beleid", second + "/rebase", "{\"keep\":[1]}");
        assertThat(rebased.status()).as(rebased.text()).isEqualTo(200);
        assertThat(rebased.json().path("overtaken").asBoolean()).isFalse();
        Answer compared = api.post("beleid", second + "/comparison", "");
        assertThat(compared.json().path("base").asString())
                .isNotEqualTo(before)
                .isEqualTo(books.newest().version());
        assertThat(compared.json().path("draft").asString())
                .isEqualTo(books.newest().version() + "-concept");
        api.post("beleid", second + "/proposal", MOTIVATED);
        assertThat(publish("beleid-2", second, free(), "").status()).isEqualTo(201);
    }

    @Test
    void doesNotBeginInTheMiddleOfAnEntryWindow() {
        String draft = proposed("beleid", WINDOW);
        LocalDate day = free();

        Answer refused = publish("beleid-2", draft, day, "");
        Answer rectified = publish("beleid-2", draft, day, ",\"rectification\":\"Fout in de bekendmaking\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("hulp-bij-huishouden-2026");
        assertThat(rectified.status()).as(rectified.text()).isEqualTo(201);
        String version = rectified.json().path("version").asString();
        assertThat(withdraw(version).status()).isEqualTo(204);
        assertThat(withdraw(version).status()).isEqualTo(409);
        assertThat(books.newest().version()).isNotEqualTo(version);
        assertThat(books.byVersion(version)).isPresent();
        assertThat(verifier.verify().intact()).isTrue();
    }

    @Test
    void holdsFromADayThatIsStillToComeAndAfterItsEdits() {
        String draft = proposed(
                "beleid", "{\"parameter\":\"admission.supplement.term-days\",\"from\":\"2998-01-01\",\"value\":21}");

        assertThat(publish("beleid-2", draft, LocalDate.now(), "").status()).isEqualTo(409);
        assertThat(publish("beleid-2", draft, books.newest().validFrom(), "").status())
                .isEqualTo(409);
        assertThat(publish("beleid-2", draft, LocalDate.of(2997, 1, 1), "").text())
                .contains("2998-01-01");
        assertThat(api.post("beleid-2", draft + "/publication", "{\"motivation\":\"x\"}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/validFrom");
    }

    @Test
    void isNoProposalAnyMoreAfterAnEdit() {
        String draft = proposed("beleid", WORDS.formatted("vijf"));
        edit("beleid", draft, WORDS.formatted("zes"));

        assertThat(api.get("beleid", draft).json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(publish("beleid-2", draft, free(), "").status()).isEqualTo(409);
    }

    @Test
    void isRejectedWithAReason() {
        String draft = proposed("beleid", WORDS.formatted("zeven"));

        Answer rejected = api.post("beleid-2", draft + "/rejection", "{\"motivation\":\"Te vroeg\"}");

        assertThat(rejected.status()).isEqualTo(201);
        assertThat(rejected.json().path("status").asString()).isEqualTo("REJECTED");
        assertThat(rejected.json().at("/answer/motivation").asString()).isEqualTo("Te vroeg");
        assertThat(publish("beleid-2", draft, free(), "").status()).isEqualTo(409);
    }

    @Test
    void bringsOlderContentBackAsANewBook() {
        String draft = proposed("beleid", WORDS.formatted("acht"));
        String older = books.newest().version();
        String olderWords = words(older);
        assertThat(publish("beleid-2", draft, free(), "").status()).isEqualTo(201);

        String back = created(
                "beleid",
                "{\"base\":\"" + books.newest().version() + "\",\"title\":\"Terug\",\"contentOf\":\"" + older + "\"}");
        assertThat(api.post("beleid", back + "/proposal", MOTIVATED).status()).isEqualTo(201);
        Answer published = publish("beleid-2", back, free(), "");

        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(words(published.json().path("version").asString())).isEqualTo(olderWords);
    }

    private String words(String version) {
        var table = books.require(version).requireTable("admission/entry-windows");
        return String.valueOf(table.cell(table.row("wonen-jeugd-2025").orElseThrow(), "decidedBy"));
    }

    /** A day on which no rule book begins and no window is open. */
    private LocalDate free() {
        LocalDate last = books.newest().validFrom();
        LocalDate day = last.isAfter(LocalDate.now()) ? last : LocalDate.now();
        return day.withDayOfYear(1).plusYears(1);
    }

    private Answer publish(String by, String draft, LocalDate validFrom, String more) {
        return api.post(
                by,
                draft + "/publication",
                "{\"validFrom\":\"" + validFrom + "\",\"motivation\":\"Akkoord\"" + more + "}");
    }

    private Answer withdraw(String version) {
        return api.post("beleid", "/api/v1/rule-books/" + version + "/withdrawal", "{\"reason\":\"Toch niet\"}");
    }

    private String proposed(String by, String edit) {
        String draft = draft(by);
        Answer edited = edit(by, draft, edit);
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        Answer proposed = api.post(by, draft + "/proposal", MOTIVATED);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return draft;
    }

    private Answer edit(String by, String draft, String edit) {
        return api.patch(by, draft, "{\"edits\":[" + edit + "],\"reason\":\"Proef\"}");
    }

    private String draft(String by) {
        return created(by, "{\"base\":\"" + books.newest().version() + "\",\"title\":\"Proef\"}");
    }

    private String created(String by, String body) {
        Answer created = api.post(by, "/api/v1/drafts", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.header("Location");
    }
}
