package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.transition.Asked.GroupKey;
import nl.inkoopkompas.transition.Plan.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The transition of running indications to new contracts (plan 7.5). */
@Component
public final class TransitionType implements DecisionType {

    public static final String ID = "transition";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Refusal> contradictions(Element request, RuleBook book) {
        return Contradictions.of(request, book);
    }

    /**
     * Which groups are re-indicated before the switch hangs on the room that groups before them leave, so it is worked
     * out until nothing changes any more: each time at least one group more, in order, is right.
     */
    @Override
    public Element completed(Element request, RuleBook book, Judge judge) {
        Shape shape = Objects.requireNonNull(book.policy(ID).context());
        Asked asked = new Asked(request);
        Sorted sorted = new Sorted(asked);
        Choices choices = new Choices(asked, sorted, new Norms(book, asked.asOf()));
        Claims claims = new Claims(request, shape, asked, sorted);
        Set<GroupKey> before = Set.of();
        Set<String> criteria = choices.criteriaOfEverything();
        List<Judged> settled = new ArrayList<>();
        Element completed = claims.with(before);
        for (String criterion : criteria) {
            settled.addAll(judge.judge(completed, criterion));
        }
        Set<String> open = choices.criteriaOfBefore();
        for (int round = 0; round <= sorted.groups().size(); round++) {
            Set<GroupKey> now = choices.before(choices.groups(settled));
            if (now.equals(before)) {
                return completed;
            }
            before = now;
            completed = claims.with(before);
            settled.removeIf(finding -> open.contains(finding.criterion()));
            for (String criterion : open) {
                settled.addAll(judge.judge(completed, criterion));
            }
        }
        throw new IllegalStateException("Each round settles one group more");
    }

    @Override
    public Outcome outcome(Case asked, List<Judged> findings) {
        Plan plan = new Plan(asked.request(), findings, asked.ruleBook());
        return new Outcome(plan.outcome(), plan.particulars());
    }

    @Override
    public List<String> outcomesUpward() {
        return List.of("BLOCKED", "INCOMPLETE", "PLANNED");
    }

    @Override
    public List<Trait> traits(Element request, Function<String, Optional<Boolean>> definitions) {
        Set<String> contracts = new LinkedHashSet<>();
        for (Element product : request.list(request.shape().require("products"))) {
            contracts.add(Asked.text(product, "contract"));
        }
        return List.of(new Trait(Trait.CONTRACT, List.copyOf(contracts)));
    }

    @Override
    public Bilingual label(RuleBook book, String dimension, String value) {
        Table contracts = book.requireTable("reference/contracts");
        String name = dimension.equals(Trait.CONTRACT)
                ? contracts
                        .row(value)
                        .map(row -> String.valueOf(contracts.cell(row, "name")))
                        .orElse(value)
                : value;
        return new Bilingual(name, name);
    }

    @Override
    public List<Step> next(Proposal proposal) {
        List<Step> steps = new ArrayList<>();
        List<Group> groups = groups(proposal);
        Set<String> blocking = new LinkedHashSet<>();
        groups.stream()
                .filter(Group::isBlocked)
                .forEach(group -> blocking.addAll(
                        group.tested(Objects.requireNonNull(group.chosen())).blockedBy()));
        if (!blocking.isEmpty()) {
            steps.add(Step.of("choose-otherwise", List.copyOf(blocking)));
        }
        Set<String> unset = new LinkedHashSet<>();
        proposal.findings().stream()
                .filter(finding -> !finding.missing().norms().isEmpty())
                .forEach(finding -> unset.add(finding.criterion()));
        if (!unset.isEmpty()) {
            steps.add(Step.of("set-norm", List.copyOf(unset)));
        }
        Figures figures = (Figures)
                Objects.requireNonNull(proposal.outcome().particulars().get("figures"));
        if (figures.unplanned() > 0) {
            steps.add(Step.of("solve-unplanned", List.of()));
        }
        if (figures.exceeding() > 0) {
            steps.add(Step.of("more-capacity", List.of()));
        }
        steps.add(Step.of("determine-plan", List.of()));
        steps.addAll(tasks(proposal, groups));
        return steps;
    }

    private static List<Group> groups(Proposal proposal) {
        List<Group> groups = new ArrayList<>();
        for (Object group : (List<?>)
                Objects.requireNonNull(proposal.outcome().particulars().get("groups"))) {
            groups.add((Group) group);
        }
        return groups;
    }

    /** Who does what by when, for the scenarios that occur. */
    private static List<Step> tasks(Proposal proposal, List<Group> groups) {
        LocalDate switchOn = LocalDate.parse(proposal.request().path("switchOn").asString(""));
        Norms norms = new Norms(proposal.ruleBook(), proposal.asOf());
        Set<Scenario> planned = new HashSet<>();
        groups.stream().map(Group::planned).filter(Objects::nonNull).forEach(planned::add);
        List<Step> steps = new ArrayList<>();
        for (Norms.Task task : norms.tasks()) {
            boolean holds = task.scenario() == null ? !planned.isEmpty() : planned.contains(task.scenario());
            LocalDate anchor = anchor(task.anchor(), proposal.asOf(), switchOn, norms);
            if (holds) {
                LocalDate due =
                        anchor == null ? null : anchor.plusMonths(task.months()).plusDays(task.days());
                steps.add(new Step(
                        task.step(),
                        List.of(),
                        due == null || !due.isBefore(proposal.asOf()) ? due : proposal.asOf(),
                        null,
                        task.source()));
            }
        }
        return steps;
    }

    private static @Nullable LocalDate anchor(String anchor, LocalDate asOf, LocalDate switchOn, Norms norms) {
        return switch (anchor) {
            case "AS_OF" -> asOf;
            case "REINDICATION" -> norms.reindicateBy(asOf, switchOn);
            case "CAP" -> norms.cap(switchOn);
            default -> switchOn;
        };
    }
}
