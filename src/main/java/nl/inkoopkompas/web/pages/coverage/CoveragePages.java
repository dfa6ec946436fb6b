package nl.inkoopkompas.web.pages.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverages;
import nl.inkoopkompas.coverage.Establishments;
import nl.inkoopkompas.coverage.Proposals;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.WorkbookAnswer;
import nl.inkoopkompas.web.pages.coverage.CoverageViews.Around;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How many providers there are, on a day, with or without proposals counted. */
@Controller
@RequestMapping(CoverageQuery.PATH)
class CoveragePages {

    private static final int MOST_CANDIDATES = 100;

    private final Coverages coverages;
    private final Establishments establishments;
    private final Proposals proposals;
    private final CoverageViews views;
    private final CoverageWorkbook workbook;
    private final ContractedProviders contracted;
    private final RuleBooks ruleBooks;
    private final AccessTable access;
    private final Clock clock;

    CoveragePages(
            Coverages coverages,
            Establishments establishments,
            Proposals proposals,
            CoverageViews views,
            CoverageWorkbook workbook,
            ContractedProviders contracted,
            RuleBooks ruleBooks,
            AccessTable access,
            Clock clock) {
        this.coverages = coverages;
        this.establishments = establishments;
        this.proposals = proposals;
        this.views = views;
        this.workbook = workbook;
        this.contracted = contracted;
        this.ruleBooks = ruleBooks;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String contract,
            @RequestParam(defaultValue = "") String datum,
            @RequestParam(defaultValue = "") String alsof,
            @RequestParam(defaultValue = "") List<String> besluit,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model) {
        RuleBook book = book();
        boolean reads = access.allows(person.role(), "GET", "/aanmeldingen");
        CoverageQuery query = query(contract, datum, alsof, besluit, reads, book);
        var around = new Around(
                reads && query.contract() != null
                        ? proposals.open(query.contract()).stream()
                                .limit(MOST_CANDIDATES)
                                .toList()
                        : List.of(),
                establishments.all(query.contract()),
                access.allows(person.role(), "POST", EstablishPages.PATH));
        model.addAttribute("coverage", views.page(coverage(query, book), query, around, book, locale));
        model.addAttribute("nobody", contracted.isEmpty());
        model.addAttribute("reads", reads);
        model.addAttribute("establishes", around.establishes());
        return "dekking";
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "") String contract,
            @RequestParam(defaultValue = "") String datum,
            @RequestParam(defaultValue = "") String alsof,
            @RequestParam(defaultValue = "") List<String> besluit,
            @AuthenticationPrincipal Person person,
            Locale locale) {
        RuleBook book = book();
        boolean reads = access.allows(person.role(), "GET", "/aanmeldingen");
        Coverage coverage = coverage(query(contract, datum, alsof, besluit, reads, book), book);
        return WorkbookAnswer.of(
                "dekking-" + coverage.on() + ".xlsx", out -> workbook.write(coverage, book, locale, out));
    }

    /** Proposals are for who may see applications; who may not sees what is contracted. */
    private static CoverageQuery query(
            String contract, String day, String suppose, List<String> decisions, boolean reads, RuleBook book) {
        var query = reads
                ? CoverageQuery.of(contract, day, suppose, decisions)
                : CoverageQuery.of(contract, day, "", List.of());
        boolean known = query.contract() == null
                || book.requireTable("reference/contracts")
                        .row(query.contract())
                        .isPresent();
        return known ? query : query.ofContract(null);
    }

    private Coverage coverage(CoverageQuery query, RuleBook book) {
        LocalDate day = Objects.requireNonNullElse(query.on(), LocalDate.now(clock));
        return coverages.on(day, query.contract(), query.supposed(), book);
    }

    private RuleBook book() {
        return ruleBooks.effectiveOnOrNewest(LocalDate.now(clock));
    }
}
