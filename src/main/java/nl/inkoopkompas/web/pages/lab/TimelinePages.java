package nl.inkoopkompas.web.pages.lab;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.publication.Publications;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.SealedRuleBooks;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The rule books through time: which held when, what changed, withdrawing one in time, deciding again under another.
 */
@Controller
class TimelinePages {

    static final String PATH = RuleBookPages.PATH + "/versies";
    static final String WITHDRAW = RuleBookPages.ONE + "/intrekken";
    static final String DECISIONS = RuleBookPages.ONE + "/besluiten";

    private static final int PAGE = 25;
    private static final String CHANGELOG = "rules/CHANGELOG.md";

    private final SealedRuleBooks ruleBooks;
    private final Drafts drafts;
    private final Publications publications;
    private final DecisionRegister register;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final AccessTable access;
    private final MessageSource messages;
    private final Clock clock;

    TimelinePages(
            SealedRuleBooks ruleBooks,
            Drafts drafts,
            Publications publications,
            DecisionRegister register,
            DecisionEngine engine,
            List<DecisionType> types,
            AccessTable access,
            MessageSource messages,
            Clock clock) {
        this.ruleBooks = ruleBooks;
        this.drafts = drafts;
        this.publications = publications;
        this.register = register;
        this.engine = engine;
        this.types = types;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A published book.
     *
     * @param changes its entry in the changelog, line by line
     */
    record Version(
            String version,
            String validFrom,
            @Nullable String until,
            String state,
            List<String> changes,
            @Nullable String draft,
            @Nullable String by,
            long decisions,
            @Nullable String before) {}

    /**
     * A decision, and what another book makes of it.
     *
     * @param was the outcome of an admission, or that of another decision in words
     * @param now null where it cannot be decided there
     */
    record Again(
            String href,
            String name,
            boolean admission,
            String was,
            @Nullable String now) {}

    @GetMapping(PATH)
    String timeline(@AuthenticationPrincipal Person person, Locale locale, Model model) {
        fill(person, locale, model);
        return "lab/versies";
    }

    @PostMapping(WITHDRAW)
    ModelAndView withdraw(
            @PathVariable String version,
            @RequestParam(defaultValue = "") String reden,
            @AuthenticationPrincipal Person person,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        RuleBook book = ruleBooks.byVersion(version).orElseThrow(NotFound::new);
        String reason = reden.strip();
        if (reason.isEmpty() || reason.length() > 4000 || CitizenNumber.occursIn(reason)) {
            fill(person, locale, model);
            model.addAttribute("refused", List.of(messages.getMessage("timeline.reason.wrong", null, locale)));
            return new ModelAndView("lab/versies", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Outcome<String> outcome = Refusals.of(locale, () -> {
            publications.withdraw(book, reason, clock.instant(), principal.getName());
            return version;
        });
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", "withdrawn");
            return new ModelAndView("redirect:" + PATH);
        }
        fill(person, locale, model);
        model.addAttribute("refused", refused.sentences());
        return new ModelAndView("lab/versies", model.asMap(), refused.status());
    }

    @GetMapping(DECISIONS)
    String decisions(
            @PathVariable String version,
            @RequestParam(defaultValue = "") String met,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model) {
        RuleBook book = ruleBooks.byVersion(version).orElseThrow(NotFound::new);
        RuleBook other = ruleBooks.byVersion(met).orElse(null);
        int page = pagina.matches("[1-9]\\d{0,6}") ? Integer.parseInt(pagina) : 1;
        DecisionRegister.Page found = register.find(DecisionFilter.all().under(book.version()), page, PAGE);
        model.addAttribute("version", version);
        model.addAttribute("other", other == null ? null : other.version());
        model.addAttribute(
                "others",
                ruleBooks.all().stream()
                        .map(RuleBook::version)
                        .filter(one -> !one.equals(version))
                        .toList());
        model.addAttribute(
                "decisions",
                found.items().stream()
                        .map(summary -> again(summary, other, locale))
                        .toList());
        model.addAttribute("total", found.total());
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (found.total() + PAGE - 1) / PAGE));
        return "lab/besluiten";
    }

