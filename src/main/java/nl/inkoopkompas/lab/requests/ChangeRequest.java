package nl.inkoopkompas.lab.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of policy that somebody asks for.
 *
 * @param what should change
 * @param why it should
 * @param source where that follows from; null where nothing was named
 * @param answers oldest first
 */
public record ChangeRequest(
        UUID id,
        String what,
        String why,
        @Nullable String source,
        String askedBy,
        Instant askedAt,
        List<Answer> answers) {

    /** Where a request stands. */
    public enum Status {
        ASKED,
        TAKEN_UP,
        DECLINED,
        DONE
    }

    /**
     * What a policy maker said of it.
     *
     * @param draft in which it is worked out; null where it is in none
     */
    public record Answer(
            Status status, String text, @Nullable UUID draft, String by, Instant at) {}

    @JsonProperty
    public Status status() {
        return answers.isEmpty()
                ? Status.ASKED
                : answers.get(answers.size() - 1).status();
    }

    /** The last draft that an answer names. */
    @JsonProperty
    public @Nullable UUID draft() {
        UUID last = null;
        for (Answer answer : answers) {
            last = answer.draft() == null ? last : answer.draft();
        }
        return last;
    }
}
