package nl.inkoopkompas.web.pages;

import java.util.Locale;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Refusals;
import nl.inkoopkompas.access.Views;
import nl.inkoopkompas.decision.CitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may do what, who looked at what, and who was refused. */
@Controller
class WatchPages {

    static final String VIEWS = "/register/inzage";
    static final String REFUSALS = "/register/geweigerd";

    private static final int SIZE = 25;
    private static final int LONGEST_NAME = 255;

    private final AccessTable table;
    private final Views views;
    private final Refusals refusals;

    WatchPages(AccessTable table, Views views, Refusals refusals) {
        this.table = table;
        this.views = views;
        this.refusals = refusals;
    }

    @GetMapping("/toegang")
    String access(Locale locale, Model model) {
        model.addAttribute("groups", WatchViews.permissions(table.rows(), locale));
        return "toegang";
    }

    @GetMapping(VIEWS)
    String views(
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String wie,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model) {
        String id = text(dossier);
        String username = text(wie);
        int page = page(pagina);
        Views.Page found = views.find(lower(id), username, page, SIZE);
        model.addAttribute("dossier", id);
        model.addAttribute("who", username);
        model.addAttribute("refused", CitizenNumber.occursIn(dossier) || CitizenNumber.occursIn(wie));
        model.addAttribute("rows", WatchViews.views(found.items(), locale));
        model.addAttribute("pager", WatchViews.pager(VIEWS, id, username, page, SIZE, found.total()));
        return "inzage";
    }

    @GetMapping(REFUSALS)
    String refusals(
            @RequestParam(defaultValue = "") String wie,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model) {
        String username = text(wie);
        int page = page(pagina);
        Refusals.Page found = refusals.find(username, page, SIZE);
        model.addAttribute("who", username);
        model.addAttribute("refused", CitizenNumber.occursIn(wie));
        model.addAttribute("rows", WatchViews.refusals(found.items(), locale));
        model.addAttribute("pager", WatchViews.pager(REFUSALS, null, username, page, SIZE, found.total()));
        return "geweigerd";
    }

    private static @Nullable String lower(@Nullable String id) {
        return id == null ? null : id.toLowerCase(Locale.ROOT);
    }

    /** What was filled in; null for nothing, or for what may not be searched for. */
    private static @Nullable String text(String given) {
        String text = given.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return text.isEmpty() || text.length() > LONGEST_NAME || CitizenNumber.occursIn(text) ? null : text;
    }

    private static int page(String text) {
        return text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
    }
}
