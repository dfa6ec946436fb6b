package nl.inkoopkompas.web.outbox;

import java.time.Clock;
import nl.inkoopkompas.correspondence.Postman;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends the postman out, where there is a mail server. */
@Configuration
@EnableScheduling
@ConditionalOnProperty("spring.mail.host")
class OutboxRounds {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRounds.class);

    private final Postman postman;
    private final Clock clock;

    OutboxRounds(Postman postman, Clock clock) {
        this.postman = postman;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${inkoopkompas.outbox.pause:PT10S}")
    void round() {
        try {
            postman.round(clock::instant);
        } catch (RuntimeException e) {
            LOG.error("The outbox cannot be emptied now; the next round tries again", e);
        }
    }
}
