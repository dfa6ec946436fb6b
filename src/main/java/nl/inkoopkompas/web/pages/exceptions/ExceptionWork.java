package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.pages.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests for exception contracts that wait for somebody. */
@Component
@Order(5)
class ExceptionWork implements WorkItems {

    private static final int MOST = 5;
    private static final int READ = 100;
    private static final List<CaseStatus> OPEN = List.of(
            CaseStatus.SUBMITTED,
            CaseStatus.UNDER_REVIEW,
            CaseStatus.TARIFF_TALKS,
            CaseStatus.ADVISED,
            CaseStatus.APPROVED,
            CaseStatus.REJECTED,
            CaseStatus.CONTRACTED);
    private static final Set<CaseAction> ALWAYS_OPEN = Set.of(CaseAction.WITHDRAW, CaseAction.RETURN);

    private final ExceptionContracts contracts;
    private final RuleBooks ruleBooks;
    private final AccessTable access;
    private final MessageSource messages;

    ExceptionWork(ExceptionContracts contracts, RuleBooks ruleBooks, AccessTable access, MessageSource messages) {
        this.contracts = contracts;
        this.ruleBooks = ruleBooks;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Work of(Person person, LocalDate today, Locale locale) {
        if (!access.allows(person.role(), "POST", CaseQuery.PATH + "/{id}/acties")) {
            return Work.none();
        }
        Actor actor = CasePages.actor(person);
        CaseWords words = new CaseWords(ruleBooks.newest(), locale);
        List<Task> tasks = new ArrayList<>();
        int waiting = 0;
        int late = 0;
        for (CaseStatus status : OPEN) {
            for (ExceptionCase.Line line : contracts
                    .list(new CaseFilter(actor, status, null, null, null, null, null), 1, READ)
                    .items()) {
                ExceptionCase one = contracts.find(line.id()).orElseThrow();
                boolean mine = contracts.permits(one, actor, today).stream()
                        .anyMatch(permit -> permit.allowed() && !ALWAYS_OPEN.contains(permit.action()));
                if (mine) {
                    waiting++;
                    late += line.isOverdueOn(today) ? 1 : 0;
                    tasks.add(task(line, today, words, locale));
                }
            }
        }
        List<Figure> figures = List.of(new Figure(
                late > 0 ? Pressure.LATE : waiting > 0 ? Pressure.ACT : Pressure.PLAIN,
                waiting,
                say("exception.work", locale),
                late > 0 ? say("exception.work.late", locale, late) : "",
                CaseQuery.PATH));
        return new Work(figures, tasks.stream().limit(MOST).toList());
    }

    private Task task(ExceptionCase.Line line, LocalDate today, CaseWords words, Locale locale) {
        return new Task(
                line.isOverdueOn(today) ? Pressure.LATE : line.urgent() ? Pressure.SOON : Pressure.ACT,
                say("exception.of", locale, words.product(line.product()), line.providerName()),
                words.municipality(line.municipality()) + " · "
                        + say("exception.status." + line.status().name(), locale),
                CaseQuery.PATH + "/" + line.id(),
                null,
                line.dueOn());
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
