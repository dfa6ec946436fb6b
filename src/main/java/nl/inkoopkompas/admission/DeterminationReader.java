package nl.inkoopkompas.admission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.AdmissionType.ProductOutcome;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.Motivation;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.register.Determination.OfProduct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a person decided strictly; every error is collected. */
final class DeterminationReader {

    private final BodyProblems problems = new BodyProblems();

    /** What was read. */
    record Read(List<OfProduct> products, @Nullable String motivation) {}

    /**
     * Refuses with a {@link RequestRefused} what is no determination of these products.
     *
     * @param proposed outcomes by product code
     */
    static Read read(ObjectNode body, Map<String, String> proposed) {
        DeterminationReader reader = new DeterminationReader();
        reader.problems.addUnknown(body, Set.of("products", "motivation"), "");
        Map<String, String> outcomes = reader.products(body.path("products"), proposed);
        List<OfProduct> products = new ArrayList<>();
        proposed.forEach((code, proposal) -> {
            String outcome = outcomes.get(code);
            if (outcome != null) {
                products.add(new OfProduct(code, proposal, outcome));
            }
        });
        String motivation = Motivation.read(body, reader.problems);
        boolean differs = products.stream().anyMatch(OfProduct::differs);
        if (differs) {
            Motivation.demandForDiffering(motivation, reader.problems);
        }
        reader.end();
        return new Read(products, motivation);
    }

    /** What a second reader said. */
    record Reading(boolean agreed, @Nullable String motivation) {}

    /** Refuses with a {@link RequestRefused} what no second reader says: who disagrees gives reasons. */
    static Reading reading(ObjectNode body) {
        DeterminationReader reader = new DeterminationReader();
        reader.problems.addUnknown(body, Set.of("agreed", "motivation"), "");
        if (!body.path("agreed").isBoolean()) {
            reader.problems.add("/agreed", "verwacht true of false", "expected true or false");
        }
        boolean agreed = body.path("agreed").asBoolean(false);
        String motivation = Motivation.read(body, reader.problems);
        if (!agreed && !Motivation.isEnough(motivation)) {
            reader.problems.add(
                    "/motivation",
                    "motiveer in ten minste " + Motivation.SHORTEST + " tekens waarom u het er niet mee eens bent",
                    "give reasons of at least " + Motivation.SHORTEST + " characters for not agreeing");
        }
        reader.end();
        return new Reading(agreed, motivation);
    }

    private void end() {
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
    }

    private Map<String, String> products(JsonNode node, Map<String, String> proposed) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        if (!node.isArray()) {
            problems.add("/products", "verwacht een lijst met code en outcome", "expected a list of code and outcome");
            return outcomes;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode product = node.get(i);
            String pointer = "/products/" + i;
            if (!product.isObject()) {
                problems.add(pointer, "verwacht een object", "expected an object");
                continue;
            }
            problems.addUnknown(product, Set.of("code", "outcome"), pointer);
            String code = product.path("code").asString("");
            String outcome = product.path("outcome").asString("");
            if (!product.path("code").isString() || !proposed.containsKey(code)) {
                problems.add(
                        pointer + "/code",
                        "verwacht een product van de aanvraag: " + String.join(", ", proposed.keySet()),
                        "expected a product of the application: " + String.join(", ", proposed.keySet()));
            } else if (outcomes.put(code, outcome) != null) {
                problems.add(pointer + "/code", "dit product staat er twee keer", "this product stands twice");
            }
            if (!product.path("outcome").isString() || !isOutcome(outcome)) {
                problems.add(pointer + "/outcome", "verwacht een van " + options(), "expected one of " + options());
            }
        }
        List<String> lacking = proposed.keySet().stream()
                .filter(code -> !outcomes.containsKey(code))
                .toList();
        if (!lacking.isEmpty() && problems.isEmpty()) {
            String codes = String.join(", ", lacking);
            problems.add(
                    "/products",
                    "noem elk product; dit ontbreekt: " + codes,
                    "name each product; this lacks: " + codes);
        }
        return outcomes;
    }

    private static boolean isOutcome(String text) {
        return Arrays.stream(ProductOutcome.values())
                .anyMatch(outcome -> outcome.name().equals(text));
    }

    private static String options() {
        return Arrays.stream(ProductOutcome.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
