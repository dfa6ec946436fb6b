package nl.inkoopkompas.web.pages.help;

import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.help.HelpTexts.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Help: what can be done and how, and what the words mean. */
@Controller
@RequestMapping(HelpPages.PATH)
class HelpPages {

    static final String PATH = "/hulp";

    private final HelpTexts texts;
    private final AccessTable access;

    HelpPages(HelpTexts texts, AccessTable access) {
        this.texts = texts;
        this.access = access;
    }

    /** A task in the language of the page; no address for who may not do it. */
    record Shown(
            String id,
            String title,
            String lead,
            List<String> steps,
            @Nullable String href) {}

    record Answers(String title, List<Answer> questions) {}

    record Answer(String question, @Nullable String answer, String source) {}

    @GetMapping
    String index(@AuthenticationPrincipal Person person, Locale locale, Model model) {
        model.addAttribute(
                "tasks",
                texts.tasks().stream().map(task -> shown(task, person, locale)).toList());
        return "help/hulp";
    }

    @GetMapping("/begrippen")
    String terms(Model model) {
        model.addAttribute("terms", texts.terms());
        return "help/begrippen";
    }

    @GetMapping("/sneltoetsen")
    String keys() {
        return "help/sneltoetsen";
    }

    @GetMapping("/toegankelijkheid")
    String accessibility() {
        return "help/toegankelijkheid";
    }

    @GetMapping("/licenties")
    String licences(Model model) {
        model.addAttribute("parts", texts.parts());
        return "help/licenties";
    }

    @GetMapping("/masterclass")
    String masterclass(Locale locale, Model model) {
        List<Answers> groups = texts.masterclass().stream()
                .map(group -> new Answers(
                        say(group.title(), locale),
                        group.questions().stream()
                                .map(one -> new Answer(
                                        say(one.question(), locale),
                                        one.answer() == null ? null : say(one.answer(), locale),
                                        one.source()))
                                .toList()))
                .toList();
        model.addAttribute("groups", groups);
        model.addAttribute(
                "open",
                groups.stream()
                        .flatMap(group -> group.questions().stream())
                        .filter(one -> one.answer() == null)
                        .count());
        model.addAttribute(
                "all",
                groups.stream().mapToInt(group -> group.questions().size()).sum());
        return "help/masterclass";
    }

    @GetMapping("/{task}")
    String task(@PathVariable String task, @AuthenticationPrincipal Person person, Locale locale, Model model) {
        model.addAttribute("task", shown(texts.task(task).orElseThrow(NotFound::new), person, locale));
        return "help/taak";
    }

    private Shown shown(Task task, Person person, Locale locale) {
        return new Shown(
                task.id(),
                say(task.title(), locale),
                say(task.lead(), locale),
                task.steps().stream().map(step -> say(step, locale)).toList(),
                access.allows(person.role(), "GET", task.href()) ? task.href() : null);
    }

    private static String say(Bilingual text, Locale locale) {
        return text.in(Language.of(locale));
    }
}
