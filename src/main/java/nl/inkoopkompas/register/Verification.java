package nl.inkoopkompas.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the register is what it was.
 *
 * @param entries how many there are
 * @param unsealed how many of them no seal covers yet
 * @param withoutContent how many retention has emptied; their place in the chain still holds
 * @param head hash of the last seal; whoever notes it down elsewhere also sees when the end is cut off
 * @param firstBroken null where nothing is broken
 */
public record Verification(
        boolean intact,
        long entries,
        long unsealed,
        long withoutContent,
        @Nullable String head,
        @Nullable Broken firstBroken) {

    /**
     * The first place that is not what it was.
     *
     * @param entry null where a seal as a whole is broken
     * @param seal null where the entry was not sealed yet
     */
    public record Broken(
            @Nullable UUID entry,
            @Nullable String kind,
            @Nullable UUID dossier,
            @Nullable Instant recordedAt,
            @Nullable Long seal,
            String why) {}
}
