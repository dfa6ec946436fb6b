package nl.inkoopkompas.procedure;

import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.StatedRows.Stated;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Table;

/**
 * A row of the table of trade-offs.
 *
 * @param weight below zero where it speaks against the procedure
 */
record TradeOff(Table table, Stated stated, Procedure procedure, long weight) {

    static final String TABLE = "procedure/trade-offs";

    static TradeOff of(Table table, Stated stated) {
        Table.Row row = stated.row();
        long weight = table.cell(row, "weight") instanceof Long set ? set : 0;
        boolean against = "DISADVANTAGE".equals(table.cell(row, "effect"));
        return new TradeOff(
                table,
                stated,
                Procedure.valueOf(String.valueOf(table.cell(row, "procedure"))),
                against ? -weight : weight);
    }

    String text(Language language) {
        return String.valueOf(table.cell(stated.row(), language == Language.EN ? "textEn" : "text"));
    }

    Norm norm() {
        return Norm.of(table, stated.row(), "weight");
    }

    String key() {
        return table.id() + "#" + stated.row().id();
    }
}
