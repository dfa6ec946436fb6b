package nl.inkoopkompas.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.ContractedProviders.Wish;
import nl.inkoopkompas.contracting.Contracting.Parties;
import nl.inkoopkompas.contracting.Terms;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.coverage.Coverage.LeastProviders;
import nl.inkoopkompas.coverage.Coverage.State;
import nl.inkoopkompas.coverage.Proposals.Proposal;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts providers. */
@Component
public class Coverages {

    private final ContractedProviders providers;
    private final Proposals proposals;

    Coverages(ContractedProviders providers, Proposals proposals) {
        this.providers = providers;
        this.proposals = proposals;
    }

    /**
     * Counts who is contracted on a day, with what is supposed.
     *
     * @param contract null for all
     */
    public Coverage on(LocalDate day, @Nullable String contract, Supposed supposed, RuleBook book) {
        CoverageTable table = new CoverageTable(book);
        List<Held> held = new ArrayList<>();
        providers
                .all(day, ContractedFilter.all().ofContract(contract))
                .forEach(one -> held.add(
                        new Held(one.parties(), one.terms(), one.terms().stopsClientsOn(day), false)));
        List<Proposal> counted = proposals.of(supposed, contract);
        counted.forEach(proposal -> wishes(proposal, day, book)
                .filter(wish -> !wish.terms().from().isAfter(day))
                .forEach(wish -> held.add(new Held(wish.parties(), wish.terms(), false, true))));
        List<Area> areas = new ArrayList<>();
        for (String one : table.contracts(day)) {
            if (contract == null || contract.equals(one)) {
                addAreas(one, held, table, table.least(day), areas);
            }
        }
        return new Coverage(
                day, book.version(), counted.stream().map(Proposal::decision).toList(), areas);
    }

    /** One area as it stands, with nothing supposed. */
    Optional<Area> area(
            LocalDate day,
            String contract,
            String product,
            @Nullable String municipality,
            @Nullable String place,
            RuleBook book) {
        return on(day, contract, Supposed.nothing(), book).areas().stream()
                .filter(area -> area.isAt(contract, product, municipality, place))
                .findFirst();
    }

    private static Stream<Wish> wishes(Proposal proposal, LocalDate day, RuleBook book) {
        return ContractedProviders.following(proposal.admitted(day), book).stream();
    }

    private static void addAreas(
            String contract, List<Held> all, CoverageTable table, @Nullable LeastProviders least, List<Area> areas) {
        for (String product : table.products(contract)) {
            List<Held> held =
                    all.stream().filter(one -> one.isFor(contract, product)).toList();
            for (String municipality : table.municipalities()) {
                areas.add(area(
                        contract,
                        product,
                        municipality,
                        null,
                        held.stream().filter(one -> one.isIn(municipality)).toList(),
                        least,
                        table));
            }
            Set<String> places = new TreeSet<>();
            held.forEach(one -> places.addAll(one.terms().places()));
            for (String place : places) {
                areas.add(area(
                        contract,
                        product,
                        null,
                        place,
                        held.stream().filter(one -> one.isAt(place)).toList(),
                        least,
                        table));
            }
        }
    }

    private static Area area(
            String contract,
            String product,
            @Nullable String municipality,
            @Nullable String place,
            List<Held> held,
            @Nullable LeastProviders least,
            CoverageTable table) {
        Set<String> now = new HashSet<>();
        Set<String> open = new HashSet<>();
        Set<String> after = new HashSet<>();
        for (Held one : held) {
            after.add(one.parties().kvkNumber());
            if (!one.supposed()) {
                now.add(one.parties().kvkNumber());
                if (!one.stopped()) {
                    open.add(one.parties().kvkNumber());
                }
            }
        }
        State state = least == null ? State.UNDETERMINED : after.size() < least.value() ? State.TOO_FEW : State.COVERED;
        return new Area(
                contract,
                product,
                municipality,
                place,
                least,
                now.size(),
                now.size() - open.size(),
                after.size(),
                state,
                table.steps(contract, state));
    }

    /** Something that a provider is contracted for, or is supposed to be. */
    private record Held(Parties parties, Terms terms, boolean stopped, boolean supposed) {

        boolean isFor(String contract, String product) {
            return parties.contract().equals(contract) && parties.product().equals(product);
        }

        boolean isIn(String municipality) {
            return terms.municipalities() == null
                    || Objects.requireNonNull(terms.municipalities()).contains(municipality);
        }

        /** Whoever names no places works in all of them, unless it works in some municipalities only. */
        boolean isAt(String place) {
            return terms.places().isEmpty()
                    ? terms.municipalities() == null
                    : terms.places().contains(place);
        }
    }
}
