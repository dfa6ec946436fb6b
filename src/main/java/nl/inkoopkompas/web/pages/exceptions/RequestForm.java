package nl.inkoopkompas.web.pages.exceptions;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an access team fills in to ask for an exception contract.
 *
 * @param product contract and code, with a space between
 * @param quality pointers of what was asked about the quality of the provider
 * @param known what was filled in about it before, as JSON
 * @param asked KvK numbers of providers that were asked, each with its reason and note at the same place
 */
record RequestForm(
        @Nullable String asOf,
        @Nullable String client,
        @Nullable String product,
        @Nullable String providerName,
        @Nullable String kvkNumber,
        @Nullable String need,
        @Nullable String urgent,
        @Nullable String impact,
        @Nullable String from,
        @Nullable String to,
        @Nullable String value,
        @Nullable String amount,
        @Nullable String unit,
        @Nullable List<String> quality,
        @Nullable String known,
        @Nullable List<String> asked,
        @Nullable List<String> reason,
        @Nullable List<String> note) {

    static RequestForm empty(String today) {
        return new RequestForm(
                today, "", "", "", "", "", null, "", "", "", "", "", "HOUR", List.of(), null, List.of(), List.of(),
                List.of());
    }

    /** With the lists as they were sent: a single value is not taken apart where it holds a comma. */
    RequestForm withLists(MultiValueMap<String, String> given) {
        return new RequestForm(
                asOf,
                client,
                product,
                providerName,
                kvkNumber,
                need,
                urgent,
                impact,
                from,
                to,
                value,
                amount,
                unit,
                given.get("quality"),
                given.getFirst("known"),
                given.get("asked"),
                given.get("reason"),
                given.get("note"));
    }

    /** As a call to the API says it; what was left empty is left out. */
    ObjectNode json(String municipality) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "asOf", asOf);
        json.put("municipality", municipality);
        put(json, "client", client);
        String[] both = product == null ? new String[0] : product.split(" ");
        if (both.length == 2) {
            json.put("contract", both[0]).put("product", both[1]);
        }
        ObjectNode provider = json.putObject("provider");
        put(provider, "name", providerName);
        put(provider, "kvkNumber", kvkNumber == null ? null : kvkNumber.replace(" ", ""));
        put(json, "need", need);
        json.put("urgent", urgent != null);
        put(json, "longTermImpact", impact);
        ObjectNode period = json.putObject("period");
        put(period, "from", from);
        put(period, "to", to);
        number(json, "value", value);
        if (amount != null && !amount.isBlank()) {
            ObjectNode tariff = json.putObject("tariff");
            number(tariff, "amount", amount);
            put(tariff, "unit", unit);
        }
        ArrayNode tried = json.putArray("triedProviders");
        for (int i = 0; i < at(asked); i++) {
            String why = one(reason, i);
            if (!one(asked, i).isBlank() && !why.isBlank()) {
                ObjectNode row = tried.addObject();
                row.put("kvkNumber", one(asked, i).strip().replace(" ", "")).put("reason", why);
                put(row, "note", one(note, i));
            }
        }
        return json;
    }

    private static int at(@Nullable List<String> list) {
        return list == null ? 0 : list.size();
    }

    private static String one(@Nullable List<String> list, int place) {
        return list == null || place >= list.size() || list.get(place) == null ? "" : list.get(place);
    }

    /** The reason and the note that were filled in for a provider. */
    String reasonOf(String provider) {
        return of(provider, reason);
    }

    String noteOf(String provider) {
        return of(provider, note);
    }

    private String of(String provider, @Nullable List<String> list) {
        for (int i = 0; i < at(asked); i++) {
            if (one(asked, i).strip().equals(provider)) {
                return one(list, i);
            }
        }
        return "";
    }

    private static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            json.put(name, text.strip());
        }
    }

    /** 14.880 or 118,20; what is no number stays text, and is refused with what was expected. */
    static void number(ObjectNode json, String name, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        String text = typed.strip()
                .replaceAll("^€\\s*", "")
                .replaceAll("(?<=\\d)\\.(?=\\d{3}(\\D|$))", "")
                .replace(',', '.');
        if (text.matches("\\d{1,12}(\\.\\d{1,4})?")) {
            json.put(name, new BigDecimal(text));
        } else {
            json.put(name, typed.strip());
        }
    }
}
