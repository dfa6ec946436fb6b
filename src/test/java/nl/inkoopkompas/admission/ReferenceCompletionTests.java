package nl.inkoopkompas.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.inkoopkompas.admission.ReferenceAdmission.Finding;
import nl.inkoopkompas.admission.ReferenceAdmission.Result;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * "A missing fact makes UNDETERMINED only where its value could still matter": fills in what an application leaves
 * unknown, many times at random. A verdict that was given stays; one that was not given has a fact or norm to wait for.
 */
class ReferenceCompletionTests {

    private static final Map<String, List<String>> FIELDS = Map.of(
            "contractEvents", List.of("kind", "date", "contract", "inThisRegion", "initiatedBy", "improvements"),
            "supervisoryMeasures", List.of("measure", "imposedOn", "status", "locationServesRegion"),
            "certificatesOfConduct", List.of("subject", "holder", "issuedOn"),
            "procurementDeclarations", List.of("issuedOn"),
            "insurances", List.of("perEvent", "perYear", "proofProvided"),
            "qualityCertificates", List.of("scheme", "validUntil"),
            "annualAccounts", List.of("equity", "totalAssets"),
            "experience", List.of("from", "to", "trajectories", "independently", "toSatisfaction", "statement"),
            "staff", List.of("qualification", "fte"));

    private static final List<String> SINGLE = List.of(
            "legalForm",
            "employees",
            "annualTurnover",
            "balanceSheetTotal",
            "usesVolunteers",
            "volunteerPolicy",
            "housingAvailable");

    /** What lets most criteria be met. */
    private static final Map<String, String> GENEROUS = Map.ofEntries(
            Map.entry("equity", "90000000"),
            Map.entry("totalAssets", "1"),
            Map.entry("trajectories", "1000"),
            Map.entry("qualification", "'WO'"),
            Map.entry("fte", "50"),
            Map.entry("perEvent", "5000000"),
            Map.entry("perYear", "5000000"),
            Map.entry("proofProvided", "true"),
            Map.entry("independently", "true"),
            Map.entry("toSatisfaction", "true"),
            Map.entry("statement", "true"),
            Map.entry("legalForm", "'EENMANSZAAK'"));

    private static String value(RandomSource random, String field, String contract, LocalDate asOf) {
        return switch (field) {
            case "kind" -> random.pick("'DISSOLVED'", "'TERMINATED'", "'REFUSED'");
            case "measure" -> random.pick("'ADMINISTRATIVE'", "'CORRECTIVE'");
            case "date", "imposedOn", "from", "to", "validUntil", "issuedOn" -> {
                LocalDate edge = asOf.minusYears(random.pick(0, 2, 3));
                yield "'" + random.pick(edge, edge.minusDays(1), edge.plusDays(1), asOf.plusDays(1)) + "'";
            }
            case "contract" -> random.pick("'" + contract + "'", "'OTHER'");
            case "initiatedBy" -> random.pick("'COMMISSIONER'", "'PROVIDER'");
            case "improvements" -> random.pick("[]", "['Nieuw beleid']");
            case "status" -> random.pick("'IN_FORCE'", "'ENDED'", "'SUSPENDED'", "'WITHDRAWN'");
            case "subject" -> random.pick("'LEGAL_ENTITY'", "'DIRECTOR'");
            case "holder" -> random.pick("'D-1'", "'D-2'");
            case "scheme" -> random.pick("'ISO9001'", "'ELDERS'");
            case "perEvent", "perYear" -> random.pick("0", "1250000", "2500000", "5000000");
            case "equity" -> random.pick("-90000000", "0", "90000000");
            case "totalAssets" -> random.pick("1", "100", "900000000");
            case "trajectories" -> random.pick("0", "1", "5", "1000");
            case "qualification" -> random.pick("'MBO2'", "'MBO3'", "'MBO4'", "'HBO'", "'WO'");
            case "fte" -> random.pick("0", "0.01", "1.25", "50");
            case "legalForm" -> random.pick("'BV'", "'EENMANSZAAK'");
            case "employees" -> random.pick("0", "9", "10");
            case "annualTurnover", "balanceSheetTotal" -> random.pick("1999999", "2000000");
            case "memberships" -> random.pick("[]", "['Valente']", "['Elders']");
            case "directors" -> random.pick("['D-1']", "['D-2']", "['D-3']", "['D-9']", "['D-7', 'D-8']");
            default -> random.pick("true", "false");
        };
    }

    private final RandomSource random = new RandomSource(20_240_401);
    private boolean generous;

    private ObjectNode completed(ObjectNode request) {
        generous = random.chance(50);
        ObjectNode copy = request.deepCopy();
        String contract = copy.get("contract").stringValue();
        LocalDate asOf = LocalDate.parse(copy.get("asOf").stringValue());
        ObjectNode applicant = (ObjectNode) copy.get("applicant");
        for (String field : SINGLE) {
            fill(applicant, field, contract, asOf);
        }
        fill(applicant, "memberships", contract, asOf);
        fill(applicant, "directors", contract, asOf);
        for (String list : FIELDS.keySet()) {
            if (!list.equals("experience") && !list.equals("staff")) {
                fillList(applicant, list, contract, asOf);
            }
        }
        for (JsonNode product : copy.get("products")) {
            fillList((ObjectNode) product, "experience", contract, asOf);
            fillList((ObjectNode) product, "staff", contract, asOf);
        }
        return copy;
    }

