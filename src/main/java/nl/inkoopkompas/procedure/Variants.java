package nl.inkoopkompas.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.StatedRows.Said;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** How a procedure is shaped for a profile, as the table of variants says. */
final class Variants {

    private static final String TABLE = "procedure/variants";

    private Variants() {}

    static Map<String, @Nullable Object> of(Case asked, Procedure procedure) {
        Map<String, @Nullable Object> variant = new LinkedHashMap<>();
        variant.put("interimEntry", null);
        variant.put("lots", 1L);
        variant.put("dialogue", false);
        variant.put("perPlace", false);
        Table table = asked.rows(TABLE).table();
        for (boolean conditional : new boolean[] {false, true}) {
            for (Said said : asked.said(TABLE)) {
                Table.Row row = said.stated().row();
                boolean here = procedure.name().equals(table.cell(row, "procedure"))
                        && (said.stated().condition() != null) == conditional;
                if (here && said.truth() == Truth.TRUE) {
                    variant.put(
                            String.valueOf(table.cell(row, "variant")),
                            given(asked, String.valueOf(table.cell(row, "gives"))));
                }
            }
        }
        return variant;
    }

    private static @Nullable Object given(Case asked, String written) {
        if (written.startsWith("/")) {
            Leaf leaf = asked.request().at(written);
            return leaf == null ? null : leaf.value();
        }
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> written;
        };
    }
}
