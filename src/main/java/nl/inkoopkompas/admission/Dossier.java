package nl.inkoopkompas.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.admission.AdmissionType.ProductOutcome;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.RegisteredDecision;

/**
 * Where an application stands.
 *
 * @param asked the decision that was asked for
 * @param latest the last round
 * @param turn how many times it moved on since the first decision
 * @param determinations what people decided, oldest first
 */
public record Dossier(
        RegisteredDecision asked, RegisteredDecision latest, int turn, List<Determination> determinations) {

    /** What ends the matter for a product. */
    private static final Set<String> FINAL =
            Set.of(ProductOutcome.ADMISSIBLE.name(), ProductOutcome.REJECTED.name(), ProductOutcome.NOT_OPEN.name());

    public UUID id() {
        return latest.dossier();
    }

    public boolean isLatestAsked() {
        return asked.summary().id().equals(latest.summary().id());
    }

    /** What is decided for good, by product code. */
    public Map<String, String> decided() {
        Map<String, String> decided = new LinkedHashMap<>();
        determinations.stream()
                .filter(Determination::holds)
                .forEach(determination -> determination.products().forEach(product -> {
                    if (FINAL.contains(product.outcome())) {
                        decided.put(product.code(), product.outcome());
                    }
                }));
        return decided;
    }

    /** Whether every product is decided on for good. */
    public boolean isClosed() {
        Map<String, String> decided = decided();
        for (var product : latest.request().path("products")) {
            if (!decided.containsKey(product.path("code").asString())) {
                return false;
            }
        }
        return true;
    }

    /** The last determination on a round. */
    public Optional<Determination> determination(RegisteredDecision round) {
        return determinations.stream()
                .filter(determination ->
                        determination.decision().equals(round.summary().id()))
                .reduce((earlier, later) -> later);
    }

    /** The determination that a second reader still has to read. */
    public Optional<Determination> waiting() {
        return determinations.stream().filter(Determination::waits).findFirst();
    }
}
