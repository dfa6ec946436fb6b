package nl.inkoopkompas.web.pages.transition;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.ImportJobs.Decided;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.transition.TransitionType;
import nl.inkoopkompas.transition.Transitions;
import nl.inkoopkompas.web.imports.PlanFiles;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reading in a file with running indications, and following how far it is. */
@Controller
@RequestMapping(PlanUploadPages.PATH)
class PlanUploadPages {

    static final String PATH = PlanPages.PATH + "/inlezen";

    private static final int ERRORS_SHOWN = 200;
    private static final int MOST_PLANS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final PlanFiles files;
    private final DecisionRegister register;

    PlanUploadPages(PlanFiles files, DecisionRegister register) {
        this.files = files;
        this.register = register;
    }

    /** An earlier plan that a file can go with. */
    record Earlier(String id, String label) {}

    /** Something wrong with a file. */
    record Wrong(String place, String detail) {}

    /** How far a file is. */
    record Progress(
            String fileName,
            boolean running,
            boolean failed,
            List<Wrong> errors,
            @Nullable String planHref,
            String href) {}

    @GetMapping
    String form(Locale locale, Model model) {
        model.addAttribute("earlier", earlier(locale));
        return "overgang-inlezen";
    }

    private List<Earlier> earlier(Locale locale) {
        Formats formats = new Formats(locale);
        return register.find(DecisionFilter.all().ofType(TransitionType.ID), 1, MOST_PLANS).items().stream()
                .map(summary -> new Earlier(
                        summary.id().toString(),
                        formats.date(summary.asOf()) + " · "
                                + formats.date(Formats.dateOf(summary.recordedAt())) + " "
                                + formats.time(summary.recordedAt())))
                .toList();
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile bestand,
            @RequestParam(defaultValue = "") String eerder,
            @AuthenticationPrincipal Person person,
            Locale locale)
            throws IOException {
        if (bestand == null || bestand.isEmpty()) {
            return refused("missing", "", locale);
        }
        try {
            UUID id = files.start(
                    Objects.requireNonNullElse(bestand.getOriginalFilename(), ""),
                    bestand.getInputStream(),
                    given(eerder),
                    person.username());
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (SheetsRefused refused) {
            return refused("unreadable", refused.sentence().in(Language.of(locale)), locale);
        }
    }

    /** The products and contracts of an earlier plan, for a file that holds indications alone. */
    private ObjectNode given(String earlier) {
        ObjectNode given = JSON.createObjectNode();
        uuid(earlier)
                .flatMap(register::byId)
                .filter(Transitions::isPlan)
                .map(RegisteredDecision::request)
                .ifPresent(request -> List.of("asOf", "switchOn", "products", "contracted")
                        .forEach(field -> given.set(field, request.path(field))));
        return given;
    }

    private ModelAndView refused(String problem, String detail, Locale locale) {
        ModelAndView form = new ModelAndView("overgang-inlezen", HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("earlier", earlier(locale));
        form.addObject("problem", problem);
        form.addObject("detail", detail);
        return form;
    }

    @GetMapping("/{id}")
    String progress(@PathVariable String id, Locale locale, Model model) {
        Job job = uuid(id).flatMap(files::progress).orElseThrow(NotFound::new);
        Language language = Language.of(locale);
        String status = job.state().status();
        List<Wrong> errors = job.state().errors().stream()
                .limit(ERRORS_SHOWN)
                .map(error -> new Wrong(
                        place(error.sheet(), error.row(), error.column()),
                        error.detail().in(language)))
                .toList();
        model.addAttribute(
                "progress",
                new Progress(
                        job.fileName(),
                        status.equals("PENDING") || status.equals("RUNNING"),
                        status.equals("FAILED"),
                        errors,
                        job.state().decided().stream()
                                .map(Decided::decision)
                                .findFirst()
                                .map(plan -> PlanPages.PATH + "/" + plan)
                                .orElse(null),
                        PATH + "/" + job.id()));
        return "overgang-inlezing";
    }

    private static String place(@Nullable String sheet, @Nullable Integer row, @Nullable String column) {
        StringBuilder place = new StringBuilder(Objects.requireNonNullElse(sheet, ""));
        if (row != null) {
            place.append(place.isEmpty() ? "" : " ").append(row);
        }
        if (column != null) {
            place.append(place.isEmpty() ? "" : ", ").append(column);
        }
        return place.toString();
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
