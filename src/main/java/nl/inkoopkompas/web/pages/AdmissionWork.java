package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.correspondence.Terms;
import nl.inkoopkompas.correspondence.Terms.Running;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits among the applications for admission. */
@Component
@Order(1)
class AdmissionWork implements WorkItems {

    private static final DecisionFilter OPEN =
            DecisionFilter.all().ofType(AdmissionType.ID).latestRounds().undetermined(true);

    /** Outcomes with which a person can determine, and those with which the dossier has to be gone on with. */
    private static final List<String> TO_DETERMINE = List.of("ADMISSIBLE", "MIXED", "REJECTED", "NOT_OPEN");

    private static final List<String> TO_GO_ON = List.of("HEARING", "ASSESS", "INCOMPLETE");

    /** How many tasks of each kind are shown. */
    private static final int MOST = 4;

    private static final int MOST_LETTERS = 200;
    private static final int SOON_DAYS = 7;

    private final DecisionRegister register;
    private final Terms terms;
    private final Words.Dictionary dictionary;
    private final AccessTable access;
    private final MessageSource messages;

    AdmissionWork(
            DecisionRegister register,
            Terms terms,
            Words.Dictionary dictionary,
            AccessTable access,
            MessageSource messages) {
        this.register = register;
        this.terms = terms;
        this.dictionary = dictionary;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Work of(Person person, LocalDate today, Locale locale) {
        if (!access.allows(person.role(), "GET", ApplicationFilter.PATH)) {
            return Work.none();
        }
        boolean determines = access.allows(person.role(), "POST", DeterminationPages.DETERMINE);
        boolean goesOn = access.allows(person.role(), "POST", RoundPages.ACT);
        boolean watches = !access.allows(person.role(), "GET", "/lab") || person.role() == Role.AUDITOR;
        if (!goesOn && !determines && !watches) {
            return Work.none();
        }
        Map<String, Long> counts = new TreeMap<>();
        register.counts(OPEN).forEach(count -> counts.merge(count.outcome(), count.decisions(), Long::sum));
        List<Running> running = terms.running(MOST_LETTERS);
        List<Running> late =
                running.stream().filter(one -> one.term().hasPassed(today)).toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                late.isEmpty() ? Pressure.PLAIN : Pressure.LATE,
                late.size(),
                say("start.late", locale),
                late.isEmpty()
                        ? ""
                        : say(
                                "start.late.oldest",
                                locale,
                                new Formats(locale).date(late.get(0).term().dueOn())),
                ApplicationFilter.PATH));
        figures.add(figure(counts, TO_DETERMINE, determines, "start.determine", locale));
        figures.add(figure(counts, List.of("HEARING"), goesOn, "start.hear", locale));
        figures.add(figure(counts, List.of("ASSESS"), goesOn, "start.assess", locale));
        figures.add(figure(counts, List.of("INCOMPLETE"), false, "start.incomplete", locale));
        List<Task> tasks = new ArrayList<>();
        if (goesOn || determines) {
            running.stream()
                    .filter(one -> one.term().dueOn().isBefore(today.plusDays(SOON_DAYS)))
                    .limit(MOST)
                    .forEach(one -> tasks.add(task(one, today, locale)));
        }
        if (determines) {
            add(tasks, TO_DETERMINE, locale);
        }
        if (goesOn) {
            TO_GO_ON.forEach(outcome -> add(tasks, List.of(outcome), locale));
        }
        return new Work(figures, tasks);
    }

    private Figure figure(Map<String, Long> counts, List<String> outcomes, boolean mine, String label, Locale locale) {
        long number = outcomes.stream()
                .mapToLong(outcome -> counts.getOrDefault(outcome, 0L))
                .sum();
        return new Figure(
                mine && number > 0 ? Pressure.ACT : Pressure.PLAIN,
                number,
                say(label, locale),
                "",
                ApplicationFilter.PATH + "?voorstel=" + String.join("&voorstel=", outcomes));
    }

    private void add(List<Task> tasks, List<String> outcomes, Locale locale) {
        Words words = dictionary.current(locale);
        for (DecisionSummary one : register.list(OPEN.withOutcomes(outcomes), DecisionOrder.OLDEST, 1, MOST)) {
            String contract = words.contract(Objects.requireNonNullElse(one.contract(), ""));
            tasks.add(new Task(
                    Pressure.ACT,
                    say("start.task." + one.outcome(), locale, Objects.requireNonNullElse(one.applicantName(), "")),
                    say(
                            "start.detail",
                            locale,
                            contract,
                            new Formats(locale).date(Formats.dateOf(one.recordedAt())),
                            one.round()),
                    ApplicationFilter.PATH + "/" + one.id(),
                    one.outcome(),
                    null));
        }
    }

    private Task task(Running running, LocalDate today, Locale locale) {
        return new Task(
                running.term().hasPassed(today) ? Pressure.LATE : Pressure.SOON,
                say("start.term." + running.term().kind(), locale, running.recipient()),
                say(
                        "start.term.detail",
                        locale,
                        new Formats(locale).date(running.term().sentOn())),
                ApplicationFilter.PATH + "/" + running.decision(),
                null,
                running.term().dueOn());
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
