package nl.inkoopkompas.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.admission.ReferenceAdmission.Finding;
import nl.inkoopkompas.admission.ReferenceAdmission.Result;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Tests of the reference evaluator: judgements, responses, outcomes, and what random applications reach. */
class ReferenceAdmissionTests {

    private static final String REFUSED = "[{'kind': 'REFUSED', 'date': '2023-01-01', 'improvements': []}]";

    private static String act(String criterion, String subject, String rest) {
        return "{'criterion': 'admission." + criterion + "', 'subject': '" + subject + "', " + rest + "}";
    }

    private static String applicantAct(String criterion, String rest) {
        return "[" + act(criterion, "/applicant", rest) + "]";
    }

    private static ReferenceExample good() {
        return new ReferenceExample();
    }

    @Test
    void goodApplicationIsAdmissible() {
        Result result = good().result();
        assertEquals("ADMISSIBLE", result.outcome());
        assertEquals(14, result.findings().size());
        assertEquals(List.of(), result.unused());
        assertEquals(Verdict.NOT_APPLICABLE, good().verdict("housing"));
    }

    @Test
    void findingsStandInCriterionOrderThenProductOrder() {
        Result result =
                good().with("products", "[{'code': 'AJ-1'}, {'code': 'AJ-3'}]").result();
        assertEquals(17, result.findings().size());
        assertEquals("/products/0", result.findings().get(0).subject());
        assertEquals("/products/1", result.findings().get(1).subject());
        assertEquals("admission.re-entry-ban", result.findings().get(2).criterion());
    }

    @Test
    void judgementsSettleAJudgement() {
        ReferenceExample other = good().with("applicant/memberships", "['Elders']");
        assertEquals("ASSESS", other.result().outcome());
        other.with("judgements", applicantAct("association", "'accepted': true"));
        assertEquals(Verdict.MET, other.verdict("association"));
        assertEquals("ADMISSIBLE", other.result().outcome());
        other.with("judgements", applicantAct("association", "'accepted': false"));
        assertEquals(Verdict.NOT_MET, other.verdict("association"));
        assertEquals("HEARING", other.result().outcome());
        other.with("responses", applicantAct("association", "'kind': 'MEASURES', 'accepted': true"));
        assertEquals(Verdict.REMEDIED, other.verdict("association"));
        assertEquals("ADMISSIBLE", other.result().outcome());
        assertEquals(List.of(), other.result().unused());
    }

    @Test
    void responsesSettleAHearing() {
        ReferenceExample refused = good().with("applicant/contractEvents", REFUSED);
        assertEquals("HEARING", refused.result().outcome());
        refused.with("responses", applicantAct("negative-experience", "'kind': 'MEASURES', 'accepted': true"));
        assertEquals(Verdict.REMEDIED, refused.verdict("negative-experience"));
        refused.with("responses", applicantAct("negative-experience", "'kind': 'MEASURES', 'accepted': false"));
        assertEquals("REJECTED", refused.result().outcome());
        refused.with("responses", applicantAct("negative-experience", "'kind': 'LAPSED', 'accepted': false"));
        assertEquals("REJECTED", refused.result().outcome());
        assertEquals(Verdict.NOT_MET, refused.verdict("negative-experience"));
        refused.with("responses", applicantAct("insurance", "'kind': 'LAPSED', 'accepted': false"));
        assertEquals("HEARING", refused.result().outcome());
        assertEquals(List.of("/responses/0"), refused.result().unused());
    }

    @Test
    void actsWithNothingToActOnAreUnused() {
        ReferenceExample closed = good().with("asOf", "'2024-06-01'")
                .with(
                        "judgements",
                        "[" + act("association", "/applicant", "'accepted': true") + ","
                                + act("experience", "/products/7", "'accepted': true") + "]")
                .with(
                        "responses",
                        "[" + act("entry-window", "/products/0", "'kind': 'MEASURES', 'accepted': true") + "]");
        assertEquals("NOT_OPEN", closed.result().outcome());
        assertEquals(
                List.of("/judgements/0", "/judgements/1", "/responses/0"),
                closed.result().unused());
    }

    @Test
    void outcomesTakeTheirOrder() {
        ReferenceExample worst = good().with("applicant/usesVolunteers", null).with("applicant/volunteerPolicy", null);
        assertEquals("INCOMPLETE", worst.result().outcome());
        worst.with("applicant/memberships", "['Elders']");
        assertEquals("INCOMPLETE", worst.result().outcome());
        worst.with("applicant/contractEvents", REFUSED);
        assertEquals("HEARING", worst.result().outcome());
        worst.norms(norms -> norms.criterion("ambulant-jeugd", "admission.negative-experience", true, false));
        assertEquals("REJECTED", worst.result().outcome());
        worst.with("asOf", "'2024-06-01'");
        assertEquals("NOT_OPEN", worst.result().outcome());
    }

