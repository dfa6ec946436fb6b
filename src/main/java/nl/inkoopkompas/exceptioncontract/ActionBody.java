package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.Motivation;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.exceptioncontract.Act.Advice;
import nl.inkoopkompas.exceptioncontract.Act.Said;
import nl.inkoopkompas.exceptioncontract.Act.Tariff;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody wants to do with a case, as the body of a call: {@code {action, motivation, …fields}}. */
record ActionBody(CaseAction action, ObjectNode body) {

    private static final int LONGEST = 4000;
    private static final Set<String> UNITS = Set.of("MINUTE", "HOUR", "DAY_PART", "DAY", "PIECE");
    private static final BigDecimal MOST = new BigDecimal("999999999");

    /** Reads which action it is; refuses another with a {@link RequestRefused}. */
    static ActionBody read(ObjectNode body) {
        JsonNode name = body.path("action");
        return CaseAction.of(name.isString() ? name.asString() : "")
                .map(action -> new ActionBody(action, body))
                .orElseThrow(() -> {
                    BodyProblems problems = new BodyProblems();
                    String options = String.join(
                            ", ",
                            Arrays.stream(CaseAction.values()).map(Enum::name).toList());
                    problems.add("/action", "verwacht een van " + options, "expected one of " + options);
                    return problems.refused();
                });
    }

    /**
     * Reads what is said with it; refuses what is missing or does not suit with a {@link RequestRefused}.
     *
     * @param asked the fields that have to be there
     */
    Said said(List<String> asked) {
        BodyProblems problems = new BodyProblems();
        Set<String> known = new HashSet<>(asked);
        known.addAll(List.of("action", "motivation"));
        problems.addUnknown(body, known, "");
        String motivation = Motivation.read(body, problems);
        boolean reasons = asked.contains("motivation");
        if (reasons && problems.isEmpty() && !Motivation.isEnough(motivation)) {
            problems.add(
                    "/motivation",
                    "motiveer dit in ten minste " + Motivation.SHORTEST + " tekens",
                    "give reasons of at least " + Motivation.SHORTEST + " characters");
        }
        Said said = new Said(
                motivation,
                asked.contains("question") ? text("question", problems) : null,
                asked.contains("answer") ? text("answer", problems) : null,
                asked.contains("advice") ? advice(problems) : null,
                asked.contains("amount") ? tariff(problems) : null);
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        return said;
    }

    /** Whoever approves against findings that are not met has to name them, by id or by name. */
    static void demandNamed(@Nullable String motivation, Map<String, List<String>> notMet) {
        String reasons = motivation == null ? "" : motivation.toLowerCase(Locale.ROOT);
        List<String> unnamed = new ArrayList<>();
        notMet.forEach((criterion, names) -> {
            boolean named = reasons.contains(criterion)
                    || names.stream().anyMatch(name -> reasons.contains(name.toLowerCase(Locale.ROOT)));
            if (!named) {
                unnamed.add(criterion + " (" + names.get(0) + ")");
            }
        });
        if (!unnamed.isEmpty()) {
            BodyProblems problems = new BodyProblems();
            String list = String.join(", ", unnamed);
            problems.add(
                    "/motivation",
                    "u keurt goed terwijl niet is voldaan aan " + list + "; noem dat in uw motivering",
                    "you approve while " + list + " is not met; name it in your reasons");
            throw problems.refused();
        }
    }

    private @Nullable String text(String field, BodyProblems problems) {
        JsonNode node = body.path(field);
        if (!node.isString() || node.asString().isBlank()) {
            problems.add("/" + field, "verwacht een tekst", "expected a text");
            return null;
        }
        String text = node.asString();
        if (text.length() > LONGEST) {
            problems.add("/" + field, "ten hoogste " + LONGEST + " tekens", "at most " + LONGEST + " characters");
        }
        if (CitizenNumber.occursIn(text)) {
            problems.add(
                    "/" + field,
                    "hier staat iets in de vorm van een BSN of RSIN; haal het weg",
                    "this holds something in the form of a BSN or RSIN; remove it");
        }
        return text.strip();
    }

    private @Nullable Advice advice(BodyProblems problems) {
        JsonNode node = body.path("advice");
        for (Advice advice : Advice.values()) {
            if (node.isString() && node.asString().equals(advice.name())) {
                return advice;
            }
        }
        problems.add("/advice", "verwacht APPROVE of REJECT", "expected APPROVE or REJECT");
        return null;
    }

    private @Nullable Tariff tariff(BodyProblems problems) {
        JsonNode amount = body.path("amount");
        JsonNode unit = body.path("unit");
        boolean number = amount.isNumber()
                && amount.decimalValue().signum() >= 0
                && amount.decimalValue().compareTo(MOST) <= 0
                && Math.abs((long) amount.decimalValue().scale()) <= 30;
        if (!number) {
            problems.add("/amount", "verwacht een bedrag van 0 of meer", "expected an amount of 0 or more");
        }
        if (!unit.isString() || !UNITS.contains(unit.asString())) {
            problems.add(
                    "/unit",
                    "verwacht MINUTE, HOUR, DAY_PART, DAY of PIECE",
                    "expected MINUTE, HOUR, DAY_PART, DAY or PIECE");
        }
        return problems.isEmpty() ? new Tariff(amount.decimalValue(), unit.asString()) : null;
    }
}
