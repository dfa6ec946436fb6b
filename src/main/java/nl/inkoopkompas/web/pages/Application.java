package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision on an admission, with the parts of its request that a page names.
 *
 * @param contract id of the contract applied for
 * @param products in the order of the request, so that the first is {@code /products/0}
 * @param origin null when it was not imported
 */
public record Application(
        Decision decision,
        String applicant,
        String kvkNumber,
        String contract,
        List<Product> products,
        @Nullable Origin origin) {

    /** What a decision proposes for each product. */
    static List<Product> products(Decision decision) {
        return decision.particulars().get("products") instanceof List<?> proposals
                ? proposals.stream()
                        .map(AdmissionType.ProductProposal.class::cast)
                        .map(proposal ->
                                new Product(proposal.code(), proposal.outcome().name()))
                        .toList()
                : List.of();
    }

    /** What was proposed for one product. */
    public record Product(String code, String outcome) {}

    /** The import that it came with. */
    public record Origin(UUID importId, String fileName) {}
}
