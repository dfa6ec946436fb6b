package nl.inkoopkompas.lab.simulation;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.decision.algebra.Element;
import org.jspecify.annotations.Nullable;

/**
 * One case of a population.
 *
 * @param number from zero, in the population
 * @param request null where it cannot be read any more
 * @param decision the recorded decision that it comes from; null where it was made up
 * @param applicant the same number for the same applicant
 * @param places where the applicant works; null for everywhere
 */
record Case(
        int number,
        @Nullable Element request,
        @Nullable UUID decision,
        int applicant,
        @Nullable List<String> places) {}
