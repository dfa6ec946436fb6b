package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests for plans by their number, with days on and around the ones that matter. */
final class RandomPlans {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PLACES = List.of("1901", "0513", "1931", "0627", "1892");

    private RandomPlans() {}

    static ObjectNode of(int seed) {
        Random random = new Random(seed);
        LocalDate switchOn = List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(2025, 7, 15))
                .get(random.nextInt(3));
        LocalDate cap = switchOn.plusYears(1).minusDays(1);
        List<LocalDate> asked = List.of(
                switchOn.minusDays(1),
                switchOn,
                switchOn.plusDays(1),
                switchOn.minusMonths(1).minusDays(1),
                switchOn.plusMonths(8),
                switchOn.plusMonths(9),
                cap,
                switchOn.minusMonths(3),
                switchOn.minusMonths(2).minusDays(3),
                switchOn.minusDays(random.nextInt(55)));
        LocalDate asOf = asked.get(random.nextInt(asked.size()));
        ObjectNode request = JSON.createObjectNode();
        request.put("asOf", (asOf.getYear() < 2024 ? LocalDate.of(2024, 1, 1) : asOf).toString());
        request.put("switchOn", switchOn.toString());
        int products = 1 + random.nextInt(4);
        ArrayNode listed = request.putArray("products");
        for (int i = 0; i < products; i++) {
            ObjectNode product = listed.addObject().put("old", "OUD-" + i);
            ArrayNode next = product.putArray("new");
            for (int k = random.nextInt(3); k > 0; k--) {
                next.add("NIEUW-" + random.nextInt(4));
            }
            product.put("changed", random.nextInt(3) > 0).put("contract", "ambulant-jeugd");
        }
        ArrayNode contracted = request.putArray("contracted");
        for (int i = random.nextInt(4); i > 0; i--) {
            ArrayNode held = contracted.addObject().put("provider", "P" + i).putArray("products");
            for (int k = random.nextInt(3); k > 0; k--) {
                held.add("NIEUW-" + random.nextInt(4));
            }
        }
        ArrayNode indications = request.putArray("indications");
        List<LocalDate> ends = List.of(
                switchOn.minusDays(1),
                switchOn,
                switchOn.plusDays(1),
                switchOn.plusMonths(8).minusDays(1),
                switchOn.plusMonths(8),
                switchOn.plusMonths(8).plusDays(1),
                cap.minusDays(1),
                cap,
                cap.plusDays(1),
                LocalDate.of(2028, 2, 29));
        int count = random.nextInt(25);
        for (int i = 0; i < count; i++) {
            ObjectNode indication = indications.addObject().put("id", "I-" + i);
            indication.put("municipality", PLACES.get(random.nextInt(random.nextInt(4) == 0 ? 5 : 2)));
            indication.put("provider", "P" + random.nextInt(5));
            indication.put("product", "OUD-" + random.nextInt(random.nextInt(9) == 0 ? 6 : products));
            LocalDate start = List.of(switchOn, switchOn.plusDays(1), switchOn.minusDays(1), switchOn.minusYears(1))
                    .get(random.nextInt(random.nextInt(4) == 0 ? 4 : 1) == 0 ? 3 : random.nextInt(3));
            indication.put("start", start.toString());
            LocalDate end = ends.get(random.nextInt(ends.size()));
            if (random.nextInt(6) > 0 && !end.isBefore(start)) {
                indication.put("end", end.toString());
            } else if (random.nextBoolean()) {
                indication.putNull("end");
            }
            if (random.nextBoolean()) {
                indication.put("weeklyValue", random.nextInt(400));
            }
        }
        return request;
    }

    /** Adds choices by hand for some of the groups that there are. */
    static void choose(ObjectNode request, List<PlainPlan.PlainGroup> groups, int seed) {
        Random random = new Random(seed);
        for (PlainPlan.PlainGroup group : groups) {
            if (random.nextInt(3) == 0) {
                ArrayNode chosen = request.withArray("chosen");
                chosen.addObject()
                        .put("product", group.product())
                        .put("situation", group.situation())
                        .put("scenario", PlainPlan.SCENARIOS.get(random.nextInt(5)));
            }
        }
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }
}
