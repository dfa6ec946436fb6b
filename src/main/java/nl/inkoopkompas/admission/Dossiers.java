package nl.inkoopkompas.admission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.DossierTurns;
import nl.inkoopkompas.register.RegisteredDecision;
import org.springframework.stereotype.Component;

/** Finds where applications stand. */
@Component
public class Dossiers {

    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final DossierTurns turns;

    Dossiers(DecisionRegister register, DeterminationRegister determinations, DossierTurns turns) {
        this.register = register;
        this.determinations = determinations;
        this.turns = turns;
    }

    /** The dossier that a decision on admission belongs to. */
    public Optional<Dossier> of(UUID decision) {
        return register.byId(decision)
                .filter(found -> found.summary().type().equals(AdmissionType.ID))
                .map(this::of);
    }

    private Dossier of(RegisteredDecision asked) {
        int turn = turns.last(asked.dossier()); // first: what is read afterwards is at least as new
        List<DecisionSummary> rounds = register.rounds(asked.dossier());
        UUID last = rounds.get(rounds.size() - 1).id();
        RegisteredDecision latest =
                last.equals(asked.summary().id()) ? asked : register.byId(last).orElseThrow();
        return new Dossier(asked, latest, turn, determinations.of(asked.dossier()));
    }
}
