package nl.inkoopkompas.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.inkoopkompas.webhook.Receivers.Receiver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the systems of municipalities what waits for them, one thing at a time. A system that does not answer is left
 * alone for the rest of a round, so that it does not keep others waiting. Redirections are not followed.
 */
@Component
public class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Receivers receivers;
    private final WebhookQueue queue;
    private final HttpClient client;

    Messenger(Receivers receivers, WebhookQueue queue) {
        this.receivers = receivers;
        this.queue = queue;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(receivers.timeout())
                .build();
    }

    /** Tells all that is due now. */
    public void round(Supplier<Instant> clock) {
        if (receivers.municipalities().isEmpty()) {
            return;
        }
        queue.takeBack(clock.get());
        Set<String> answering = new TreeSet<>(receivers.municipalities().keySet());
        Optional<WebhookEvent> next = queue.claim(answering, clock.get());
        while (next.isPresent()) {
            WebhookEvent event = next.get();
            String trouble = tell(event, clock.get());
            if (trouble == null) {
                queue.delivered(event, clock.get());
            } else {
                LOG.warn("Webhook {} of {} was not taken: {}", event.id(), event.municipality(), trouble);
                queue.notDelivered(event, trouble, clock.get());
                answering.remove(event.municipality());
            }
            next = queue.claim(answering, clock.get());
        }
    }

    /** What went wrong; null where the receiver took it. */
    private @Nullable String tell(WebhookEvent event, Instant at) {
        Receiver receiver = receivers.of(event.municipality());
        if (receiver == null) {
            return "Geen ontvanger ingesteld.";
        }
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(event, receiver, at), BodyHandlers.discarding());
        try {
            int status = answer.get(receivers.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return status / HUNDRED == SUCCESS ? null : "HTTP " + status;
        } catch (TimeoutException e) {
            answer.cancel(true);
            return "Geen antwoord binnen " + receivers.timeout().toSeconds() + " s.";
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof IOException ? String.valueOf(cause) : String.valueOf(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return "Onderbroken.";
        }
    }

    private static HttpRequest request(WebhookEvent event, Receiver receiver, Instant at) {
        String id = event.id().toString();
        return HttpRequest.newBuilder(receiver.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Inkoopkompas")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                .header("webhook-signature", Signature.of(receiver.secret(), id, at, event.body()))
                .POST(BodyPublishers.ofString(event.body()))
                .build();
    }
}
