package nl.inkoopkompas.web.pages.transition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.transition.TransitionType;
import nl.inkoopkompas.web.imports.PlanFiles;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.WorkItems;
import nl.inkoopkompas.web.pages.transition.WorkloadCharts.Load;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Plans that wait for a choice or a determination, re-indications of this month, and a file that has to be mended. */
@Component
@Order(7)
class PlanWork implements WorkItems {

    private static final DecisionFilter PLANS = DecisionFilter.all().ofType(TransitionType.ID);
    private static final DecisionFilter OPEN = PLANS.undetermined(true);
    private static final List<String> TO_CHOOSE = List.of("BLOCKED", "INCOMPLETE");
    private static final int MOST = 3;
    private static final int RECENT = 20;

    /** How many plans are kept in mind; a plan never changes. */
    private static final int KEPT = 4;

    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final PlanFiles files;
    private final AccessTable access;
    private final MessageSource messages;
    private final Map<UUID, Map<YearMonth, Load>> workloads = Collections.synchronizedMap(new LinkedHashMap<>());

    PlanWork(
            DecisionRegister register,
            DeterminationRegister determinations,
            PlanFiles files,
            AccessTable access,
            MessageSource messages) {
        this.register = register;
        this.determinations = determinations;
        this.files = files;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Work of(Person person, LocalDate today, Locale locale) {
        boolean plans = access.allows(person.role(), "GET", PlanUploadPages.PATH);
        boolean determines = access.allows(person.role(), "POST", PlanPages.PATH + "/{id}/besluit");
        if (!plans && !determines) {
            return Work.none();
        }
        List<Figure> figures = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        long toChoose = register.count(OPEN.withOutcomes(TO_CHOOSE));
        long open = register.count(OPEN);
        if (open > 0) {
            figures.add(new Figure(
                    Pressure.ACT,
                    open,
                    say("transition.work", locale),
                    toChoose > 0 ? say("transition.work.choose", locale, toChoose) : "",
                    PlanPages.PATH));
        }
        determined().ifPresent(plan -> figures.add(month(plan, YearMonth.from(today), locale)));
        files.lastFailedOf(person.username()).ifPresent(job -> tasks.add(task(job, locale)));
        for (DecisionSummary plan : register.list(OPEN, DecisionOrder.NEWEST, 1, MOST)) {
            boolean mine = TO_CHOOSE.contains(plan.outcome()) ? plans : determines;
            if (mine) {
                tasks.add(task(plan, locale));
            }
        }
        return new Work(figures, tasks);
    }

    /** The last plan that was determined. */
    private Optional<UUID> determined() {
        List<UUID> recent = register.list(PLANS, DecisionOrder.NEWEST, 1, RECENT).stream()
                .map(DecisionSummary::id)
                .toList();
        Set<UUID> holding = determinations.holdingOn(recent);
        return recent.stream().filter(holding::contains).findFirst();
    }

    private Figure month(UUID plan, YearMonth month, Locale locale) {
        Load load = workload(plan).getOrDefault(month, new Load(0, 0));
        return new Figure(
                load.exceeding() > 0 ? Pressure.LATE : load.reindications() > 0 ? Pressure.SOON : Pressure.PLAIN,
                load.reindications(),
                say("transition.work.month", locale),
                load.exceeding() > 0 ? say("transition.work.month.exceeding", locale, load.exceeding()) : "",
                PlanAddress.of(plan));
    }

    /** The workload of a plan, which may be large, by month. */
    private Map<YearMonth, Load> workload(UUID id) {
        Map<YearMonth, Load> known = workloads.get(id);
        if (known != null) {
            return known;
        }
        Map<YearMonth, Load> byMonth = new LinkedHashMap<>();
        WorkloadCharts.loads(register.byId(id).orElseThrow().decision().path("workload"))
                .values()
                .forEach(months -> months.forEach((month, load) -> byMonth.merge(
                        month,
                        load,
                        (one, other) -> new Load(
                                one.reindications() + other.reindications(), one.exceeding() + other.exceeding()))));
        synchronized (workloads) {
            if (workloads.size() >= KEPT) {
                workloads.remove(workloads.keySet().iterator().next());
            }
            workloads.put(id, byMonth);
        }
        return byMonth;
    }

    private Task task(Job failed, Locale locale) {
        return new Task(
                Pressure.SOON,
                say("transition.task.failed", locale, failed.fileName()),
                say(
                        "transition.task.failed.detail",
                        locale,
                        failed.state().errors().size()),
                PlanUploadPages.PATH + "/" + failed.id(),
                null,
                null);
    }

    private Task task(DecisionSummary plan, Locale locale) {
        Formats dates = new Formats(locale);
        return new Task(
                Pressure.ACT,
                say("transition.task." + plan.outcome(), locale, dates.date(plan.asOf())),
                say("transition.task.detail", locale, dates.date(Formats.dateOf(plan.recordedAt())), plan.recordedBy()),
                PlanAddress.of(plan.id()),
                null,
                null);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
