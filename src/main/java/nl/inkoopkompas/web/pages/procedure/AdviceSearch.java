package nl.inkoopkompas.web.pages.procedure;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.search.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the advice on a contract by its name. */
@Component
@Order(22)
class AdviceSearch implements SearchSource {

    private static final String TITLE = "advice.title";

    private final RuleBooks ruleBooks;
    private final AccessTable access;

    AdviceSearch(RuleBooks ruleBooks, AccessTable access) {
        this.ruleBooks = ruleBooks;
        this.access = access;
    }

    @Override
    public Found find(Asked asked) {
        RuleBook book = ruleBooks.effectiveOnOrNewest(asked.today());
        if (!access.allows(asked.person().role(), "GET", AdvicePages.PATH)
                || !book.policies().containsKey(ProcedureType.ID)) {
            return Found.nothing(TITLE);
        }
        Table contracts = book.requireTable("reference/contracts");
        List<Hit> hits = new ArrayList<>();
        for (Table.Row row : contracts.rows()) {
            String name = String.valueOf(contracts.cell(row, "name"));
            if (asked.suits(name)) {
                hits.add(new Hit(name, "", AdvicePages.PATH + "/" + row.id()));
            }
        }
        return Found.of(TITLE, hits, asked.most());
    }
}
