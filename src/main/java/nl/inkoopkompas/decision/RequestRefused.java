package nl.inkoopkompas.decision;

import java.util.List;
import nl.inkoopkompas.rulebook.Bilingual;

/** A request that cannot be decided, with everything that is wrong with it; nothing has been stored. */
public final class RequestRefused extends RuntimeException {

    private final transient List<Refusal> refusals;

    /**
     * One thing wrong with a request.
     *
     * @param pointer where, as a JSON Pointer; empty for the request as a whole
     * @param detail what is wrong and what was expected; never repeats a citizen's number
     */
    public record Refusal(String pointer, Bilingual detail) {}

    public RequestRefused(List<Refusal> refusals) {
        super(refusals.size() + " things are wrong with the request");
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
