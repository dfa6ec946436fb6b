package nl.inkoopkompas.web.schedule;

import java.time.Clock;
import nl.inkoopkompas.register.Seals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals what was recorded, every second, and goes back over everything at the start and every hour. */
@Component
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Seals seals;
    private final Clock clock;

    Sealing(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${inkoopkompas.sealing.delay:1s}", initialDelayString = "1s")
    void sealWhatIsNew() {
        seal(false);
    }

    @Scheduled(fixedDelayString = "1h")
    void sealWhatWasLeft() {
        seal(true);
    }

    private void seal(boolean thoroughly) {
        try {
            int sealed;
            do {
                sealed = seals.seal(clock.instant(), thoroughly);
            } while (sealed > 0);
        } catch (DuplicateKeyException other) {
            LOG.debug("Another instance is sealing");
        }
    }
}
