package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import nl.inkoopkompas.correspondence.Basis.Product;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes letters: fills the templates with what was found and determined. */
@Component
@EnableConfigurationProperties(Organisation.class)
class LetterText {

    /** Changes with every change of a template, so that a letter says which words it was made with. */
    static final String TEMPLATE_VERSION = "2026.2";

    private static final String STANDARD = "contractstandaard-wmo-1.2";

    private final Paper paper;
    private final Organisation organisation;

    LetterText(Paper paper, Organisation organisation) {
        this.paper = paper;
        this.organisation = organisation;
    }

    /** Why one product was refused. */
    record Refusal(Product product, List<FindingText> reasons) {}

    LetterDraft draft(Basis basis, LetterRequest request) {
        Determination determination = basis.inForce();
        LocalDate dueOn = request.dueOn();
        Map<String, Object> values = values(basis, request);
        String text = paper.document("letter", values);
        return new LetterDraft(
                request,
                basis.decision().dossier(),
                basis.decision().summary().id(),
                determination == null ? null : determination.id(),
                text,
                paper.article("letter", values, 1),
                dueOn,
                TEMPLATE_VERSION,
                paper.unprintable(text));
    }

    private Map<String, Object> values(Basis basis, LetterRequest request) {
        CaseWords words = basis.words();
        DecisionSummary summary = basis.decision().summary();
        DecisionSummary first = basis.decision().rounds().get(0);
        LetterKind kind = request.kind();
        Map<String, Object> values = new HashMap<>();
        values.put("title", title(kind, basis.procedure()));
        values.put("body", kind.template());
        values.put("organisation", organisation);
        values.put("recipientName", request.recipientName());
        values.put("recipientAddress", request.recipientAddress());
        values.put("sentOn", words.date(request.sentOn()));
        values.put("dueOn", request.dueOn() == null ? "" : words.date(request.dueOn()));
        values.put("reference", basis.decision().dossier().toString());
        values.put("applicant", summary.applicantName() == null ? "" : summary.applicantName());
        values.put("kvkNumber", summary.kvkNumber() == null ? "" : summary.kvkNumber());
        values.put("contract", words.contract(summary.contract()));
        values.put(
                "facts",
                List.of(
                        new FindingText.Line("Contract", words.contract(summary.contract())),
                        new FindingText.Line(
                                "Aanbieder", values.get("applicant") + ", KvK " + values.get("kvkNumber"))));
        values.put("procedure", basis.procedure());
        values.put("receivedOn", words.day(first.recordedAt()));
        values.put("asOf", words.date(summary.asOf()));
        values.put("products", basis.products());
        values.put("extra", List.of(request.extra().split("\\n\\s*\\n", -1)));
        values.put("sources", sources(basis, kind));
        OptionalInt term = basis.term(kind, request.sentOn());
        values.put("termDays", term.isEmpty() ? 0 : term.getAsInt());
        switch (kind) {
            case SUPPLEMENT -> values.put("incomplete", basis.incomplete());
            case HEARING -> values.put("shortcomings", basis.shortcomings());
            default -> determined(basis, values);
        }
        return values;
    }

    private static void determined(Basis basis, Map<String, Object> values) {
        Determination inForce = basis.inForce();
        if (inForce == null) {
            return;
        }
        List<Product> products = basis.products();
        List<Refusal> refusals = products.stream()
                .filter(product -> !product.admitted())
                .map(product -> new Refusal(product, basis.reasons(product)))
                .toList();
        values.put("admitted", products.stream().filter(Product::admitted).toList());
        values.put("refusals", refusals.stream().map(LetterText::ofProduct).toList());
        values.put(
                "shared",
                refusals.stream()
                        .flatMap(refusal -> refusal.reasons().stream())
                        .filter(FindingText::isAboutApplicant)
                        .distinct()
                        .toList());
        values.put("motivation", inForce.motivation() == null ? "" : inForce.motivation());
        values.put("determinedOn", basis.words().day(inForce.determinedAt()));
    }

    /** What counts for the organisation as a whole is said once, for all its products. */
    private static Refusal ofProduct(Refusal refusal) {
        return new Refusal(
                refusal.product(),
                refusal.reasons().stream()
                        .filter(reason -> !reason.isAboutApplicant())
                        .toList());
    }

    private static String title(LetterKind kind, String procedure) {
        if (!procedure.equals("SAS")) {
            return kind.title();
        }
        return switch (kind) {
            case ADMISSION -> "U gaat door naar de gunningsfase";
            case MIXED -> "U gaat voor een deel door naar de gunningsfase";
            default -> kind.title();
        };
    }

    /** The documents that what the letter says of procedure comes from. */
    private static List<String> sources(Basis basis, LetterKind kind) {
        CaseWords words = basis.words();
        Set<String> sources = new LinkedHashSet<>();
        if (kind == LetterKind.HEARING || kind == LetterKind.CONFIRMATION) {
            sources.add(words.source("inkoopplan-2025", "4.4.1 slot"));
        }
        if (kind == LetterKind.SUPPLEMENT) {
            termSource(basis, Basis.SUPPLEMENT_TERM, sources);
        }
        if (kind.tellsDetermination()) {
            switch (basis.procedure()) {
                case "OPEN_HOUSE" -> sources.add(words.source(STANDARD, "toelatingsprocedure"));
                case "SAS" -> sources.add(words.source(STANDARD, "sas zonder emvi"));
                default -> {
                    // No document says more than the ruling.
                }
            }
            sources.add(CivilLaw.source(words));
        }
        return new ArrayList<>(sources);
    }

    private static void termSource(Basis basis, String key, Set<String> sources) {
        basis.book()
                .parameter(key)
                .flatMap(parameter -> parameter.values().stream().reduce((earlier, later) -> later))
                .map(Parameter.DatedValue::source)
                .ifPresent(source -> sources.add(basis.words().source(source.document(), source.section())));
    }

    /** What stands in the mail that the letter is attached to. */
    Outbox.Mail mail(Letter letter) {
        String date =
                DateTimeFormatter.ofPattern("d MMMM yyyy", Language.NL.locale()).format(letter.sentOn());
        String body = """
                Geachte heer of mevrouw,

                In de bijlage vindt u onze brief van %s.

                Met vriendelijke groet,
                %s
                %s
                """.formatted(date, organisation.contact(), organisation.name());
        return new Outbox.Mail("Brief over uw aanmelding, kenmerk " + letter.dossier(), body);
    }
}
