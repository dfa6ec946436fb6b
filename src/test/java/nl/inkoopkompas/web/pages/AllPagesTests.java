package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.inkoopkompas.web.imports.ApplicationFiles;
import nl.inkoopkompas.web.imports.DemoContractings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Follows the links from page to page, as somebody who is logged in. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllPagesTests {

    private static final int MOST_BYTES = 300_000;

    /** How many addresses that differ only in their values are opened. */
    private static final int ALIKE = 4;

    private static final Pattern LOADED = Pattern.compile("<(?:link|script|use)[^>]* (?:href|src)=\"([^\"#]*)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationFiles files;

    @Autowired
    DemoContractings contractings;

    private final Map<String, Crawled> crawled = new HashMap<>();

    /** Somebody, with the pages that they came past. */
    private record Crawled(PageVisitor visitor, Map<String, String> pages) {}

    @BeforeAll
    void readInTheDemo() throws Exception {
        contractings.read();
        var workbook = new ByteArrayOutputStream();
        files.demo(workbook);
        var id = files.start("demo.xlsx", new ByteArrayInputStream(workbook.toByteArray()), "inkoper");
        while (files.progress(id).orElseThrow().state().done() < 20) {
            Thread.sleep(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inkoper", "toegang-gouda", "auditor", "directeur", "beheerder"})
    void haveNoLinkThatLeadsNowhere(String username) throws Exception {
        var crawled = crawled(username);

        assertThat(crawled.visitor().failed).isEmpty();
        assertThat(crawled.pages()).isNotEmpty();
    }

    @Test
    void giveASessionNoMoreThanReadingOfTheApi() throws Exception {
        var visitor = visitor("inkoper");

        assertThat(visitor.get("/api/v1/decisions").statusCode()).isEqualTo(200);
        assertThat(visitor.send(visitor.request("/api/v1/admissions?record=false")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void neverShowACitizenNumberThatWasSearchedFor() throws Exception {
        var visitor = visitor("inkoper");
        var number = "123456782";

        var answer = visitor.get("/aanmeldingen?contract=ambulant-jeugd&zoek=" + number);

        assertThat(answer.uri()).hasQuery("contract=ambulant-jeugd");
        assertThat(visitor.text(answer)).contains("Er is niet gezocht.").doesNotContain(number);
        for (var address : List.of(
                "/?zoek=", "/aanmeldingen/inlezen?zoek=", "/nergens?zoek=", "/nergens/", "/aanmeldingen?contract=")) {
            assertThat(visitor.text(visitor.get(address + number))).as(address).doesNotContain(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zoek=%ff, 400, Dit verzoek begrijpen wij niet",
        "zoek=%25, 200, Niets gevonden",
        "zoek=%00, 200, Aanmeldingen",
        "pagina=999999999999, 200, Aanmeldingen",
        "sorteer=x, 200, Aanmeldingen",
        "criterium=x, 200, Niets gevonden",
        "voorstel=x, 200, Aanmeldingen",
        "contract=%00, 200, Aanmeldingen",
        "bestand=x, 200, Aanmeldingen"
    })
    void answerWhatMakesNoSenseWithAPage(String query, int status, String shown) throws Exception {
        var visitor = visitor("inkoper");

        var answer = visitor.get("/aanmeldingen?" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(visitor.text(answer)).contains(shown).doesNotContain("??");
    }

    @Test
    void haveNoStyleOrScriptInThem() throws Exception {
        crawled("inkoper").pages().forEach((address, page) -> assertThat(page)
                .as(address)
                .doesNotContain(" style=", "<style", "<script>", "javascript:", "th:")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("??"));
    }

    @Test
    void areLightOnAFirstVisit() throws Exception {
        var visitor = crawled("inkoper").visitor();
        for (var page : crawled("inkoper").pages().entrySet()) {
            var loaded = new LinkedHashSet<String>();
            LOADED.matcher(page.getValue()).results().forEach(link -> loaded.add(link.group(1)));
            int bytes = visitor.weight(page.getKey());
            for (var asset : loaded) {
                bytes += visitor.weight(asset);
                if (asset.endsWith(".css")) {
                    for (var used : visitor.usedBy(asset)) {
                        bytes += visitor.weight(used);
                    }
                }
            }
            assertThat(bytes).as(page.getKey()).isBetween(1000, MOST_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inkoper", "auditor"})
    void sayInWordsWhatTheyMean(String username) throws Exception {
        crawled(username).pages().forEach((address, page) -> assertThat(RawCodes.in(page))
                .as(address)
                .isEmpty());
    }

    /** Every page that somebody comes past. */
    private Crawled crawled(String username) throws Exception {
        var known = crawled.get(username);
        if (known == null) {
            var visitor = visitor(username);
            known = new Crawled(visitor, visitor.crawl("/", ALIKE));
            crawled.put(username, known);
        }
        return known;
    }

    private PageVisitor visitor(String username) throws Exception {
        return new PageVisitor(URI.create("http://127.0.0.1:" + port), username);
    }
}
