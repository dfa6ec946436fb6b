package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import nl.inkoopkompas.web.failing.FailingPage;
import nl.inkoopkompas.web.pages.ApplicationArchive.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages as a browser gets them, around invented applications and without the rest of the program. */
@SpringJUnitWebConfig
class PageTemplatesTests {

    /** Where each rendered page is left, to look at. */
    private static final Path RENDERED = Path.of("target/pages");

    @Autowired
    WebApplicationContext context;

    @Autowired
    SampleArchive archive;

    MockMvc browser;

    @BeforeEach
    void open() {
        browser = MockMvcBuilders.webAppContextSetup(context).build();
        archive.rows = List.of();
        archive.products = 3;
        archive.unreadable = false;
    }

    @Test
    void listsApplicationsWithWhyTheyAreNotSettled() throws Exception {
        archive.rows = rows(30);

        var page = page("aanmeldingen", get("/aanmeldingen").param("contract", "ambulant-jeugd"));

        assertThat(page)
                .contains("<html lang=\"nl\"", "Stichting Nummer 1", "KvK 90000001", "3 producten")
                .contains("outcome--not-open", "Ervaring · Verzekering", "alles gehaald", "aria-sort=\"descending\"")
                .contains("href=\"/aanmeldingen?contract=ambulant-jeugd&amp;pagina=2\"", "1 tot en met 25 van 30")
                .contains("checked=\"checked\"", "filter weghalen", "M. Verhoeven")
                .doesNotContain("??");
    }

    @Test
    void saysWhatToDoWhenThereIsNothingYet() throws Exception {
        assertThat(page("leeg", get("/aanmeldingen"))).contains("Nog geen aanmeldingen", "template.xlsx");
    }

    @Test
    void searchesForTextThatNeedsEscaping() throws Exception {
        archive.rows = rows(3);
        archive.found = 0;

        var page = page(
                "niets-gevonden", get("/aanmeldingen").param("zoek", "<b>&é").param("voorstel", "HEARING"));

        assertThat(page)
                .contains("Niets gevonden", "&lt;b&gt;&amp;é", "href=\"/aanmeldingen?zoek=%3Cb%3E%26%C3%A9\"")
                .doesNotContain("<b>");
    }

    @Test
    void goesToTheLastPageWhenAskedForOneBeyondIt() throws Exception {
        archive.rows = rows(30);

        browser.perform(get("/aanmeldingen").param("pagina", "9")).andExpect(redirectedUrl("/aanmeldingen?pagina=2"));
    }

    @Test
    void opensTheFirstCriterionThatIsNotSettled() throws Exception {
        var page = page("dossier", get("/aanmeldingen/" + SampleApplication.ID));

        assertThat(page)
                .contains("Stichting De Wilgenpoort &lt;&amp; Zn&gt;", "outcome--mixed outcome--lg")
                .contains("Dit is een voorstel.", "2&nbsp;november&nbsp;2026".replace("&nbsp;", "\u00a0"))
                .contains("Criterium 3 van 12 · geldt voor de aanbieder", "/applicant/contractEvents/0/date")
                .contains("Terugkijkperiode", "3 jaar", "X-03", "11\u00a0mei\u00a02027", "class=\"chart\"")
                .contains("colspan=\"3\"", "data-label=\"Vaktherapie\"", "voorbeeldnorm", "oktober-2.xlsx")
                .contains("/assets/icons.svg#i-notmet", "/assets/icons.svg#i-mixed", "/assets/icons.svg#i-info")
                .contains("b27e51a0".repeat(8), "9f41c070".repeat(8), "De aanbieder")
                .contains("criterium=admission.re-entry-ban#bevinding\"", "criterium=admission.experience#bevinding\"")
                .doesNotContain("??", "#i-null");
    }

    @Test
    void opensTheFindingOfOneProduct() throws Exception {
        var page = page(
                "dossier-product",
                get("/aanmeldingen/" + SampleApplication.ID)
                        .param("criterium", "admission.competent-staff")
                        .param("vak", "54G01"));

        assertThat(page)
                .contains("geldt voor Vaktherapie", "Wat ontbreekt", "/products/2/staff/0/qualification")
                .contains("nog niet vastgesteld", "niet opgegeven");
    }

