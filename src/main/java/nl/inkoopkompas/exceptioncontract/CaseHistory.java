package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.exceptioncontract.Act.Advice;
import nl.inkoopkompas.exceptioncontract.Act.Said;
import nl.inkoopkompas.exceptioncontract.Act.Tariff;
import nl.inkoopkompas.register.JournalEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How what was done with a case stands in the journal. */
final class CaseHistory {

    static final String SUBMITTED = "EXCEPTION_REQUEST";
    static final String ACTION = "EXCEPTION_ACTION";
    static final Set<String> KINDS = Set.of(SUBMITTED, ACTION);

    private CaseHistory() {}

    /** What was done, oldest first, from all that is recorded of a case. */
    static List<Act> of(List<JournalEntry> entries) {
        List<Act> acts = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (KINDS.contains(entry.kind())) {
                acts.add(act(entry));
            }
        }
        acts.sort((one, other) -> Integer.compare(one.turn(), other.turn()));
        return acts;
    }

    private static Act act(JournalEntry entry) {
        ObjectNode content = Objects.requireNonNull(entry.content(), "removed by retention");
        String action = text(content, "action");
        String from = text(content, "from");
        String decision = text(content, "decision");
        return new Act(
                content.path("turn").asInt(),
                action == null ? null : CaseAction.valueOf(action),
                entry.recordedAt(),
                entry.recordedBy(),
                content.path("role").asString(""),
                text(content, "rule"),
                from == null ? null : CaseStatus.valueOf(from),
                CaseStatus.valueOf(content.path("to").asString()),
                said(content),
                decision == null ? null : UUID.fromString(decision));
    }

    private static Said said(JsonNode content) {
        String advice = text(content, "advice");
        JsonNode tariff = content.path("tariff");
        return new Said(
                text(content, "motivation"),
                text(content, "question"),
                text(content, "answer"),
                advice == null ? null : Advice.valueOf(advice),
                tariff.isObject()
                        ? new Tariff(
                                new BigDecimal(tariff.path("amount").asString()),
                                tariff.path("unit").asString())
                        : null);
    }

    private static @Nullable String text(JsonNode content, String field) {
        return content.path(field).asString(null);
    }

    /** A new case. */
    static ObjectNode submitted(ExceptionCase.Line line, String role) {
        ObjectNode content = content(line, role);
        content.put("decision", line.decision().toString());
        return content;
    }

    /** Something that was done with a case. */
    static ObjectNode action(ExceptionCase.Line next, Act act) {
        ObjectNode content = content(next, act.role());
        content.put("action", String.valueOf(act.action()));
        content.put("from", String.valueOf(act.from()));
        content.put("rule", act.rule());
        content.put("decision", act.decision() == null ? null : act.decision().toString());
        Said said = act.said();
        content.put("motivation", said.motivation());
        content.put("question", said.question());
        content.put("answer", said.answer());
        content.put("advice", said.advice() == null ? null : said.advice().name());
        if (said.tariff() != null) {
            content.putObject("tariff")
                    .put("amount", said.tariff().amount().toPlainString())
                    .put("unit", said.tariff().unit());
        }
        return content;
    }

    private static ObjectNode content(ExceptionCase.Line line, String role) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("turn", line.turn());
        content.put("role", role);
        content.put("to", line.status().name());
        content.put("result", line.result() == null ? null : line.result().name());
        content.put("kind", line.kind().name());
        content.put("likeness", line.likeness());
        return content;
    }
}
