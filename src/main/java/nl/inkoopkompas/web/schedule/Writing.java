package nl.inkoopkompas.web.schedule;

import java.time.Clock;
import nl.inkoopkompas.correspondence.Clerk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the clerk write the letters that were ordered, every few seconds. */
@Component
class Writing {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final Clerk clerk;
    private final Clock clock;

    Writing(Clerk clerk, Clock clock) {
        this.clerk = clerk;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${inkoopkompas.writing.delay:3s}",
            initialDelayString = "${inkoopkompas.writing.initial-delay:5s}")
    void write() {
        try {
            clerk.round(clock::instant);
        } catch (RuntimeException e) {
            LOG.error("Letters cannot be written now; the next round tries again", e);
        }
    }
}
