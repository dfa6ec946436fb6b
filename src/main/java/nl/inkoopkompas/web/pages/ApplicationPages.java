package nl.inkoopkompas.web.pages;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.CitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of applications, and the dossier of one. */
@Controller
class ApplicationPages {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9.-]{0,99}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ApplicationArchive archive;
    private final ApplicationImports imports;
    private final ApplicationListViews lists;
    private final DossierViews dossiers;
    private final Standings standings;

    ApplicationPages(
            ApplicationArchive archive,
            ApplicationImports imports,
            ApplicationListViews lists,
            DossierViews dossiers,
            Standings standings) {
        this.archive = archive;
        this.imports = imports;
        this.lists = lists;
        this.dossiers = dossiers;
        this.standings = standings;
    }

    @GetMapping(ApplicationFilter.PATH)
    String list(
            @RequestParam(defaultValue = "") List<String> voorstel,
            @RequestParam(defaultValue = "") List<String> contract,
            @RequestParam(defaultValue = "") String criterium,
            @RequestParam(defaultValue = "") String zoek,
            @RequestParam(defaultValue = "") String bestand,
            @RequestParam(defaultValue = "") String sorteer,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        var text = CONTROL.matcher(zoek).replaceAll(" ").strip();
        boolean refused = CitizenNumber.occursIn(text);
        var filter = new ApplicationFilter(
                voorstel.stream()
                        .filter(ApplicationListViews.OUTCOMES::contains)
                        .toList(),
                contract.stream().filter(ApplicationPages::isId).toList(),
                isId(criterium) ? criterium : null,
                refused ? null : given(text),
                uuid(bestand),
                order(sorteer),
                sorteer.isEmpty() || sorteer.startsWith("-"),
                pageNumber(pagina));
        if (refused) {
            redirect.addFlashAttribute("searchRefused", true);
            return "redirect:" + filter.address(); // so that the number does not stay in the address either
        }
        var found = archive.find(filter);
        if (found.rows().isEmpty() && found.total() > 0) {
            int last = (found.total() + ApplicationFilter.PAGE_SIZE - 1) / ApplicationFilter.PAGE_SIZE;
            return "redirect:" + filter.atPage(last).address();
        }
        model.addAttribute("list", lists.list(found, filter, importName(filter.importId()), locale));
        return "aanmeldingen";
    }

    @GetMapping(ApplicationFilter.PATH + "/{id}")
    ModelAndView dossier(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String criterium,
            @RequestParam(required = false) @Nullable String vak,
            Principal principal,
            Locale locale) {
        var found = Optional.ofNullable(uuid(id)).orElseThrow(NotFound::new);
        return dossier(found, criterium, vak, Map.of(), principal, locale);
    }

    /** @param filledIn what a person had filled in to determine */
    ModelAndView dossier(
            UUID id,
            @Nullable String criterion,
            @Nullable String product,
            Map<String, String> filledIn,
            Principal principal,
            Locale locale) {
        var application = archive.application(id).orElseThrow(NotFound::new);
        var page = new ModelAndView("dossier");
        page.addObject("dossier", dossiers.dossier(application, criterion, product, locale));
        page.addObject(
                "standing",
                standings.of(id, principal.getName(), filledIn, locale).orElseThrow(NotFound::new));
        return page;
    }

    private @Nullable String importName(@Nullable UUID importId) {
        return Optional.ofNullable(importId)
                .flatMap(imports::progress)
                .map(ApplicationImports.Progress::fileName)
                .orElse(importId == null ? null : importId.toString());
    }

    private static ApplicationFilter.Order order(String sort) {
        return ApplicationFilter.Order.of(sort.startsWith("-") ? sort.substring(1) : sort)
                .orElse(ApplicationFilter.Order.RECORDED);
    }

    private static int pageNumber(String text) {
        return text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
    }

    /** Whether this can be the id of anything in a rule book; ids start with a letter. */
    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
