package nl.inkoopkompas.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.webhook.Receivers.Receiver;
import nl.inkoopkompas.webhook.WebhookEvent.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A municipality hears what happens to exceptions at least once, signed, and never whom it is about. */
@SpringBootTest
class WebhookTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final String CLIENT = "C-webhook-1";
    private static final Actor GOUDA = new Actor("toegang-gouda", "TOEGANG", "0513");
    private static final Actor RWO = new Actor("rwo", "RWO", null);
    private static final Actor DIRECTOR = new Actor("directeur", "PROGRAMMADIRECTEUR", null);

    @Autowired
    ExceptionContracts contracts;

    @Autowired
    WebhookQueue queue;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    /** What a receiver got. */
    record Got(String path, String id, String timestamp, String signature, String body) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int answer = 200;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        jdbc.sql("update webhook_event set status = 'DELIVERED'").update();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (exchange.getRequestURI().getPath().equals("/slow")) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private Receivers receivers(Map<String, String> paths) {
        return new Receivers(
                "https://kompas.example",
                Duration.ofSeconds(1),
                paths.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                path -> new Receiver(
                                        URI.create("http://127.0.0.1:"
                                                + server.getAddress().getPort() + path.getValue()),
                                        SECRET))));
    }

    private ExceptionCase submitted() {
        String kvk = String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000));
        return contracts.submit(bytes("""
                {"asOf":"2026-11-01","municipality":"0513","client":"%s","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk Zilverlinde","kvkNumber":"%s"},"need":"Nodig.",
                 "period":{"from":"2026-12-01"},"value":20000}
                """.formatted(CLIENT, kvk)), GOUDA, AT);
    }

    private ExceptionCase rejected() {
        ExceptionCase one = contracts.act(submitted(), bytes("{\"action\":\"TAKE_UP\"}"), RWO, AT.plusSeconds(1));
        String said = ",\"motivation\":\"Een motivering van genoeg tekens over " + CLIENT + "\"}";
        one = contracts.act(one, bytes("{\"action\":\"ADVISE\",\"advice\":\"REJECT\"" + said), RWO, AT.plusSeconds(2));
        return contracts.act(one, bytes("{\"action\":\"REJECT\"" + said), DIRECTOR, AT.plusSeconds(3));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells all that was done with a case, as if the receivers had been there from the start. */
    private void tell(ExceptionCase one, Receivers receivers) {
        Announcements announcements = new Announcements(receivers, queue, json);
        transactions.executeWithoutResult(status -> one.acts().forEach((Act act) -> announcements.happened(one, act)));
    }

    private List<WebhookEvent> events(ExceptionCase one) {
        return queue.last(100).stream()
                .filter(event -> event.caseId().equals(one.id()))
                .toList();
    }

    @Test
    void signsAsTheStandardDoes() {
        // The example of the reference libraries of Standard Webhooks.
        assertThat(Signature.of(
                        SECRET,
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void tellsEachMunicipalityOfItsOwnCasesAndOfWhatIsDecidedOnOthers() throws Exception {
        ExceptionCase one = rejected();
        Receivers receivers = receivers(Map.of("0513", "/gouda", "1892", "/zuidplas"));

        tell(one, receivers);
        new Messenger(receivers, queue).round(() -> AT.plusSeconds(60));

        assertThat(got.stream().map(Got::path).toList())
                .containsExactlyInAnyOrder("/gouda", "/gouda", "/gouda", "/gouda", "/zuidplas");
        for (Got each : got) {
            assertThat(each.timestamp())
                    .isEqualTo(String.valueOf(AT.plusSeconds(60).getEpochSecond()));
            assertThat(each.signature())
                    .isEqualTo(Signature.of(SECRET, each.id(), AT.plusSeconds(60), each.body()))
                    .isNotEqualTo(Signature.of(SECRET, each.id(), AT.plusSeconds(61), each.body()))
                    .isNotEqualTo(Signature.of(SECRET, each.id(), AT.plusSeconds(60), each.body() + " "));
            assertThat(each.body()).doesNotContain(CLIENT, "Zilverlinde", "motivering");
        }
        assertThat(got).extracting(Got::id).doesNotHaveDuplicates();
        Got decision = got.stream()
                .filter(each -> each.path().equals("/zuidplas"))
                .findFirst()
                .orElseThrow();
        JsonNode body = json.readTree(decision.body());
        assertThat(body.path("type").asString()).isEqualTo("exception-contract.status-changed");
        assertThat(body.at("/data/from").asString()).isEqualTo("ADVISED");
        assertThat(body.at("/data/to").asString()).isEqualTo("REJECTED");
        assertThat(body.at("/data/link").asString())
                .isEqualTo("https://kompas.example/api/v1/exception-contracts/" + one.id());
        assertThat(events(one)).hasSize(5).allMatch(event -> event.status() == Status.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 302, 404})
    void triesAgainLaterWithTheSameIdUntilItGivesUp(int refusal) {
        ExceptionCase one = submitted();
        Receivers receivers = receivers(Map.of("0513", "/gouda"));
        Messenger messenger = new Messenger(receivers, queue);
        tell(one, receivers);
        answer = refusal;

        messenger.round(() -> AT);
        messenger.round(() -> AT.plusSeconds(4));
        assertThat(got).hasSize(1);
        assertThat(events(one).get(0).reason()).isEqualTo("HTTP " + refusal);
        Instant now = AT;
        for (Duration pause : WebhookQueue.PAUSES) {
            now = now.plus(pause);
            Instant then = now;
            messenger.round(() -> then);
        }
        assertThat(got).hasSize(8).extracting(Got::path).containsOnly("/gouda");
        assertThat(got).extracting(Got::id).containsOnly(events(one).get(0).id().toString());
        assertThat(events(one).get(0).status()).isEqualTo(Status.FAILED);

        answer = 204;
        UUID id = events(one).get(0).id();
        assertThat(queue.again(id, now)).isTrue();
        assertThat(queue.again(id, now)).isFalse();
        Instant then = now;
        messenger.round(() -> then);
        assertThat(events(one).get(0).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void doesNotLetASlowSystemKeepOthersWaiting() {
        ExceptionCase one = rejected();
        Receivers receivers = receivers(Map.of("0513", "/slow", "1892", "/zuidplas"));
        tell(one, receivers);

        new Messenger(receivers, queue).round(() -> AT.plusSeconds(60));

        assertThat(got.stream().map(Got::path).toList()).containsExactlyInAnyOrder("/slow", "/zuidplas");
        assertThat(events(one).stream().filter(event -> event.status() == Status.WAITING))
                .hasSize(4);
        assertThat(events(one)).anySatisfy(event -> assertThat(event.reason()).contains("binnen 1 s"));
    }

    @Test
    void tellsAgainWhatASenderNeverCameBackTo() {
        ExceptionCase one = submitted();
        Receivers receivers = receivers(Map.of("0513", "/gouda"));
        tell(one, receivers);
        assertThat(queue.claim(List.of("0513"), AT)).isPresent();
        assertThat(queue.claim(List.of("0513"), AT)).isEmpty();

        Messenger messenger = new Messenger(receivers, queue);
        messenger.round(() -> AT.plus(WebhookQueue.PATIENCE));
        assertThat(got).isEmpty();
        messenger.round(() -> AT.plus(WebhookQueue.PATIENCE).plusSeconds(1));

        assertThat(got).hasSize(1);
        assertThat(events(one).get(0).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void isForgottenWithTheActThatFails() {
        ExceptionCase one = submitted();
        Announcements announcements = new Announcements(receivers(Map.of("0513", "/gouda")), queue, json);

        transactions.executeWithoutResult(status -> {
            announcements.happened(one, one.acts().get(0));
            status.setRollbackOnly();
        });

        assertThat(events(one)).isEmpty();
    }

    @Test
    void isSetByTheCodeOfAMunicipality() {
        Receivers bound = new Binder(new MapConfigurationPropertySource(Map.of(
                        "inkoopkompas.webhooks.municipalities.0513.url", "https://gouda.example/hook",
                        "inkoopkompas.webhooks.municipalities.0513.secret", SECRET,
                        "inkoopkompas.webhooks.timeout", "3s")))
                .bind("inkoopkompas.webhooks", Receivers.class)
                .get();

        assertThat(bound.municipalities())
                .containsOnly(Map.entry("0513", new Receiver(URI.create("https://gouda.example/hook"), SECRET)));
        assertThat(bound.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(bound.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gouda.example/hook", "ftp://localhost/hook", "https://a:b@gouda.example/", "gouda"})
    void refusesAnAddressThatIsNotSafe(String address) {
        assertThatThrownBy(() -> new Receivers(
                        "", Duration.ofSeconds(1), Map.of("0513", new Receiver(URI.create(address), SECRET))))
                .hasMessageContaining("0513")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%"})
    void refusesASecretThatIsTooWeak(String secret) {
        assertThatThrownBy(() -> new Receivers(
                        "",
                        Duration.ofSeconds(1),
                        Map.of("0513", new Receiver(URI.create("https://gouda.example/hook"), secret))))
                .hasMessageContaining("0513");
    }
}
