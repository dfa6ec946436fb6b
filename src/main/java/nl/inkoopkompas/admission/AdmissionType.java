package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
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
    private static final String PRODUCTS = "products";
    private static final String MUNICIPALITIES = "reference/municipalities";

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
        for (int i = 0; i < request.path(PRODUCTS).size(); i++) {
            String code = request.path(PRODUCTS).path(i).path("code").asString();
            products.add(new ProductProposal(code, ofProduct("/products/" + i, findings)));
        }
        return outcome(products);
    }

    private static Outcome outcome(List<ProductProposal> products) {
        Set<ProductOutcome> different = EnumSet.noneOf(ProductOutcome.class);
        products.forEach(product -> different.add(product.outcome()));
        String overall = different.size() == 1 ? different.iterator().next().name() : "MIXED";
        Map<String, Object> particulars = new LinkedHashMap<>();
        particulars.put(PRODUCTS, products);
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
    public Outcome outcome(Element request, List<Judged> findings) {
        Element[] asked = request.list(request.shape().require(PRODUCTS));
        ProductOutcome[] gravest = new ProductOutcome[asked.length];
        Arrays.fill(gravest, ProductOutcome.ADMISSIBLE);
        for (Judged finding : findings) {
            ProductOutcome asks = asks(finding);
            for (int i = 0; i < asked.length; i++) {
                if (asks.compareTo(gravest[i]) < 0 && concerns(finding.subject(), asked[i])) {
                    gravest[i] = asks;
                }
            }
        }
        List<ProductProposal> products = new ArrayList<>(asked.length);
        for (int i = 0; i < asked.length; i++) {
            products.add(new ProductProposal(code(asked[i]), gravest[i]));
        }
        return outcome(products);
    }

    private static boolean concerns(Element subject, Element product) {
        return subject == product || subject.shape() != product.shape();
    }

    private static String code(Element product) {
        return String.valueOf(product.get(product.shape().require("code")));
    }

    @Override
    public List<Part> parts(Outcome outcome) {
        List<Part> parts = new ArrayList<>();
        for (Object part :
                (List<?>) Objects.requireNonNull(outcome.particulars().get(PRODUCTS))) {
            ProductProposal product = (ProductProposal) part;
            parts.add(new Part(product.code(), product.outcome().name()));
        }
        return parts;
    }

    @Override
    public List<String> parts(Element request) {
        return Arrays.stream(request.list(request.shape().require(PRODUCTS)))
                .map(AdmissionType::code)
                .toList();
    }

    @Override
    public List<String> outcomesUpward() {
        return Arrays.stream(ProductOutcome.values()).map(Enum::name).toList();
    }

    @Override
    public boolean isOpenTo(String outcome) {
        return outcome.equals(ProductOutcome.ADMISSIBLE.name());
    }

    @Override
    public Applicant applicant(Element request) {
        Element applicant = request.child(request.shape().require("applicant"));
        return new Applicant(
                String.valueOf(applicant.get(applicant.shape().require("kvkNumber"))),
                String.valueOf(applicant.get(applicant.shape().require("name"))));
    }

    @Override
    public List<Trait> traits(Element request, Function<String, Optional<Boolean>> definitions) {
        String size = definitions
                .apply("micro")
                .map(micro -> micro ? Trait.SMALL : "OTHER")
                .orElse("UNKNOWN");
        return List.of(
                new Trait(
                        Trait.CONTRACT,
                        List.of(String.valueOf(request.get(request.shape().require("contract"))))),
                new Trait(Trait.PART, parts(request)),
                new Trait(Trait.SIZE, List.of(size)));
    }

    @Override
    public List<String> places(RuleBook book) {
        return book.requireTable(MUNICIPALITIES).rows().stream()
                .map(Table.Row::id)
                .toList();
    }

    @Override
    public Bilingual label(RuleBook book, String dimension, String value) {
        String name =
                switch (dimension) {
                    case Trait.CONTRACT -> name(book, "reference/contracts", "id", value);
                    case Trait.PART -> name(book, "admission/products", "code", value);
                    case Trait.PLACE -> name(book, MUNICIPALITIES, "id", value);
                    default -> value;
                };
        return new Bilingual(name, name);
    }

    private static String name(RuleBook book, String table, String column, String value) {
        Table rows = book.requireTable(table);
        return rows.rows().stream()
                .filter(row -> value.equals(rows.cell(row, column)))
                .map(row -> String.valueOf(rows.cell(row, "name")))
                .findFirst()
                .orElse(value);
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