    private Again again(DecisionSummary summary, @Nullable RuleBook other, Locale locale) {
        String now = other == null
                ? null
                : register.byId(summary.id())
                        .map(registered -> outcome(registered, other, locale))
                        .orElse(null);
        boolean admission = summary.type().equals(AdmissionType.ID);
        String name = summary.applicantName();
        return new Again(
                (admission ? "/aanmeldingen/" : "/register/") + summary.id(),
                name == null ? messages.getMessage("register.type." + summary.type(), null, locale) : name,
                admission,
                admission ? summary.outcome() : words(summary, summary.outcome(), locale),
                admission || now == null ? now : words(summary, now, locale));
    }

    private String words(DecisionSummary summary, String outcome, Locale locale) {
        RuleBook book = ruleBooks.require(summary.ruleBookVersion());
        return types.stream()
                .filter(type -> type.name().equals(summary.type()))
                .map(type -> book.policy(type.id())
                        .texts(Language.of(locale))
                        .outcomes()
                        .get(outcome))
                .filter(Objects::nonNull)
                .map(words -> words.label())
                .findFirst()
                .orElse(outcome);
    }

    private @Nullable String outcome(RegisteredDecision registered, RuleBook other, Locale locale) {
        DecisionType type = types.stream()
                .filter(one -> one.name().equals(registered.summary().type()))
                .findFirst()
                .orElse(null);
        if (type == null || !other.policies().containsKey(type.id())) {
            return null;
        }
        try {
            Input input = new Input(registered.request(), registered.context());
            return engine.decide(type, input, other, Language.of(locale)).outcome();
        } catch (RequestRefused refused) {
            return null;
        }
    }

    private void fill(Person person, Locale locale, Model model) {
        Formats formats = new Formats(locale);
        LocalDate today = LocalDate.now(clock);
        Map<String, Draft> made = new HashMap<>();
        for (Draft draft : drafts.all()) {
            Draft.Answer answer = draft.answer();
            if (answer != null && answer.version() != null) {
                made.put(answer.version(), draft);
            }
        }
        List<Version> versions = new ArrayList<>();
        List<RuleBook> books = ruleBooks.all();
        for (int i = 0; i < books.size(); i++) {
            RuleBook book = books.get(i);
            LocalDate until = i == 0 ? null : books.get(i - 1).validFrom().minusDays(1);
            String state = book.validFrom().isAfter(today)
                    ? "coming"
                    : until == null || !until.isBefore(today) ? "current" : "past";
            String before = i + 1 < books.size() ? books.get(i + 1).version() : null;
            versions.add(version(book, until, state, made.get(book.version()), before, formats));
        }
        ruleBooks
                .withdrawn()
                .forEach(book ->
                        versions.add(version(book, null, "withdrawn", made.get(book.version()), null, formats)));
        model.addAttribute("versions", versions);
        model.addAttribute("withdraws", access.allows(person.role(), "POST", WITHDRAW));
        model.addAttribute("tries", access.allows(person.role(), "GET", DraftAddress.LAB));
    }

    private Version version(
            RuleBook book,
            @Nullable LocalDate until,
            String state,
            @Nullable Draft draft,
            @Nullable String before,
            Formats formats) {
        Draft.Answer answer = draft == null ? null : draft.answer();
        return new Version(
                book.version(),
                formats.date(book.validFrom()),
                until == null ? null : formats.date(until),
                state,
                changes(book),
                draft == null ? null : draft.id().toString(),
                answer == null ? null : answer.by(),
                register.find(DecisionFilter.all().under(book.version()), 1, 1).total(),
                before);
    }

    /** The entry of its own version, without the marks of the format. */
    private static List<String> changes(RuleBook book) {
        if (!book.files().has(CHANGELOG)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        boolean its = false;
        for (String line : book.files().text(CHANGELOG).lines().toList()) {
            if (line.startsWith("## ")) {
                its = line.substring(3).strip().equals(book.version());
            } else if (its && !line.isBlank()) {
                String text = line.strip().replace("**", "").replace("`", "");
                if (text.startsWith("- ")) {
                    lines.add(text.substring(2));
                } else if (!lines.isEmpty()) {
                    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + text);
                }
            }
        }
        return lines;
    }
}
