package nl.inkoopkompas.web.pages.procedure;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.web.pages.DecisionPage;
import org.springframework.stereotype.Component;

/** A choice of a procedure is shown as an advice. */
@Component
class AdviceAddress implements DecisionPage {

    static String of(UUID decision) {
        return AdvicePages.PATH + "/besluit/" + decision;
    }

    @Override
    public List<String> types() {
        return List.of(ProcedureType.ID);
    }

    @Override
    public String address(UUID decision) {
        return of(decision);
    }
}
