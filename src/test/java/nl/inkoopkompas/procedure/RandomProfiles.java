package nl.inkoopkompas.procedure;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests with seeded profiles, crowded around the boundaries. */
final class RandomProfiles {

    static final List<String> TRUTHS = List.of(
            "clientChoosesProvider",
            "courtOrdered",
            "certifiedProvidersOnly",
            "diverseLandscapeWanted",
            "partnershipAmbition",
            "perPlace",
            "substantialChangesExpected",
            "interimEntryNeeded",
            "monopolyRisk",
            "designPending");
    static final List<String> FIELDS = List.of(
            "domain",
            "estimatedValue",
            "capableProviders",
            "targetProviders",
            "clientChoosesProvider",
            "courtOrdered",
            "certifiedProvidersOnly",
            "diverseLandscapeWanted",
            "partnershipAmbition",
            "perPlace",
            "substantialChangesExpected",
            "interimEntryNeeded",
            "monopolyRisk",
            "designPending",
            "distinctPartnerGroups",
            "capacityShortage",
            "recontractWithinYears",
            "termMonths",
            "funding");

    private static final JsonNodeFactory JSON = new JsonMapper().getNodeFactory();
    private static final List<String> CONTRACTS = ProcedureTests.contracts();

    private final Random random;

    RandomProfiles(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode request() {
        ObjectNode request = JSON.objectNode();
        request.put("asOf", one("2024-01-01", "2024-11-28", "2024-11-29", "2025-12-31", "2026-01-01", "2028-01-01"));
        request.put("contract", CONTRACTS.get(random.nextInt(CONTRACTS.size())));
        ObjectNode profile = request.putObject("profile");
        for (String field : FIELDS) {
            JsonNode value = value(field);
            if (!value.isNull() || random.nextBoolean()) {
                profile.set(field, value);
            }
        }
        if (random.nextInt(3) == 0) {
            request.put("legalGround", one("NO_SUITABLE_TENDERS", "ONLY_ONE_OPERATOR", "URGENCY"));
        }
        return request;
    }

    /** A value of a field, or null. */
    JsonNode value(String field) {
        if (random.nextInt(5) == 0) {
            return JSON.nullNode();
        }
        if (TRUTHS.contains(field)) {
            boolean rare = field.equals("designPending") || field.equals("perPlace");
            return JSON.booleanNode(random.nextInt(rare ? 6 : 2) == 0);
        }
        return switch (field) {
            case "domain" -> JSON.stringNode(one("JEUGD", "WMO"));
            case "estimatedValue" -> number(0, 749_999, 750_000, 750_001, 9_000_000);
            case "capableProviders" -> number(0, 1, 2, 3, 5, 6, 40);
            case "distinctPartnerGroups" -> number(1, 2, 3);
            case "recontractWithinYears" -> number(0, 2, 3, 4, 10);
            case "termMonths" -> number(1, 47, 48, 49, 120);
            case "capacityShortage" -> JSON.stringNode(one("NONE", "SOME", "STRUCTURAL"));
            case "funding" -> funding();
            case "targetProviders" -> target();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private JsonNode funding() {
        ArrayNode funding = JSON.arrayNode();
        funding.add(one("PXQ", "PXQ", "LUMP_SUM", "AVAILABILITY", "POPULATION"));
        if (random.nextInt(3) == 0) {
            funding.add(one("PXQ", "LUMP_SUM", "AVAILABILITY", "POPULATION"));
        }
        return funding;
    }

    private JsonNode target() {
        if (random.nextInt(3) == 0) {
            return JSON.stringNode("NO_LIMIT");
        }
        ObjectNode target = JSON.objectNode();
        if (random.nextBoolean()) {
            target.set("min", number(0, 2, 8));
        }
        if (random.nextInt(3) > 0) {
            target.set("max", number(1, 2, 3, 15));
        }
        return target;
    }

    private JsonNode number(long... values) {
        return JSON.numberNode(values[random.nextInt(values.length)]);
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
