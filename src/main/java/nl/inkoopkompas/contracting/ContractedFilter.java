package nl.inkoopkompas.contracting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which contracted providers to list; null leaves all.
 *
 * @param municipality CBS code of a municipality that the contracting counts for
 * @param text part of the provider's name, or the start of the KvK number
 */
public record ContractedFilter(
        @Nullable String contract,
        @Nullable String product,
        @Nullable String municipality,
        @Nullable String kvkNumber,
        @Nullable String text) {

    public static ContractedFilter all() {
        return new ContractedFilter(null, null, null, null, null);
    }

    public ContractedFilter ofContract(@Nullable String contract) {
        return new ContractedFilter(contract, product, municipality, kvkNumber, text);
    }

    public ContractedFilter ofProduct(@Nullable String product) {
        return new ContractedFilter(contract, product, municipality, kvkNumber, text);
    }

    public ContractedFilter inMunicipality(@Nullable String municipality) {
        return new ContractedFilter(contract, product, municipality, kvkNumber, text);
    }

    public ContractedFilter ofProvider(@Nullable String kvkNumber) {
        return new ContractedFilter(contract, product, municipality, kvkNumber, text);
    }

    public ContractedFilter withText(@Nullable String text) {
        return new ContractedFilter(contract, product, municipality, kvkNumber, text);
    }

    /** The versions in force on a day of what is contracted on that day, as SQL over {@code v}. */
    Where on(LocalDate day) {
        List<String> conditions = new ArrayList<>(List.of(
                "v.holds_from <= :on",
                "v.starts_on <= :on",
                "(v.ends_on is null or v.ends_on >= :on)",
                "not exists (select 1 from contracting_version n where n.contracting_id = v.contracting_id"
                        + " and n.version > v.version and n.holds_from <= :on)"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("on", day);
        equal("contract", contract, conditions, values);
        equal("product", product, conditions, values);
        equal("kvk_number", kvkNumber, conditions, values);
        if (municipality != null) {
            conditions.add("(v.municipalities is null or v.municipalities like :municipality escape '!')");
            values.put("municipality", "%," + literally(municipality) + ",%");
        }
        if (text != null) {
            conditions.add("(v.name_key like :name escape '!' or v.kvk_number like :kvk escape '!')");
            values.put("name", "%" + literally(ContractingRow.key(text)) + "%");
            values.put("kvk", literally(ContractingRow.key(text)) + "%");
        }
        return new Where(" where " + String.join(" and ", conditions), values);
    }

    private static void equal(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            String name = column.replace("_", "").toLowerCase(Locale.ROOT);
            conditions.add("v." + column + " = :" + name);
            values.put(name, ContractingRow.text(value));
        }
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    record Where(String sql, Map<String, Object> values) {}
}
