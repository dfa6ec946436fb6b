package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.UUID;

/** The page of its own that a type of decision has. A type without one is shown on a page that suits all. */
public interface DecisionPage {

    /** The types that it is for, as recorded decisions call them. */
    List<String> types();

    String address(UUID decision);
}
