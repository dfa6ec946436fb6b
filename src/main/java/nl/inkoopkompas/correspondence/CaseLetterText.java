package nl.inkoopkompas.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.inkoopkompas.correspondence.FindingText.Line;
import nl.inkoopkompas.correspondence.FindingText.NormLine;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.CaseTerms;
import nl.inkoopkompas.exceptioncontract.ExceptionKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes letters on requests for exception contracts: fills the templates with what was found and decided. */
@Component
@EnableConfigurationProperties(Organisation.class)
class CaseLetterText {

    /** Changes with every change of a template, so that a letter says which words it was made with. */
    static final String TEMPLATE_VERSION = "2026.2";

    private static final String PLAN = "inkoopplan-2025";

    private final Paper paper;
    private final Organisation organisation;

    CaseLetterText(Paper paper, Organisation organisation) {
        this.paper = paper;
        this.organisation = organisation;
    }

    /**
     * A finding as a letter tells it.
     *
     * @param procedure whether it is about how the case was dealt with, and not about what was asked
     * @param norms of what was asked; of the mandate a letter tells elsewhere
     */
    record Told(
            String criterion,
            Verdict verdict,
            String word,
            String reason,
            boolean procedure,
            List<NormLine> norms,
            List<String> sources) {}

    String document(CaseLetterKind kind, CaseBasis basis) {
        return paper.document(frame(kind), values(kind, basis));
    }

    /** The text alone, as a piece of a page, below a heading of the second level. */
    String article(CaseLetterKind kind, CaseBasis basis) {
        return paper.article(frame(kind), values(kind, basis), 2);
    }

    private static String frame(CaseLetterKind kind) {
        return kind == CaseLetterKind.CONTRACT ? kind.template() : "letter";
    }

    private Map<String, Object> values(CaseLetterKind kind, CaseBasis basis) {
        CaseWords words = basis.words();
        UnaryOperator<String> said = kind.namesClient() ? UnaryOperator.identity() : basis::withoutClient;
        Map<String, Object> values = new HashMap<>();
        values.put("title", title(kind, basis));
        values.put("body", kind.template());
        values.put("organisation", organisation);
        values.put("recipientName", recipient(kind, basis));
        values.put("recipientAddress", "");
        values.put("sentOn", words.day(basis.act().at()));
        values.put("reference", basis.one().id().toString());
        values.put("contract", words.contract(basis.line().contract()));
        values.put("facts", facts(kind, basis));
        values.put("approved", basis.approved());
        values.put("urc", basis.line().kind() == ExceptionKind.URC);
        values.put("kindName", kindName(basis));
        values.put("municipality", "gemeente " + words.municipality(basis.line().municipality()));
        values.put("product", product(basis));
        values.put("provider", basis.line().providerName());
        values.put("kvkNumber", basis.line().kvkNumber());
        values.put("client", kind.namesClient() ? basis.line().client() : "");
        values.put("submittedOn", words.day(basis.line().submittedAt()));
        values.put("decidedOn", words.date(basis.decidedOn()));
        values.put("period", basis.period());
        values.put("value", basis.value());
        values.put("tariff", basis.tariff());
        values.put("motivation", said.apply(basis.motivation()));
        values.put(
                "advised",
                basis.one().advice().map(advice -> advised(advice, words)).orElse(""));
        values.put("findings", told(basis, said));
        values.put("mandate", basis.mandate().orElse(null));
        values.put("signature", basis.signature().orElse(null));
        CaseTerms.Due due = basis.due();
        values.put("dueOn", due == null ? "" : words.date(due.on()) + (due.example() ? " (voorbeeldtermijn)" : ""));
        values.put("contractsHeld", words.enumeration(basis.contractsHeld()));
        values.put("tasks", basis.tasks());
        values.put("interpretations", interpretations(basis));
        values.put("sources", sources(kind, basis));
        values.put("extra", List.of());
        return values;
    }

    private static String title(CaseLetterKind kind, CaseBasis basis) {
        return switch (kind) {
            case DECISION ->
                basis.approved()
                        ? "Uw aanvraag voor een uitzondering is goedgekeurd"
                        : "Uw aanvraag voor een uitzondering is afgewezen";
            case NOTICE ->
                basis.approved()
                        ? "Een aanvraag voor een uitzondering is goedgekeurd"
                        : "Een aanvraag voor een uitzondering is afgewezen";
            case PROVIDER ->
                basis.approved() ? "Wij kunnen een contract met u sluiten" : "Wij sluiten geen contract met u";
            case CONTRACT ->
                kindName(basis).substring(0, 1).toUpperCase(Locale.ROOT)
                        + kindName(basis).substring(1);
        };
    }

