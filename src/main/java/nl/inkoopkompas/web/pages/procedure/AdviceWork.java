package nl.inkoopkompas.web.pages.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.procedure.ContractCalendar;
import nl.inkoopkompas.procedure.ContractCalendar.Entry;
import nl.inkoopkompas.procedure.ContractCalendar.Kind;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.Words;
import nl.inkoopkompas.web.pages.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Advice that waits for a determination, and terms of contracts by which somebody has to act. */
@Component
@Order(6)
class AdviceWork implements WorkItems {

    private static final DecisionFilter OPEN =
            DecisionFilter.all().ofType(ProcedureType.ID).undetermined(true);
    private static final Set<Kind> ACTS = Set.of(Kind.ANNOUNCE, Kind.DECIDE, Kind.WATCH);
    private static final int MOST = 4;
    private static final int DAYS_AHEAD = 90;
    private static final int SOON_DAYS = 30;

    private final DecisionEngine engine;
    private final DecisionRegister register;
    private final RuleBooks ruleBooks;
    private final Words.Dictionary dictionary;
    private final AccessTable access;
    private final MessageSource messages;

    AdviceWork(
            DecisionEngine engine,
            DecisionRegister register,
            RuleBooks ruleBooks,
            Words.Dictionary dictionary,
            AccessTable access,
            MessageSource messages) {
        this.engine = engine;
        this.register = register;
        this.ruleBooks = ruleBooks;
        this.dictionary = dictionary;
        this.access = access;
        this.messages = messages;
    }

    /** A day on the calendar of a contract. */
    private record Due(ContractCalendar calendar, Entry entry) {

        boolean isPast(LocalDate today) {
            return entry.on().isBefore(today);
        }
    }

    @Override
    public Work of(Person person, LocalDate today, Locale locale) {
        boolean determines = access.allows(person.role(), "POST", AdvicePages.PATH + "/besluit/{id}");
        boolean advises = access.allows(person.role(), "POST", AdvicePages.PATH + "/{contract}");
        if (!determines && !advises) {
            return Work.none();
        }
        List<Figure> figures = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        List<Due> due = due(today, Language.of(locale));
        long late = due.stream().filter(one -> one.isPast(today)).count();
        figures.add(new Figure(
                late > 0 ? Pressure.LATE : due.isEmpty() ? Pressure.PLAIN : Pressure.SOON,
                due.size(),
                say("advice.work.terms", locale),
                late > 0 ? say("advice.work.terms.late", locale, late) : "",
                AdvicePages.PATH));
        due.stream()
                .filter(one -> isFor(person.role(), one.entry().kind()))
                .limit(MOST)
                .forEach(one -> tasks.add(task(one, today, locale)));
        long open = determines ? register.count(OPEN) : 0;
        if (open > 0) {
            figures.add(new Figure(Pressure.ACT, open, say("advice.work", locale), "", AdvicePages.PATH));
            register.list(OPEN, DecisionOrder.OLDEST, 1, MOST).forEach(one -> tasks.add(task(one, locale)));
        }
        return new Work(figures, tasks);
    }

    /** The regional office keeps the terms; decisions on them are prepared for the colleges by the director. */
    private static boolean isFor(Role role, Kind kind) {
        return role == Role.RWO || (role == Role.PROGRAMMADIRECTEUR && kind == Kind.DECIDE);
    }

    /** What has to be done in the time to come, and what should have been done before an extension that is to begin. */
    private List<Due> due(LocalDate today, Language language) {
        RuleBook book = ruleBooks.effectiveOnOrNewest(today);
        List<Due> due = new ArrayList<>();
        book.requireTable("reference/contracts").rows().stream()
                .flatMap(row -> ContractCalendar.of(engine, book, row.id(), language).stream())
                .forEach(calendar -> calendar.items().stream()
                        .filter(entry -> presses(calendar, entry, today))
                        .forEach(entry -> due.add(new Due(calendar, entry))));
        due.sort(Comparator.comparing(one -> one.entry().on()));
        return due;
    }

    private static boolean presses(ContractCalendar calendar, Entry entry, LocalDate today) {
        if (!ACTS.contains(entry.kind()) || entry.on().isAfter(today.plusDays(DAYS_AHEAD))) {
            return false;
        }
        if (!entry.on().isBefore(today)) {
            return true;
        }
        return entry.kind() == Kind.ANNOUNCE
                && calendar.items().stream()
                        .filter(other ->
                                other.kind() == Kind.EXTENSION && other.on().isAfter(entry.on()))
                        .findFirst()
                        .map(extension -> extension.on().isAfter(today))
                        .orElse(false);
    }

    private Task task(Due due, LocalDate today, Locale locale) {
        Entry entry = due.entry();
        boolean past = due.isPast(today);
        return new Task(
                past ? Pressure.LATE : entry.on().isBefore(today.plusDays(SOON_DAYS)) ? Pressure.SOON : Pressure.ACT,
                say("advice.task." + entry.kind(), locale, due.calendar().name()),
                say(past ? "advice.task.detail.late" : "advice.task.detail", locale, entry.actor()),
                AdvicePages.PATH + "/" + due.calendar().contract(),
                null,
                entry.on());
    }

    private Task task(DecisionSummary open, Locale locale) {
        RuleBook book = ruleBooks.require(open.ruleBookVersion());
        return new Task(
                Pressure.ACT,
                say(
                        "advice.task.open",
                        locale,
                        dictionary.current(locale).contract(Objects.requireNonNullElse(open.contract(), ""))),
                say(
                        "advice.task.open.detail",
                        locale,
                        AdviceViews.label(book, open.outcome(), Language.of(locale)),
                        new Formats(locale).date(Formats.dateOf(open.recordedAt()))),
                AdviceAddress.of(open.id()),
                null,
                null);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
