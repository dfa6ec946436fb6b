package nl.inkoopkompas.web.pages;

import static nl.inkoopkompas.decision.Verdict.JUDGEMENT;
import static nl.inkoopkompas.decision.Verdict.MET;
import static nl.inkoopkompas.decision.Verdict.NOT_APPLICABLE;
import static nl.inkoopkompas.decision.Verdict.NOT_MET;
import static nl.inkoopkompas.decision.Verdict.UNDETERMINED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.decision.Finding.Change;
import nl.inkoopkompas.decision.Finding.Fact;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** An invented application that shows every verdict. */
final class SampleApplication {

    static final UUID ID = UUID.fromString("01937a3c-0000-7000-8000-000000000001");
    static final UUID IMPORT = UUID.fromString("01937a3c-0000-7000-8000-0000000000aa");
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private SampleApplication() {}

    /** Three products, of which the last two repeat when there are more. */
    static Application withProducts(int count) {
        var products = IntStream.range(0, count)
                .mapToObj(i -> new Application.Product(
                        List.of("45A04", "45A05", "54G01").get(i % 3) + (i < 3 ? "" : "-" + i),
                        List.of("ASSESS", "HEARING", "INCOMPLETE").get(i % 3)))
                .toList();
        return new Application(
                decision(count),
                "Stichting De Wilgenpoort <& Zn>",
                "90000013",
                "ambulant-jeugd",
                products,
                new Application.Origin(IMPORT, "oktober-2.xlsx"));
    }

    private static Decision decision(int products) {
        return new Decision(
                ID,
                "admission",
                1,
                null,
                Instant.parse("2026-11-02T09:41:00Z"),
                "inkoper",
                "MIXED",
                AS_OF,
                new Decision.RuleBookReceipt("2026.2", "b27e51a0".repeat(8), LocalDate.of(2026, 7, 1)),
                new Decision.EngineReceipt("1.0", "3f2a9c1"),
                "9f41c070".repeat(8),
                JsonNodeFactory.instance.objectNode(),
                findings(products),
                new Decision.Explanation(
                        "nl",
                        "Stichting De Wilgenpoort krijgt per product een ander voorstel.",
                        List.of("Eén criterium vraagt een hoorgesprek.", "Voor Vaktherapie ontbreekt een gegeven.")),
                List.of(
                        new Decision.NextStep(
                                "U",
                                "geeft een oordeel over de financiële gezondheid.",
                                List.of("admission.financial-health"),
                                null,
                                null),
                        new Decision.NextStep(
                                "De aanbieder",
                                "geeft de opleiding op van 1,4 fte voor Vaktherapie.",
                                List.of("admission.competent-staff"),
                                LocalDate.of(2026, 11, 16),
                                null)),
                Map.of());
    }

    private static List<Finding> findings(int products) {
        var findings = new ArrayList<Finding>();
        perProduct(
                findings,
                products,
                "entry-window",
                MET,
                "De toetreding is open van 1 oktober tot en met 31 december 2026.");
        findings.add(quiet("re-entry-ban", MET, "Er is geen ontbonden contract in deze regio."));
        findings.add(negativeExperience());
        for (int i = 0; i < products; i++) {
            findings.add(experience(i));
        }
        findings.add(quiet("administrative-measure", MET, "Er is geen bestuursrechtelijke maatregel gemeld."));
        findings.add(financialHealth());
        findings.add(quiet("association", MET, "De aanbieder is lid van Branchevereniging Jeugd en Gezin."));
        findings.add(quiet("certificate-of-conduct", MET, "Er is een VOG van de rechtspersoon en van 2 bestuurders."));
        for (int i = 0; i < products; i++) {
            findings.add(staff(i));
        }
        findings.add(quiet("volunteer-policy", NOT_APPLICABLE, "De aanbieder werkt niet met vrijwilligers."));
        findings.add(insurance());
        findings.add(quiet("housing", NOT_APPLICABLE, "Dit criterium geldt niet voor dit contract."));
        return findings;
    }

    private static void perProduct(
            List<Finding> findings, int products, String criterion, Verdict verdict, String reason) {
        for (int i = 0; i < products; i++) {
            findings.add(finding(criterion, "/products/" + i, verdict, reason, List.of(), List.of(), null));
        }
    }

    private static Finding quiet(String criterion, Verdict verdict, String reason) {
        return finding(criterion, "/applicant", verdict, reason, List.of(), List.of(), null);
    }