    private static String kindName(CaseBasis basis) {
        return basis.line().kind() == ExceptionKind.CSA
                ? "cliëntspecifiek addendum (CSA)"
                : "uitzonderingraamcontract (URC)";
    }

    private static String product(CaseBasis basis) {
        String code = basis.line().product();
        return basis.words().product(code) + " (" + code + ")";
    }

    private static String recipient(CaseLetterKind kind, CaseBasis basis) {
        return switch (kind) {
            case DECISION ->
                "Toegang van de gemeente "
                        + basis.words().municipality(basis.line().municipality());
            case NOTICE -> "Alle gemeenten van de regio";
            case PROVIDER, CONTRACT -> basis.line().providerName();
        };
    }

    private static List<Line> facts(CaseLetterKind kind, CaseBasis basis) {
        CaseWords words = basis.words();
        List<Line> facts = new ArrayList<>();
        if (kind == CaseLetterKind.NOTICE) {
            facts.add(new Line("Gemeente", words.municipality(basis.line().municipality())));
        }
        facts.add(new Line("Product", product(basis)));
        facts.add(new Line(
                "Aanbieder",
                basis.line().providerName() + ", KvK " + basis.line().kvkNumber()));
        if (kind == CaseLetterKind.DECISION) {
            facts.add(new Line("Inwoner", basis.line().client() + " (pseudoniem)"));
        }
        return facts;
    }

    private static String advised(Act advice, CaseWords words) {
        Act.Advice what = Objects.requireNonNull(advice.said().advice());
        return "RWO adviseerde op " + words.day(advice.at()) + " om de aanvraag "
                + (what == Act.Advice.APPROVE ? "goed te keuren." : "af te wijzen.");
    }

    private static List<Told> told(CaseBasis basis, UnaryOperator<String> said) {
        Set<String> procedure = basis.procedureCriteria();
        return basis.findings().stream()
                .map(finding -> new Told(
                        finding.criterion(),
                        finding.verdict(),
                        finding.verdictWord(),
                        said.apply(finding.reason()),
                        procedure.contains(finding.criterion()),
                        procedure.contains(finding.criterion()) ? List.of() : finding.weighed(),
                        finding.sources()))
                .toList();
    }

    /** The readings that were applied to what was asked. */
    private static List<String> interpretations(CaseBasis basis) {
        Set<String> procedure = basis.procedureCriteria();
        return basis.findings().stream()
                .filter(finding -> !procedure.contains(finding.criterion()))
                .flatMap(finding -> finding.interpretations().stream())
                .distinct()
                .toList();
    }

    /** What a letter says of kinds, tasks and, except to the provider, mandates comes from the plan. */
    private static List<String> sources(CaseLetterKind kind, CaseBasis basis) {
        CaseWords words = basis.words();
        Stream<String> plan = Stream.of("5.1", "7.2", "7.3")
                .filter(section -> kind != CaseLetterKind.PROVIDER || !section.equals("7.2"))
                .map(section -> words.source(PLAN, section));
        boolean civil = kind == CaseLetterKind.DECISION || (kind == CaseLetterKind.PROVIDER && !basis.approved());
        return Stream.concat(plan, civil ? Stream.of(CivilLaw.source(words)) : Stream.empty())
                .toList();
    }

    /** What stands in the mail that a letter is attached to. It names no client. */
    Outbox.Mail mail(CaseLetterKind kind, UUID caseId) {
        String about =
                switch (kind) {
                    case DECISION -> "Besluit over uw aanvraag voor een uitzondering";
                    case NOTICE -> "Besluit over een uitzondering in de regio";
                    case PROVIDER -> "Beslissing over een uitzonderingscontract";
                    case CONTRACT -> "Concept van een uitzonderingscontract";
                };
        String body = """
                Geachte heer of mevrouw,

                In de bijlage vindt u: %s.

                Met vriendelijke groet,
                %s
                %s
                """.formatted(
                        about.substring(0, 1).toLowerCase(Locale.ROOT) + about.substring(1),
                        organisation.contact(),
                        organisation.name());
        return new Outbox.Mail(about + ", kenmerk " + caseId, body);
    }
}
