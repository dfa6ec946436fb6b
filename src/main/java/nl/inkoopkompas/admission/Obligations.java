package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.decision.DecisionType.Proposal;
import nl.inkoopkompas.decision.DecisionType.Step;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * What follows admission, as the table {@code admission/obligations} says for the contract's law and the applicant's
 * size (plan 4.4.3 to 4.4.6).
 */
final class Obligations {

    private Obligations() {}

    static List<Step> following(Proposal proposal) {
        RuleBook book = proposal.ruleBook();
        Table obligations = book.requireTable("admission/obligations");
        Table contracts = book.requireTable("reference/contracts");
        Row contract = contracts
                .row(proposal.request().path("contract").asString())
                .orElseThrow(() -> new IllegalStateException("The schema allows contracts that the table lacks"));
        Object law = contracts.cell(contract, "law");
        String size = proposal.definition("micro")
                .map(micro -> micro ? "MICRO" : "OTHER")
                .orElse("UNKNOWN");
        List<Step> steps = new ArrayList<>();
        for (Row row : obligations.rows()) {
            if (suits(obligations.cell(row, "law"), law) && suits(obligations.cell(row, "size"), size)) {
                Long months = months(proposal, obligations.cell(row, "interval"));
                LocalDate due = months != null && contracts.cell(contract, "startsOn") instanceof LocalDate start
                        ? start.plusMonths(months)
                        : null;
                steps.add(
                        new Step(String.valueOf(obligations.cell(row, "step")), List.of(), due, months, row.source()));
            }
        }
        return steps;
    }

    private static boolean suits(@Nullable Object cell, @Nullable Object value) {
        return Table.ANY.equals(cell) || Objects.equals(cell, value);
    }

    /** The term of an obligation; the first time counts from the start of the contract. */
    private static @Nullable Long months(Proposal proposal, @Nullable Object parameter) {
        if (parameter == null) {
            return null;
        }
        return proposal.ruleBook()
                .parameter(parameter.toString())
                .flatMap(found -> found.values().stream()
                        .filter(value -> !value.from().isAfter(proposal.asOf()))
                        .reduce((earlier, later) -> later))
                .map(DatedValue::value)
                .map(value -> (Long) value)
                .orElse(null);
    }
}
