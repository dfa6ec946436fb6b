package nl.inkoopkompas.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Views;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.coverage.Coverages;
import nl.inkoopkompas.coverage.Supposed;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.imports.DemoData;
import nl.inkoopkompas.web.pages.StartPage.Seen;
import nl.inkoopkompas.web.pages.StartPage.Short;
import nl.inkoopkompas.web.pages.StartPage.Shown;
import nl.inkoopkompas.web.pages.WorkItems.Figure;
import nl.inkoopkompas.web.pages.WorkItems.Task;
import nl.inkoopkompas.web.pages.WorkItems.Work;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: what waits for this person, what is late, what changed. */
@Controller
class StartPages {

    private static final int MOST_TASKS = 8;
    private static final int MOST_SHORTAGES = 4;
    private static final int MOST_SEEN = 4;
    private static final int VIEWS = 30;

    private final List<WorkItems> parts;
    private final RecentChanges changes;
    private final Coverages coverages;
    private final DecisionRegister register;
    private final Views views;
    private final RuleBookDictionary dictionary;
    private final AccessTable access;
    private final ContractedProviders contracted;
    private final DemoData demo;
    private final Clock clock;

    StartPages(
            List<WorkItems> parts,
            RecentChanges changes,
            Coverages coverages,
            DecisionRegister register,
            Views views,
            RuleBookDictionary dictionary,
            AccessTable access,
            ContractedProviders contracted,
            DemoData demo,
            Clock clock) {
        this.parts = parts;
        this.changes = changes;
        this.coverages = coverages;
        this.register = register;
        this.views = views;
        this.dictionary = dictionary;
        this.access = access;
        this.contracted = contracted;
        this.demo = demo;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(@AuthenticationPrincipal Person person, Locale locale, Model model) {
        LocalDate today = LocalDate.now(clock);
        boolean reads = access.allows(person.role(), "GET", ApplicationFilter.PATH);
        List<Figure> figures = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (WorkItems part : parts) {
            Work work = part.of(person, today, locale);
            figures.addAll(work.figures());
            tasks.addAll(work.tasks());
        }
        tasks.sort(Comparator.comparing(Task::pressure)
                .thenComparing(Task::dueOn, Comparator.nullsLast(Comparator.naturalOrder())));
        List<Short> shortages = shortages(today, locale);
        model.addAttribute("busy", demo.isBusy());
        model.addAttribute("nobody", contracted.isEmpty());
        model.addAttribute(
                "start",
                new StartPage(
                        new Formats(locale).date(today),
                        figures,
                        tasks.stream()
                                .limit(MOST_TASKS)
                                .map(task -> shown(task, locale))
                                .toList(),
                        tasks.size() > MOST_TASKS,
                        reads ? changes.shownTo(person, locale) : List.of(),
                        shortages.stream().limit(MOST_SHORTAGES).toList(),
                        Math.max(0, shortages.size() - MOST_SHORTAGES),
                        reads ? seen(person) : List.of()));
        return "start";
    }

    private static Shown shown(Task task, Locale locale) {
        LocalDate due = task.dueOn();
        return new Shown(
                task.pressure(),
                task.title(),
                task.detail(),
                task.href(),
                task.outcome(),
                due == null ? null : new Formats(locale).date(due),
                due == null ? null : due.toString());
    }

    private List<Short> shortages(LocalDate today, Locale locale) {
        RuleBook book = dictionary.current();
        Words words = dictionary.current(locale);
        Table municipalities = book.requireTable("reference/municipalities");
        Coverage coverage = coverages.on(today, null, Supposed.nothing(), book);
        Map<String, Short> shortages = new LinkedHashMap<>();
        for (Area area : coverage.areas()) {
            if (!area.isShort()) {
                continue;
            }
            String code = area.municipality();
            String where = code == null
                    ? String.valueOf(area.place())
                    : municipalities
                            .row(code)
                            .map(row -> String.valueOf(municipalities.cell(row, "name")))
                            .orElse(code);
            String place = where + ": " + area.providers();
            shortages.merge(
                    area.contract() + " " + area.product(),
                    new Short(words.product(area.product()), place, "/dekking?contract=" + area.contract()),
                    (before, now) -> new Short(before.product(), before.places() + ", " + now.places(), now.href()));
        }
        return List.copyOf(shortages.values());
    }

    private List<Seen> seen(Person person) {
        Map<UUID, Seen> seen = new LinkedHashMap<>();
        for (Views.View view : views.find(null, person.username(), 1, VIEWS).items()) {
            UUID id = ApplicationPages.uuid(view.id());
            if (id != null && !seen.containsKey(id) && seen.size() < MOST_SEEN) {
                register.byId(id)
                        .map(found -> found.summary())
                        .filter(summary -> summary.type().equals(AdmissionType.ID))
                        .ifPresent(summary -> seen.put(
                                id,
                                new Seen(
                                        Objects.requireNonNullElse(summary.applicantName(), ""),
                                        ApplicationFilter.PATH + "/" + id)));
            }
        }
        return seen.values().stream().distinct().toList();
    }
}
