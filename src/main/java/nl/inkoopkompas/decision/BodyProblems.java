package nl.inkoopkompas.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import tools.jackson.databind.JsonNode;

/** What is wrong with the body of a call, collected while it is read. */
public final class BodyProblems {

    private final List<Refusal> refusals = new ArrayList<>();

    public void add(String pointer, String nl, String en) {
        refusals.add(new Refusal(pointer, new Bilingual(nl, en)));
    }

    /** Every field that is not known. */
    public void addUnknown(JsonNode node, Set<String> known, String pointer) {
        node.propertyNames().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> add(
                        pointer + "/" + field.replace("~", "~0").replace("/", "~1"),
                        "dit veld bestaat niet",
                        "there is no such field"));
    }

    public int size() {
        return refusals.size();
    }

    public boolean isEmpty() {
        return refusals.isEmpty();
    }

    /** All of it, to be thrown. */
    public RequestRefused refused() {
        return new RequestRefused(refusals);
    }
}
