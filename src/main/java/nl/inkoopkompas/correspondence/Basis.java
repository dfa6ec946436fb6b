package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a letter rests on: the last round of an application, the rule book that it was decided with, and what people
 * determined on it.
 *
 * @param determination the last one; null where there is none
 */
record Basis(
        RegisteredDecision decision,
        RuleBook book,
        @Nullable Determination determination) {

    static final String SUPPLEMENT_TERM = "admission.supplement.term-days";
    static final String HEARING_TERM = "admission.hearing.term-days";
    static final String PROCEEDINGS_TERM = "admission.letters.proceedings-term-days";

    private static final String ADMISSIBLE = "ADMISSIBLE";
    private static final Set<String> REFUSALS = Set.of("REJECTED", "NOT_OPEN");
    private static final Set<String> WITH_PROCEEDINGS_TERM = Set.of("OPEN_HOUSE", "SAS");

    /** A product with what was determined, or else proposed. */
    record Product(String code, String name, String outcome, boolean admitted) {}

    CaseWords words() {
        return new CaseWords(book, decision.summary().type());
    }

    String procedure() {
        return words().procedure(decision.summary().contract());
    }

    /** The determination that binds; null where there is none. */
    @Nullable
    Determination inForce() {
        return determination != null && determination.holds() ? determination : null;
    }

    List<Product> products() {
        CaseWords words = words();
        Determination inForce = inForce();
        List<Product> products = new ArrayList<>();
        for (JsonNode product : decision.decision().path("products")) {
            String code = product.path("code").asString();
            String proposed = product.path("outcome").asString();
            String outcome = inForce == null ? proposed : Objects.requireNonNullElse(inForce.outcome(code), proposed);
            products.add(new Product(code, words.product(code), outcome, outcome.equals(ADMISSIBLE)));
        }
        return products;
    }

    List<FindingText> findings() {
        CaseWords words = words();
        return decision.decision()
                .path("findings")
                .valueStream()
                .map(finding -> FindingText.of(finding, decision.decision().path("products"), words))
                .toList();
    }

    /** What the provider can supply. */
    List<FindingText> incomplete() {
        return findings().stream()
                .filter(finding -> finding.verdict() == Verdict.UNDETERMINED
                        && !finding.missing().isEmpty())
                .toList();
    }

    /** What the provider is to be heard on: what is not met, for the products that wait for a hearing. */
    List<FindingText> shortcomings() {
        List<String> heard = products().stream()
                .filter(product -> product.outcome().equals("HEARING"))
                .map(Product::code)
                .toList();
        if (heard.isEmpty()) {
            return List.of();
        }
        return findings().stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                .filter(finding -> finding.isAboutApplicant() || heard.contains(finding.product()))
                .toList();
    }

    /** Why a product was refused: what is not met, or else what was not settled. */
    List<FindingText> reasons(Product product) {
        List<FindingText> about = findings().stream()
                .filter(finding -> finding.product().equals(product.code())
                        || (finding.isAboutApplicant() && product.outcome().equals("REJECTED")))
                .toList();
        List<FindingText> notMet = about.stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                .toList();
        return notMet.isEmpty()
                ? about.stream()
                        .filter(finding -> !finding.verdict().isSettled())
                        .toList()
                : notMet;
    }

    /** Why a letter cannot be sent now; null where it can. */
    @Nullable
    Bilingual obstacle(LetterKind kind) {
        if (kind == LetterKind.CONFIRMATION) {
            return null;
        }
        if (kind.tellsDetermination()) {
            return obstacleToTelling(kind);
        }
        if (inForce() != null) {
            return new Bilingual("Er is al een besluit vastgesteld.", "A decision has been determined already.");
        }
        if (kind == LetterKind.SUPPLEMENT && incomplete().isEmpty()) {
            return new Bilingual(
                    "Er ontbreken geen gegevens van de aanbieder.", "No information of the provider is missing.");
        }
        if (kind == LetterKind.HEARING && shortcomings().isEmpty()) {
            return new Bilingual(
                    "Er is geen tekortkoming waarop de aanbieder nog moet reageren.",
                    "There is no shortcoming that the provider still has to answer.");
        }
        return null;
    }

    private @Nullable Bilingual obstacleToTelling(LetterKind kind) {
        if (determination != null && determination.waits()) {
            return new Bilingual(
                    "De tweede lezer heeft zich nog niet uitgesproken.", "The second reader has not spoken yet.");
        }
        if (inForce() == null) {
            return new Bilingual("Er is nog geen besluit vastgesteld.", "No decision has been determined yet.");
        }
        if (WITH_PROCEEDINGS_TERM.contains(procedure())
                && days(PROCEEDINGS_TERM, decision.summary().asOf()).isEmpty()) {
            return new Bilingual(
                    "Het regelboek geeft geen termijn voor een kort geding.",
                    "The rule book gives no term for summary proceedings.");
        }
        Set<LetterKind> fitting = fitting();
        if (fitting.isEmpty()) {
            return new Bilingual(
                    "Het besluit is niet voor elk product een toelating of een afwijzing.",
                    "The decision does not admit or reject every product.");
        }
        return fitting.contains(kind)
                ? null
                : switch (kind) {
                    case ADMISSION ->
                        new Bilingual("Niet elk product is toegelaten.", "Not every product was admitted.");
                    case REJECTION ->
                        new Bilingual("Niet elk product is afgewezen.", "Not every product was rejected.");
                    default ->
                        new Bilingual(
                                "Alle producten hebben dezelfde uitkomst.", "All products have the same outcome.");
                };
    }

    private Set<LetterKind> fitting() {
        List<Product> products = products();
        if (!products.stream().allMatch(product -> product.admitted() || REFUSALS.contains(product.outcome()))) {
            return EnumSet.noneOf(LetterKind.class);
        }
        long admitted = products.stream().filter(Product::admitted).count();
        if (admitted == products.size()) {
            return EnumSet.of(LetterKind.ADMISSION);
        }
        return EnumSet.of(admitted == 0 ? LetterKind.REJECTION : LetterKind.MIXED);
    }

    /** The term that the rule book gives a letter, in days; empty where it gives none. */
    OptionalInt term(LetterKind kind, LocalDate on) {
        return switch (kind) {
            case CONFIRMATION -> OptionalInt.empty();
            case SUPPLEMENT -> days(SUPPLEMENT_TERM, on);
            case HEARING -> days(HEARING_TERM, on);
            case ADMISSION, REJECTION, MIXED ->
                WITH_PROCEEDINGS_TERM.contains(procedure()) ? days(PROCEEDINGS_TERM, on) : OptionalInt.empty();
        };
    }

    private OptionalInt days(String key, LocalDate on) {
        Object value = book.parameter(key)
                .flatMap(parameter -> parameter.values().stream()
                        .filter(dated -> !dated.from().isAfter(on))
                        .reduce((earlier, later) -> later))
                .map(Parameter.DatedValue::value)
                .orElse(null);
        return value instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }
}
