package nl.inkoopkompas.decision;

import java.util.List;
import java.util.Map;

/** Where applicants work, as far as that is not everywhere; known to whoever keeps who is contracted. */
public interface WorkingPlaces {

    /** An applicant and a part, such as a product, that it works on. */
    record Work(String applicant, String part) {}

    /** Who works in some places only, and in which. */
    Map<Work, List<String>> narrowed();
}
