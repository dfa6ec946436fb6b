package nl.inkoopkompas.web.pages;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.contracting.ContractingFileRefused;
import nl.inkoopkompas.contracting.ContractingFiles;
import nl.inkoopkompas.contracting.ContractingRefused;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.pages.ApplicationImports.CellError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Reading in a file with contracted providers. */
@Controller
@RequestMapping(ContractingImportPages.PATH)
class ContractingImportPages {

    static final String PATH = ContractedQuery.PATH + "/inlezen";

    private final ContractingFiles files;
    private final RuleBookDictionary dictionary;
    private final Clock clock;

    ContractingImportPages(ContractingFiles files, RuleBookDictionary dictionary, Clock clock) {
        this.files = files;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping
    String form() {
        return "contracten-inlezen";
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile bestand, Principal principal, Locale locale)
            throws IOException {
        if (bestand == null || bestand.isEmpty()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, "missing", "", List.of());
        }
        var language = Language.of(locale);
        try (var content = bestand.getInputStream()) {
            var imported = files.read(
                    Objects.requireNonNullElse(bestand.getOriginalFilename(), ""),
                    content,
                    dictionary.current(),
                    clock.instant(),
                    principal.getName());
            return new ModelAndView("contracten-inlezen").addObject("imported", imported);
        } catch (SheetsRefused e) {
            return refused(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unreadable", e.sentence().in(language), List.of());
        } catch (ContractingRefused e) {
            return refused(HttpStatus.CONFLICT, "unreadable", e.sentence().in(language), List.of());
        } catch (ContractingFileRefused e) {
            var errors = e.errors().stream()
                    .map(error -> new CellError(
                            Objects.requireNonNullElse(error.sheet(), ""),
                            Objects.requireNonNullElse(error.row(), 0),
                            Objects.requireNonNullElse(error.column(), ""),
                            error.detail().in(language)))
                    .toList();
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, "errors", "", errors);
        }
    }

    private static ModelAndView refused(HttpStatus status, String problem, String detail, List<CellError> errors) {
        return new ModelAndView("contracten-inlezen", status)
                .addObject("problem", problem)
                .addObject("detail", detail)
                .addObject("errors", errors);
    }
}
