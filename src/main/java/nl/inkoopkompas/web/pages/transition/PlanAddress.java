package nl.inkoopkompas.web.pages.transition;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.transition.TransitionType;
import nl.inkoopkompas.web.pages.DecisionPage;
import org.springframework.stereotype.Component;

/** A transition is shown as a plan. */
@Component
class PlanAddress implements DecisionPage {

    static String of(UUID decision) {
        return PlanPages.PATH + "/" + decision;
    }

    @Override
    public List<String> types() {
        return List.of(TransitionType.ID);
    }

    @Override
    public String address(UUID decision) {
        return of(decision);
    }
}
