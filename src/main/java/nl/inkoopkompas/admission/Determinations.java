package nl.inkoopkompas.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.AdmissionType.ProductOutcome;
import nl.inkoopkompas.admission.Papers.Declared;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.ContractedProviders.Admitted;
import nl.inkoopkompas.contracting.ContractingRefused;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.decision.explanation.Labels;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Texts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What people decide on an application: once a round, per product. A proposal binds nobody; but nobody is rejected on a
 * shortcoming on which they were not heard, and nobody is admitted on papers that nobody has checked (plan 4.4.1;
 *
 */
@Component
public class Determinations {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String SECOND_READER = "admission.determination.second-reader";

    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final Dossiers dossiers;
    private final DeterminationRegister register;
    private final Evidences evidences;
    private final ContractedProviders contractedProviders;

    Determinations(
            DecisionEngine engine,
            RuleBooks ruleBooks,
            Dossiers dossiers,
            DeterminationRegister register,
            Evidences evidences,
            ContractedProviders contractedProviders) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.dossiers = dossiers;
        this.register = register;
        this.evidences = evidences;
        this.contractedProviders = contractedProviders;
    }

    /**
     * Records what a person decided on the last round.
     *
     * @throws RequestRefused when it is no determination of the products, or lacks a motivation where it differs
     * @throws WrongState when it was determined before, or the dossier does not allow it yet
     */
    @Transactional
    public Determination determine(UUID decision, byte[] json, Instant at, String by) {
        Dossier dossier = dossiers.of(decision).orElseThrow();
        RegisteredDecision latest = dossier.latest();
        DeterminationReader.Read read = DeterminationReader.read(engine.parse(json), proposed(dossier.asked()));
        int attempt = checkState(dossier);
        checkDecided(dossier, read.products());
        checkHeard(latest, read.products());
        checkProven(dossier, read.products(), day(at));
        boolean secondReader = asksSecondReader(latest) && rejects(read.products());
        try {
            Determination made = register.determine(
                    latest, attempt, read.products(), read.motivation(), secondReader, dossier.turn() + 1, at, by);
            contract(dossier, made, at, by);
            return made;
        } catch (DuplicateKeyException tooLate) {
            throw Rounds.tooLate(tooLate);
        }
    }

    /**
     * Records what a second reader says of the determination that waits for one.
     *
     * @throws NotByYou when the reader is who determined
     * @throws WrongState when nothing waits for a second reader
     */
    @Transactional
    public Determination read(UUID decision, byte[] json, Instant at, String by) {
        Dossier dossier = dossiers.of(decision).orElseThrow();
        Determination waiting = dossier.waiting().orElse(null);
        if (waiting != null && waiting.determinedBy().equals(by)) {
            throw new NotByYou(
                    "U nam dit besluit zelf. Een ander leest het als tweede.",
                    "You determined this yourself. Somebody else has to read it.");
        }
        DeterminationReader.Reading reading = DeterminationReader.reading(engine.parse(json));
        if (waiting == null) {
            throw new WrongState(
                    "Er wacht geen besluit op een tweede lezer.", "No determination waits for a second reader.");
        }
        try {
            Determination read = register.read(
                    waiting, dossier.id(), reading.agreed(), reading.motivation(), dossier.turn() + 1, at, by);
            contract(dossier, read, at, by);
            return read;
        } catch (DuplicateKeyException tooLate) {
            throw Rounds.tooLate(tooLate);
        }
    }

    /** Who is admitted under Open House is contracted, as soon as the determination holds. */
    private void contract(Dossier dossier, Determination made, Instant at, String by) {
        Map<String, String> before = dossier.decided();
        List<String> admitted = made.products().stream()
                .filter(product -> product.outcome().equals(ProductOutcome.ADMISSIBLE.name()))
                .map(OfProduct::code)
                .filter(code -> !before.containsKey(code))
                .toList();
        if (!made.holds() || admitted.isEmpty()) {
            return;
        }
        RegisteredDecision latest = dossier.latest();
        try {
            contractedProviders.contract(
                    new Admitted(
                            latest.summary().id(),
                            dossier.id(),
                            latest.request().at("/applicant/kvkNumber").asString(),
                            latest.request().at("/applicant/name").asString(),
                            latest.request().path("contract").asString(),
                            admitted,
                            day(made.determinedAt())),
                    book(latest),
                    at,
                    by);
        } catch (ContractingRefused refused) {
            throw new WrongState(refused.sentence().nl(), refused.sentence().en());
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Whether a rejection in this dossier holds only when a second person agrees. */
    public boolean asksSecondReader(Dossier dossier) {
        return asksSecondReader(dossier.latest());
    }

    /**
     * What is only declared and stands in the way of admission to a product, by product code.
     *
     * @param day on which papers that were checked must not have expired
     */
    public Map<String, List<Declared>> declared(Dossier dossier, LocalDate day) {
        RegisteredDecision latest = dossier.latest();
        RuleBook book = book(latest);
        List<Declared> all = new Papers(book, latest.request().path("contract").asString(""))
                .declared(judged(latest, book), evidences.verified(dossier.id(), latest.request(), day));
        Map<String, List<Declared>> byProduct = new LinkedHashMap<>();
        products(latest)
                .forEach((pointer, code) -> byProduct.put(
                        code,
                        all.stream()
                                .filter(declared -> AdmissionType.concerns(declared.subject(), pointer))
                                .toList()));
        return byProduct;
    }

    /** What is proposed, by product code. */
    static Map<String, String> proposed(RegisteredDecision decision) {
        Map<String, String> proposed = new LinkedHashMap<>();
        for (JsonNode product : decision.decision().path("products")) {
            proposed.put(
                    product.path("code").asString(), product.path("outcome").asString());
        }
        return proposed;
    }

    private static int checkState(Dossier dossier) {
        if (!dossier.isLatestAsked()) {
            throw new WrongState(
                    "Er is een latere ronde: " + dossier.latest().summary().round() + ". Stel die vast.",
                    "There is a later round: " + dossier.latest().summary().round() + ". Determine that one.");
        }
        Determination before = dossier.determination(dossier.latest()).orElse(null);
        if (before != null && (before.holds() || before.waits())) {
            throw new WrongState(
                    before.waits()
                            ? "Dit besluit wacht al op een tweede lezer."
                            : "Dit is al vastgesteld door " + before.determinedBy() + ".",
                    before.waits()
                            ? "This determination waits for a second reader already."
                            : "This was determined already by " + before.determinedBy() + ".");
        }
        return before == null ? 1 : before.attempt() + 1;
    }

    private static void checkDecided(Dossier dossier, List<OfProduct> products) {
        Map<String, String> decided = dossier.decided();
        for (OfProduct product : products) {
            String before = decided.get(product.code());
            if (before != null && !before.equals(product.outcome())) {
                throw new WrongState(
                        "Over product " + product.code() + " is in een eerdere ronde beslist: " + before + ".",
                        "Product " + product.code() + " was decided on in an earlier round: " + before + ".");
            }
        }
    }

    private void checkHeard(RegisteredDecision latest, List<OfProduct> products) {
        RuleBook book = book(latest);
        List<Judged> findings = judged(latest, book);
        products(latest).forEach((pointer, code) -> {
            List<Judged> shortcomings = findings.stream()
                    .filter(finding -> AdmissionType.concerns(finding.subjectPointer(), pointer))
                    .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                    .toList();
            boolean unheard = !shortcomings.isEmpty() && shortcomings.stream().noneMatch(Judged::isFinal);
            if (unheard && is(products, code, ProductOutcome.REJECTED)) {
                List<String> criteria =
                        shortcomings.stream().map(Judged::criterion).toList();
                throw new WrongState(
                        "Op " + names(book, criteria, Language.NL)
                                + " is de aanbieder nog niet gehoord. Houd eerst een hoorronde over product " + code
                                + ".",
                        "The applicant has not been heard on " + names(book, criteria, Language.EN)
                                + ". First hold a hearing on product " + code + ".");
            }
        });
    }

    private void checkProven(Dossier dossier, List<OfProduct> products, LocalDate day) {
        declared(dossier, day).forEach((code, declared) -> {
            if (!declared.isEmpty() && is(products, code, ProductOutcome.ADMISSIBLE)) {
                RuleBook book = book(dossier.latest());
                throw new WrongState(
                        "Product " + code + " rust op stukken die nog niemand heeft gecontroleerd: "
                                + places(book, declared, Language.NL)
                                + ". Controleer eerst het bewijs.",
                        "Product " + code + " rests on papers that nobody has checked: "
                                + places(book, declared, Language.EN)
                                + ". Check the evidence first.");
            }
        });
    }

    private static String names(RuleBook book, List<String> criteria, Language language) {
        Texts texts = book.policy(AdmissionType.ID).texts(language);
        return criteria.stream().map(id -> texts.criterion(id).name()).collect(Collectors.joining(", "));
    }

    private String places(RuleBook book, List<Declared> declared, Language language) {
        Labels labels = engine.explainer(book, AdmissionType.ID).labels(language);
        return declared.stream().map(one -> labels.field(one.pointer())).collect(Collectors.joining(", "));
    }

    private static boolean is(List<OfProduct> products, String code, ProductOutcome outcome) {
        return products.stream()
                .anyMatch(product ->
                        product.code().equals(code) && product.outcome().equals(outcome.name()));
    }

    private static boolean rejects(List<OfProduct> products) {
        return products.stream().anyMatch(product -> product.outcome().equals(ProductOutcome.REJECTED.name()));
    }

    private boolean asksSecondReader(RegisteredDecision latest) {
        return book(latest).parameter(SECOND_READER).stream()
                .flatMap(parameter -> parameter.values().stream())
                .filter(value -> !value.from().isAfter(latest.summary().asOf()))
                .reduce((earlier, later) -> later)
                .map(DatedValue::value)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private List<Judged> judged(RegisteredDecision decision, RuleBook book) {
        Input input = new Input(decision.request(), decision.context());
        return engine.judge(book, AdmissionType.ID, engine.read(book, AdmissionType.ID, input));
    }

    /** Codes of the products, by pointer. */
    private static Map<String, String> products(RegisteredDecision decision) {
        Map<String, String> products = new LinkedHashMap<>();
        JsonNode list = decision.request().path("products");
        for (int i = 0; i < list.size(); i++) {
            products.put("/products/" + i, list.get(i).path("code").asString());
        }
        return products;
    }

    private RuleBook book(RegisteredDecision decision) {
        return ruleBooks.require(decision.summary().ruleBookVersion());
    }
}
