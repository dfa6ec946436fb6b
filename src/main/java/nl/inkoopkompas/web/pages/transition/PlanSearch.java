package nl.inkoopkompas.web.pages.transition;

import java.util.List;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.transition.TransitionType;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.search.SearchSource;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds plans by who made them, when, and how they ended. */
@Component
@Order(23)
class PlanSearch implements SearchSource {

    private static final String TITLE = "transition.title";
    private static final int RECENT = 100;

    private final DecisionRegister register;
    private final AccessTable access;
    private final MessageSource messages;

    PlanSearch(DecisionRegister register, AccessTable access, MessageSource messages) {
        this.register = register;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Found find(Asked asked) {
        if (!access.allows(asked.person().role(), "GET", PlanPages.PATH)) {
            return Found.nothing(TITLE);
        }
        Formats dates = new Formats(asked.locale());
        String part = messages.getMessage(TITLE, null, asked.locale());
        List<Hit> hits =
                register.list(DecisionFilter.all().ofType(TransitionType.ID), DecisionOrder.NEWEST, 1, RECENT).stream()
                        .map(plan -> new Hit(
                                part + ", " + dates.date(plan.asOf()),
                                messages.getMessage(
                                        "transition.task.detail",
                                        new Object[] {dates.date(Formats.dateOf(plan.recordedAt())), plan.recordedBy()},
                                        asked.locale()),
                                PlanAddress.of(plan.id())))
                        .filter(hit -> asked.suits(hit.title(), hit.detail()))
                        .toList();
        return Found.of(TITLE, hits, asked.most());
    }
}
