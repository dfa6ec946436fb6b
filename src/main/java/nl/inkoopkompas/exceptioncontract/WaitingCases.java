package nl.inkoopkompas.exceptioncontract;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;

/** For whom cases wait, and until when. */
@Component
public class WaitingCases {

    private final ExceptionCases cases;
    private final RuleBooks ruleBooks;

    WaitingCases(ExceptionCases cases, RuleBooks ruleBooks) {
        this.cases = cases;
        this.ruleBooks = ruleBooks;
    }

    /** Which of some cases wait for somebody on a day. */
    public Set<UUID> among(List<Line> lines, Actor actor, LocalDate today) {
        Map<String, Flow> flows = new HashMap<>();
        return cases.standing(lines).stream()
                .filter(one -> flows.computeIfAbsent(one.line().ruleBook(), book -> new Flow(book(one.line()), today))
                        .waitsFor(one, actor))
                .map(one -> one.line().id())
                .collect(Collectors.toSet());
    }

    /**
     * What waits for somebody on a day, what is due first before the rest.
     *
     * @param most how many open cases are looked at
     */
    public List<Line> of(Actor actor, LocalDate today, int most) {
        Set<CaseStatus> statuses = EnumSet.noneOf(CaseStatus.class);
        ruleBooks.all().stream()
                .filter(book -> book.table(Flow.TABLE) != null)
                .forEach(book -> statuses.addAll(new Flow(book, today).statusesOf(actor.role())));
        List<Line> lines = cases.mostPressing(statuses, actor.municipality(), most);
        Set<UUID> waiting = among(lines, actor, today);
        return lines.stream().filter(line -> waiting.contains(line.id())).toList();
    }

    /** The step that a case waits for on a day; empty where none is left. */
    public Optional<NextStep> nextStep(ExceptionCase one, LocalDate today) {
        Line line = one.line();
        List<String> roles = new Flow(book(line), today).awaited(Standing.of(one));
        LocalDate since = LocalDate.ofInstant(line.since(), ExceptionCases.ZONE);
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new NextStep(
                        roles, line.dueOn(), new CaseTerms(book(line)).term(line.status(), line.urgent(), since)));
    }

    private RuleBook book(Line line) {
        return ruleBooks.require(line.ruleBook());
    }
}
