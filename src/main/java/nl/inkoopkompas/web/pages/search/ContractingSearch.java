package nl.inkoopkompas.web.pages.search;

import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.web.pages.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds contracted providers, who are for everybody to see. */
@Component
@Order(10)
class ContractingSearch implements SearchSource {

    private static final String PATH = "/contracten";

    private final ContractedProviders providers;
    private final Words.Dictionary dictionary;

    ContractingSearch(ContractedProviders providers, Words.Dictionary dictionary) {
        this.providers = providers;
        this.dictionary = dictionary;
    }

    @Override
    public Found find(Asked asked) {
        Words words = dictionary.current(asked.locale());
        var found = providers.on(asked.today(), ContractedFilter.all().withText(asked.text()), 1, asked.most());
        return new Found(
                "search.contracted",
                found.total(),
                found.items().stream()
                        .map(one -> new Hit(
                                one.parties().name(),
                                words.product(one.parties().product()) + " · "
                                        + words.contract(one.parties().contract()),
                                PATH + "/" + one.id()))
                        .toList(),
                UriComponentsBuilder.fromPath(PATH)
                        .queryParam("aanbieder", "{text}")
                        .encode()
                        .buildAndExpand(asked.text())
                        .toUriString());
    }
}
