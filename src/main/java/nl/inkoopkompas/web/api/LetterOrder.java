package nl.inkoopkompas.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.correspondence.LetterKind;
import nl.inkoopkompas.correspondence.LetterRequest;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what letter a call asks for; names everything in it that cannot be. */
final class LetterOrder {

    private static final Set<String> FIELDS = Set.of("kind", "recipient", "sentOn", "dueOn", "extra");
    private static final Set<String> OF_RECIPIENT = Set.of("name", "address");

    private final List<Refusal> refusals = new ArrayList<>();

    private LetterOrder() {}

    static LetterRequest read(ObjectNode json, UUID id, LocalDate today) {
        LetterOrder order = new LetterOrder();
        order.known(json, "", FIELDS);
        JsonNode recipient = json.path("recipient");
        order.known(recipient, "/recipient", OF_RECIPIENT);
        LetterKind kind = order.kind(json.path("kind"));
        String name = order.text(recipient.path("name"), "/recipient/name", true);
        String address = order.text(recipient.path("address"), "/recipient/address", true);
        LocalDate sentOn = order.date(json.path("sentOn"), "/sentOn");
        LocalDate dueOn = order.date(json.path("dueOn"), "/dueOn");
        String extra = order.text(json.path("extra"), "/extra", false);
        if (!order.refusals.isEmpty()) {
            throw Refused.invalid(order.refusals);
        }
        return new LetterRequest(id, kind, name, address, Objects.requireNonNullElse(sentOn, today), dueOn, extra);
    }

    /** Where a field of a letter stands in a call. */
    static String pointer(String field) {
        return switch (field) {
            case "recipientName" -> "/recipient/name";
            case "recipientAddress" -> "/recipient/address";
            default -> "/" + field;
        };
    }

    private void known(JsonNode object, String pointer, Set<String> fields) {
        object.propertyNames().stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> refuse(
                        pointer + "/" + field.replace("~", "~0").replace("/", "~1"),
                        "Dit veld is onbekend.",
                        "This field is unknown."));
    }

    private LetterKind kind(JsonNode value) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> value.isString() && kind.name().equals(value.asString()))
                .findFirst()
                .orElseGet(() -> {
                    String options = String.join(
                            ", ",
                            Arrays.stream(LetterKind.values()).map(Enum::name).toList());
                    refuse("/kind", "Dit is een van " + options + ".", "This is one of " + options + ".");
                    return LetterKind.CONFIRMATION;
                });
    }

    private String text(JsonNode value, String pointer, boolean required) {
        if (value.isString()) {
            return value.asString();
        }
        if (required || !(value.isNull() || value.isMissingNode())) {
            refuse(pointer, "Dit is een tekst.", "This is a text.");
        }
        return "";
    }

    private @Nullable LocalDate date(JsonNode value, String pointer) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isString() && value.asString().matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(value.asString());
            } catch (DateTimeException e) {
                // Said below.
            }
        }
        refuse(pointer, "Dit is een datum, zoals 2026-11-22.", "This is a date, such as 2026-11-22.");
        return null;
    }

    private void refuse(String pointer, String dutch, String english) {
        refusals.add(new Refusal(pointer, new Bilingual(dutch, english)));
    }
}
