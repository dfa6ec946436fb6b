package nl.inkoopkompas.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser, as far as these tests need one: it keeps its cookies, and fills in the hidden token of a form. */
final class PageCaller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;
    private String token = "";

    PageCaller(int port) {
        this.server = "http://localhost:" + port;
        get("/inloggen");
    }

    PageCaller loggedIn(String username) {
        post("/inloggen", "username=" + username + "&password=demo");
        get("/inloggen");
        return this;
    }

    /** Logs in at the issuer, with the form that it has for that; gives where the program sends the browser then. */
    HttpResponse<String> loggedInAtIssuer(String username, String claims) {
        URI issuer = location(get("/oauth2/authorization/inkoopkompas"));
        send(HttpRequest.newBuilder(issuer));
        String form = "username=" + encoded(username) + "&claims=" + encoded(claims);
        HttpResponse<String> sentBack = send(HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return send(HttpRequest.newBuilder(location(sentBack)));
    }

    static URI location(HttpResponse<?> response) {
        return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    }

    /** The value of a cookie; empty for none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Takes the cookies of another browser over. */
    PageCaller withCookiesOf(PageCaller other) {
        cookies.getCookieStore().removeAll();
        other.cookies.getCookieStore().getCookies().forEach(cookie -> cookies.getCookieStore()
                .add(URI.create(server), cookie));
        return this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "text/html"));
    }

    HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    /** Asks for an address that this client would not write itself; gives the status. */
    int statusOf(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(server + path).openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "text/html");
            cookies.getCookieStore()
                    .getCookies()
                    .forEach(cookie ->
                            connection.addRequestProperty("Cookie", cookie.getName() + "=" + cookie.getValue()));
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(response.body());
            token = found.find() ? found.group(1) : token;
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
