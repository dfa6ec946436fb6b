package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.WaitingCases;
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
    private static final int READ = 1000;

    private final WaitingCases cases;
    private final RuleBooks ruleBooks;
    private final AccessTable access;
    private final MessageSource messages;

    ExceptionWork(WaitingCases cases, RuleBooks ruleBooks, AccessTable access, MessageSource messages) {
        this.cases = cases;
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
        List<ExceptionCase.Line> waiting = cases.of(actor, today, READ);
        long late = waiting.stream().filter(line -> line.isOverdueOn(today)).count();
        List<Figure> figures = List.of(new Figure(
                late > 0 ? Pressure.LATE : !waiting.isEmpty() ? Pressure.ACT : Pressure.PLAIN,
                waiting.size(),
                say("exception.work", locale),
                late > 0 ? say("exception.work.late", locale, late) : "",
                CaseQuery.PATH + (late > 0 ? "?te-laat=ja" : "")));
        return new Work(
                figures,
                waiting.stream()
                        .limit(MOST)
                        .map(line -> task(line, today, words, locale))
                        .toList());
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
