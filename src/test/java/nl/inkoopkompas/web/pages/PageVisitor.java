package nl.inkoopkompas.web.pages;

import static org.springframework.web.util.HtmlUtils.htmlUnescape;

import java.io.ByteArrayInputStream;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody with a name who has logged in, and the pages they come past. */
public final class PageVisitor {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
    private static final Pattern IN_STYLE = Pattern.compile("url\\((?!\"?data:)\"?([^)\"]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    final List<String> failed = new ArrayList<>();

    private final URI home;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();
    private final Map<String, Integer> weights = new HashMap<>();

    public PageVisitor(URI home, String username) throws Exception {
        this.home = home;
        var token = TOKEN.matcher(text(get("/inloggen")));
        if (!token.find()) {
            throw new IllegalStateException("There is no form to log in.");
        }
        var form = "username=" + username + "&password=demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(request("/inloggen")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** The pages that links lead to, by their address; at most so many that differ only in their values. */
    Map<String, String> crawl(String start, int most) throws Exception {
        return crawl(start, most, address -> true);
    }

    /** @param followed which links are followed */
    public Map<String, String> crawl(String start, int most, Predicate<String> followed) throws Exception {
        var pages = new LinkedHashMap<String, String>();
        var alike = new HashMap<String, Integer>();
        var seen = new LinkedHashSet<String>();
        var next = new ArrayDeque<String>(List.of(start));
        while (!next.isEmpty()) {
            var address = next.remove();
            if (!followed.test(address) || !seen.add(address) || alike.merge(kind(address), 1, Integer::sum) > most) {
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

    /** What addresses that differ only in their values have in common. */
    public static String kind(String address) {
        return VALUE.matcher(ID.matcher(address).replaceAll("id")).replaceAll("");
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

    public HttpResponse<byte[]> get(String address) throws Exception {
        return send(request(address));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(home.resolve(address))
                .header("Accept", "text/html, */*")
                .header("Accept-Encoding", "gzip");
    }

    String text(HttpResponse<byte[]> response) throws IOException {
        var body = response.body();
        if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
