package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Example norms in memory, with every kind of entry, window and product that the rules tell apart. */
final class ReferenceExampleNorms implements ReferenceNorms {

    private static final LocalDate FROM = LocalDate.of(2024, 2, 1);
    private static final LocalDate TO = LocalDate.of(2024, 5, 31);

    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> tables = new HashMap<>();

    ReferenceExampleNorms() {
        with("admission.negative-experience.look-back-years", 3L);
        with("admission.negative-experience.provider-initiated-counts", false);
        with("admission.re-entry-ban.reading", "REOPENING_SAME_CONTRACT");
        with("admission.experience.look-back-years", 2L);
        with("admission.experience.reading", "CARRIED_OUT");
        with("admission.administrative-measure.look-back-years", 3L);
        with("admission.financial-health.solvency-lower", new BigDecimal("0.15"));
        with("admission.financial-health.solvency-upper", new BigDecimal("0.25"));
        with("admission.financial-health.accounts-due-month", 6L);
        with("admission.financial-health.years", 3L);
        with("admission.procurement-declaration.max-age-months", 24L);
        with("admission.housing.missing", "JUDGEMENT");
        with("admission.micro.employees-below", 10L);
        with("admission.micro.amount-below", 2_000_000L);
        with("admission.micro.reading", "EITHER");
        fillReference();
        fillAdmission();
    }

    private void fillReference() {
        String contracts = "reference/contracts";
        row(contracts, "id", "jeugdbescherming-jeugdreclassering", "entry", "INVITATION");
        row(contracts, "id", "crisisdienst", "entry", "CLOSED");
        row(contracts, "id", "hoog-specialistisch-jeugd", "entry", "WINDOW");
        row(contracts, "id", "wonen-jeugd", "entry", "WINDOW");
        row(contracts, "id", "ambulant-jeugd", "entry", "WINDOW");
        row(contracts, "id", "hulp-bij-huishouden", "entry", "WINDOW");
        product("jeugdbescherming-jeugdreclassering", "JB-1", 8L, "HBO", "5", false, null);
        product("crisisdienst", "CR-1", 3L, "HBO", "4", false, null);
        product("hoog-specialistisch-jeugd", "HS-1", 20L, "WO", "10", false, null);
        product("hoog-specialistisch-jeugd", "HS-2", null, "WO", null, false, null);
        product("wonen-jeugd", "WJ-1", 6L, "MBO4", "2.5", false, null);
        product("wonen-jeugd", "WJ-2", 6L, "MBO4", null, true, null);
        product("wonen-jeugd", "WJ-3", 6L, null, "2.5", true, "WJ-0");
        product("ambulant-jeugd", "AJ-1", 10L, "HBO", "3.5", false, null);
        product("ambulant-jeugd", "AJ-2", null, "MBO4", "1.25", false, null);
        product("ambulant-jeugd", "AJ-3", 4L, "MBO3", null, false, null);
        product("ambulant-jeugd", "AJ-4", 5L, "HBO", "2", true, null);
        product("hulp-bij-huishouden", "HH-1", 12L, "MBO2", "6", false, null);
        window("wonen-jeugd", "*", "INITIAL", FROM, TO);
        window("wonen-jeugd", "WJ-2", "REOPENED", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));
        window("ambulant-jeugd", "*", "INITIAL", FROM, TO);
        window("ambulant-jeugd", "*", "REOPENED", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 31));
        window("ambulant-jeugd", "AJ-1", "REOPENED", LocalDate.of(2027, 2, 28), LocalDate.of(2027, 4, 30));
        window("hulp-bij-huishouden", "HH-1", "REOPENED", LocalDate.of(2028, 2, 29), LocalDate.of(2028, 6, 1));
    }

    private void fillAdmission() {
        row("admission/insurance", "size", "MICRO", "perEvent", 1_250_000L, "perYear", 2_500_000L);
        row("admission/insurance", "size", "OTHER", "perEvent", 2_500_000L, "perYear", 5_000_000L);
        for (String scheme : List.of("ISO9001", "HKZ")) {
            row("admission/quality-schemes", "scheme", scheme);
        }
        row("admission/associations", "association", "Jeugdzorg Nederland", "contract", "ambulant-jeugd");
        row("admission/associations", "association", "Zorgthuisnl", "contract", "hulp-bij-huishouden");
        row("admission/associations", "association", "Valente", "contract", "*");
        for (String criterion : ReferenceAdmission.CRITERIA) {
            boolean lasting = criterion.endsWith("entry-window") || criterion.endsWith("re-entry-ban");
            criterion("*", criterion, !criterion.endsWith("housing"), !lasting);
        }
        criterion("wonen-jeugd", "admission.housing", true, true);
    }

    /** Sets a parameter; null unsets it. */
    ReferenceExampleNorms with(String key, @Nullable Object value) {
        parameters.put(key, value);
        return this;
    }

    /** Empties a table. */
    ReferenceExampleNorms without(String table) {
        tables.remove(table);
        return this;
    }

    void product(
            String contract,
            String code,
            @Nullable Long minTrajectories,
            @Nullable String minLevel,
            @Nullable String minFte,
            boolean isNew,
            @Nullable String predecessor) {
        BigDecimal fte = minFte == null ? null : new BigDecimal(minFte);
        row("admission/products", "contract", contract, "code", code, "name", code, "minLevel", minLevel);
        Map<String, Object> row =
                rows("admission/products").get(rows("admission/products").size() - 1);
        row.put("minTrajectories", minTrajectories);
        row.put("minFte", fte);
        row.put("isNew", isNew);
        row.put("predecessor", predecessor);
    }

    void window(
            String contract, String product, String kind, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
        row("admission/entry-windows", "contract", contract, "product", product, "kind", kind, "opensOn", opensOn);
        rows("admission/entry-windows")
                .get(rows("admission/entry-windows").size() - 1)
                .put("closesOn", closesOn);
    }

    void criterion(String contract, String criterion, boolean applies, boolean remediable) {
        row("admission/criteria", "contract", contract, "criterion", criterion, "applies", applies);
        rows("admission/criteria").get(rows("admission/criteria").size() - 1).put("remediable", remediable);
    }

    /** Adds a row, given as column, value, column, value … */
    void row(String table, @Nullable Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<Map<String, Object>> rows = tables.computeIfAbsent(table, name -> new ArrayList<>());
        row.put("id", "r" + (rows.size() + 1));
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        rows.add(row);
    }

    @Override
    public @Nullable Object parameter(String key) {
        return parameters.get(key);
    }

    @Override
    public List<Map<String, Object>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }
}
