package nl.inkoopkompas.web.pages.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.clauses.ClauseFinding;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Explanation;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Quotation;
import nl.inkoopkompas.lab.clauses.ClauseReport;
import nl.inkoopkompas.lab.clauses.ClauseReport.NotCompared;
import nl.inkoopkompas.lab.clauses.Clauses;
import nl.inkoopkompas.lab.clauses.Clauses.Reading;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Source;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft held against its sources: what differs, and why that is right all the same. */
@Controller
class SourcePages {

    static final String PATH = DraftAddress.ONE + "/bronnen";

    private static final int LONGEST = 2000;

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final Clauses clauses;
    private final Clock clock;

    SourcePages(Drafts drafts, DraftBooks draftBooks, DraftAddress address, Clauses clauses, Clock clock) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.clauses = clauses;
        this.clock = clock;
    }

    /** A finding as it is shown. */
    record Line(
            String id,
            String kind,
            String label,
            String subject,
            String rows,
            @Nullable Quotation quotation,
            String what,
            @Nullable String why,
            @Nullable String by,
            @Nullable String on) {}

    /** A norm that was not compared. */
    record Skipped(String label, String what, String why) {}

    /** A document of which the clauses are known, and when its text was last read. */
    record Text(
            String id,
            String title,
            @Nullable String readOn,
            @Nullable String readBy,
            int changed) {}

    @GetMapping(PATH)
    String read(@PathVariable String id, Locale locale, Model model) {
        fill(address.draft(id), locale, model);
        return "lab/bronnen";
    }

    @PostMapping(PATH)
    ModelAndView explain(
            @PathVariable String id,
            @RequestParam String bevinding,
            @RequestParam(defaultValue = "") String waarom,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        ClauseFinding finding = report(draft).findings().stream()
                .filter(one -> one.id().equals(bevinding))
                .findFirst()
                .orElseThrow(NotFound::new);
        String why = waarom.strip();
        boolean dutch = Language.of(locale) == Language.NL;
        if (!draft.status().isOpen()) {
            return refused(
                    draft,
                    HttpStatus.CONFLICT,
                    dutch ? "Dit concept is afgesloten." : "This draft is closed.",
                    locale,
                    model);
        }
        if (why.isEmpty() || why.length() > LONGEST || CitizenNumber.occursIn(why)) {
            return refused(
                    draft,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    dutch
                            ? "Schrijf een toelichting van ten hoogste 2.000 tekens, zonder burgerservicenummer."
                            : "Write an explanation of at most 2,000 characters, without a citizen's number.",
                    locale,
                    model);
        }
        clauses.explain(draft.id(), finding, why, clock.instant(), principal.getName());
        redirect.addFlashAttribute("done", "explained");
        return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/bronnen");
    }

    @PostMapping(PATH + "/{document}")
    ModelAndView newer(
            @PathVariable String id,
            @PathVariable String document,
            @RequestParam(required = false) @Nullable MultipartFile bestand,
            @RequestParam(defaultValue = "") String tekst,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Draft draft = address.draft(id);
        RuleBook book = draftBooks.book(draft);
        Document known =
                Optional.ofNullable(book.clauses().documents().get(document)).orElseThrow(NotFound::new);
        String text =
                bestand == null || bestand.isEmpty() ? tekst : new String(bestand.getBytes(), StandardCharsets.UTF_8);
        boolean dutch = Language.of(locale) == Language.NL;
        if (!draft.status().isOpen()) {
            return refused(
                    draft,
                    HttpStatus.CONFLICT,
                    dutch ? "Dit concept is afgesloten." : "This draft is closed.",
                    locale,
                    model);
        }
        if (text.isBlank() || text.indexOf('\ufffd') >= 0) {
            return refused(
                    draft,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    dutch
                            ? "Kies een tekstbestand in UTF-8, of plak de tekst."
                            : "Choose a text file in UTF-8, or paste the text.",
                    locale,
                    model);
        }
        clauses.read(draft.id(), book, known, text, clock.instant(), principal.getName());
        redirect.addFlashAttribute("done", "read");
        return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/bronnen");
    }

    private ModelAndView refused(Draft draft, HttpStatus status, String why, Locale locale, Model model) {
        fill(draft, locale, model);
        model.addAttribute("refused", List.of(why));
        return new ModelAndView("lab/bronnen", model.asMap(), status);
    }

    private ClauseReport report(Draft draft) {
        return clauses.report(draft, draftBooks.base(draft), draftBooks.book(draft));
    }

    private void fill(Draft draft, Locale locale, Model model) {
        Language language = Language.of(locale);
        Formats formats = new Formats(locale);
        ClauseReport report = report(draft);
        RuleBook book = draftBooks.book(draft);
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute(
                "open",
                report.unexplained().stream()
                        .map(one -> line(one, language, formats))
                        .toList());
        model.addAttribute(
                "explained",
                report.findings().stream()
                        .filter(ClauseFinding::isExplained)
                        .map(one -> line(one, language, formats))
                        .toList());
        model.addAttribute(
                "skipped",
                report.notCompared().stream().map(one -> skipped(one, language)).toList());
        List<Reading> readings = clauses.readings(draft.id());
        model.addAttribute(
                "texts",
                book.clauses().documents().keySet().stream()
                        .map(document -> text(book, document, readings, formats))
                        .toList());
    }

    private static Line line(ClauseFinding finding, Language language, Formats formats) {
        Explanation explanation = finding.explanation();
        return new Line(
                finding.id(),
                finding.kind().name(),
                finding.label().in(language),
                finding.subject(),
                String.join(", ", finding.rows()),
                finding.quotation(),
                finding.what().in(language),
                explanation == null ? null : explanation.why().in(language),
                explanation == null ? null : explanation.by(),
                explanation == null || explanation.at() == null
                        ? null
                        : formats.date(Formats.dateOf(Objects.requireNonNull(explanation.at()))));
    }

    private static Skipped skipped(NotCompared one, Language language) {
        return new Skipped(one.label().in(language), one.what(), one.why().in(language));
    }

    private static Text text(RuleBook book, String document, List<Reading> readings, Formats formats) {
        Reading last = readings.stream()
                .filter(reading -> reading.document().equals(document))
                .findFirst()
                .orElse(null);
        Source source = book.sources().get(document);
        return new Text(
                document,
                source == null ? document : source.title(),
                last == null ? null : formats.date(Formats.dateOf(last.at())),
                last == null ? null : last.by(),
                last == null ? 0 : last.changed());
    }
}
