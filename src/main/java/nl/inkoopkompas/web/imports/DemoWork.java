package nl.inkoopkompas.web.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people did in the demo before anybody logs in, so that each of its pages has something to show. */
@Component
@Profile("demo")
class DemoWork {

    private final DemoDossiers dossiers;
    private final DemoPolicy policy;
    private final DemoPlan plan;

    DemoWork(DemoDossiers dossiers, DemoPolicy policy, DemoPlan plan) {
        this.dossiers = dossiers;
        this.policy = policy;
        this.plan = plan;
    }

    /** Comes after the applications of the demo, some of which it takes further. */
    void handle() {
        try {
            policy.handle();
            plan.handle();
            dossiers.handle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