    private void fill(ObjectNode node, String field, String contract, LocalDate asOf) {
        String name = field.equals("measure") ? "kind" : field;
        if (ReferenceFacts.field(node, name) == null) {
            String any = value(random, field, contract, asOf);
            node.set(name, ReferenceExample.json(generous ? GENEROUS.getOrDefault(field, any) : any));
        }
    }

    private void fillList(ObjectNode parent, String list, String contract, LocalDate asOf) {
        ArrayNode elements;
        if (ReferenceFacts.field(parent, list) == null) {
            elements = parent.putArray(list);
            for (int i = random.between(0, 2); i > 0 && !list.equals("annualAccounts"); i--) {
                elements.addObject();
            }
            if (generous && list.equals("certificatesOfConduct")) {
                elements.addObject().put("subject", "LEGAL_ENTITY").put("issuedOn", asOf.toString());
                for (String holder : List.of("D-1", "D-2", "D-3", "D-7", "D-8", "D-9")) {
                    elements.addObject()
                            .put("subject", "DIRECTOR")
                            .put("holder", holder)
                            .put("issuedOn", asOf.toString());
                }
            }
        } else {
            elements = (ArrayNode) parent.get(list);
        }
        if (list.equals("annualAccounts")) {
            for (int year = asOf.getYear() - 5; year < asOf.getYear(); year++) {
                int missing = year;
                if (elements.valueStream()
                        .noneMatch(account -> account.get("year").intValue() == missing)) {
                    elements.addObject().put("year", year);
                }
            }
        }
        for (JsonNode element : elements) {
            for (String field : FIELDS.get(list)) {
                fill((ObjectNode) element, field, contract, asOf);
            }
        }
    }

    private static ReferenceExampleNorms norms(String variant) {
        ReferenceExampleNorms norms = new ReferenceExampleNorms();
        switch (variant) {
            case "other readings" ->
                norms.with("admission.experience.reading", "COMPLETED")
                        .with("admission.micro.reading", "BOTH")
                        .with("admission.re-entry-ban.reading", "ANY_DISSOLUTION_IN_REGION")
                        .with("admission.housing.missing", "NOT_MET")
                        .with("admission.negative-experience.provider-initiated-counts", true)
                        .with("admission.certificate-of-conduct.max-age-months", 36L);
            case "unset norms" ->
                norms.with("admission.micro.reading", null)
                        .with("admission.re-entry-ban.reading", null)
                        .with("admission.negative-experience.provider-initiated-counts", null)
                        .with("admission.financial-health.solvency-upper", null)
                        .with("admission.administrative-measure.look-back-years", null)
                        .with("admission.procurement-declaration.max-age-months", null);
            default -> {}
        }
        return norms;
    }

    @ParameterizedTest
    @ValueSource(strings = {"defaults", "other readings", "unset norms"})
    void givenVerdictsSurviveEveryCompletion(String variant) {
        ReferenceNorms norms = norms(variant);
        RandomApplications applications = new RandomApplications(norms);
        for (long seed = 100_000; seed < 104_000; seed++) {
            ObjectNode request = applications.application(seed);
            Result before = ReferenceAdmission.evaluate(request, norms);
            for (int i = 0; i < 8; i++) {
                ObjectNode completed = completed(request);
                Result after = ReferenceAdmission.evaluate(completed, norms);
                for (Finding finding : before.findings()) {
                    Verdict verdict = after.verdict(finding.criterion(), finding.subject());
                    boolean policy = finding.criterion().equals("admission.volunteer-policy")
                            && finding.verdict() == Verdict.MET
                            && verdict == Verdict.NOT_APPLICABLE;
                    if (finding.verdict() != Verdict.UNDETERMINED && !policy) {
                        assertEquals(finding.verdict(), verdict, () -> told(finding, request, completed));
                    }
                }
            }
        }
    }

    private static String told(Finding finding, ObjectNode request, ObjectNode completed) {
        return finding + "\n" + request + "\n" + completed;
    }

    /** Counts how often the completions of an undetermined finding disagree: nearly always, if none is too cautious. */
    @Test
    void undeterminedFindingsCouldGoMoreThanOneWay() {
        ReferenceNorms norms = norms("defaults");
        RandomApplications applications = new RandomApplications(norms);
        Map<String, int[]> counts = new TreeMap<>();
        for (long seed = 200_000; seed < 203_000; seed++) {
            ObjectNode request = applications.application(seed);
            request.remove("judgements");
            request.remove("responses");
            Result before = ReferenceAdmission.evaluate(request, norms);
            List<Result> after = Stream.generate(() -> completed(request))
                    .limit(60)
                    .map(completed -> ReferenceAdmission.evaluate(completed, norms))
                    .toList();
            for (Finding finding : before.findings()) {
                List<Verdict> verdicts = after.stream()
                        .map(result -> result.verdict(finding.criterion(), finding.subject()))
                        .distinct()
                        .toList();
                boolean normUnset = verdicts.equals(List.of(Verdict.UNDETERMINED));
                if (finding.verdict() == Verdict.UNDETERMINED && !normUnset) {
                    counts.computeIfAbsent(finding.criterion(), key -> new int[2])[verdicts.size() > 1 ? 0 : 1]++;
                }
            }
        }
        counts.forEach((criterion, count) -> {
            System.out.println(criterion + " open " + count[0] + ", not seen to be open " + count[1]);
            assertTrue(count[0] > 10 * count[1], criterion);
        });
    }
}
