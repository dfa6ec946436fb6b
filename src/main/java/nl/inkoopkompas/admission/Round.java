package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A further round on an application, as it was asked for.
 *
 * @param on the day up to which papers handed in with it count
 * @param changes what changes in the application
 * @param judgements what an assessor judged; in the form of the application
 * @param responses what became of a hearing; in the form of the application
 */
record Round(Kind kind, LocalDate on, List<Change> changes, List<JsonNode> judgements, List<JsonNode> responses) {

    /** What a round is held for. */
    enum Kind {
        SUPPLEMENT,
        JUDGEMENT,
        HEARING
    }

    /** A change of RFC 6902; a removal has no value. */
    record Change(Operation op, String path, @Nullable JsonNode value) {}

    /** How something changes. */
    enum Operation {
        ADD,
        REPLACE,
        REMOVE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
