package nl.inkoopkompas.web.schedule;

import java.time.Clock;
import nl.inkoopkompas.correspondence.Reminders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has people reminded of what is late, where there is a mail server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class Reminding {

    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

    private final Reminders reminders;
    private final Clock clock;

    Reminding(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${inkoopkompas.reminding.delay:15m}",
            initialDelayString = "${inkoopkompas.reminding.initial-delay:1m}")
    void remind() {
        try {
            reminders.round(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Nobody can be reminded now; the next round tries again", e);
        }
    }
}
