package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.web.pages.Dossier.Cell;
import nl.inkoopkompas.web.pages.Dossier.Explanation;
import nl.inkoopkompas.web.pages.Dossier.History;
import nl.inkoopkompas.web.pages.Dossier.MatrixRow;
import nl.inkoopkompas.web.pages.Dossier.OpenFinding;
import nl.inkoopkompas.web.pages.Dossier.Product;
import nl.inkoopkompas.web.pages.Dossier.Receipt;
import nl.inkoopkompas.web.pages.Dossier.Sibling;
import nl.inkoopkompas.web.pages.Dossier.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the dossier from a recorded decision. It shows verdicts and never forms one. */
@Component
class DossierViews {

    /** From the verdict that needs a person most to the one that needs nobody. */
    private static final List<Verdict> BY_WEIGHT = List.of(
            Verdict.NOT_MET,
            Verdict.UNDETERMINED,
            Verdict.JUDGEMENT,
            Verdict.REMEDIED,
            Verdict.MET,
            Verdict.NOT_APPLICABLE);

    private final Words.Dictionary dictionary;

    DossierViews(Words.Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * @param criterion id of the criterion to open, null for the first that is not settled
     * @param product code of the product whose finding to open, null for the heaviest
     */
    Dossier dossier(Application application, @Nullable String criterion, @Nullable String product, Locale locale) {
        var words = dictionary.of(application.decision().ruleBook().version(), locale);
        return new Assembly(application, words, new Formats(locale)).dossier(criterion, product);
    }

    /** The parts that one dossier is made of. */
    private static final class Assembly {

        private final Application application;
        private final Decision decision;
        private final UUID id;
        private final Words words;
        private final Formats formats;
        private final List<Group> groups;

        Assembly(Application application, Words words, Formats formats) {
            this.application = application;
            this.decision = application.decision();
            this.id = Objects.requireNonNull(decision.id(), "Only a recorded decision has a dossier");
            this.words = words;
            this.formats = formats;
            this.groups = groups(decision.findings());
        }

        Dossier dossier(@Nullable String criterion, @Nullable String product) {
            var group = opened(criterion);
            var finding = group.findings().stream()
                    .filter(candidate -> product != null && product.equals(code(candidate)))
                    .findFirst()
                    .orElseGet(group::heaviest);
            return new Dossier(
                    application.applicant(),
                    application.kvkNumber(),
                    words.contract(application.contract()),
                    decision.outcome(),
                    formats.date(decision.asOf()),
                    "/api/v1/decisions/" + id,
                    application.products().stream()
                            .map(each -> new Product(each.code(), words.product(each.code()), each.outcome()))
                            .toList(),
                    summary(),
                    groups.stream().map(each -> row(each, finding)).toList(),
                    open(group, finding),
                    decision.next().stream().map(this::step).toList(),
                    new Explanation(
                            decision.explanation().language(),
                            decision.explanation().summary(),
                            decision.explanation().paragraphs().stream()
                                    .distinct()
                                    .toList()),
                    history(),
                    receipt());
        }

        private Group opened(@Nullable String criterion) {
            return groups.stream()
                    .filter(group -> group.criterion().equals(criterion))
                    .findFirst()
                    .or(() -> groups.stream()
                            .filter(group -> !group.heaviest().verdict().isSettled())
                            .findFirst())
                    .orElse(groups.get(0));
        }

        private Map<Verdict, Integer> summary() {
            var counts = new LinkedHashMap<Verdict, Integer>();
            for (var verdict : BY_WEIGHT) {
                int count = (int) groups.stream()
                        .filter(group -> group.heaviest().verdict() == verdict)
                        .count();
                if (count > 0) {
                    counts.put(verdict, count);
                }
            }
            return counts;
        }

        private MatrixRow row(Group group, Finding open) {
            boolean wide = !differsByProduct(group);
            var cells = wide ? List.of(cell(group.findings().get(0), "", open)) : productCells(group, open);
            return new MatrixRow(
                    group.number(),
                    words.criterion(group.criterion()),
                    href(group.criterion(), null),
                    group.criterion().equals(open.criterion()),
                    wide,
                    cells);
        }

        private boolean differsByProduct(Group group) {
            return group.findings().stream()
                            .map(finding -> List.of(finding.verdict(), words.brief(finding)))
                            .distinct()
                            .count()
                    > 1;
        }

        private List<Cell> productCells(Group group, Finding open) {
            var cells = new ArrayList<Cell>();
            for (var product : application.products()) {
                var name = words.product(product.code());
                cells.add(group.findings().stream()
                        .filter(finding -> product.code().equals(code(finding)))
                        .findFirst()
                        .map(finding -> cell(finding, name, open))
                        .orElse(new Cell(null, name, "", false, "", false)));
            }
            return cells;
        }

        private Cell cell(Finding finding, String product, Finding open) {
            return new Cell(
                    finding.verdict(),
                    product,
                    words.brief(finding),
                    !finding.verdict().equals(Verdict.NOT_APPLICABLE)
                            && finding.norms().stream().anyMatch(Finding.AppliedNorm::example),
                    href(finding.criterion(), code(finding)),
                    finding == open);
        }

        private OpenFinding open(Group group, Finding finding) {
            var views = new OpenFindingViews(words, formats);
            int index = group.number() - 1;
            return new OpenFinding(
                    group.number(),
                    groups.size(),
                    words.criterion(group.criterion()),
                    productOf(finding)
                            .map(product -> words.product(product.code()))
                            .orElse(""),
                    finding.verdict(),
                    finding.reason(),
                    siblings(group, finding),
                    views.facts(finding),
                    views.norms(finding),
                    views.sources(finding),
                    views.readings(finding),
                    views.remedy(finding, decision.asOf()),
                    index > 0 ? href(groups.get(index - 1).criterion(), null) : null,
                    index + 1 < groups.size() ? href(groups.get(index + 1).criterion(), null) : null);
        }

        private List<Sibling> siblings(Group group, Finding open) {
            if (group.findings().size() == 1) {
                return List.of();
            }
            return group.findings().stream()
                    .map(finding -> new Sibling(
                            productOf(finding)
                                    .map(product -> words.product(product.code()))
                                    .orElse(finding.subject()),
                            finding.verdict(),
                            href(finding.criterion(), code(finding)),
                            finding == open))
                    .toList();
        }

        private Step step(Decision.NextStep step) {
            String because = step.source() == null
                    ? step.because().stream().map(words::criterion).collect(Collectors.joining(" · "))
                    : words.source(step.source());
            return new Step(
                    step.actor(),
                    step.action(),
                    because,
                    step.dueOn() == null ? null : formats.shortDate(step.dueOn()));
        }

        private History history() {
            var recordedAt = Objects.requireNonNull(decision.recordedAt(), "A recorded decision says when");
            var date = Formats.dateOf(recordedAt);
            var origin = application.origin();
            return new History(
                    decision.round(),
                    formats.shortDate(date),
                    formats.time(recordedAt),
                    date.toString(),
                    Objects.requireNonNullElse(decision.recordedBy(), ""),
                    origin == null ? null : origin.fileName(),
                    origin == null ? null : ImportPages.PATH + "/" + origin.importId());
        }

        private Receipt receipt() {
            return new Receipt(
                    decision.ruleBook().version(),
                    formats.date(decision.ruleBook().validFrom()),
                    decision.ruleBook().hash(),
                    decision.inputHash(),
                    decision.engine().version(),
                    decision.engine().build());
        }

        /** The product that a finding is about; empty when it is about the applicant. */
        private Optional<Application.Product> productOf(Finding finding) {
            var prefix = "/products/";
            if (!finding.subject().startsWith(prefix)) {
                return Optional.empty();
            }
            int index = Integer.parseInt(finding.subject().substring(prefix.length()));
            return Optional.of(application.products().get(index));
        }

        private @Nullable String code(Finding finding) {
            return productOf(finding).map(Application.Product::code).orElse(null);
        }

        private String href(String criterion, @Nullable String product) {
            return UriComponentsBuilder.fromPath(ApplicationFilter.PATH + "/" + id)
                    .queryParam("criterium", criterion)
                    .queryParamIfPresent("vak", Optional.ofNullable(product))
                    .fragment("bevinding")
                    .encode()
                    .toUriString();
        }
    }

    /** The findings of one criterion. */
    private record Group(int number, String criterion, List<Finding> findings) {

        Finding heaviest() {
            return findings.stream()
                    .min((one, other) -> BY_WEIGHT.indexOf(one.verdict()) - BY_WEIGHT.indexOf(other.verdict()))
                    .orElseThrow();
        }
    }

    private static List<Group> groups(List<Finding> findings) {
        var byCriterion = findings.stream()
                .collect(Collectors.groupingBy(Finding::criterion, LinkedHashMap::new, Collectors.toList()));
        var groups = new ArrayList<Group>();
        byCriterion.forEach((criterion, those) -> groups.add(new Group(groups.size() + 1, criterion, those)));
        return groups;
    }
}
