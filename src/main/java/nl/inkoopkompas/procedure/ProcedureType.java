package nl.inkoopkompas.procedure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The choice of a procedure for a contract (plan 5.1, 6 and annex 1). */
@Component
public final class ProcedureType implements DecisionType {

    public static final String ID = "procedure";

    private static final String PROFILE = "profile";
    private static final String CONTRACTS = "reference/contracts";

    @Override
    public String id() {
        return ID;
    }

    /** The stored profile of the contract, where the request has none. */
    @Override
    public ObjectNode context(RuleBook book, ObjectNode request) {
        ObjectNode context = DecisionEngine.noContext();
        boolean absent =
                request.path(PROFILE).isMissingNode() || request.path(PROFILE).isNull();
        if (absent && book.policies().containsKey(ID)) {
            context.set(PROFILE, Profiles.of(book, request.path("contract").asString("")));
        }
        return context;
    }

    @Override
    public List<Problem> problems(RuleBook book) {
        List<Problem> problems = new ArrayList<>(Profiles.problems(book));
        problems.addAll(FormerForms.problems(book));
        return problems;
    }

    @Override
    public Outcome outcome(Case asked, List<Judged> findings) {
        Choice choice = Choice.of(
                Weighing.of(asked).scores(),
                Blocks.of(findings),
                Terms.of(asked).margin());
        return new Outcome(choice.outcome(), Map.of());
    }

    @Override
    public Object restsOn(RuleBook book) {
        Table table = book.requireTable(TradeOff.TABLE);
        List<Object> rests = new ArrayList<>();
        table.rows().forEach(row -> rests.add(row.cells()));
        book.parameter(Terms.MARGIN).ifPresent(rests::add);
        return rests;
    }

    @Override
    public List<Judged> drawn(Case asked, List<Judged> findings) {
        Weighing weighing = Weighing.of(asked);
        Choice choice = Choice.of(
                weighing.scores(), Blocks.of(findings), Terms.of(asked).margin());
        return new DrawnFindings(asked, findings, weighing, choice).all();
    }

    @Override
    public Map<String, Object> particulars(Case asked, List<Judged> findings, Outcome outcome, Language language) {
        Weighing weighing = Weighing.of(asked);
        Blocks blocks = Blocks.of(findings);
        Terms terms = Terms.of(asked);
        Choice choice = Choice.of(weighing.scores(), blocks, terms.margin());
        Map<String, Object> particulars = new LinkedHashMap<>();
        particulars.put("variant", Variants.of(asked, choice.best()));
        particulars.put("options", options(weighing, blocks, language));
        particulars.put("turningPoints", TurningPoints.of(asked, weighing, blocks, terms));
        Long margin = terms.margin();
        BigDecimal sway = terms.sway();
        particulars.put(
                "robust", margin != null && sway != null && Robustness.holds(weighing, blocks, choice, margin, sway));
        particulars.putAll(OpenHouseWatch.told(asked));
        return particulars;
    }

    private static List<Map<String, Object>> options(Weighing weighing, Blocks blocks, Language language) {
        long[] scores = weighing.scores();
        List<Map<String, Object>> options = new ArrayList<>();
        for (Procedure procedure : Procedure.values()) {
            Map<String, Object> option = new LinkedHashMap<>();
            option.put("procedure", procedure.name());
            option.put("possible", blocks.isPossible(procedure));
            option.put("score", scores[procedure.ordinal()]);
            option.put("blockedBy", blocks.of(procedure));
            option.put("advantages", arguments(weighing, procedure, row -> row.weight() >= 0, language));
            option.put("disadvantages", arguments(weighing, procedure, row -> row.weight() < 0, language));
            options.add(option);
        }
        return options;
    }

    private static List<Map<String, Object>> arguments(
            Weighing weighing, Procedure procedure, Predicate<TradeOff> which, Language language) {
        List<Map<String, Object>> arguments = new ArrayList<>();
        weighing.of(procedure).stream().filter(which).forEach(row -> {
            Map<String, Object> argument = new LinkedHashMap<>();
            argument.put("text", row.text(language));
            argument.put("weight", row.weight());
            argument.put("norm", row.key());
            arguments.add(argument);
        });
        return arguments;
    }

    @Override
    public List<String> outcomesUpward() {
        return List.of(
                Procedure.UNDECIDED,
                Procedure.NEGOTIATED_WITHOUT_PUBLICATION.name(),
                Procedure.SINGLE_PRIVATE_TENDER.name(),
                Procedure.SAS.name(),
                Procedure.OPEN_HOUSE.name());
    }

    @Override
    public Applicant applicant(Element request) {
        return new Applicant("", contract(request));
    }

    private static String contract(Element request) {
        return String.valueOf(request.get(request.shape().require("contract")));
    }

    @Override
    public List<Trait> traits(Element request, Function<String, Optional<Boolean>> definitions) {
        return List.of(new Trait(Trait.CONTRACT, List.of(contract(request))));
    }

    @Override
    public Bilingual label(RuleBook book, String dimension, String value) {
        Table contracts = book.requireTable(CONTRACTS);
        String name = dimension.equals(Trait.CONTRACT)
                ? contracts
                        .row(value)
                        .map(row -> String.valueOf(contracts.cell(row, "name")))
                        .orElse(value)
                : value;
        return new Bilingual(name, name);
    }

    /** A block keeps a procedure from being advised, and what defers the choice keeps all of them from it. */
    @Override
    public boolean rulesOut(Judged finding, String outcome) {
        if (Blocks.defers(finding.effect(), finding.verdict())) {
            return !outcome.equals(Procedure.UNDECIDED);
        }
        return finding.verdict() == Verdict.NOT_MET
                && Procedure.of(finding.effect()).stream()
                        .anyMatch(procedure -> procedure.name().equals(outcome));
    }

    @Override
    public List<Step> next(Proposal proposal) {
        List<Step> steps = new ArrayList<>();
        List<Judged> findings = proposal.findings();
        add(steps, "adopt-design", findings, finding -> Blocks.defers(finding.effect(), finding.verdict()));
        add(steps, "supplement", findings, finding -> !finding.missing().facts().isEmpty());
        add(steps, "set-norm", findings, finding -> !finding.missing().norms().isEmpty());
        add(
                steps,
                "mend",
                findings,
                finding -> finding.verdict() == Verdict.NOT_MET
                        && Procedure.of(finding.effect()).isEmpty());
        add(
                steps,
                "assess",
                findings,
                finding -> finding.verdict() == Verdict.JUDGEMENT
                        && !finding.effect().equals(Procedure.UNDECIDED));
        boolean chosen = !proposal.outcome().overall().equals(Procedure.UNDECIDED);
        steps.add(Step.of(chosen ? "determine" : "choose", List.of()));
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
