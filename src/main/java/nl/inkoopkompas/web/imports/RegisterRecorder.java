package nl.inkoopkompas.web.imports;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.admission.intake.Intake;
import nl.inkoopkompas.admission.intake.Intake.Item;
import nl.inkoopkompas.admission.intake.Intake.Outcome;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import org.jspecify.annotations.Nullable;

/** Decides on the applications of an import and puts them into the register, each application once. */
final class RegisterRecorder implements Intake.Recorder {

    private final Admissions admissions;
    private final DecisionRegister register;
    private final Clock clock;
    private final UUID importId;
    private final String username;

    RegisterRecorder(Admissions admissions, DecisionRegister register, Clock clock, UUID importId, String username) {
        this.admissions = admissions;
        this.register = register;
        this.clock = clock;
        this.importId = importId;
        this.username = username;
    }

    @Override
    public List<Outcome> recordAll(List<Item> items) {
        Map<String, UUID> known =
                register.recordedUnder(items.stream().map(Item::key).toList());
        List<@Nullable Outcome> outcomes = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Item item : items) {
            UUID recorded = known.get(item.key());
            if (recorded != null) {
                outcomes.add(new Outcome.AlreadyRecorded(recorded, outcome(recorded)));
                continue;
            }
            try {
                entries.add(admissions.entry(item.request(), importId, item.key()));
                outcomes.add(null);
            } catch (RequestRefused refused) {
                outcomes.add(new Outcome.Refused(refused.refusals()));
            }
        }
        var recorded = register.recordAll(entries, clock.instant(), username).iterator();
        List<Outcome> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            all.add(outcome == null ? recorded(recorded.next()) : outcome);
        }
        all.forEach(outcome -> Metrics.counter(
                        "inkoopkompas.import.lines",
                        "result",
                        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment());
        return all;
    }

    private static Outcome recorded(Decision decision) {
        return new Outcome.Recorded(Objects.requireNonNull(decision.id()), decision.outcome());
    }

    private String outcome(UUID decision) {
        return register.byId(decision)
                .map(registered -> registered.summary().outcome())
                .orElse("");
    }
}
