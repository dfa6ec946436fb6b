package nl.inkoopkompas.web.pages;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.web.pages.ApplicationImports.Progress;
import nl.inkoopkompas.web.pages.ApplicationImports.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Reading in a file with applications, and following how far it is. */
@Controller
@RequestMapping(ImportPages.PATH)
class ImportPages {

    static final String PATH = ApplicationFilter.PATH + "/inlezen";

    private final ApplicationImports imports;

    ImportPages(ApplicationImports imports) {
        this.imports = imports;
    }

    @GetMapping
    String form() {
        return "inlezen";
    }

    @PostMapping
    ModelAndView upload(@RequestParam(required = false) @Nullable MultipartFile bestand, Principal principal)
            throws IOException {
        if (bestand == null || bestand.isEmpty()) {
            return refused("missing", "");
        }
        var fileName = Objects.requireNonNullElse(bestand.getOriginalFilename(), "");
        try (var content = bestand.getInputStream()) {
            var id = imports.start(fileName, content, principal.getName());
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (UnreadableFile unreadable) {
            return refused("unreadable", Objects.requireNonNullElse(unreadable.getMessage(), ""));
        }
    }

    @GetMapping("/{id}")
    String progress(@PathVariable String id, Locale locale, Model model) {
        var progress = Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(imports::progress)
                .orElseThrow(NotFound::new);
        model.addAttribute("progress", view(progress, new Formats(locale)));
        return "inlezing";
    }

    private static ModelAndView refused(String problem, String detail) {
        var form = new ModelAndView("inlezen", HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("problem", problem);
        form.addObject("detail", detail);
        return form;
    }

    private static ImportProgress view(Progress progress, Formats formats) {
        var outcomes = new ArrayList<ImportProgress.Count>();
        for (var outcome : ApplicationListViews.OUTCOMES) {
            int count = progress.outcomes().getOrDefault(outcome, 0);
            if (count > 0) {
                outcomes.add(new ImportProgress.Count(outcome, count));
            }
        }
        var errors = progress.errors();
        return new ImportProgress(
                progress.fileName(),
                formats.date(Formats.dateOf(progress.startedAt())),
                formats.time(progress.startedAt()),
                progress.startedBy(),
                progress.running(),
                progress.applications(),
                progress.done(),
                progress.recorded(),
                outcomes,
                errors.size(),
                List.copyOf(errors.subList(0, Math.min(errors.size(), ImportProgress.ERRORS_SHOWN))),
                PATH + "/" + progress.id(),
                "/api/v1/admissions/imports/" + progress.id() + "/results.xlsx",
                ApplicationFilter.none().ofImport(progress.id()).address());
    }
}
