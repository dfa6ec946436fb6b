package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.util.HtmlUtils.htmlUnescape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
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

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
    private static final Pattern LOADED = Pattern.compile("<(?:link|script|use)[^>]* (?:href|src)=\"([^\"#]*)");
    private static final Pattern IN_STYLE = Pattern.compile("url\\((?!\"?data:)\"?([^)\"]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationFiles files;

    @Autowired
    DemoContractings contractings;

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
        var visitor = new Visitor(username);

        var pages = visitor.crawl("/");

        assertThat(visitor.failed).isEmpty();
        assertThat(pages).isNotEmpty();
    }

    @Test
    void giveASessionNoMoreThanReadingOfTheApi() throws Exception {
        var visitor = new Visitor("inkoper");

        assertThat(visitor.get("/api/v1/decisions").statusCode()).isEqualTo(200);
        assertThat(visitor.send(visitor.request("/api/v1/admissions?record=false")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void neverShowACitizenNumberThatWasSearchedFor() throws Exception {
        var visitor = new Visitor("inkoper");
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
        var visitor = new Visitor("inkoper");

        var answer = visitor.get("/aanmeldingen?" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(visitor.text(answer)).contains(shown).doesNotContain("??");
    }

    @Test
    void haveNoStyleOrScriptInThem() throws Exception {
        new Visitor("inkoper").crawl("/").forEach((address, page) -> assertThat(page)
                .as(address)
                .doesNotContain(" style=", "<style", "<script>", "javascript:", "th:")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("??"));
    }

    @Test
    void areLightOnAFirstVisit() throws Exception {
        var visitor = new Visitor("inkoper");
        for (var page : visitor.crawl("/").entrySet()) {
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

    /** Somebody with a name, and the pages they come past. */
    private final class Visitor {

        final List<String> failed = new ArrayList<>();

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build();
        private final Map<String, Integer> weights = new HashMap<>();

        Visitor(String username) throws Exception {
            var token = TOKEN.matcher(text(get("/inloggen")));
            assertThat(token.find()).isTrue();
            var form = "username=" + username + "&password=demo&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
            send(request("/inloggen")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        /** The pages that links lead to, by their address. */
        Map<String, String> crawl(String start) throws Exception {
            var pages = new LinkedHashMap<String, String>();
            var alike = new HashMap<String, Integer>();
            var seen = new LinkedHashSet<String>();
            var next = new ArrayDeque<String>(List.of(start));
            while (!next.isEmpty()) {
                var address = next.remove();
                var kind = VALUE.matcher(ID.matcher(address).replaceAll("id")).replaceAll("");
                if (!seen.add(address) || alike.merge(kind, 1, Integer::sum) > ALIKE) {
                    continue;
                }
                var response = get(address);
                if (response.statusCode() >= 400) {
                    failed.add(response.statusCode() + " " + address);
                }
                if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    var page = text(response);
                    pages.put(address, page);
                    next.addAll(links(page));
                }
            }
            return pages;
        }

        /** How many bytes come over the line. */
        int weight(String address) throws Exception {
            var known = weights.get(address);
            if (known == null) {
                known = get(address).body().length;
                weights.put(address, known);
            }
            return known;
        }

        /** What a style sheet can load. */
        List<String> usedBy(String sheet) throws Exception {
            return IN_STYLE.matcher(text(get(sheet)))
                    .results()
                    .map(found -> URI.create(sheet).resolve(found.group(1)).toString())
                    .toList();
        }

        private Set<String> links(String page) {
            var links = new LinkedHashSet<String>();
            LINK.matcher(page).results().forEach(found -> {
                var link = htmlUnescape(found.group(1)).replaceFirst("#.*", "");
                if (!link.isEmpty() && !link.equals("/uitloggen") && !link.contains("lang=")) {
                    links.add(link);
                }
            });
            return links;
        }

        private HttpResponse<byte[]> get(String address) throws Exception {
            return send(request(address));
        }

        private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }

        private HttpRequest.Builder request(String address) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                    .header("Accept", "text/html, */*")
                    .header("Accept-Encoding", "gzip");
        }

        private String text(HttpResponse<byte[]> response) throws IOException {
            var body = response.body();
            if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
                body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            }
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
