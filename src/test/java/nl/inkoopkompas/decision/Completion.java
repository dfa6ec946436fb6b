package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Shape.Field;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Supplies what is missing in a request, with known and complete values. */
final class Completion {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, List<String>> TEXTS = Map.of(
            "directors", List.of("D-1", "D-2"),
            "holder", List.of("D-1", "D-2"),
            "scheme", List.of("ISO9001", "HKZ"),
            "memberships", List.of("VGN", "De Dorpsvereniging"));

    private final Random random;
    private final LocalDate day;

    Completion(Random random, LocalDate day) {
        this.random = random;
        this.day = day;
    }

    void supply(ObjectNode request, String pointer) {
        String plain = pointer.endsWith("/-") ? pointer.substring(0, pointer.length() - 2) : pointer;
        Field field = ProjectRuleBook.ENGINE
                .explainer(ProjectRuleBook.BOOK, "admission")
                .labels(Language.NL)
                .definition(plain);
        if (!pointer.endsWith("/-")) {
            RemedyTests.put(request, pointer, value(field, last(pointer)));
        } else if (request.at(plain) instanceof ArrayNode list) {
            complete(list, field);
        }
    }

    private static String last(String pointer) {
        return JsonPointer.compile(pointer).last().getMatchingProperty();
    }

    private JsonNode value(Field field, String name) {
        return switch (field.type()) {
            case TRUTH -> JSON.valueToTree(random.nextBoolean());
            case WHOLE -> JSON.valueToTree(1 + random.nextInt(3_000_000));
            case DECIMAL -> JSON.valueToTree(random.nextInt(8));
            case DATE ->
                JSON.valueToTree(
                        day.minusDays(random.nextInt(1500)).plusDays(100).toString());
            case LIST -> complete(JSON.createArrayNode(), field);
            default -> text(field, name);
        };
    }

    private JsonNode text(Field field, String name) {
        List<String> options = field.limits().options().isEmpty()
                ? TEXTS.getOrDefault(name, List.of("een tekst"))
                : field.limits().options();
        return JSON.valueToTree(options.get(random.nextInt(options.size())));
    }

    /** Elements with all their fields; of annual accounts the years that may be due and are not there. */
    private ArrayNode complete(ArrayNode list, Field field) {
        if (field.name().equals("annualAccounts")) {
            for (int year = day.getYear() - 5; year < day.getYear(); year++) {
                int wanted = year;
                if (list.valueStream().noneMatch(account -> account.path("year").asInt() == wanted)) {
                    ((ObjectNode) element(list, field)).put("year", year);
                }
            }
            return list;
        }
        for (int i = random.nextInt(3) + (field.limits().minItems() > 0 ? 1 : 0); i > 0; i--) {
            element(list, field);
        }
        return list;
    }

    private JsonNode element(ArrayNode list, Field field) {
        if (field.requireItem().isValue()) {
            JsonNode value = value(field.requireItem().fields().get(0), field.name());
            list.add(value);
            return value;
        }
        ObjectNode element = list.addObject();
        field.requireItem().fields().forEach(part -> element.set(part.name(), value(part, part.name())));
        return element;
    }
}
