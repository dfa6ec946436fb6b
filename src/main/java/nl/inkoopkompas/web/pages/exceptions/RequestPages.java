package nl.inkoopkompas.web.pages.exceptions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Texts;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The form for an exception contract: checked before it is sent, with who is contracted already. */
@Controller
class RequestPages {

    private static final String PATH = CaseQuery.PATH + "/nieuw";
    private static final String TEMPLATE = "uitzonderingen/nieuw";
    private static final String DECISION = "exceptioncontract";
    private static final String SEND = "versturen";

    private final ExceptionContracts contracts;
    private final ProviderQuality quality;
    private final RuleBooks ruleBooks;
    private final MessageSource messages;
    private final Clock clock;

    RequestPages(
            ExceptionContracts contracts,
            ProviderQuality quality,
            RuleBooks ruleBooks,
            MessageSource messages,
            Clock clock) {
        this.contracts = contracts;
        this.quality = quality;
        this.ruleBooks = ruleBooks;
        this.messages = messages;
        this.clock = clock;
    }

    /** The products of one contract. */
    record Products(String contract, List<Product> products) {}

    record Product(String value, String name) {}

    /** What the check found. */
    record Checked(String kind, List<CheckedFinding> findings) {}

    record CheckedFinding(String name, String verdict, String reason) {}

    /** A provider who could be asked. */
    record Candidate(String kvkNumber, String name, boolean clientStop, boolean here, String reason, String note) {}

    @GetMapping(PATH)
    String form(@AuthenticationPrincipal Person person, Locale locale, Model model) {
        RequestForm form = RequestForm.empty(LocalDate.now(clock).toString());
        fill(form, null, person, locale, model);
        return TEMPLATE;
    }

    @PostMapping(PATH)
    ModelAndView send(
            @ModelAttribute RequestForm sent,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model) {
        Actor actor = CasePages.actor(person);
        RequestForm form = sent.withLists(given);
        ObjectNode request = form.json(Objects.requireNonNullElse(person.municipality(), ""));
        List<String> citizenNumbers = quality.fill(request, form, given.toSingleValueMap());
        Outcome<Decision> checked = Refusals.of(locale, () -> contracts.preview(request, Language.of(locale)));
        Refusals refused = checked.refused();
        if (refused == null && citizenNumbers.isEmpty() && SEND.equals(given.getFirst("doe"))) {
            byte[] json = request.toString().getBytes(StandardCharsets.UTF_8);
            Outcome<ExceptionCase> submitted =
                    Refusals.of(locale, () -> contracts.submit(json, actor, clock.instant()));
            refused = submitted.refused();
            ExceptionCase made = submitted.result();
            if (made != null) {
                return new ModelAndView("redirect:" + CaseQuery.PATH + "/" + made.id());
            }
        }
        fill(form, checked.result(), person, locale, model);
        RequestProblems problems = RequestProblems.of(refused, citizenNumbers, locale, messages);
        model.addAttribute("quality", quality.questions(request, form, checked.result(), problems.inQuality(), locale));
        if (!problems.isEmpty()) {
            model.addAttribute("refused", problems.all());
            model.addAttribute("wrong", problems.byField());
            return new ModelAndView(
                    TEMPLATE, model.asMap(), refused == null ? HttpStatus.UNPROCESSABLE_CONTENT : refused.status());
        }
        return new ModelAndView(TEMPLATE, model.asMap());
    }

    private void fill(RequestForm form, @Nullable Decision checked, Person person, Locale locale, Model model) {
        RuleBook book = ruleBooks.newest();
        model.addAttribute("form", form);
        model.addAttribute("products", products(book));
        model.addAttribute(
                "municipality",
                new CaseWords(book, locale).municipality(Objects.requireNonNullElse(person.municipality(), "")));
        if (checked != null) {
            Texts texts = ruleBooks
                    .require(checked.ruleBook().version())
                    .policy(DECISION)
                    .texts(Language.of(locale));
            model.addAttribute(
                    "checked",
                    new Checked(
                            String.valueOf(checked.particulars().get("kind")),
                            checked.findings().stream()
                                    .map(finding -> new CheckedFinding(
                                            texts.criterion(finding.criterion()).name(),
                                            finding.verdict().name(),
                                            finding.reason()))
                                    .toList()));
            model.addAttribute("candidates", candidates(checked.context(), form, person));
        }
    }

    private static List<Products> products(RuleBook book) {
        Table contracts = book.requireTable("reference/contracts");
        Table products = book.requireTable("admission/products");
        Map<String, List<Product>> byContract = new LinkedHashMap<>();
        contracts.rows().forEach(row -> byContract.put(row.id(), new ArrayList<>()));
        products.rows().forEach(row -> {
            String contract = String.valueOf(products.cell(row, "contract"));
            byContract
                    .computeIfAbsent(contract, none -> new ArrayList<>())
                    .add(new Product(
                            contract + " " + products.cell(row, "code"),
                            products.cell(row, "name") + " (" + products.cell(row, "code") + ")"));
        });
        List<Products> all = new ArrayList<>();
        byContract.forEach((contract, some) -> {
            if (!some.isEmpty()) {
                String name = contracts
                        .row(contract)
                        .map(row -> String.valueOf(contracts.cell(row, "name")))
                        .orElse(contract);
                all.add(new Products(name, some));
            }
        });
        return all;
    }

    private static List<Candidate> candidates(JsonNode context, RequestForm form, Person person) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        String[] asked = form.product() == null ? new String[0] : form.product().split(" ");
        for (JsonNode one : context.path("contractedProviders")) {
            String kvkNumber = one.path("kvkNumber").asString();
            boolean same = asked.length == 2
                    && asked[1].equals(one.path("product").asString())
                    && !kvkNumber.equals(form.kvkNumber());
            boolean here = false;
            for (JsonNode municipality : one.path("municipalities")) {
                here |= municipality.asString().equals(person.municipality());
            }
            if (same) {
                candidates.put(
                        kvkNumber,
                        new Candidate(
                                kvkNumber,
                                one.path("name").asString(),
                                one.path("clientStop").asBoolean(false),
                                here,
                                form.reasonOf(kvkNumber),
                                form.noteOf(kvkNumber)));
            }
        }
        return List.copyOf(candidates.values());
    }
}
