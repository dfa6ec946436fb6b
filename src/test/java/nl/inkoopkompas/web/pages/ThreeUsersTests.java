package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.correspondence.Clerk;
import nl.inkoopkompas.web.pages.Chromium.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What each of the three users comes to do, from login to letter, decision or publication: once with a finger on a
 * phone, and once with nothing but a keyboard.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:three-users;DB_CLOSE_DELAY=-1")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeUsersTests {

    private static final String REASONS = "De jongere kan nergens anders binnen vier weken terecht.";
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");

    @Autowired
    Clerk clerk;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.at(URI.create("http://127.0.0.1:" + port));
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsABuyerFromAnApplicationToALetter(Hand hand) {
        try (var visit = logIn("inkoper", hand)) {
            var page = visit.page;
            var name = "Zorgboerderij De Zonnewende " + hand.ordinal();
            hand.press(link(page, "Nieuwe aanmelding"));
            hand.press(button(page, "Begin een aanmelding"));
            hand.date(page.locator("#v-asOf"), DAY);
            hand.choose(page.locator("#v-contract"), "hulp-bij-huishouden");
            hand.write(page.locator("#v-applicant-name"), name);
            hand.write(page.locator("#v-applicant-kvkNumber"), "9000777" + hand.ordinal());
            hand.press(button(page, "Bewaar en ga verder"));
            hand.choose(
                    page.locator("#v-products-0-code"),
                    page.locator("#v-products-0-code option").nth(1).getAttribute("value"));
            hand.press(button(page, "Bewaar en ga verder"));
            look(visit, hand, "inkoper-formulier");
            hand.press(link(page, "Negatieve ervaring"));
            hand.choose(page.getByLabel("Soort"), "REFUSED");
            hand.date(page.getByLabel("Datum"), DAY.minusYears(1));
            hand.tick(page.getByLabel("Er zijn er geen").last());
            look(visit, hand, "inkoper-formulier-lijst");
            hand.press(button(page, "Bewaar en ga verder"));
            hand.press(link(page, "Controle"));
            look(visit, hand, "inkoper-formulier-controle");
            hand.press(button(page, "Vastleggen in het register"));

            assertThat(page.locator("h1")).containsText(name);
            hand.press(page.locator(".matrix tbody a").nth(1));
            assertThat(page.locator("#bevinding")).isInViewport();
            assertThat(page.locator("#bevinding")).containsText("Geweigerd");
            look(visit, hand, "inkoper-bevinding");

            hand.press(link(page, "Hoorzitting vastleggen"));
            hand.tick(page.getByLabel("Maatregelen niet geaccepteerd"));
            hand.write(page.getByLabel("Motivering"), "De aanbieder noemde geen maatregelen.");
            hand.press(button(page, "Ronde vastleggen"));
            assertThat(page.getByText("De ronde is vastgelegd.")).isVisible();
            look(visit, hand, "inkoper-gehoord");

            hand.choose(page.locator("#besluit select"), "REJECTED");
            hand.write(page.locator("#motivering"), "De weigering is recent en niet opgelost.");
            hand.press(button(page, "Vaststellen"));
            assertThat(page.getByText("Het besluit is vastgelegd.")).isVisible();

            hand.press(link(page, "Brieven"));
            hand.press(link(page, "Schrijf: Afwijzing"));
            hand.write(page.getByLabel("E-mailadres"), "inkoop@zorg.example");
            hand.press(button(page, "Voorbeeld bekijken"));
            assertThat(page.locator(".letter-preview")).containsText("De weigering is recent en niet opgelost.");
            look(visit, hand, "inkoper-brief");
            hand.press(button(page, "Versturen"));
            assertThat(page.getByText("De brief is vastgelegd.")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromARequestOverADecisionToALetter(Hand hand) {
        var provider = "Praktijk Zilverlinde " + hand.ordinal();
        String address;
        try (var visit = logIn("toegang-gouda", hand)) {
            var page = visit.page;
            hand.press(link(page, "Uitzondering vragen"));
            look(visit, hand, "uitzondering-vragen");
            hand.write(page.getByLabel("Pseudoniem van de inwoner"), "C-7F3K-2" + hand.ordinal());
            hand.date(page.getByLabel("Peildatum"), DAY);
            hand.choose(page.getByLabel("Product", exactly()), "ambulant-jeugd 45A01");
            hand.write(page.getByLabel("Waarom is dit nodig"), "Start binnen vier weken nodig.");
            hand.write(page.getByLabel("Wat betekent dit op lange termijn"), "Na een half jaar het gewone aanbod.");
            hand.date(page.getByLabel("Eerste dag"), DAY.plusMonths(1));
            hand.date(page.getByLabel("Laatste dag"), DAY.plusMonths(7));
            hand.write(page.getByLabel("Waarde in euro"), "14.880");
            hand.write(page.getByLabel("Naam", exactly()), provider);
            hand.write(page.getByLabel("KvK-nummer"), "9000");
            hand.press(button(page, "Controleren"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("KvK-nummer");
            lookAtFailure(visit, hand, "uitzondering-vragen-fout");
            hand.write(page.getByLabel("KvK-nummer"), "9000123" + hand.ordinal());
            hand.write(page.getByLabel("Tarief in euro"), "98,20");
            hand.press(button(page, "Controleren"));
            assertThat(page.getByText("De aanbieder heeft geen contract in de regio."))
                    .isVisible();
            hand.pressNearby(link(page, "Kwaliteit van de aanbieder"));
            hand.pressNearby(summary(page, "Over de organisatie"));
            hand.choose(page.getByLabel("Rechtsvorm"), "BV");
            hand.write(page.getByLabel("Aantal werknemers"), "12");
            hand.pressNearby(summary(page, "Verzekeringen"));
            hand.pressNearby(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Verzekeringen"))
                    .getByRole(AriaRole.BUTTON)
                    .first());
            assertThat(page.getByLabel("Aantal werknemers")).hasValue("12");
            hand.pressNearby(link(page, "Versturen"));
            look(visit, hand, "uitzondering-gecontroleerd");
            hand.pressNearby(button(page, "Versturen"));
            assertThat(page.locator("h1")).containsText(provider);
            address = URI.create(page.url()).getPath();
            look(visit, hand, "uitzondering-ingediend");
        }
        try (var visit = logIn("rwo", hand)) {
            var page = visit.page;
            hand.press(page.locator("main a[href='" + address + "']").first());
            hand.press(button(page, "In behandeling nemen"));
            hand.tick(page.getByLabel("Goedkeuren", exactly()));
            hand.write(action(page, "Advies uitbrengen").getByLabel("Motivering"), REASONS);
            look(visit, hand, "uitzondering-advies");
            hand.press(button(page, "Advies uitbrengen"));
            assertThat(page.getByText("U kunt nu niets doen.")).isVisible();
        }
        try (var visit = logIn("directeur", hand)) {
            var page = visit.page;
            hand.press(page.locator("main a[href='" + address + "']").first());
            var approval = action(page, "Goedkeuren");
            hand.write(approval.getByLabel("Motivering"), "Te kort");
            hand.press(button(page, "Goedkeuren"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("20 tekens");
            lookAtFailure(visit, hand, "uitzondering-besluiten");
            hand.write(approval.getByLabel("Motivering"), REASONS);
            var letters = page.waitForPopup(() -> hand.press(approval.getByText("Brieven vooraf lezen")));
            assertThat(letters.getByText("Uw aanvraag voor een uitzondering is goedgekeurd"))
                    .isVisible();
            if (hand == Hand.KEYBOARD) {
                visit.look(letters, "uitzondering-brieven-vooraf");
            }
            letters.close();
            hand.press(button(page, "Goedkeuren"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Goedkeuren");
            look(visit, hand, "uitzondering-goedgekeurd");

            clerk.round(clock::instant);
            page.reload();
            assertThat(link(page, "Bericht aan de aanbieder")).isVisible();
            hand.press(page.getByText("Adres geven en versturen").last());
            hand.write(page.getByLabel("E-mailadres van " + provider), "geen adres");
            page.locator("form[action*=adressen]").last().evaluate("form => form.noValidate = true");
            hand.press(button(page, "Versturen"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("e-mailadres");
            hand.press(page.getByText("Adres geven en versturen").last());
            hand.write(page.getByLabel("E-mailadres van " + provider), "zorg@zilverlinde.example");
            look(visit, hand, "uitzondering-brieven");
            hand.press(button(page, "Versturen"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("zorg@zilverlinde.example");
        }
        try (var visit = logIn("toegang-zuidplas", hand)) {
            var page = visit.page;
            open(page, hand, "Uitzonderingen");
            assertThat(page.getByText(provider)).isVisible();
            assertThat(page.getByText("C-7F3K-2" + hand.ordinal())).isHidden();
            look(visit, hand, "uitzonderingen");
            hand.press(link(page, "Taken en mandaten"));
            look(visit, hand, "uitzonderingen-mandaten");
            open(page, hand, "Uitzonderingen");
            hand.press(link(page, "Cijfers"));
            look(visit, hand, "uitzonderingen-cijfers");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsAPolicyMakerFromACellToAPublication(Hand hand) {
        var title = "Andere dekking " + hand.ordinal();
        try (var visit = logIn("beleid", hand)) {
            var page = visit.page;
            open(page, hand, "Regellab");
            look(visit, hand, "lab-leeg");
            hand.write(page.getByLabel("Titel"), title);
            hand.press(button(page, "Beginnen"));
            look(visit, hand, "lab-concept-leeg");

            hand.press(link(page, "Tabellen"));
            look(visit, hand, "lab-tabellen");
            hand.press(page.locator("a[href$='/tabellen/admission/insurance']"));
            var cell = page.getByLabel("other Bedrag per gebeurtenis");
            hand.write(cell, "10 mln");
            assertThat(page.getByText("Verwacht: een heel getal, zoals 2.500.000"))
                    .isVisible();
            look(visit, hand, "lab-tabel-fout");
            hand.write(cell, "2.0" + hand.ordinal() + "0.000");
            hand.write(page.getByLabel("Reden"), "Drempel omlaag");
            hand.press(button(page, "Bewaren"));
            assertThat(page.locator(".was")).hasCount(1);
            look(visit, hand, "lab-tabel");

            hand.press(link(page, "Controle"));
            look(visit, hand, "lab-controle");
            hand.press(link(page, "Effect"));
            hand.choose(page.getByLabel("Populatie"), "sample");
            hand.write(page.getByLabel("Aantal verzonnen aanvragen"), "100");
            hand.press(button(page, "Doorrekenen"));
            assertThat(page.locator("#effect .tag").first()).hasText("Klaar", soon());
            look(visit, hand, "lab-effect-doorgerekend");

            hand.press(link(page, "Voorstel"));
            look(visit, hand, "lab-voorstel");
            hand.write(page.getByLabel("Motivering"), "Besproken in het overleg");
            hand.press(button(page, "Voorstellen"));
            assertThat(page.getByText("U werkte zelf aan dit concept.")).isVisible();
            look(visit, hand, "lab-voorgesteld");
        }
        try (var visit = logIn("beleid-2", hand)) {
            var page = visit.page;
            hand.press(page.locator("main")
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .first());
            hand.date(
                    page.getByLabel("Geldig vanaf"),
                    LocalDate.now().withDayOfYear(1).plusYears(1 + hand.ordinal()));
            hand.write(page.locator("#motivering-publicatie"), "Akkoord");
            hand.press(button(page, "Publiceren"));
            assertThat(page.getByText("Gepubliceerd als regelboek")).isVisible();
            look(visit, hand, "lab-gepubliceerd");
        }
    }

    /** From the menu, which folds on a phone. */
    private static void open(Page page, Hand hand, String part) {
        if (hand == Hand.FINGER) {
            page.getByText("Menu", new Page.GetByTextOptions().setExact(true)).click();
        }
        hand.press(page.locator("header")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(part))
                .first());
    }

    private static void lookAtFailure(Visit visit, Hand hand, String name) {
        if (hand == Hand.KEYBOARD) {
            visit.lookAtFailure(name, 422);
        }
    }

    private static Locator action(Page page, String name) {
        return page.locator(".action-list > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))));
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    }

    private Visit logIn(String username, Hand hand) {
        var visit = chromium.visit(hand.width);
        var page = visit.page;
        page.navigate("/");
        hand.write(page.getByLabel("Gebruikersnaam"), username);
        hand.write(page.getByLabel("Wachtwoord"), "demo");
        hand.press(button(page, "Inloggen"));
        return visit;
    }

    /** Each page is looked at once: a look covers the phone and the screen. */
    private static void look(Visit visit, Hand hand, String name) {
        if (hand == Hand.KEYBOARD) {
            visit.look(name);
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator summary(Page page, String text) {
        return page.locator("summary").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }
}
