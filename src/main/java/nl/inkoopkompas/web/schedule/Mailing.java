package nl.inkoopkompas.web.schedule;

import java.time.Clock;
import nl.inkoopkompas.correspondence.Postman;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the postman out every few seconds, where there is a mail server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class Mailing {

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

    private final Postman postman;
    private final Clock clock;

    Mailing(Postman postman, Clock clock) {
        this.postman = postman;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${inkoopkompas.mailing.delay:10s}",
            initialDelayString = "${inkoopkompas.mailing.initial-delay:5s}")
    void send() {
        try {
            postman.round(clock::instant);
        } catch (RuntimeException e) {
            LOG.error("The outbox cannot be emptied now; the next round tries again", e);
        }
    }
}
