package nl.inkoopkompas.web.api.lab;

import java.util.Set;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results as JSON in the language that a program asks for: each text that stands there in both becomes one. */
@Component
class InLanguage {

    private static final Set<String> BOTH = Set.of("nl", "en");

    private final JsonMapper json;

    InLanguage(JsonMapper json) {
        this.json = json;
    }

    JsonNode of(Object result, Language language) {
        return translated(json.valueToTree(result), language);
    }

    private static JsonNode translated(JsonNode node, Language language) {
        if (node instanceof ObjectNode object) {
            if (object.size() == 2 && BOTH.containsAll(object.propertyNames())) {
                return object.get(language.code());
            }
            object.propertyNames().forEach(field -> object.set(field, translated(object.get(field), language)));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, translated(list.get(i), language));
            }
        }
        return node;
    }
}
