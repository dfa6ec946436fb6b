package nl.inkoopkompas.correspondence;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.CaseTerms;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.exceptioncontract.ExceptionType;
import nl.inkoopkompas.exceptioncontract.Mandates;
import nl.inkoopkompas.exceptioncontract.Mandates.Mandate;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a letter on a request for an exception contract rests on.
 *
 * @param act that asked for the letter
 * @param decision the last one on the case
 * @param book that it was decided with
 */
record CaseBasis(ExceptionCase one, Act act, RegisteredDecision decision, RuleBook book) {

    private static final String CRITERIA = "exceptioncontract/criteria";
    private static final String TASKS = "exceptioncontract/task-split";

    /** What a municipality does beside what RWO does. */
    record Tasks(String municipality, String rwo) {}

    Line line() {
        return one.line();
    }

    CaseWords words() {
        return new CaseWords(book, ExceptionType.ID);
    }

    JsonNode request() {
        return decision.request();
    }

    /** The act that decided on the case. */
    Act decided() {
        return act.action() == CaseAction.APPROVE || act.action() == CaseAction.REJECT
                ? act
                : one.decided().orElse(act);
    }

    LocalDate decidedOn() {
        return CaseWords.dayOf(decided().at());
    }

    boolean approved() {
        return decided().action() == CaseAction.APPROVE;
    }

    String motivation() {
        return Objects.requireNonNullElse(decided().said().motivation(), "");
    }

    Optional<Mandate> mandate() {
        return new Mandates(book).toDecide(decided().role(), line().value(), decidedOn());
    }

    Optional<Mandate> signature() {
        return new Mandates(book).toSign(decidedOn());
    }

    /** By when the decision has to be carried out; null where there is no term. */
    CaseTerms.@Nullable Due due() {
        return new CaseTerms(book)
                .due(approved() ? CaseStatus.APPROVED : CaseStatus.REJECTED, line().urgent(), decidedOn());
    }

    List<FindingText> findings() {
        CaseWords words = words();
        return decision.decision()
                .path("findings")
                .valueStream()
                .map(finding -> FindingText.of(finding, decision.decision().path("products"), words))
                .toList();
    }

    /** What the criteria are called that are about how a case is dealt with. */
    Set<String> procedureCriteria() {
        Table table = book.requireTable(CRITERIA);
        CaseWords words = words();
        return table.rows().stream()
                .filter(row -> "PROCEDURE".equals(table.cell(row, "effect")))
                .map(row -> words.criterion(Objects.toString(table.cell(row, "criterion"))))
                .collect(Collectors.toSet());
    }

    /** The contracts that the provider has already. */
    List<String> contractsHeld() {
        List<String> held = new ArrayList<>();
        for (JsonNode contracted : decision.context().path("contractedProviders")) {
            if (contracted.path("kvkNumber").asString().equals(line().kvkNumber())) {
                held.add(words().contract(contracted.path("contract").asString()));
            }
        }
        return held.stream().distinct().toList();
    }

    /** Who does what once care is given, as figure 8 of the plan has it. */
    List<Tasks> tasks() {
        Table table = book.requireTable(TASKS);
        return table.rows().stream()
                .filter(row -> "8".equals(Objects.toString(table.cell(row, "figure"))))
                .map(row -> new Tasks(
                        Objects.toString(table.cell(row, "municipality"), ""),
                        Objects.toString(table.cell(row, "rwo"), "")))
                .toList();
    }

    String period() {
        JsonNode to = request().at("/period/to");
        String from = words().value("/period/from", request().at("/period/from"));
        return to.isString() ? from + " tot en met " + words().value("/period/to", to) : "vanaf " + from;
    }

    String value() {
        return euro(request().path("value").decimalValue());
    }

    /** € 14.880, or € 118,20 where there are cents. */
    private static String euro(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Language.NL.locale());
        format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
        format.setMaximumFractionDigits(2);
        return "€\u00a0" + format.format(amount);
    }

    /** The tariff that was asked or agreed on; empty where there is none. */
    String tariff() {
        JsonNode tariff = request().path("tariff");
        return tariff.isObject()
                ? euro(tariff.path("amount").decimalValue()) + " per "
                        + words().value("/tariff/unit", tariff.path("unit"))
                : "";
    }

    /** A text without the pseudonym of the client, wherever somebody typed it. */
    String withoutClient(String text) {
        return text.replace(line().client(), "…");
    }
}
