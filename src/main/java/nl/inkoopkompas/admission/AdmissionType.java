package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Admission of an applicant to a contract, product by product (plan 4.4.1). */
@Component
public final class AdmissionType implements DecisionType {

    public static final String ID = "admission";

    private static final String ENTRY = "ENTRY";

    /** What is proposed for a product, the gravest first. */
    public enum ProductOutcome {
        NOT_OPEN,
        REJECTED,
        HEARING,
        INCOMPLETE,
        ASSESS,
        ADMISSIBLE
    }

    /** What is proposed for a product. */
    public record ProductProposal(String code, ProductOutcome outcome) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Outcome outcome(JsonNode request, List<Judged> findings) {
        List<ProductProposal> products = new ArrayList<>();
        for (int i = 0; i < request.path("products").size(); i++) {
            String code = request.path("products").path(i).path("code").asString();
            products.add(new ProductProposal(code, ofProduct("/products/" + i, findings)));
        }
        Set<ProductOutcome> different = EnumSet.noneOf(ProductOutcome.class);
        products.forEach(product -> different.add(product.outcome()));
        String overall = different.size() == 1 ? different.iterator().next().name() : "MIXED";
        Map<String, Object> particulars = new LinkedHashMap<>();
        particulars.put("products", products);
        return new Outcome(overall, particulars);
    }

    /** Over the findings on the applicant and on this product; criteria are independent. */
    private static ProductOutcome ofProduct(String product, List<Judged> findings) {
        ProductOutcome gravest = ProductOutcome.ADMISSIBLE;
        for (Judged finding : findings) {
            if (concerns(finding.subjectPointer(), product)) {
                ProductOutcome asks = asks(finding);
                gravest = asks.compareTo(gravest) < 0 ? asks : gravest;
            }
        }
        return gravest;
    }

    /** Whether a finding counts for a product: one on the applicant counts for all. */
    static boolean concerns(String subject, String product) {
        return !subject.startsWith("/products/") || subject.equals(product);
    }

    private static ProductOutcome asks(Judged finding) {
        return switch (finding.verdict()) {
            case NOT_MET -> shortcoming(finding);
            case UNDETERMINED -> ProductOutcome.INCOMPLETE;
            case JUDGEMENT -> ProductOutcome.ASSESS;
            case MET, NOT_APPLICABLE, REMEDIED -> ProductOutcome.ADMISSIBLE;
        };
    }

    /** Nobody is rejected on a finding on which they were not heard. */
    private static ProductOutcome shortcoming(Judged finding) {
        if (finding.effect().equals(ENTRY)) {
            return ProductOutcome.NOT_OPEN;
        }
        return finding.isFinal() ? ProductOutcome.REJECTED : ProductOutcome.HEARING;
    }

    /** The gravest counts: a finding rules out all that is less grave than what it asks. */
    @Override
    public boolean rulesOut(Judged finding, String outcome) {
        return Arrays.stream(ProductOutcome.values())
                .anyMatch(known -> known.name().equals(outcome) && asks(finding).compareTo(known) < 0);
    }

    @Override
    public List<Step> next(Proposal proposal) {
        List<Step> steps = new ArrayList<>();
        List<Judged> findings = proposal.findings();
        add(steps, "inform-not-open", findings, finding -> asks(finding) == ProductOutcome.NOT_OPEN);
        add(steps, "determine-reject", findings, finding -> asks(finding) == ProductOutcome.REJECTED);
        add(steps, "hear", findings, finding -> asks(finding) == ProductOutcome.HEARING);
        add(steps, "supplement", findings, finding -> !finding.missing().facts().isEmpty());
        add(steps, "set-norm", findings, finding -> !finding.missing().norms().isEmpty());
        add(steps, "assess", findings, finding -> finding.verdict() == Verdict.JUDGEMENT);
        boolean admissible = findings.stream()
                .map(Judged::subjectPointer)
                .filter(subject -> subject.startsWith("/products/"))
                .anyMatch(product -> ofProduct(product, findings) == ProductOutcome.ADMISSIBLE);
        if (admissible) {
            steps.add(Step.of(isTender(proposal) ? "award-phase" : "determine-admit", List.of()));
            steps.addAll(Obligations.following(proposal));
        }
        return steps;
    }

    /** The entry windows in which applicants are judged by one rule book: opened before the day, and not closed yet. */
    @Override
    public List<Bilingual> underway(RuleBook book, LocalDate day) {
        Table windows = book.requireTable("admission/entry-windows");
        List<Bilingual> open = new ArrayList<>();
        for (Table.Row window : windows.rows()) {
            LocalDate opens = (LocalDate) windows.cell(window, "opensOn");
            LocalDate closes = (LocalDate) windows.cell(window, "closesOn");
            boolean opened = opens == null || opens.isBefore(day);
            boolean closed = closes != null && closes.isBefore(day);
            if (opened && !closed) {
                open.add(new Bilingual(
                        "openstelling " + window.id() + " (" + opens + " tot en met " + closes + ")",
                        "entry window " + window.id() + " (" + opens + " up to and including " + closes + ")"));
            }
        }
        return open;
    }

    private static void add(List<Step> steps, String id, List<Judged> findings, Predicate<Judged> asking) {
        Set<String> because = new LinkedHashSet<>();
        findings.stream().filter(asking).forEach(finding -> because.add(finding.criterion()));
        if (!because.isEmpty()) {
            steps.add(Step.of(id, List.copyOf(because)));
        }
    }

    /** Under a SAS contract, admissible means: on to the award phase. */
    private static boolean isTender(Proposal proposal) {
        Table contracts = proposal.ruleBook().requireTable("reference/contracts");
        return contracts
                .row(proposal.request().path("contract").asString())
                .map(row -> "SAS".equals(contracts.cell(row, "procedure")))
                .orElse(false);
    }
}
