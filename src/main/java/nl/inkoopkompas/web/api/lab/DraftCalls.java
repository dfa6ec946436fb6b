package nl.inkoopkompas.web.api.lab;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.web.api.Refused;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What calls on a draft share: finding it, and the version that the caller saw. */
@Component
class DraftCalls {

    static final String PATH = "/api/v1/drafts";
    static final String ONE = PATH + "/{id}";
    static final String SEEN = "What the caller saw, from the ETag of the draft";

    private static final Supplier<Refused> UNKNOWN =
            () -> Refused.notFound("Dit concept bestaat niet.", "This draft does not exist.");

    private final Drafts drafts;

    DraftCalls(Drafts drafts) {
        this.drafts = drafts;
    }

    Draft find(String id) {
        try {
            return drafts.find(UUID.fromString(id)).orElseThrow(UNKNOWN);
        } catch (IllegalArgumentException noId) {
            throw UNKNOWN.get();
        }
    }

    /** The draft as it stands; refuses with a 412 a caller who saw another version. */
    Draft seen(String id, @Nullable String ifMatch) {
        Draft draft = find(id);
        if (ifMatch != null
                && !ifMatch.strip().equals("*")
                && Arrays.stream(ifMatch.split(","))
                        .noneMatch(tag -> tag.strip().equals(tag(draft)))) {
            throw Refused.because(
                    Kind.CHANGED,
                    "Het concept is veranderd sinds u het las. Lees het opnieuw.",
                    "The draft has changed since you read it. Read it again.");
        }
        return draft;
    }

    static String tag(Draft draft) {
        return "\"" + draft.id() + "-" + draft.turn() + "\"";
    }
}
