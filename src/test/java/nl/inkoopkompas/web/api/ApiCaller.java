package nl.inkoopkompas.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the API as a person of the demo. */
@TestComponent
@Lazy
public class ApiCaller {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;

    ApiCaller(Environment environment) {
        this.environment = environment;
    }

    public record Answer(int status, JsonNode json, String text, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String username, String path, String... headers) {
        return send(request(username, path, headers).GET());
    }

    public Answer post(String username, String path, String body, String... headers) {
        return post(username, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(String username, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(username, path, headers).POST(BodyPublishers.ofByteArray(body));
        if (!String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    public Answer patch(String username, String path, String body, String... headers) {
        return send(request(username, path, headers)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    public Answer call(String method, String username, String path, String... headers) {
        return send(request(username, path, headers).method(method, BodyPublishers.noBody()));
    }

    public HttpRequest.Builder request(String username, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        if (!username.isEmpty()) {
            request.header("Authorization", basic(username, "demo"));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            String text = response.body();
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    isJson && !text.isEmpty() ? JSON.readTree(text) : JSON.nullNode(),
                    text,
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file in the part that a form would call so. */
    public Answer upload(String username, String path, String part, String fileName, byte[] file) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post(username, path, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    public HttpResponse<byte[]> bytes(String username, String path) {
        try {
            return client.send(request(username, path).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private String address(String path) {
        return "http://localhost:" + port() + path;
    }

    static String basic(String username, String password) {
        byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    public static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /** A name that no other application has. */
    public static String unique() {
        return "Zorg " + UUID.randomUUID().toString().replaceAll("[0-9]", "x");
    }

    /** A request that can be decided. */
    public static ObjectNode application() {
        return object("""
                {
                  "asOf": "2024-04-01",
                  "contract": "ambulant-jeugd",
                  "applicant": {
                    "name": "Zorg Voorbeeld BV",
                    "kvkNumber": "12345678",
                    "legalForm": "BV",
                    "employees": 42,
                    "annualTurnover": 5200000,
                    "contractEvents": [{"kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER",
                        "initiatedBy": "COMMISSIONER", "improvements": []}],
                    "annualAccounts": [{"year": 2022, "equity": 800000, "totalAssets": 2100000}],
                    "directors": ["D-1"],
                    "certificatesOfConduct": [{"subject": "LEGAL_ENTITY", "issuedOn": "2023-11-02"}],
                    "usesVolunteers": true,
                    "volunteerPolicy": true
                  },
                  "products": [{"code": "45A01", "staff": [{"qualification": "HBO", "fte": 3.5}]}]
                }
                """);
    }
}
