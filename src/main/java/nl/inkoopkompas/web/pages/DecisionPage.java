package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The page of its own that a type of decision has. A type without one is shown on a page that suits all. */
public interface DecisionPage {

    /** The types that it is for, as recorded decisions call them. */
    List<String> types();

    String address(UUID decision);

    /** The address of a decision of this type; empty where its type has no page of its own. */
    static Optional<String> address(List<DecisionPage> pages, String type, UUID decision) {
        return pages.stream()
                .filter(page -> page.types().contains(type))
                .findFirst()
                .map(page -> page.address(decision));
    }
}