    private static Finding negativeExperience() {
        var event = "/applicant/contractEvents/0/";
        return new Finding(
                "admission.negative-experience",
                "/applicant",
                NOT_MET,
                "Regio Duinrand heeft het contract op 10 mei 2024 opgezegd. Dat is minder dan 3 jaar vóór de peildatum.",
                List.of(
                        new Fact(event + "kind", "TERMINATED"),
                        new Fact(event + "date", "2024-05-10"),
                        new Fact(event + "initiatedBy", "COMMISSIONER"),
                        new Fact(event + "improvements", List.of())),
                List.of(norm("admission.negative-experience.look-back-years", 3, "years", false)),
                List.of(new SourceReference("inkoopplan-2025", "4.4.1 onder 1")),
                List.of("X-03"),
                new Remedy(
                        "Geef op wat er sindsdien is verbeterd, met bewijs.",
                        List.of(),
                        List.of(),
                        List.of(),
                        LocalDate.of(2027, 5, 11)));
    }

    private static Finding experience(int product) {
        boolean enough = product % 3 == 0;
        var subject = "/products/" + product;
        return finding(
                "experience",
                subject,
                enough ? MET : product % 3 == 1 ? NOT_MET : NOT_APPLICABLE,
                enough ? "14 van de 10 gevraagde trajecten tellen mee." : "6 van de 10 gevraagde trajecten tellen mee.",
                List.of(new Fact(subject + "/experience/0/trajectories", enough ? 14 : 6)),
                List.of(norm("admission/products#row-" + product, Map.of("minTrajectories", 10), null, true)),
                enough
                        ? null
                        : new Remedy(
                                "Lever verklaringen van meer trajecten aan.", List.of(), List.of(), List.of(), null));
    }

    private static Finding financialHealth() {
        return finding(
                "financial-health",
                "/applicant",
                JUDGEMENT,
                "De solvabiliteit was 24 %, 27 % en 29 %. Geeft dat vertrouwen in de continuïteit?",
                List.of(new Fact("/applicant/annualAccounts/0/equity", 800000)),
                List.of(norm("admission.financial-health.solvency-lower", 0.2, "ratio", true)),
                new Remedy("Een beoordelaar geeft een oordeel.", List.of(), List.of(), List.of(), null));
    }

    private static Finding staff(int product) {
        boolean known = product % 3 != 2;
        var subject = "/products/" + product;
        return finding(
                "competent-staff",
                subject,
                known ? MET : UNDETERMINED,
                known ? "Er is 6,5 fte op niveau hbo; de norm is 3." : "De opleiding van 1,4 fte is niet opgegeven.",
                List.of(new Fact(subject + "/staff/0/qualification", known ? "HBO" : null)),
                List.of(norm("admission/products#row-" + product, null, null, false)),
                known
                        ? null
                        : new Remedy(
                                "Geef de opleiding op.",
                                List.of(subject + "/staff/0/qualification"),
                                List.of("admission/products#row-" + product),
                                List.of(),
                                null));
    }

    private static Finding insurance() {
        return finding(
                "insurance",
                "/applicant",
                NOT_MET,
                "De verzekering dekt € 1.000.000 per gebeurtenis; gevraagd is € 2.500.000.",
                List.of(new Fact("/applicant/insurances/0/perEvent", 1000000)),
                List.of(norm("admission/insurance#other", Map.of("perEvent", 2500000), null, false)),
                new Remedy(
                        "Verhoog de dekking.",
                        List.of(),
                        List.of(),
                        List.of(
                                new Change("/applicant/insurances/0/perEvent", 1000000, 2500000),
                                new Change("/applicant/insurances/-", null, Map.of("proofProvided", true))),
                        null));
    }

    private static Finding finding(
            String criterion,
            String subject,
            Verdict verdict,
            String reason,
            List<Fact> facts,
            List<AppliedNorm> norms,
            @Nullable Remedy remedy) {
        return new Finding(
                criterion.startsWith("admission.") ? criterion : "admission." + criterion,
                subject,
                verdict,
                reason,
                facts,
                norms,
                List.of(new SourceReference("inkoopplan-2025", "4.4.1")),
                List.of(),
                remedy);
    }

    private static AppliedNorm norm(String key, @Nullable Object value, @Nullable String unit, boolean example) {
        return new AppliedNorm(key, value, unit, START, new SourceReference("inkoopplan-2025", "4.4.1"), example);
    }
}
