package nl.inkoopkompas.web.imports;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether the invented data of the demo is still being read in, which goes on while the first pages are opened. */
@Component
public class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    /** Applications and exceptions. */
    private static final int PARTS = 2;

    private final AtomicInteger left = new AtomicInteger();

    DemoData(Environment environment, @Value("${inkoopkompas.demo.applications:false}") boolean wanted) {
        if (wanted && environment.acceptsProfiles(Profiles.of("demo"))) {
            left.set(PARTS);
        }
    }

    public boolean isBusy() {
        return left.get() > 0;
    }

    /** Says that the applications, or the exceptions, are there. */
    void partIsReady() {
        if (left.decrementAndGet() == 0) {
            LOG.info("De voorbeeldgegevens staan klaar.");
        }
    }
}
