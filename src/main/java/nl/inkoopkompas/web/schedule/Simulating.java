package nl.inkoopkompas.web.schedule;

import nl.inkoopkompas.lab.simulation.Simulations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up simulations that a program left when it stopped, this one or another. */
@Component
class Simulating {

    private static final Logger LOG = LoggerFactory.getLogger(Simulating.class);

    private final Simulations simulations;

    Simulating(Simulations simulations) {
        this.simulations = simulations;
    }

    @Scheduled(fixedDelayString = "${inkoopkompas.simulating.delay:5s}", initialDelayString = "5s")
    void resume() {
        try {
            simulations.resume();
        } catch (DataAccessException e) {
            LOG.warn("Simulations cannot be taken up now; the next round tries again", e);
        }
    }
}
