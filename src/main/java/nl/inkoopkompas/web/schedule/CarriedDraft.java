package nl.inkoopkompas.web.schedule;

import java.time.Clock;
import nl.inkoopkompas.lab.CarriedRules;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rules that a newer program brings along become a draft, once, for people to compare, propose and publish. */
@Component
class CarriedDraft {

    private static final Logger LOG = LoggerFactory.getLogger(CarriedDraft.class);
    private static final String PROGRAM = "inkoopkompas";

    private final CarriedRules carried;
    private final RuleBooks ruleBooks;
    private final Drafts drafts;
    private final Clock clock;

    CarriedDraft(CarriedRules carried, RuleBooks ruleBooks, Drafts drafts, Clock clock) {
        this.carried = carried;
        this.ruleBooks = ruleBooks;
        this.drafts = drafts;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void putBeforePeople() {
        String hash = carried.files().hash();
        boolean known = ruleBooks.all().stream().anyMatch(book -> book.hash().equals(hash))
                || drafts.all().stream().anyMatch(draft -> hash.equals(draft.content()));
        if (known) {
            return;
        }
        Draft draft = drafts.create(
                ruleBooks.newest(),
                "Regels die het programma meebrengt (" + hash.substring(0, 8) + ")",
                carried.files(),
                clock.instant(),
                PROGRAM);
        LOG.info("The program brings other rules than the register holds: draft {} waits in the lab", draft.id());
    }
}
