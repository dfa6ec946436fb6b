package nl.inkoopkompas.web.pages.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.web.pages.search.SearchSource.Asked;
import nl.inkoopkompas.web.pages.search.SearchSource.Found;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One search over all parts, the hits grouped. */
@Controller
class SearchPages {

    static final String PATH = "/zoeken";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int FEW = 5;
    private static final int MANY = 100;

    private final List<SearchSource> sources;
    private final Clock clock;

    SearchPages(List<SearchSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String search(
            @RequestParam(defaultValue = "") String zoek,
            @RequestParam(defaultValue = "") String in,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        String plain = CONTROL.matcher(zoek).replaceAll(" ").strip();
        if (CitizenNumber.occursIn(plain)) {
            redirect.addFlashAttribute("searchRefused", true);
            return "redirect:" + PATH; // so that the number does not stay in the address either
        }
        String text = plain.substring(0, Math.min(plain.length(), LONGEST));
        boolean asked = text.length() >= SHORTEST;
        List<Found> found = asked
                ? sources.stream()
                        .map(source -> source.find(
                                new Asked(text, in.isEmpty() ? FEW : MANY, person, LocalDate.now(clock), locale)))
                        .filter(one -> one.total() > 0)
                        .filter(one -> in.isEmpty() || one.title().equals(in))
                        .toList()
                : List.of();
        model.addAttribute("text", text);
        model.addAttribute("asked", asked);
        model.addAttribute("tooShort", !asked && !text.isEmpty());
        model.addAttribute("in", in);
        model.addAttribute("total", found.stream().mapToLong(Found::total).sum());
        model.addAttribute("found", found);
        return "zoeken";
    }
}
