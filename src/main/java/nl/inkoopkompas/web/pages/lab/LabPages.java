package nl.inkoopkompas.web.pages.lab;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Status;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.requests.ChangeRequest;
import nl.inkoopkompas.lab.requests.ChangeRequests;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lab: what waits for whom, all drafts, and starting another. */
@Controller
class LabPages {

    private final Drafts drafts;
    private final RuleBooks ruleBooks;
    private final ChangeRequests requests;
    private final MessageSource messages;
    private final Clock clock;

    LabPages(Drafts drafts, RuleBooks ruleBooks, ChangeRequests requests, MessageSource messages, Clock clock) {
        this.drafts = drafts;
        this.ruleBooks = ruleBooks;
        this.requests = requests;
        this.messages = messages;
        this.clock = clock;
    }

    /** A draft in the list. */
    record Line(DraftHead head, boolean waitsForYou) {}

    @GetMapping(DraftAddress.LAB)
    String lab(Principal principal, Locale locale, Model model) {
        fill(principal, locale, model);
        return "lab/lab";
    }

    @PostMapping(DraftAddress.LAB)
    ModelAndView create(
            @RequestParam(defaultValue = "") String titel,
            @RequestParam(defaultValue = "") String inhoud,
            Principal principal,
            Locale locale,
            Model model) {
        String title = titel.strip();
        if (title.isEmpty() || title.length() > 200 || CitizenNumber.occursIn(title)) {
            fill(principal, locale, model);
            model.addAttribute("refused", messages.getMessage("lab.new.title.wrong", null, locale));
            model.addAttribute("titel", CitizenNumber.occursIn(title) ? "" : title);
            return new ModelAndView("lab/lab", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        RuleBookFiles content = ruleBooks.byVersion(inhoud).map(RuleBook::files).orElse(null);
        Draft draft = drafts.create(ruleBooks.newest(), title, content, clock.instant(), principal.getName());
        return new ModelAndView("redirect:" + DraftAddress.of(draft));
    }

    private void fill(Principal principal, Locale locale, Model model) {
        List<Line> lines = drafts.all().stream()
                .map(draft -> new Line(
                        DraftHead.of(draft, drafts.isOvertaken(draft), locale),
                        draft.status() == Status.PROPOSED && !draft.authors().contains(principal.getName())))
                .toList();
        model.addAttribute(
                "open", lines.stream().filter(line -> line.head().open()).toList());
        model.addAttribute(
                "closed", lines.stream().filter(line -> !line.head().open()).toList());
        model.addAttribute(
                "asked",
                requests.all(null).stream()
                        .filter(request -> request.status() == ChangeRequest.Status.ASKED)
                        .count());
        List<RuleBook> books = ruleBooks.all();
        model.addAttribute("newest", books.get(0).version());
        model.addAttribute(
                "older", books.stream().skip(1).map(RuleBook::version).toList());
    }
}
