package nl.inkoopkompas.web.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.evidence.Lapses;
import nl.inkoopkompas.evidence.Lapses.Lapse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lapses when among admitted providers. */
@Controller
class LapsePages {

    static final String PATH = "/bewijsstukken/verloop";

    private static final int PAGE_SIZE = 25;
    private static final int DAYS_AHEAD = 90;
    private static final int SOON = 30;

    private final Lapses lapses;
    private final Words.Dictionary dictionary;
    private final Clock clock;

    LapsePages(Lapses lapses, Words.Dictionary dictionary, Clock clock) {
        this.lapses = lapses;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** @param until as a field of a form has it */
    record LapseList(String until, String day, int total, List<Row> rows, Pager pager) {}

    /**
     * Something that lapses.
     *
     * @param afterwardsHref what the decision would be on the day after
     * @param document the name of the document; null where the application itself states the date
     * @param when {@code late}, {@code soon}, or empty
     */
    record Row(
            String href,
            String afterwardsHref,
            String applicant,
            String kvkNumber,
            String contract,
            String what,
            @Nullable String document,
            String lastDay,
            String when) {}

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String tot,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model) {
        var today = LocalDate.now(clock);
        var until = day(tot, today.plusDays(DAYS_AHEAD));
        int page = pagina.matches("[1-9]\\d{0,6}") ? Integer.parseInt(pagina) : 1;
        var found = lapses.until(until, page, PAGE_SIZE);
        var formats = new Formats(locale);
        var words = dictionary.current(locale);
        model.addAttribute(
                "list",
                new LapseList(
                        until.toString(),
                        formats.date(until),
                        Math.toIntExact(found.total()),
                        found.items().stream()
                                .map(lapse -> row(lapse, today, words, formats))
                                .toList(),
                        Pager.of(
                                page,
                                PAGE_SIZE,
                                Math.toIntExact(found.total()),
                                number -> PATH + "?tot=" + until + "&pagina=" + number)));
        return "verloop";
    }

    private static Row row(Lapse lapse, LocalDate today, Words words, Formats formats) {
        return new Row(
                ApplicationFilter.PATH + "/" + lapse.decision() + "/bewijs",
                OtherDayPages.address(
                        lapse.decision().toString(), lapse.lastDay().plusDays(1)),
                lapse.applicant(),
                lapse.kvkNumber(),
                words.contract(lapse.contract()),
                words.field(lapse.pointer()),
                lapse.document(),
                formats.shortDate(lapse.lastDay()),
                lapse.lastDay().isBefore(today)
                        ? "late"
                        : lapse.lastDay().isBefore(today.plusDays(SOON)) ? "soon" : "");
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.matches("[12]\\d{3}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
