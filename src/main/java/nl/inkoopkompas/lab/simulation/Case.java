package nl.inkoopkompas.lab.simulation;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.decision.algebra.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case of a population.
 *
 * @param number from zero, in the population
 * @param request null where the base cannot read it, or where it was removed
 * @param context what was read besides the request; null where it was made up
 * @param decision the recorded decision that it comes from; null where it was made up
 * @param applicant the same number for the same applicant
 * @param places where the applicant works; null where that is not part of the population
 */
record Case(
        int number,
        @Nullable Element request,
        @Nullable ObjectNode context,
        @Nullable UUID decision,
        int applicant,
        @Nullable List<String> places) {}
