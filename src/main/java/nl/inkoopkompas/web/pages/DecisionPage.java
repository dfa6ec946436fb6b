package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.access.Person;

/**
 * The page of its own that a type of decision has, and who may see decisions of that type. A type without one is shown
 * on a page that suits all.
 */
public interface DecisionPage {

    /** The types that it is for, as recorded decisions call them. */
    List<String> types();

    String address(UUID decision);

    /** Whether decisions of these types are for this person to see in the register. */
    boolean sees(Person person);
}
