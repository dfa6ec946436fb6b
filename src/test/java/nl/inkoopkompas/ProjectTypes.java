package nl.inkoopkompas;

import java.util.List;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.exceptioncontract.ExceptionType;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Scenario;
import nl.inkoopkompas.transition.TransitionType;

/** The kinds of decisions that this project makes, for tests that concern all of them. */
public final class ProjectTypes {

    public static final List<DecisionType> ALL =
            List.of(new AdmissionType(), new ExceptionType(), new ProcedureType(), new TransitionType());

    private ProjectTypes() {}

    /** The kind of decision that a golden case is one of. */
    public static DecisionType of(Scenario scenario) {
        return ALL.stream()
                .filter(type -> scenario.file().startsWith("rules/" + type.id() + "/"))
                .findFirst()
                .orElseThrow();
    }
}
