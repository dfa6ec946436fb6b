package nl.inkoopkompas.register;

import java.util.List;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of deciding again from what is in the register.
 *
 * @param differences where the decision now differs; the build of the engine is told apart, since it may change while
 *     the decision stays
 * @param recordedWith the build that decided then
 * @param replayedWith the build that decided now
 * @param problem why it can no longer be run; null where it can
 */
public record Replay(
        boolean identical,
        List<Difference> differences,
        @Nullable EngineReceipt recordedWith,
        @Nullable EngineReceipt replayedWith,
        @Nullable String problem) {

    /** A place where the two differ; null where there is nothing. */
    public record Difference(
            String pointer,
            @Nullable JsonNode recorded,
            @Nullable JsonNode replayed) {}
}
