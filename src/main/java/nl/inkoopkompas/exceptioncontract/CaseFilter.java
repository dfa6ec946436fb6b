package nl.inkoopkompas.exceptioncontract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null leaves all.
 *
 * @param seenBy whoever looks: others' cases only once they are decided on
 */
public record CaseFilter(
        Actor seenBy,
        @Nullable CaseStatus status,
        @Nullable String municipality,
        @Nullable ExceptionKind kind,
        @Nullable String kvkNumber,
        @Nullable String product) {

    Where where() {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        if (seenBy.isOfAMunicipality()) {
            conditions.add("(municipality = :own or result in ('APPROVED', 'REJECTED'))");
            values.put("own", String.valueOf(seenBy.municipality()));
        }
        equal("status", status == null ? null : status.name(), conditions, values);
        equal("municipality", municipality, conditions, values);
        equal("kind", kind == null ? null : kind.name(), conditions, values);
        equal("kvk_number", kvkNumber, conditions, values);
        equal("product", product, conditions, values);
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }

    private static void equal(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    record Where(String sql, Map<String, Object> values) {}
}
