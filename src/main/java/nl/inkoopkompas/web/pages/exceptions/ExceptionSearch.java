package nl.inkoopkompas.web.pages.exceptions;

import java.util.List;
import java.util.Set;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.pages.search.SearchSource;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds requests for exception contracts by provider, product and, for those who may see it, the pseudonym. */
@Component
@Order(25)
class ExceptionSearch implements SearchSource {

    private static final String TITLE = "exception.title";

    private final ExceptionContracts contracts;
    private final RuleBooks ruleBooks;
    private final AccessTable access;
    private final MessageSource messages;

    ExceptionSearch(ExceptionContracts contracts, RuleBooks ruleBooks, AccessTable access, MessageSource messages) {
        this.contracts = contracts;
        this.ruleBooks = ruleBooks;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Found find(Asked asked) {
        if (!access.allows(asked.person().role(), "GET", CaseQuery.PATH)) {
            return Found.nothing(TITLE);
        }
        Actor actor = CasePages.actor(asked.person());
        CaseWords words = new CaseWords(ruleBooks.newest(), asked.locale());
        Set<String> products = words.productsNamed(asked::suits);
        ExceptionContracts.Page found = contracts.list(
                CaseFilter.seenBy(actor).about(new CaseFilter.Sought(asked.text(), products)), 1, asked.most());
        List<Hit> hits = found.items().stream()
                .map(line -> new Hit(
                        messages.getMessage(
                                "exception.of",
                                new Object[] {words.product(line.product()), line.providerName()},
                                asked.locale()),
                        words.municipality(line.municipality()) + " · "
                                + messages.getMessage(
                                        "exception.status." + line.status().name(), null, asked.locale()),
                        CaseQuery.PATH + "/" + line.id()))
                .toList();
        return new Found(TITLE, found.total(), hits, null);
    }
}
