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
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.coverage.Coverages;
import nl.inkoopkompas.coverage.Supposed;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RecentEntries;
import nl.inkoopkompas.register.RecentEntries.Recent;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.imports.DemoData;
import nl.inkoopkompas.web.pages.StartPage.Changed;
import nl.inkoopkompas.web.pages.StartPage.Seen;
import nl.inkoopkompas.web.pages.StartPage.Short;
import nl.inkoopkompas.web.pages.StartPage.Shown;
import nl.inkoopkompas.web.pages.WorkItems.Figure;
import nl.inkoopkompas.web.pages.WorkItems.Task;
import nl.inkoopkompas.web.pages.WorkItems.Work;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: what waits for this person, what is late, what changed. */
@Controller
class StartPages {

    private static final int MOST_TASKS = 8;
    private static final int MOST_CHANGES = 8;
    private static final int LOOK_BACK = 100;
    private static final int MOST_SHORTAGES = 4;
    private static final int MOST_SEEN = 4;
    private static final int VIEWS = 30;

    /** What happened that people want to know of. */
    private static final List<String> KINDS = List.of(
            "DECISION",
            "DETERMINATION",
            "SECOND_READING",
            "LETTER",
            "EVIDENCE",
            "EVIDENCE_CHECK",
            "CONTRACTING",
            "RULE_BOOK",
            "COVERAGE");

    private final List<WorkItems> parts;
    private final RecentEntries recent;
    private final Coverages coverages;
    private final DecisionRegister register;
    private final Views views;
    private final RuleBookDictionary dictionary;
    private final AccessTable access;
    private final MessageSource messages;
    private final DemoData demo;
    private final Clock clock;

    StartPages(
            List<WorkItems> parts,
            RecentEntries recent,
            Coverages coverages,
            DecisionRegister register,
            Views views,
            RuleBookDictionary dictionary,
            AccessTable access,
            MessageSource messages,
            DemoData demo,
            Clock clock) {
        this.parts = parts;
        this.recent = recent;
        this.coverages = coverages;
        this.register = register;
        this.views = views;
        this.dictionary = dictionary;
        this.access = access;
        this.messages = messages;
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
        model.addAttribute(
                "start",
                new StartPage(
                        new Formats(locale).date(today),
                        figures,
                        tasks.stream()
                                .limit(MOST_TASKS)
                                .map(task -> shown(task, locale))
                                .toList(),
                        Math.max(0, tasks.size() - MOST_TASKS),
                        reads ? changes(locale) : List.of(),
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

    private List<Changed> changes(Locale locale) {
        Formats formats = new Formats(locale);
        List<Changed> changes = new ArrayList<>();
        List<Recent> alike = new ArrayList<>();
        for (Recent one : recent.last(KINDS, LOOK_BACK)) {
            if (!alike.isEmpty() && !isLike(alike.get(0), one)) {
                changes.add(changed(alike, formats, locale));
                alike.clear();
            }
            alike.add(one);
        }
        if (!alike.isEmpty()) {
            changes.add(changed(alike, formats, locale));
        }
        return changes.stream().limit(MOST_CHANGES).toList();
    }

    /** Whether two things are of one kind, by one person, and about nobody: then they are told at once. */
    private static boolean isLike(Recent one, Recent other) {
        return one.applicant() == null
                && other.applicant() == null
                && one.kind().equals(other.kind())
                && one.recordedBy().equals(other.recordedBy());
    }

    private Changed changed(List<Recent> alike, Formats formats, Locale locale) {
        Recent one = alike.get(0);
        boolean applicant = one.applicant() != null && AdmissionType.ID.equals(one.type());
        return new Changed(
                one.recordedAt().toString(),
                formats.shortDate(Formats.dateOf(one.recordedAt())) + ", " + formats.time(one.recordedAt()),
                messages.getMessage(
                        "start.changed." + one.kind(), new Object[] {one.recordedBy(), alike.size()}, locale),
                one.applicant(),
                applicant
                        ? ApplicationFilter.PATH + "/" + (one.kind().equals("DECISION") ? one.id() : one.dossier())
                        : null);
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