    @Test
    void showsWhatWouldChangeAFinding() throws Exception {
        var page = page(
                "dossier-verandering",
                get("/aanmeldingen/" + SampleApplication.ID).param("criterium", "admission.insurance"));

        assertThat(page).contains("<del>1000000</del>", "<ins>2500000</ins>", "toevoegen: proofProvided true");
    }

    @Test
    void asksTheQuestionOfAJudgement() throws Exception {
        var page = page(
                "dossier-oordeel",
                get("/aanmeldingen/" + SampleApplication.ID).param("criterium", "admission.financial-health"));

        assertThat(page).contains("Vraag aan u", "Geeft dat vertrouwen in de continuïteit?");
    }

    @Test
    void letsAMatrixOfManyProductsScroll() throws Exception {
        archive.products = 9;

        assertThat(page("dossier-breed", get("/aanmeldingen/" + SampleApplication.ID)))
                .contains("matrix--many", "role=\"region\"");
    }

    @Test
    void speaksEnglishOnRequest() throws Exception {
        var page = page(
                "dossier-engels", get("/aanmeldingen/" + SampleApplication.ID).param("lang", "en"));

        assertThat(page)
                .contains("<html lang=\"en\"", "This is a proposal.", "?lang=nl", "Nederlands")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nee", "01937a3c-0000-7000-8000-0000000000ff", "inlezen/nee"})
    void doesNotKnowAnotherAddress(String address) throws Exception {
        browser.perform(get("/aanmeldingen/" + address)).andExpect(status().isNotFound());
    }

    @Test
    void explainsHowToReadInAFile() throws Exception {
        assertThat(page("inlezen", get("/aanmeldingen/inlezen")))
                .contains("name=\"bestand\"", "name=\"_csrf\" value=\"token\"", "/demo/aanmeldingen.xlsx")
                .contains("/api/v1/admissions/imports/template.xlsx");
    }

    @Test
    void startsReadingAFileAndShowsHowFarItIs() throws Exception {
        browser.perform(multipart("/aanmeldingen/inlezen").file(file("rijen")).principal(() -> "inkoper"))
                .andExpect(redirectedUrl("/aanmeldingen/inlezen/" + SampleApplication.IMPORT));

        assertThat(page("inlezing", get("/aanmeldingen/inlezen/" + SampleApplication.IMPORT)))
                .contains("<strong class=\"tabular\">152</strong> van 188", "value=\"152\" max=\"188\"")
                .contains("data-poll=\"true\"", "http-equiv=\"refresh\"", "gva_datum", "hele rij", "2 fouten");
    }

    @Test
    void showsTheResultsOfAnImportThatIsDone() throws Exception {
        assertThat(page("ingelezen", get("/aanmeldingen/inlezen/" + SampleArchive.DONE)))
                .contains("results.xlsx", "href=\"/aanmeldingen?bestand=" + SampleArchive.DONE, "Geen fouten")
                .doesNotContain("data-poll", "http-equiv=\"refresh\"");
    }

    @ParameterizedTest
    @CsvSource({"'', Kies een bestand dat niet leeg is.", "stuk, Dit is geen XLSX-bestand."})
    void saysWhyAFileIsRefused(String content, String why) throws Exception {
        var response = browser.perform(
                        multipart("/aanmeldingen/inlezen").file(file(content)).principal(() -> "inkoper"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse();

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("Uw bestand is niet ingelezen.", why, "aria-invalid=\"true\"");
    }

    @Test
    void logsIn() throws Exception {
        var page = render("inloggen", get("/inloggen").param("fout", ""));

        assertThat(page)
                .contains("Inloggen is niet gelukt.", "name=\"username\"", "name=\"password\"", "action=\"/inloggen\"")
                .contains("<code>inkoper</code>", "name=\"_csrf\"")
                .doesNotContain("app-header", "??");
    }

    @ParameterizedTest
    @CsvSource({
        "404, Deze pagina bestaat niet",
        "403, U mag dit niet doen",
        "413, Uw bestand is te groot",
        "405, Dit verzoek begrijpen wij niet",
        "500, Er ging iets mis bij ons"
    })
    void saysWhatWentWrongAndWhatToDo(int status, String title) throws Exception {
        assertThat(page("fout-" + status, get("/mislukt/" + status)))
                .contains(title, "Wat u kunt doen", "Meldnummer", "Er is niets half opgeslagen.")
                .doesNotContain("??");
    }

    @Test
    void saysWhatWentWrongWhenNothingCanBeRead() throws Exception {
        archive.unreadable = true;

        assertThat(page("fout-kaal", get("/mislukt/500")))
                .contains("Er ging iets mis bij ons")
                .doesNotContain("app-header");
    }

    @Test
    void hasAWordInEnglishForEveryDutchOne() throws Exception {
        assertThat(keys("/messages_en.properties")).isEqualTo(keys("/messages.properties"));
    }

    @Test
    void keepsStylesAndScriptsOutOfThePages() throws Exception {
        archive.rows = rows(3);
        for (var address : List.of("/aanmeldingen", "/aanmeldingen/" + SampleApplication.ID, "/inloggen")) {
            assertThat(page("streng", get(address)))
                    .doesNotContain(" style=", "<style", "<script>", "onclick", "javascript:", "th:");
        }
    }

    private static Set<Object> keys(String resource) throws Exception {
        var words = new Properties();
        try (var content = PageTemplatesTests.class.getResourceAsStream(resource)) {
            words.load(content);
        }
        return words.keySet();
    }

    private static List<Row> rows(int count) {
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= count; i++) {
            rows.add(new Row(
                    SampleApplication.ID,
                    "Stichting Nummer " + i,
                    "9000%04d".formatted(i),
                    i % 2 == 0 ? "hulp-bij-huishouden" : "ambulant-jeugd",
                    i % 2 == 0 ? 1 : 3,
                    ApplicationListViews.OUTCOMES.get(i % 7),
                    i % 5 == 0,
                    i % 7 == 0 ? List.of() : List.of("admission.experience", "admission.insurance"),
                    LocalDate.of(2026, 11, 2),
                    SampleArchive.RECORDED));
        }
        return rows;
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("bestand", "rijen.xlsx", null, content.getBytes(StandardCharsets.UTF_8));
    }

    private String page(String name, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return render(name, request.with(logged -> {
            logged.setRemoteUser("inkoper");
            logged.setUserPrincipal(() -> "inkoper");
            return logged;
        }));
    }

    private String render(String name, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response = browser.perform(request.requestAttr(
                        CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token")))
                .andReturn()
                .getResponse();
        var page = response.getContentAsString(StandardCharsets.UTF_8);
        Files.createDirectories(RENDERED);
        Files.writeString(RENDERED.resolve(name + ".html"), page);
        return page;
    }

    /** What the pages need, with samples for all that lies behind their ports. */
    @Configuration
    @EnableWebMvc
    @Import({
        ApplicationPages.class,
        ImportPages.class,
        LoginPage.class,
        ErrorPage.class,
        Frames.class,
        Languages.class,
        ApplicationListViews.class,
        DossierViews.class,
        FailingPage.class
    })
    static class Program {

        @Bean
        SampleWords words() {
            return new SampleWords();
        }

        @Bean
        SampleArchive archive() {
            return new SampleArchive();
        }

        /** A first round, in which nobody did anything yet. */
        @Bean
        Standings standings() {
            return (decision, username, filledIn, locale) -> Optional.of(new Standing(
                    decision.toString(), null, 0, null, null, null, false, true, List.of(), List.of(), List.of()));
        }

        @Bean
        ResourceBundleMessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            messages.setBasename("messages");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        CsrfRequestDataValueProcessor requestDataValueProcessor() {
            return new CsrfRequestDataValueProcessor();
        }

        @Bean
        ThymeleafViewResolver views(WebApplicationContext context) {
            var templates = new SpringResourceTemplateResolver();
            templates.setApplicationContext(context);
            templates.setPrefix("classpath:/templates/");
            templates.setSuffix(".html");
            templates.setCharacterEncoding("UTF-8");
            var engine = new SpringTemplateEngine();
            engine.setTemplateResolver(templates);
            engine.setMessageSource(context);
            var views = new ThymeleafViewResolver();
            views.setTemplateEngine(engine);
            views.setCharacterEncoding("UTF-8");
            return views;
        }
    }
}
