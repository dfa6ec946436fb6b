package nl.inkoopkompas.web.schedule;

import nl.inkoopkompas.register.SealedRuleBooks;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Learns within ten seconds what another instance published; a book never holds before the next day. */
@Component
class Refreshing {

    private final SealedRuleBooks books;

    Refreshing(SealedRuleBooks books) {
        this.books = books;
    }

    @Scheduled(fixedDelayString = "10s", initialDelayString = "10s")
    void readWhatIsNew() {
        books.refresh();
    }
}
