package nl.inkoopkompas.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.AdmissionType.ProductOutcome;
import nl.inkoopkompas.contracting.ContractedProviders.Admitted;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.ProposedProducts;
import nl.inkoopkompas.register.ProposedProducts.Proposed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals to admit that nobody has determined. */
@Component
public class Proposals {

    private static final List<String> ADMITTING = List.of(ProductOutcome.ADMISSIBLE.name(), "MIXED");
    private static final int STEP = 500;

    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final ProposedProducts products;

    Proposals(DecisionRegister register, DeterminationRegister determinations, ProposedProducts products) {
        this.register = register;
        this.determinations = determinations;
        this.products = products;
    }

    /**
     * A proposal to admit.
     *
     * @param dossier the first decision of the same application
     * @param products codes of the products that it would admit for
     */
    public record Proposal(
            UUID decision, UUID dossier, String applicant, String kvkNumber, String contract, List<String> products) {

        Admitted admitted(LocalDate day) {
            return new Admitted(decision, dossier, kvkNumber, applicant, contract, products, day);
        }
    }

    /** All proposals, newest first. */
    public List<Proposal> open(@Nullable String contract) {
        DecisionFilter filter = DecisionFilter.all()
                .ofType(AdmissionType.ID)
                .latestRounds()
                .withOutcomes(ADMITTING)
                .withContracts(contract == null ? List.of() : List.of(contract));
        List<DecisionSummary> found = new ArrayList<>();
        List<DecisionSummary> some;
        long page = 1;
        do {
            some = register.list(filter, DecisionOrder.NEWEST, page++, STEP);
            Set<UUID> determined = determinations.holdingOn(
                    some.stream().map(DecisionSummary::id).toList());
            some.stream().filter(one -> !determined.contains(one.id())).forEach(found::add);
        } while (some.size() == STEP);
        return proposals(found);
    }

    /** The proposals that are supposed to be determined. */
    List<Proposal> of(Supposed supposed, @Nullable String contract) {
        if (supposed.allProposals()) {
            return open(contract);
        }
        return proposals(supposed.decisions().stream()
                        .flatMap(id -> register.byId(id).stream())
                        .flatMap(one -> one.rounds().stream()
                                .skip(one.rounds().size() - 1L)
                                .filter(latest -> latest.type().equals(AdmissionType.ID)))
                        .distinct()
                        .toList())
                .stream()
                .filter(proposal -> contract == null || proposal.contract().equals(contract))
                .toList();
    }

    /** Whether there is a decision on admission with this id. */
    public boolean knows(UUID decision) {
        return register.byId(decision)
                .filter(found -> found.summary().type().equals(AdmissionType.ID))
                .isPresent();
    }

    private List<Proposal> proposals(List<DecisionSummary> decisions) {
        Map<UUID, List<Proposed>> proposed =
                products.of(decisions.stream().map(DecisionSummary::id).toList());
        return decisions.stream()
                .map(one -> new Proposal(
                        one.id(),
                        one.id(),
                        Objects.requireNonNullElse(one.applicantName(), ""),
                        Objects.requireNonNullElse(one.kvkNumber(), ""),
                        Objects.requireNonNullElse(one.contract(), ""),
                        admitted(proposed.getOrDefault(one.id(), List.of()).stream())))
                .filter(proposal -> !proposal.products().isEmpty())
                .toList();
    }

    private static List<String> admitted(Stream<Proposed> products) {
        return products.filter(product -> product.outcome().equals(ProductOutcome.ADMISSIBLE.name()))
                .map(Proposed::code)
                .toList();
    }
}
