package nl.inkoopkompas.web.pages.search;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds contracts and their products, and criteria, norms, interpretations and sources of the rule book in force. */
final class RuleBookSearch {

    private static final String BOOK = "/regelboek#";

    private RuleBookSearch() {}

    /** Finds contracts and products; each leads to its coverage. */
    @Component
    @Order(20)
    static class Contracts implements SearchSource {

        private final RuleBooks ruleBooks;

        Contracts(RuleBooks ruleBooks) {
            this.ruleBooks = ruleBooks;
        }

        @Override
        public Found find(Asked asked) {
            RuleBook book = ruleBooks.effectiveOnOrNewest(asked.today());
            Table contracts = book.requireTable("reference/contracts");
            Table products = book.requireTable("admission/products");
            List<Hit> hits = new ArrayList<>();
            for (Table.Row row : contracts.rows()) {
                String name = String.valueOf(contracts.cell(row, "name"));
                if (asked.suits(name)) {
                    hits.add(new Hit(name, "", "/dekking?contract=" + row.id()));
                }
            }
            for (Table.Row row : products.rows()) {
                String name = String.valueOf(products.cell(row, "name"));
                String code = String.valueOf(products.cell(row, "code"));
                if (asked.suits(name, code)) {
                    hits.add(new Hit(name, code, "/dekking?contract=" + products.cell(row, "contract")));
                }
            }
            return Found.of("search.contracts", hits, asked.most());
        }
    }

    /** Finds what the policy says. */
    @Component
    @Order(30)
    static class Rules implements SearchSource {

        private final RuleBooks ruleBooks;

        Rules(RuleBooks ruleBooks) {
            this.ruleBooks = ruleBooks;
        }

        @Override
        public Found find(Asked asked) {
            RuleBook book = ruleBooks.effectiveOnOrNewest(asked.today());
            Language language = Language.of(asked.locale());
            List<Hit> hits = new ArrayList<>();
            for (Policy policy : book.policies().values()) {
                policy.texts(language).criteria().forEach((id, texts) -> {
                    if (asked.suits(texts.name(), id)) {
                        hits.add(new Hit(texts.name(), id, BOOK + id));
                    }
                });
            }
            for (Interpretation one : book.interpretations().values()) {
                String title = one.title().in(language);
                if (asked.suits(one.id(), title, one.question().in(language))) {
                    hits.add(new Hit(one.id() + " · " + title, one.question().in(language), BOOK + one.id()));
                }
            }
            for (Policy policy : book.policies().values()) {
                for (Parameter one : policy.parameters().values()) {
                    String label = one.label().in(language);
                    if (asked.suits(label, one.key())) {
                        hits.add(new Hit(label, one.key(), BOOK + policy.decision()));
                    }
                }
            }
            book.sources().forEach((id, source) -> {
                if (asked.suits(source.title(), id)) {
                    hits.add(new Hit(source.title(), id, BOOK + "bronnen"));
                }
            });
            return Found.of("search.rules", hits, asked.most());
        }
    }
}
