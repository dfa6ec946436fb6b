package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.Finding.Change;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is offered as a remedy really helps, and nothing smaller does. */
class RemedyTests {

    private static final int APPLICATIONS = 2_000;
    private static final int SAMPLED_DAYS = 12;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Integer> COUNTS = new TreeMap<>();
    private static final Map<ObjectNode, Decision> DECISIONS = new LinkedHashMap<>();

    @BeforeAll
    static void decideOnce() {
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            ObjectNode request = SeededApplications.application(seed);
            DECISIONS.put(request, decide(request));
        }
    }

    @Test
    void makesItMetByWhatItSaysToChange() {
        DECISIONS.forEach((request, decision) -> {
            for (Finding finding : decision.findings()) {
                Remedy remedy = finding.remedy();
                assertThat(remedy == null).isEqualTo(finding.verdict().isSettled());
                if (remedy == null || remedy.change().isEmpty()) {
                    continue;
                }
                count("changes of " + remedy.change().size());
                assertThat(remedy.change()).hasSizeLessThanOrEqualTo(4);
                ObjectNode changed = request.deepCopy();
                for (Change change : remedy.change()) {
                    Field field = ProjectRuleBook.ENGINE
                            .explainer(ProjectRuleBook.BOOK, "admission")
                            .labels(Language.NL)
                            .definition(change.pointer());
                    assertThat(field.notes().actionable()).as(change.pointer()).isTrue();
                    JsonNode before = request.at(change.pointer());
                    assertThat(change.from() == null)
                            .as(change + " of " + request)
                            .isEqualTo(before.isMissingNode() || before.isNull());
                    put(changed, change.pointer(), JSON.valueToTree(change.to()));
                }
                assertThat(verdict(changed, finding))
                        .as(finding + " after " + remedy)
                        .isEqualTo(Verdict.MET);
            }
        });
    }

    @Test
    void isMetFromTheDayThatItNamesAndOnNoDayBefore() {
        Random random = new Random(5);
        DECISIONS.forEach((request, decision) -> {
            for (Finding finding : decision.findings()) {
                Remedy remedy = finding.remedy();
                if (remedy == null) {
                    continue;
                }
                LocalDate first = decision.asOf().plusDays(1);
                LocalDate metFrom = remedy.metFrom();
                if (metFrom != null) {
                    count("days named");
                    assertThat(onDay(request, finding, metFrom))
                            .as(finding.toString())
                            .isEqualTo(Verdict.MET);
                    if (metFrom.isAfter(first)) {
                        assertThat(onDay(request, finding, metFrom.minusDays(1)))
                                .as(finding.toString())
                                .isNotEqualTo(Verdict.MET);
                    }
                }
                LocalDate end = metFrom == null ? first.plusYears(6) : metFrom;
                int between = (int) (end.toEpochDay() - first.toEpochDay());
                for (int i = 0; i < SAMPLED_DAYS / 4 && between > 0; i++) {
                    LocalDate day = first.plusDays(random.nextInt(between));
                    assertThat(onDay(request, finding, day))
                            .as(day + " " + finding)
                            .isNotEqualTo(Verdict.MET);
                }
            }
        });
    }

    @Test
    void settlesWhenAllThatIsMissingIsSupplied() {
        Random random = new Random(6);
        DECISIONS.forEach((request, decision) -> {
            for (Finding finding : decision.findings()) {
                Remedy remedy = finding.remedy();
                if (finding.verdict() != Verdict.UNDETERMINED || remedy == null) {
                    continue;
                }
                assertThat(remedy.missing().size() + remedy.missingNorms().size())
                        .as(finding.toString())
                        .isPositive();
                assertThat(remedy.change()).isEmpty();
                if (!remedy.missingNorms().isEmpty()) {
                    continue;
                }
                for (int i = 0; i < 3; i++) {
                    count("supplied");
                    ObjectNode supplied = request.deepCopy();
                    for (String pointer : remedy.missing()) {
                        new Completion(random, decision.asOf()).supply(supplied, pointer);
                    }
                    assertThat(verdict(supplied, finding))
                            .as(finding + " after supplying " + remedy.missing() + ": " + supplied)
                            .isNotEqualTo(Verdict.UNDETERMINED);
                }
            }
        });
    }

    /** Entry by entry: every leaf that can be changed on every value of note, and every element of note added. */
    @Test
    void offersNoMoreEntriesThanAreNeeded() {
        List<String> small = List.of(
                "admission.volunteer-policy",
                "admission.procurement-declaration",
                "admission.insurance",
                "admission.certificate-of-conduct");
        DECISIONS.forEach((request, decision) -> {
            for (Finding finding : decision.findings()) {
                boolean open = finding.verdict() == Verdict.NOT_MET || finding.verdict() == Verdict.JUDGEMENT;
                if (!open || !small.contains(finding.criterion())) {
                    continue;
                }
                int offered = finding.remedy().change().size();
                int tried = offered == 0 ? 2 : offered - 1;
                count(finding.criterion() + " searched for " + tried + " entries");
                assertThat(isMetWithin(request, finding, tried))
                        .as(finding.toString())
                        .isFalse();
            }
        });
    }

    private static boolean isMetWithin(ObjectNode request, Finding finding, int entries) {
        if (entries == 0) {
            return verdict(request, finding) == Verdict.MET;
        }
        for (Map.Entry<String, JsonNode> entry : entries(request, finding.criterion())) {
            ObjectNode changed = request.deepCopy();
            put(changed, entry.getKey(), entry.getValue());
            if (isMetWithin(changed, finding, entries - 1)) {
                return true;
            }
        }
        return false;
    }

    private static List<Map.Entry<String, JsonNode>> entries(ObjectNode request, String criterion) {
        LocalDate day = LocalDate.parse(request.path("asOf").asString());
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        switch (criterion) {
            case "admission.volunteer-policy" -> add(entries, "/applicant/volunteerPolicy", "true", "false");
            case "admission.procurement-declaration" -> {
                JsonNode list = request.at("/applicant/procurementDeclarations");
                for (int i = 0; i < list.size(); i++) {
                    String pointer = "/applicant/procurementDeclarations/" + i + "/issuedOn";
                    add(entries, pointer, "\"" + day + "\"", "\"" + day.minusMonths(24) + "\"");
                }
                add(entries, "/applicant/procurementDeclarations/-", "{\"issuedOn\": \"" + day + "\"}");
            }
            case "admission.certificate-of-conduct" -> {
                JsonNode list = request.at("/applicant/certificatesOfConduct");
                for (int i = 0; i < list.size(); i++) {
                    String pointer = "/applicant/certificatesOfConduct/" + i;
                    add(entries, pointer + "/issuedOn", "\"" + day + "\"");
                    add(entries, pointer + "/subject", "\"LEGAL_ENTITY\"");
                    for (JsonNode director : request.at("/applicant/directors")) {
                        add(entries, pointer + "/holder", director.toString());
                    }
                }
                String issued = "\"issuedOn\": \"" + day + "\"}";
                String added = "/applicant/certificatesOfConduct/-";
                add(entries, added, "{\"subject\": \"LEGAL_ENTITY\", " + issued);
                for (JsonNode director : request.at("/applicant/directors")) {
                    add(entries, added, "{\"subject\": \"DIRECTOR\", \"holder\": " + director + ", " + issued);
                }
            }
            default -> {
                JsonNode list = request.at("/applicant/insurances");
                for (int i = 0; i < list.size(); i++) {
                    add(entries, "/applicant/insurances/" + i + "/perEvent", "1250000", "2500000");
                    add(entries, "/applicant/insurances/" + i + "/perYear", "2500000", "5000000");
                    add(entries, "/applicant/insurances/" + i + "/proofProvided", "true");
                }
                add(
                        entries,
                        "/applicant/insurances/-",
                        "{\"perEvent\": 2500000, \"perYear\": 5000000, \"proofProvided\": true}");
            }
        }
        entries.removeIf(entry -> entry.getKey().endsWith("/-")
                && request.at(entry.getKey().replace("/-", "")).isMissingNode());
        return entries;
    }

    private static void add(List<Map.Entry<String, JsonNode>> entries, String pointer, String... values) {
        for (String value : values) {
            entries.add(Map.entry(pointer, JSON.readTree(value)));
        }
    }

    @AfterAll
    static void tellsHowManyThereWere() {
        System.out.println("Remedies: " + COUNTS);
    }

    private static void count(String what) {
        COUNTS.merge(what, 1, Integer::sum);
    }

    private static Decision decide(ObjectNode request) {
        return ProjectRuleBook.ENGINE.decide(
                new AdmissionType(), new Input(request, DecisionEngine.noContext()), ProjectRuleBook.BOOK, Language.NL);
    }

    private static Verdict onDay(ObjectNode request, Finding finding, LocalDate day) {
        return verdict(request.deepCopy().put("asOf", day.toString()), finding);
    }

    /** What the rules alone say, without the acts of people. */
    private static Verdict verdict(ObjectNode request, Finding finding) {
        Element read = ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", request);
        return ProjectRuleBook.ENGINE
                .criteria(ProjectRuleBook.BOOK, "admission")
                .judge(read, finding.criterion())
                .stream()
                .filter(again -> again.subjectPointer().equals(finding.subject()))
                .min(Comparator.comparing(Judged::criterion))
                .orElseThrow()
                .verdict();
    }

    static void put(ObjectNode request, String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode holder = request.at(at.head());
        String last = at.last().getMatchingProperty();
        if (holder instanceof ArrayNode array && last.equals("-")) {
            array.add(value);
        } else if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) holder).set(last, value);
        }
    }
}
