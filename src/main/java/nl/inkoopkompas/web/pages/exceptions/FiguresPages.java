package nl.inkoopkompas.web.pages.exceptions;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.exceptioncontract.ExceptionFigures;
import nl.inkoopkompas.exceptioncontract.ExceptionFigures.Count;
import nl.inkoopkompas.exceptioncontract.ExceptionFigures.Figures;
import nl.inkoopkompas.exceptioncontract.ExceptionFigures.Group;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What exceptions come to in a year, beside the year before. */
@Controller
class FiguresPages {

    private static final int CHART_HEIGHT = 80;
    private static final int MONTH_WIDTH = 32;

    private final ExceptionFigures figures;
    private final RuleBooks ruleBooks;
    private final MessageSource messages;
    private final Clock clock;

    FiguresPages(ExceptionFigures figures, RuleBooks ruleBooks, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.ruleBooks = ruleBooks;
        this.messages = messages;
        this.clock = clock;
    }

    /** One line of a table. */
    record Line(String name, int submitted, int before, int approved, String value, String rate, String lead) {}

    /** The lines of one breakdown. */
    record Breakdown(String title, List<Line> lines) {}

    /** A bar of the chart. */
    record Bar(int x, int y, int height, String month, int submitted) {}

    @GetMapping(CaseQuery.PATH + "/cijfers")
    String figures(
            @RequestParam(defaultValue = "") String jaar,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model) {
        int thisYear = LocalDate.now(clock).getYear();
        int year = jaar.matches("20\\d\\d") ? Integer.parseInt(jaar) : thisYear;
        Figures found = figures.of(year, CasePages.actor(person));
        CaseWords words = new CaseWords(ruleBooks.newest(), locale);
        model.addAttribute("year", year);
        model.addAttribute("thisYear", thisYear);
        model.addAttribute("total", line("", new Group("", found.total(), found.totalBefore()), words));
        model.addAttribute("count", found.total());
        model.addAttribute("share", found.spendingShare() == null ? null : percent(found.spendingShare(), locale));
        model.addAttribute("bars", bars(found.months(), locale));
        model.addAttribute(
                "breakdowns",
                List.of(
                        breakdown("municipality", found.municipalities(), words::municipality, words),
                        breakdown("product", found.products(), words::product, words),
                        breakdown("provider", found.providers(), key -> "KvK " + key, words),
                        breakdown("kind", found.kinds(), key -> say("exception.kind." + key, locale), words),
                        breakdown("reason", found.reasons(), key -> say("exception.reason." + key, locale), words)));
        return "uitzonderingen/cijfers";
    }

    private Breakdown breakdown(String title, List<Group> groups, UnaryOperator<String> name, CaseWords words) {
        return new Breakdown(
                say("exception.figures." + title, words.locale()),
                groups.stream()
                        .map(group -> line(name.apply(group.key()), group, words))
                        .toList());
    }

    private static Line line(String name, Group group, CaseWords words) {
        Count count = group.year();
        return new Line(
                name,
                count.submitted(),
                group.before().submitted(),
                count.approved(),
                words.euro(count.approvedValue()),
                percent(count.approvalRate(), words.locale()),
                count.leadDays() == null
                        ? "–"
                        : NumberFormat.getIntegerInstance(words.locale()).format(Math.round(count.leadDays())));
    }

    private static String percent(@Nullable Double share, Locale locale) {
        if (share == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(BigDecimal.valueOf(share * 100)) + "\u00a0%";
    }

    private static List<Bar> bars(List<Group> months, Locale locale) {
        int most = months.stream()
                .mapToInt(month -> month.year().submitted())
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Month month : Month.values()) {
            String key = String.format(Locale.ROOT, "%02d", month.getValue());
            int submitted = months.stream()
                    .filter(group -> group.key().equals(key))
                    .mapToInt(group -> group.year().submitted())
                    .sum();
            int height = most == 0 ? 0 : Math.round((float) submitted / most * CHART_HEIGHT);
            bars.add(new Bar(
                    (month.getValue() - 1) * MONTH_WIDTH,
                    CHART_HEIGHT - height + 16,
                    height,
                    month.getDisplayName(TextStyle.SHORT, locale).replace(".", ""),
                    submitted));
        }
        return bars;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
