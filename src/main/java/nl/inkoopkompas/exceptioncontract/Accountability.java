package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the accountant asks of each exception that was approved: was it lawful, and on what ground? */
@Component
public class Accountability {

    private static final String VALUE = "exception.value";
    private static final String MANDATE = "exception.mandate";
    private static final String THRESHOLD = "reference/thresholds#";

    private final ExceptionCases cases;
    private final DecisionRegister register;

    Accountability(ExceptionCases cases, DecisionRegister register) {
        this.cases = cases;
        this.register = register;
    }

    /** Whether the value stayed below the threshold. */
    public enum Lawful {
        LAWFUL,
        UNLAWFUL,
        UNCLEAR
    }

    /**
     * An exception that was approved.
     *
     * @param procedure how the contract was given
     * @param ground what the approval rests on
     * @param cumulatedValue with the earlier exceptions of the provider, as they were known when it was decided on
     * @param threshold as it held on the reference date; null where none was set
     * @param motivation what the decider said
     */
    public record Entry(
            UUID id,
            String municipality,
            String kvkNumber,
            String providerName,
            String contract,
            String product,
            ExceptionKind kind,
            String procedure,
            String ground,
            BigDecimal value,
            BigDecimal cumulatedValue,
            @Nullable BigDecimal threshold,
            Lawful lawful,
            LocalDate approvedOn,
            @Nullable String approvedBy,
            @Nullable String motivation) {}

    /** Those that were approved in a year, oldest first. */
    public List<Entry> of(int year, Actor seenBy) {
        Instant from =
                LocalDate.of(year, 1, 1).atStartOfDay(ExceptionCases.ZONE).toInstant();
        Instant until =
                LocalDate.of(year + 1, 1, 1).atStartOfDay(ExceptionCases.ZONE).toInstant();
        List<Entry> entries = new ArrayList<>();
        for (Line line : cases.approvedBetween(seenBy, from, until)) {
            register.byId(line.decision()).ifPresent(decision -> entries.add(entry(line, decision)));
        }
        return entries;
    }

    private Entry entry(Line line, RegisteredDecision decision) {
        JsonNode value = finding(decision, VALUE);
        Optional<Act> decided = cases.find(line.id()).flatMap(ExceptionCase::decided);
        Instant approved = line.resultAt();
        return new Entry(
                line.id(),
                line.municipality(),
                line.kvkNumber(),
                line.providerName(),
                line.contract(),
                line.product(),
                line.kind(),
                "SINGLE_PRIVATE_TENDER",
                ground(finding(decision, MANDATE)),
                line.value(),
                cumulated(line, value),
                threshold(value),
                lawful(value),
                LocalDate.ofInstant(approved == null ? line.since() : approved, ExceptionCases.ZONE),
                line.resultBy(),
                decided.map(act -> act.said().motivation()).orElse(null));
    }

    private static JsonNode finding(RegisteredDecision decision, String criterion) {
        for (JsonNode finding : decision.decision().path("findings")) {
            if (finding.path("criterion").asString().equals(criterion)) {
                return finding;
            }
        }
        return decision.decision().path("none");
    }

    private static String ground(JsonNode mandate) {
        JsonNode row = mandate.path("norms").path(0);
        return row.path("key").asString("");
    }

    /** The values of the earlier exceptions that the finding rests on, with this one. */
    private static BigDecimal cumulated(Line line, JsonNode finding) {
        BigDecimal sum = line.value();
        for (JsonNode fact : finding.path("facts")) {
            if (fact.path("pointer").asString().matches("/context/earlierExceptions/\\d+/value")) {
                sum = sum.add(fact.path("value").decimalValue());
            }
        }
        return sum;
    }

    private static @Nullable BigDecimal threshold(JsonNode finding) {
        for (JsonNode norm : finding.path("norms")) {
            if (norm.path("key").asString().startsWith(THRESHOLD)) {
                return norm.at("/value/amount").decimalValue();
            }
        }
        return null;
    }

    private static Lawful lawful(JsonNode finding) {
        return switch (finding.path("verdict").asString("")) {
            case "MET" -> Lawful.LAWFUL;
            case "NOT_MET" -> Lawful.UNLAWFUL;
            default -> Lawful.UNCLEAR;
        };
    }
}
