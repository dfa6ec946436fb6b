package nl.inkoopkompas.web.pages.exceptions;

import java.util.Arrays;
import java.util.List;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody fills in to do something with a request.
 *
 * @param version of the case as it was seen
 */
record ActionForm(
        String version,
        String action,
        @Nullable String motivation,
        @Nullable String question,
        @Nullable String answer,
        @Nullable String advice,
        @Nullable String amount,
        @Nullable String unit) {

    boolean sawVersion(ExceptionCase one) {
        return (one.id() + "-" + one.line().turn()).equals(version);
    }

    /** As a call to the API says it; what was left empty is left out. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("action", action);
        String[] names = {"motivation", "question", "answer", "advice", "unit"};
        List<@Nullable String> values = Arrays.asList(motivation, question, answer, advice, unit);
        for (int i = 0; i < names.length; i++) {
            String value = values.get(i);
            if (value != null && !value.isBlank()) {
                json.put(names[i], value.strip());
            }
        }
        RequestForm.number(json, "amount", amount);
        return json;
    }
}
