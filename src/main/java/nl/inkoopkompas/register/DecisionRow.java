package nl.inkoopkompas.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What lists show of a decision, derived from its entry in the journal and from nothing else. */
final class DecisionRow {

    private DecisionRow() {}

    /** The columns, by the names of the parameters that stand for them. */
    static Map<String, @Nullable Object> of(JournalEntry entry) {
        JsonNode content = Objects.requireNonNull(entry.content());
        JsonNode decision = content.get("decision");
        JsonNode request = content.get("request");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", entry.id());
        row.put("firstId", entry.dossier());
        row.put("previousId", id(decision.get("previous")));
        row.put("round", decision.get("round").asInt());
        row.put("type", decision.get("type").asString());
        row.put("outcome", decision.get("outcome").asString());
        row.put("contract", text(request.path("contract")));
        row.put("applicantName", text(provider(request, "name")));
        row.put("kvkNumber", text(provider(request, "kvkNumber")));
        row.put("products", request.path("products").size());
        row.put("unsettled", unsettled(decision.get("findings")));
        row.put("asOf", LocalDate.parse(decision.get("asOf").asString()));
        row.put("recordedAt", Columns.time(entry.recordedAt()));
        row.put("recordedBy", entry.recordedBy());
        row.put("ruleBookVersion", decision.at("/ruleBook/version").asString());
        row.put("ruleBookHash", decision.at("/ruleBook/hash").asString());
        row.put("engineVersion", decision.at("/engine/version").asString());
        row.put("engineBuild", decision.at("/engine/build").asString());
        row.put("inputHash", decision.get("inputHash").asString());
        row.put("importId", id(content.get("importId")));
        row.put("applicationKey", text(content.path("applicationKey")));
        return row;
    }

    /** Who a decision is about: whoever applies, or the provider that somebody else asks for. */
    private static JsonNode provider(JsonNode request, String field) {
        JsonNode asked = request.path("provider").path(field);
        return asked.isMissingNode() ? request.path("applicant").path(field) : asked;
    }

    private static @Nullable UUID id(JsonNode node) {
        return node.isString() ? UUID.fromString(node.asString()) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? Columns.text(node.asString()) : null;
    }

    private static String unsettled(JsonNode findings) {
        Set<String> criteria = new LinkedHashSet<>();
        for (JsonNode finding : findings) {
            if (!Verdict.valueOf(finding.get("verdict").asString()).isSettled()) {
                criteria.add(finding.get("criterion").asString() + ",");
            }
        }
        return String.join("", criteria);
    }
}
