package nl.inkoopkompas.web.pages.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody fills in on the page, as parameters of an address, and the request that it comes to. */
final class AdviceForm {

    static final String DAY = "peildatum";
    static final String OWN = "aangepast";

    private static final String PROFILE = "profile";
    private static final String WORD = ".woord";

    private AdviceForm() {}

    /**
     * A field to fill in.
     *
     * @param kind TRUTH, TEXT, WHOLE, TEXTS (a choice of several) or LONG (a text of some length)
     * @param options what can be chosen
     */
    record Input(String name, String label, String kind, String value, List<Choice> options) {}

    record Choice(String value, String label, boolean chosen) {}

    /** What a page sends along unseen. */
    record Hidden(String name, String value) {}

    /** The request that the parameters come to; a profile of its own only where somebody changed one. */
    static ObjectNode request(RuleBook book, String contract, String today, Map<String, List<String>> sent) {
        ObjectNode request = DecisionEngine.noContext();
        String day = first(sent, DAY);
        request.put("asOf", day.isEmpty() ? today : day);
        request.put("contract", contract);
        Shape shape = book.policy(ProcedureType.ID).schema();
        if (!first(sent, OWN).isEmpty()) {
            ObjectNode profile = request.putObject(PROFILE);
            for (Field field : shape.require(PROFILE).requireItem().fields()) {
                put(profile, field, field.name(), sent);
            }
        }
        for (Field field : shape.fields()) {
            if (field.type() == Shape.Type.TEXT && !field.name().equals("contract")) {
                put(request, field, field.name(), sent);
            }
        }
        return request;
    }

    private static String first(Map<String, List<String>> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static void put(ObjectNode owner, Field field, String name, Map<String, List<String>> sent) {
        String value = first(sent, name);
        switch (field.type()) {
            case OBJECT -> {
                if (!first(sent, name + WORD).isEmpty()) {
                    owner.put(field.name(), first(sent, name + WORD));
                    return;
                }
                ObjectNode inner = DecisionEngine.noContext();
                field.requireItem().fields().forEach(part -> put(inner, part, name + "." + part.name(), sent));
                if (!inner.isEmpty()) {
                    owner.set(field.name(), inner);
                }
            }
            case LIST -> {
                List<String> chosen = new ArrayList<>();
                sent.getOrDefault(name, List.of()).stream()
                        .filter(one -> !one.isBlank())
                        .distinct()
                        .forEach(chosen::add);
                if (!chosen.isEmpty()) {
                    ArrayNode list = owner.putArray(field.name());
                    chosen.forEach(list::add);
                }
            }
            default -> {
                if (!value.isEmpty()) {
                    putScalar(owner, field, value);
                }
            }
        }
    }

    /** What cannot be read stays a text, so that it is refused by name. */
    private static void putScalar(ObjectNode owner, Field field, String value) {
        boolean truth = field.type() == Shape.Type.TRUTH && (value.equals("true") || value.equals("false"));
        String digits = value.replace(".", "").replace("\u00a0", "");
        if (truth) {
            owner.put(field.name(), Boolean.parseBoolean(value));
        } else if (field.type() == Shape.Type.WHOLE && digits.matches("\\d{1,12}")) {
            owner.put(field.name(), Long.parseLong(digits));
        } else {
            owner.put(field.name(), value);
        }
    }

    /** The fields of the profile and of the ground, filled in with what a request holds. */
    static List<Input> inputs(
            RuleBook book, Explainer explainer, JsonNode profile, JsonNode request, Language language) {
        List<Input> inputs = new ArrayList<>();
        Shape shape = book.policy(ProcedureType.ID).schema();
        for (Field field : shape.require(PROFILE).requireItem().fields()) {
            add(
                    inputs,
                    field,
                    field.name(),
                    "/profile/" + field.name(),
                    profile.path(field.name()),
                    explainer,
                    language);
        }
        for (Field field : shape.fields()) {
            if (field.type() == Shape.Type.TEXT && !field.name().equals("contract")) {
                add(inputs, field, field.name(), "/" + field.name(), request.path(field.name()), explainer, language);
            }
        }
        return inputs;
    }

    private static void add(
            List<Input> inputs,
            Field field,
            String name,
            String pointer,
            JsonNode held,
            Explainer explainer,
            Language language) {
        String label = capital(explainer.labels(language).field(pointer));
        String value = held.isMissingNode() || held.isNull() || held.isContainer() ? "" : held.asString();
        List<String> options = field.limits().options();
        switch (field.type()) {
            case OBJECT -> {
                for (Field part : field.requireItem().fields()) {
                    add(
                            inputs,
                            part,
                            name + "." + part.name(),
                            pointer + "/" + part.name(),
                            held.path(part.name()),
                            explainer,
                            language);
                }
                inputs.add(new Input(
                        name + WORD, label, "TEXT", value, choices(options, List.of(value), explainer, language)));
            }
            case LIST -> {
                List<String> all = field.requireItem().fields().get(0).limits().options();
                List<String> chosen = new ArrayList<>();
                held.forEach(one -> chosen.add(one.asString()));
                List<String> ordered = new ArrayList<>(chosen);
                all.stream().filter(one -> !chosen.contains(one)).forEach(ordered::add);
                inputs.add(new Input(name, label, "TEXTS", "", choices(ordered, chosen, explainer, language)));
            }
            case TEXT ->
                inputs.add(new Input(
                        name,
                        label,
                        options.isEmpty() ? "LONG" : "TEXT",
                        value,
                        choices(options, List.of(value), explainer, language)));
            default -> inputs.add(new Input(name, label, field.type().name(), value, List.of()));
        }
    }

    private static List<Choice> choices(
            List<String> options, List<String> chosen, Explainer explainer, Language language) {
        return options.stream()
                .map(option ->
                        new Choice(option, explainer.formats(language).value(option, null), chosen.contains(option)))
                .toList();
    }

    /** The same parameters again, for a form that records what the page shows. */
    static List<Hidden> hidden(Map<String, List<String>> sent) {
        List<Hidden> hidden = new ArrayList<>();
        sent.forEach((name, values) -> {
            if (!name.startsWith("_") && !name.equals("taal")) {
                values.stream()
                        .filter(value -> !CitizenNumber.occursIn(value))
                        .forEach(value -> hidden.add(new Hidden(name, value)));
            }
        });
        return hidden;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
