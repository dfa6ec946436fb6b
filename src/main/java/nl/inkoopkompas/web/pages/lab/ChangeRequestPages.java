package nl.inkoopkompas.web.pages.lab;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.requests.ChangeRequest;
import nl.inkoopkompas.lab.requests.ChangeRequests;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes that people ask for: asking, following one's own, and answering all of them. */
@Controller
class ChangeRequestPages {

    static final String PATH = "/verzoeken";

    private final ChangeRequests requests;
    private final Drafts drafts;
    private final AccessTable access;
    private final Clock clock;

    ChangeRequestPages(ChangeRequests requests, Drafts drafts, AccessTable access, Clock clock) {
        this.requests = requests;
        this.drafts = drafts;
        this.access = access;
        this.clock = clock;
    }

    /** A request as it is shown. */
    record Shown(
            String id,
            String what,
            String why,
            @Nullable String source,
            String by,
            String on,
            String status,
            @Nullable String draft,
            @Nullable String draftTitle,
            @Nullable String published,
            List<Said> answers) {}

    /** An answer as it is shown. */
    record Said(String status, String text, String by, String on) {}

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal Person person, Locale locale, Model model) {
        fill(person, locale, model);
        return "lab/verzoeken";
    }

    @PostMapping(PATH)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String wat,
            @RequestParam(defaultValue = "") String waarom,
            @RequestParam(defaultValue = "") String bron,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("what", wat).put("why", waarom).put("source", bron);
        Outcome<ChangeRequest> outcome =
                Refusals.of(locale, () -> requests.ask(bytes(body), clock.instant(), person.username()));
        return done(
                outcome, "asked", Map.of("wat", wat, "waarom", waarom, "bron", bron), person, locale, model, redirect);
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stand,
            @RequestParam(defaultValue = "") String antwoord,
            @RequestParam(defaultValue = "") String concept,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ChangeRequest request = find(id);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("status", stand).put("text", antwoord).put("draft", concept);
        Outcome<ChangeRequest> outcome =
                Refusals.of(locale, () -> requests.answer(request, bytes(body), clock.instant(), person.username()));
        return done(outcome, "answered", Map.of(), person, locale, model, redirect);
    }

    private ModelAndView done(
            Outcome<ChangeRequest> outcome,
            String done,
            Map<String, String> filledIn,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", done);
            return new ModelAndView("redirect:" + PATH);
        }
        fill(person, locale, model);
        model.addAttribute("refused", refused.sentences());
        model.addAttribute("filledIn", refused.sentences().toString().contains("BSN") ? Map.of() : filledIn);
        return new ModelAndView("lab/verzoeken", model.asMap(), refused.status());
    }

    private ChangeRequest find(String id) {
        try {
            return requests.find(UUID.fromString(id)).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void fill(Person person, Locale locale, Model model) {
        boolean answers = access.allows(person.role(), "POST", PATH + "/{id}");
        boolean seesAll = access.allows(person.role(), "GET", DraftAddress.LAB);
        Formats formats = new Formats(locale);
        model.addAttribute("filledIn", Map.of());
        model.addAttribute("answers", answers);
        model.addAttribute("asks", access.allows(person.role(), "POST", PATH));
        model.addAttribute("seesAll", seesAll);
        model.addAttribute(
                "requests",
                requests.all(seesAll ? null : person.username()).stream()
                        .map(request -> shown(request, formats))
                        .toList());
        model.addAttribute(
                "drafts",
                answers
                        ? drafts.all().stream()
                                .filter(draft -> draft.status().isOpen())
                                .toList()
                        : List.of());
    }

    private Shown shown(ChangeRequest request, Formats formats) {
        Optional<Draft> draft = Optional.ofNullable(request.draft()).flatMap(drafts::find);
        return new Shown(
                request.id().toString(),
                request.what(),
                request.why(),
                request.source(),
                request.askedBy(),
                formats.date(Formats.dateOf(request.askedAt())),
                request.status().name(),
                draft.map(found -> found.id().toString()).orElse(null),
                draft.map(Draft::title).orElse(null),
                draft.map(Draft::answer).map(Draft.Answer::version).orElse(null),
                request.answers().stream()
                        .map(answer -> new Said(
                                answer.status().name(),
                                answer.text(),
                                answer.by(),
                                formats.date(Formats.dateOf(answer.at()))))
                        .toList());
    }
}
