package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;

/** Who has a mandate for what, as the table {@code mandates} of a rule book says. */
public final class Mandates {

    private static final String TABLE = "exceptioncontract/mandates";
    private static final String EXCEPTION = "EXCEPTION_CONTRACT";
    private static final String SIGNATURE = "SIGN_CONTRACT";

    private final Table table;

    public Mandates(RuleBook book) {
        this.table = book.requireTable(TABLE);
    }

    /**
     * A row that gives somebody a mandate.
     *
     * @param decides who, in words
     * @param condition under what condition; empty for none
     * @param ground what it rests on
     * @param open what the plan leaves open about it; empty for nothing
     */
    public record Mandate(String rule, String decides, String condition, String ground, String open) {}

    /** Why somebody has no mandate, and the row or the table that says so. */
    record Refusal(Bilingual why, String rule) {}

    /** The mandate that a role has to decide on exceptions of a value. */
    public Optional<Mandate> toDecide(String role, BigDecimal value, LocalDate day) {
        return table.rows().stream()
                .filter(row -> isFor(row, EXCEPTION, role) && refusal(row, value, day) == null)
                .findFirst()
                .map(this::mandate);
    }

    /** The mandate to sign contracts. */
    public Optional<Mandate> toSign(LocalDate day) {
        return table.rows().stream()
                .filter(row -> SIGNATURE.equals(table.cell(row, "decision")) && holdsOn(row, day))
                .findFirst()
                .map(this::mandate);
    }

    /** Why somebody in a role has no mandate for a value on a day; null where they have one. */
    @Nullable
    Refusal refusal(String role, BigDecimal value, LocalDate day) {
        Refusal refusal = new Refusal(
                new Bilingual("Voor uw rol is geen mandaat vastgelegd", "No mandate is recorded for your role"), TABLE);
        for (Row row : table.rows()) {
            if (isFor(row, EXCEPTION, role)) {
                Bilingual refused = refusal(row, value, day);
                if (refused == null) {
                    return null;
                }
                refusal = new Refusal(refused, rule(row));
            }
        }
        return refusal;
    }

    private @Nullable Bilingual refusal(Row row, BigDecimal value, LocalDate day) {
        Object below = table.cell(row, "amountBelow");
        boolean limited = Boolean.TRUE.equals(table.cell(row, "limited"));
        if (!holdsOn(row, day)) {
            return new Bilingual(
                    "Het mandaat voor uw rol geldt vandaag niet", "The mandate for your role does not hold today");
        }
        if (limited && below == null) {
            return new Bilingual(
                    "Het bedrag waaronder uw rol besluit is niet vastgelegd",
                    "The amount below which your role decides is not set");
        }
        if (below != null && value.compareTo(new BigDecimal(below.toString())) >= 0) {
            return new Bilingual("Uw rol besluit alleen onder € " + below, "Your role decides only below € " + below);
        }
        return null;
    }

    private boolean isFor(Row row, String decision, String role) {
        return decision.equals(table.cell(row, "decision")) && role.equals(table.cell(row, "role"));
    }

    private boolean holdsOn(Row row, LocalDate day) {
        LocalDate from = (LocalDate) table.cell(row, "from");
        LocalDate to = (LocalDate) table.cell(row, "to");
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private Mandate mandate(Row row) {
        return new Mandate(
                rule(row), text(row, "decides"), text(row, "condition"), text(row, "ground"), text(row, "gap"));
    }

    private static String rule(Row row) {
        return TABLE + "#" + row.id();
    }

    private String text(Row row, String column) {
        return Objects.toString(table.cell(row, column), "");
    }
}