    @Test
    void productsDifferAndThenTheOutcomeIsMixed() {
        Result result = good().with("products/0/staff", "[]").result();
        assertEquals("HEARING", result.outcome());
        ReferenceExample two = good();
        String first = "{'code': 'AJ-1', 'experience': [], 'staff': [{'qualification': 'WO', 'fte': 9}]}";
        String second = "{'code': 'AJ-4', 'staff': [{'qualification': 'WO', 'fte': 9}]}";
        Result mixed = two.with("products", "[" + first + "," + second + "]").result();
        assertEquals("MIXED", mixed.outcome());
        assertEquals("HEARING", mixed.products().get(0).outcome());
        assertEquals("ADMISSIBLE", mixed.products().get(1).outcome());
    }

    @Test
    void whatDoesNotApplyIsNotApplicableAndTheContractBeatsTheStar() {
        ReferenceExample example = good().with("applicant/insurances", "[]");
        assertEquals(Verdict.NOT_MET, example.verdict("insurance"));
        example.norms(norms -> norms.criterion("ambulant-jeugd", "admission.insurance", false, true));
        assertEquals(Verdict.NOT_APPLICABLE, example.verdict("insurance"));
    }

    /** The verdicts that a criterion can give, by the first letters below; N is NOT_MET and A NOT_APPLICABLE. */
    private static final Map<String, String> REACHABLE = Map.ofEntries(
            Map.entry("entry-window", "MNUA"),
            Map.entry("re-entry-ban", "MNU"),
            Map.entry("negative-experience", "MNUJR"),
            Map.entry("experience", "MNUAR"),
            Map.entry("administrative-measure", "MNUR"),
            Map.entry("financial-health", "MNUJR"),
            Map.entry("association", "MNUJR"),
            Map.entry("certificate-of-conduct", "MNUR"),
            Map.entry("competent-staff", "MNUJR"),
            Map.entry("procurement-declaration", "MNUR"),
            Map.entry("volunteer-policy", "MNUAR"),
            Map.entry("insurance", "MNUR"),
            Map.entry("quality-certificate", "MNUJR"),
            Map.entry("housing", "MNUJAR"));

    private static final Map<Character, Verdict> LETTERS = Map.of(
            'M', Verdict.MET,
            'N', Verdict.NOT_MET,
            'U', Verdict.UNDETERMINED,
            'J', Verdict.JUDGEMENT,
            'A', Verdict.NOT_APPLICABLE,
            'R', Verdict.REMEDIED);

    @Test
    void randomApplicationsReachEveryVerdictAndOutcome() {
        ReferenceNorms norms = new ReferenceExampleNorms();
        RandomApplications applications = new RandomApplications(norms);
        Map<String, Map<Verdict, Integer>> verdicts = new TreeMap<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        int unused = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Result result = ReferenceAdmission.evaluate(applications.application(seed), norms);
            for (Finding finding : result.findings()) {
                verdicts.computeIfAbsent(finding.criterion(), criterion -> new EnumMap<>(Verdict.class))
                        .merge(finding.verdict(), 1, Integer::sum);
            }
            result.products().forEach(product -> outcomes.merge(product.outcome(), 1, Integer::sum));
            if (result.outcome().equals("MIXED")) {
                outcomes.merge("MIXED", 1, Integer::sum);
            }
            unused += result.unused().size();
        }
        verdicts.forEach((criterion, counts) -> System.out.println(criterion + " " + counts));
        System.out.println("outcomes " + outcomes + ", unused " + unused);
        REACHABLE.forEach((criterion, letters) -> {
            Set<Verdict> expected = EnumSet.noneOf(Verdict.class);
            letters.chars().forEach(letter -> expected.add(LETTERS.get((char) letter)));
            assertEquals(expected, verdicts.get("admission." + criterion).keySet(), criterion);
        });
        assertEquals(
                Set.of("NOT_OPEN", "REJECTED", "HEARING", "INCOMPLETE", "ASSESS", "ADMISSIBLE", "MIXED"),
                outcomes.keySet());
        assertTrue(unused > 0);
    }

    @Test
    void sameSeedGivesTheSameApplication() {
        RandomApplications applications = new RandomApplications(new ReferenceExampleNorms());
        ObjectNode one = applications.application(17);
        assertEquals(one, applications.application(17));
        assertEquals(one.toString(), ReferenceExample.json(one.toString()).toString());
    }
}
