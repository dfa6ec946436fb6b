package nl.inkoopkompas.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.RuleBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** In a small world, all that can be said is said: every boundary, every unknown, every list of up to two. */
class SmallWorldTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Map<String, Integer> CASES = new TreeMap<>();

    /** Values of one field; "-" leaves it out. */
    private record Axis(String field, List<String> values) {}

    private static Axis axis(String field, String... values) {
        return new Axis(field, List.of(values));
    }

    private static final List<Axis> SIZES = List.of(
            axis("employees", "-", "9", "10"),
            axis("annualTurnover", "-", "1999999", "2000000"),
            axis("balanceSheetTotal", "-", "1999999", "2000000"));

    @Test
    void judgesNegativeExperienceAsTheReferenceDoes() {
        List<Axis> events = List.of(list(
                "contractEvents",
                2,
                elements(
                        axis("kind", "'DISSOLVED'", "'TERMINATED'", "'REFUSED'"),
                        axis("date", "'2021-02-27'", "'2021-02-28'", "'2024-02-29'", "'2024-03-01'"),
                        axis("initiatedBy", "-", "'COMMISSIONER'", "'PROVIDER'"),
                        axis("improvements", "-", "[]", "['een verbetering']"))));
        for (String counts : List.of("false", "true", "null")) {
            compare(
                    "admission.negative-experience",
                    Map.of("admission.negative-experience.provider-initiated-counts", counts),
                    events,
                    ReferenceHistory::negativeExperience);
        }
    }

    @Test
    void judgesInsuranceAsTheReferenceDoes() {
        List<Axis> axes = new ArrayList<>(SIZES);
        axes.add(list(
                "insurances",
                2,
                elements(
                        axis("perEvent", "-", "1249999", "1250000", "2499999", "2500000"),
                        axis("perYear", "-", "2499999", "2500000", "5000000"),
                        axis("proofProvided", "-", "false", "true"))));
        compare("admission.insurance", Map.of(), axes, ReferenceCapacity::insurance);
        compare(
                "admission.insurance",
                Map.of("admission.micro.reading", "\"BOTH\""),
                axes.subList(0, axes.size() - 1),
                ReferenceCapacity::insurance);
    }

    @Test
    void judgesCertificatesOfConductAsTheReferenceDoes() {
        List<String> certificates = new ArrayList<>();
        for (String day : List.of("2023-08-28", "2023-08-29", "2024-02-29", "2024-03-01")) {
            certificates.add("{'subject': 'LEGAL_ENTITY', 'issuedOn': '" + day + "'}");
            certificates.add("{'subject': 'DIRECTOR', 'holder': 'D-1', 'issuedOn': '" + day + "'}");
            certificates.add("{'subject': 'DIRECTOR', 'holder': 'D-2', 'issuedOn': '" + day + "'}");
        }
        List<Axis> axes = List.of(
                axis("legalForm", "-", "'BV'", "'EENMANSZAAK'"),
                axis("directors", "-", "['D-1']", "['D-1', 'D-2']", "['D-2', 'D-2']"),
                list("certificatesOfConduct", 3, certificates));
        for (String months : List.of("null", "6")) {
            compare(
                    "admission.certificate-of-conduct",
                    Map.of("admission.certificate-of-conduct.max-age-months", months),
                    axes,
                    ReferenceEvidence::certificateOfConduct);
        }
    }

    @Test
    void judgesAdministrativeMeasuresAsTheReferenceDoes() {
        compare(
                "admission.administrative-measure",
                Map.of(),
                List.of(list(
                        "supervisoryMeasures",
                        2,
                        elements(
                                axis("kind", "'ADMINISTRATIVE'", "'CORRECTIVE'"),
                                axis("imposedOn", "'2021-02-27'", "'2021-02-28'", "'2024-02-29'", "'2024-03-01'"),
                                axis("status", "-", "'IN_FORCE'", "'ENDED'", "'SUSPENDED'", "'WITHDRAWN'"),
                                axis("locationServesRegion", "-", "true", "false")))),
                ReferenceHistory::administrativeMeasure);
    }

    @Test
    void judgesDeclarationsCertificatesAndVolunteersAsTheReferenceDoes() {
        for (String months : List.of("null", "24", "0")) {
            compare(
                    "admission.procurement-declaration",
                    Map.of("admission.procurement-declaration.max-age-months", months),
                    List.of(list(
                            "procurementDeclarations",
                            2,
                            elements(axis(
                                    "issuedOn",
                                    "'2022-02-27'",
                                    "'2022-02-28'",
                                    "'2022-03-01'",
                                    "'2024-02-29'",
                                    "'2024-03-01'")))),
                    ReferenceEvidence::procurementDeclaration);
        }
        compare(
                "admission.quality-certificate",
                Map.of(),
                List.of(list(
                        "qualityCertificates",
                        2,
                        elements(
                                axis("scheme", "'ISO9001'", "'HKZ'", "'iso9001'"),
                                axis("validUntil", "-", "'2024-02-28'", "'2024-02-29'")))),
                ReferenceEvidence::qualityCertificate);
        for (String reading : List.of("\"EITHER\"", "\"BOTH\"", "null")) {
            List<Axis> axes = new ArrayList<>(SIZES);
            axes.add(axis("usesVolunteers", "-", "false", "true"));
            axes.add(axis("volunteerPolicy", "-", "false", "true"));
            compare(
                    "admission.volunteer-policy",
                    Map.of("admission.micro.reading", reading),
                    axes,
                    ReferenceCapacity::volunteerPolicy);
        }
    }

    @AfterAll
    static void tellsHowManyThereWere() {
        System.out.println("Small worlds, cases by verdict: " + CASES);
    }

    /** Every combination of the values of some fields, as objects. */
    private static List<String> elements(Axis... axes) {
        List<String> objects = List.of("");
        for (Axis axis : axes) {
            List<String> longer = new ArrayList<>();
            for (String object : objects) {
                for (String value : axis.values()) {
                    longer.add(value.equals("-") ? object : object + ",'" + axis.field() + "': " + value);
                }
            }
            objects = longer;
        }
        return objects.stream()
                .map(object -> "{" + (object.isEmpty() ? "" : object.substring(1)) + "}")
                .toList();
    }

    /** An unknown list, an empty one, and every choice of up to so many elements, whatever their order. */
    private static Axis list(String field, int most, List<String> elements) {
        List<String> lists = new ArrayList<>(List.of("-"));
        lists(elements, most, 0, "", lists);
        return new Axis(field, lists);
    }

    private static void lists(List<String> elements, int most, int from, String sofar, List<String> into) {
        into.add("[" + sofar + "]");
        for (int i = from; most > 0 && i < elements.size(); i++) {
            lists(elements, most - 1, i, sofar.isEmpty() ? elements.get(i) : elements.get(i) + "," + sofar, into);
        }
    }

    private static void compare(
            String criterion,
            Map<String, String> parameters,
            List<Axis> axes,
            Function<ReferenceCase, ReferenceAdmission.Verdict> reference) {
        Map<String, JsonNode> values = new TreeMap<>();
        parameters.forEach((key, value) -> values.put(key, JSON.readTree(value)));
        RuleBook book = ProjectRuleBook.with(values);
        Criteria criteria = ProjectRuleBook.ENGINE.criteria(book, "admission");
        ReferenceNorms norms = ProjectNorms.of(book, DAY);
        ObjectNode request = (ObjectNode)
                JSON.readTree(
                        json(
                                "{'asOf': '" + DAY
                                        + "', 'contract': 'ambulant-jeugd', 'applicant': {'name': 'Zorg', 'kvkNumber': '90000001'}, 'products': [{'code': '45A01'}]}"));
        List<String> different = new ArrayList<>();
        judge(axes, 0, (ObjectNode) request.get("applicant"), () -> {
            Element read = ProjectRuleBook.ENGINE.read(book, "admission", request);
            String got = criteria.judge(read, criterion).get(0).verdict().name();
            String expected = reference.apply(new ReferenceCase(request, norms)).name();
            CASES.merge(criterion.substring("admission.".length()) + " " + got, 1, Integer::sum);
            if (!got.equals(expected)) {
                different.add(got + ", the reference says " + expected + ": " + request.get("applicant"));
            }
        });
        assertThat(different)
                .as(different.size() + " cases of " + criterion + " " + parameters)
                .isEmpty();
    }

    private static void judge(List<Axis> axes, int at, ObjectNode applicant, Runnable judge) {
        if (at == axes.size()) {
            judge.run();
            return;
        }
        Axis axis = axes.get(at);
        for (String value : axis.values()) {
            if (value.equals("-")) {
                applicant.remove(axis.field());
            } else {
                applicant.set(axis.field(), JSON.readTree(json(value)));
            }
            judge(axes, at + 1, applicant, judge);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
