package nl.inkoopkompas.exceptioncontract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether an exception contract is needed, and what has to be weighed before it is granted (plan 7.3). */
@Component
public final class ExceptionType implements DecisionType {

    public static final String ID = "exceptioncontract";
    public static final String NAME = "exception-contract";

    /** Decides whether an exception is needed at all. */
    private static final String NEED = "NEED";

    /** The condition that tells an addendum from a contract of its own. */
    private static final String CONTRACTED = "contracted";

    /** What is proposed. */
    public enum ExceptionOutcome {
        NOT_NEEDED,
        EXCEPTION
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isDeterminedAtOnce() {
        return false;
    }

    @Override
    public Outcome outcome(JsonNode request, List<Judged> findings) {
        ExceptionKind kind = kind(findings);
        ExceptionOutcome outcome =
                kind == ExceptionKind.NOT_NEEDED ? ExceptionOutcome.NOT_NEEDED : ExceptionOutcome.EXCEPTION;
        return new Outcome(outcome.name(), Map.of("kind", kind.name()));
    }

    private static ExceptionKind kind(List<Judged> findings) {
        for (Judged finding : findings) {
            if (finding.effect().equals(NEED)) {
                if (finding.verdict() == Verdict.NOT_MET) {
                    return ExceptionKind.NOT_NEEDED;
                }
                return finding.holding().contains(CONTRACTED) ? ExceptionKind.CSA : ExceptionKind.URC;
            }
        }
        return ExceptionKind.URC;
    }

    @Override
    public List<String> outcomesUpward() {
        return List.of(ExceptionOutcome.EXCEPTION.name(), ExceptionOutcome.NOT_NEEDED.name());
    }

    @Override
    public boolean rulesOut(Judged finding, String outcome) {
        return finding.effect().equals(NEED)
                && outcome.equals(ExceptionOutcome.EXCEPTION.name())
                && finding.verdict() == Verdict.NOT_MET;
    }

    @Override
    public Applicant applicant(Element request) {
        Element provider = request.child(request.shape().require("provider"));
        return new Applicant(text(provider, "kvkNumber"), text(provider, "name"));
    }

    private static String text(Element element, String field) {
        return String.valueOf(element.get(element.shape().require(field)));
    }

    @Override
    public List<Trait> traits(Element request, Function<String, Optional<Boolean>> definitions) {
        return List.of(
                new Trait(Trait.CONTRACT, List.of(text(request, "contract"))),
                new Trait(Trait.PART, List.of(text(request, "product"))),
                new Trait(Trait.PLACE, List.of(text(request, "municipality"))));
    }

    @Override
    public Bilingual label(RuleBook book, String dimension, String value) {
        String name =
                switch (dimension) {
                    case Trait.CONTRACT -> name(book, "reference/contracts", "id", value);
                    case Trait.PART -> name(book, "admission/products", "code", value);
                    case Trait.PLACE -> name(book, "reference/municipalities", "id", value);
                    default -> value;
                };
        return new Bilingual(name, name);
    }

    private static String name(RuleBook book, String table, String column, String value) {
        Table rows = book.requireTable(table);
        return rows.rows().stream()
                .filter(row -> value.equals(rows.cell(row, column)))
                .map(row -> String.valueOf(rows.cell(row, "name")))
                .findFirst()
                .orElse(value);
    }

    @Override
    public List<Step> next(Proposal proposal) {
        List<Judged> findings = proposal.findings();
        if (kind(findings) == ExceptionKind.NOT_NEEDED) {
            return List.of(Step.of("issue-indication", List.of()));
        }
        List<Step> steps = new ArrayList<>(List.of(Step.of("take-up", List.of())));
        add(steps, "supplement", findings, finding -> !finding.missing().facts().isEmpty());
        add(steps, "set-norm", findings, finding -> !finding.missing().norms().isEmpty());
        add(
                steps,
                "assess",
                findings,
                finding -> finding.verdict() == Verdict.JUDGEMENT || finding.verdict() == Verdict.NOT_MET);
        return steps;
    }

    private static void add(List<Step> steps, String id, List<Judged> findings, Predicate<Judged> asking) {
        Set<String> because = new LinkedHashSet<>();
        findings.stream().filter(asking).forEach(finding -> because.add(finding.criterion()));
        if (!because.isEmpty()) {
            steps.add(Step.of(id, List.copyOf(because)));
        }
    }
}
