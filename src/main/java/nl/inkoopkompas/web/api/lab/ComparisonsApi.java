package nl.inkoopkompas.web.api.lab;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.comparison.Comparison;
import nl.inkoopkompas.lab.comparison.Comparison.OfCriterion;
import nl.inkoopkompas.lab.comparison.Comparison.OfOutcome;
import nl.inkoopkompas.lab.comparison.KnownComparisons;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A draft beside the rule book that it changes, and any two published rule books, by what they mean. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class ComparisonsApi {

    private final DraftCalls calls;
    private final DraftBooks draftBooks;
    private final RuleBooks ruleBooks;
    private final KnownComparisons comparisons;

    ComparisonsApi(DraftCalls calls, DraftBooks draftBooks, RuleBooks ruleBooks, KnownComparisons comparisons) {
        this.calls = calls;
        this.draftBooks = draftBooks;
        this.ruleBooks = ruleBooks;
        this.comparisons = comparisons;
    }

    /** A comparison in one language. */
    record ComparisonView(
            String base,
            String draft,
            LocalDate from,
            List<OfCriterion> criteria,
            List<OfOutcome> outcomes,
            List<Left> notAnalysed) {}

    /** What was not analysed, and why. */
    record Left(String what, String why) {}

    @PostMapping(path = DraftCalls.ONE + "/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Compare a draft with its base",
            description = "Per criterion and outcome, over all inputs, each difference with a request that shows it.")
    ResponseEntity<ComparisonView> ofDraft(@PathVariable String id, HttpServletRequest request) {
        Draft draft = calls.find(id);
        RuleBook base = draftBooks.base(draft);
        return answer(base, draftBooks.book(draft), draft.judgedFrom(base), ApiLanguage.of(request));
    }

    @GetMapping(path = "/api/v1/rule-books/{version}/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Compare two published rule books", description = "with is the version that is compared with.")
    ResponseEntity<ComparisonView> ofBooks(
            @PathVariable String version, @RequestParam String with, HttpServletRequest request) {
        RuleBook base = book(version);
        RuleBook other = book(with);
        LocalDate from = base.validFrom().isAfter(other.validFrom()) ? base.validFrom() : other.validFrom();
        return answer(base, other, from, ApiLanguage.of(request));
    }

    private RuleBook book(String version) {
        return ruleBooks
                .byVersion(version)
                .orElseThrow(() -> Refused.notFound("Dit regelboek bestaat niet.", "This rule book does not exist."));
    }

    private ResponseEntity<ComparisonView> answer(RuleBook base, RuleBook draft, LocalDate from, Language language) {
        Comparison found = comparisons.compare(base, draft, from, language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(new ComparisonView(
                        found.base(),
                        found.draft(),
                        found.from(),
                        found.criteria(),
                        found.outcomes(),
                        found.notAnalysed().stream()
                                .map(left -> new Left(left.what(), left.why().in(language)))
                                .toList()));
    }
}
