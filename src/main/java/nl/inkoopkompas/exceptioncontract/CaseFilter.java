package nl.inkoopkompas.exceptioncontract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null leaves all.
 *
 * @param seenBy whoever looks: others' cases only once they are decided on
 * @param overdueOn only those of which the next step should have been taken before this day
 */
public record CaseFilter(
        Actor seenBy,
        @Nullable CaseStatus status,
        @Nullable String municipality,
        @Nullable ExceptionKind kind,
        @Nullable String kvkNumber,
        @Nullable String product,
        @Nullable LocalDate overdueOn,
        @Nullable Sought sought) {

    /**
     * Part of what somebody remembers of a case.
     *
     * @param text part of the name or the KvK number of the provider, or of the pseudonym where they may see it
     * @param products those whose name holds the text
     */
    public record Sought(String text, Set<String> products) {}

    public CaseFilter(
            Actor seenBy,
            @Nullable CaseStatus status,
            @Nullable String municipality,
            @Nullable ExceptionKind kind,
            @Nullable String kvkNumber,
            @Nullable String product) {
        this(seenBy, status, municipality, kind, kvkNumber, product, null, null);
    }

    /** All that somebody may see. */
    public static CaseFilter seenBy(Actor actor) {
        return new CaseFilter(actor, null, null, null, null, null);
    }

    public CaseFilter overdueOn(@Nullable LocalDate day) {
        return new CaseFilter(seenBy, status, municipality, kind, kvkNumber, product, day, sought);
    }

    public CaseFilter about(Sought what) {
        return new CaseFilter(seenBy, status, municipality, kind, kvkNumber, product, overdueOn, what);
    }

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
        if (overdueOn != null) {
            conditions.add("due_on < :today");
            values.put("today", overdueOn);
        }
        if (sought != null) {
            conditions.add(said(sought, values));
        }
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }

    private String said(Sought what, Map<String, Object> values) {
        String literal = what.text().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        values.put("text", "%" + literal.toLowerCase(Locale.ROOT) + "%");
        List<String> places = new ArrayList<>(
                List.of("lower(provider_name) like :text escape '!'", "kvk_number like :text escape '!'"));
        String client = "lower(client) like :text escape '!'";
        places.add(seenBy.isOfAMunicipality() ? "(municipality = :own and " + client + ")" : client);
        if (!what.products().isEmpty()) {
            places.add("product in (:products)");
            values.put("products", what.products());
        }
        return "(" + String.join(" or ", places) + ")";
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
