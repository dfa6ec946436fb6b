package nl.inkoopkompas.web.schedule;

import java.time.Clock;
import nl.inkoopkompas.webhook.Messenger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the messenger out to the systems of municipalities, every few seconds. */
@Component
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final Messenger messenger;
    private final Clock clock;

    Telling(Messenger messenger, Clock clock) {
        this.messenger = messenger;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${inkoopkompas.webhooks.delay:5s}", initialDelayString = "5s")
    void tell() {
        try {
            messenger.round(clock::instant);
        } catch (RuntimeException e) {
            LOG.error("Nobody can be told now; the next round tries again", e);
        }
    }
}
