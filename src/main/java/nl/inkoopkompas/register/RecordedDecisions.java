package nl.inkoopkompas.register;

import io.micrometer.core.instrument.Metrics;
import java.util.List;
import nl.inkoopkompas.decision.Decision;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts for whoever watches the program what it recorded, once that is certain. */
final class RecordedDecisions {

    private RecordedDecisions() {}

    static void count(List<Decision> decisions) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                decisions.forEach(decision -> Metrics.counter(
                                "inkoopkompas.decisions.recorded",
                                "type",
                                decision.type(),
                                "outcome",
                                decision.outcome())
                        .increment());
            }
        });
    }
}
