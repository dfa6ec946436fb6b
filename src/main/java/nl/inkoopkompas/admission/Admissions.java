package nl.inkoopkompas.admission;

import java.time.Instant;
import java.util.UUID;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Decides on applications for admission, and records what was decided. */
@Component
public class Admissions {

    private final DecisionType type = new AdmissionType();
    private final Decisions decisions;

    Admissions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Decides without recording; refuses a request that cannot be decided with a {@link RequestRefused}. */
    public Decision decide(byte[] json, Language language) {
        return decisions.decide(type, input(decisions.parse(json)), language);
    }

    /** Decides in Dutch on a request that has been read elsewhere, without recording. */
    public Entry entry(ObjectNode request, UUID importId, String applicationKey) {
        Input input = input(request);
        return Entry.first(decisions.decide(type, input, Language.NL), input, importId, applicationKey);
    }

    /** Decides and records in Dutch; the answer is in the language asked for. */
    public Decision record(byte[] json, Language language, Instant at, String by) {
        return decisions.record(type, input(decisions.parse(json)), language, at, by);
    }

    private static Input input(ObjectNode request) {
        return new Input(request, DecisionEngine.noContext());
    }
}
