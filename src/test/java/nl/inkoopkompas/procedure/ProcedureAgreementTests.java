package nl.inkoopkompas.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.inkoopkompas.rulebook.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The engine and a second writing by hand agree, and every finding names what it rests on and nothing else. */
class ProcedureAgreementTests {

    private static final int AGREEING = 2_000;
    private static final int FAITHFUL = 400;
    private static final Set<String> DRAWN = Set.of("procedure.choice", "procedure.document");

    @Test
    void agreesWithAWritingByHand() {
        RandomProfiles random = new RandomProfiles(20261122);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < AGREEING; i++) {
            ObjectNode request = random.request();
            JsonNode decision = ProcedureTests.decide(request, Language.NL);
            ReferenceProcedure reference = new ReferenceProcedure(request);

            Map<String, String> verdicts = new LinkedHashMap<>();
            decision.path("findings").forEach(finding -> {
                if (!DRAWN.contains(finding.path("criterion").asString())) {
                    verdicts.put(
                            finding.path("criterion").asString(),
                            finding.path("verdict").asString());
                }
            });
            Map<String, Long> scores = new LinkedHashMap<>();
            decision.path("options").forEach(option -> {
                String procedure = option.path("procedure").asString();
                scores.put(procedure, option.path("score").asLong());
                assertThat(option.path("possible").asBoolean())
                        .as(procedure + " " + request)
                        .isEqualTo(reference.isPossible(procedure));
            });
            assertThat(verdicts).as(request.toString()).isEqualTo(reference.verdicts());
            assertThat(scores).as(request.toString()).isEqualTo(reference.scores());
            assertThat(decision.path("outcome").asString())
                    .as(request.toString())
                    .isEqualTo(reference.outcome());
            outcomes.merge(reference.outcome(), 1, Integer::sum);
        }
        System.out.println("Procedures agree: " + AGREEING + " requests " + outcomes);
        assertThat(outcomes).hasSize(5);
    }

    private static String verdict(JsonNode decision, String criterion) {
        for (JsonNode finding : decision.path("findings")) {
            if (finding.path("criterion").asString().equals(criterion)) {
                return finding.path("verdict").asString();
            }
        }
        throw new IllegalArgumentException(criterion);
    }

    private static Set<String> cited(JsonNode finding) {
        Set<String> cited = new TreeSet<>();
        finding.path("facts").forEach(fact -> cited.add(fact.path("pointer").asString()));
        return cited;
    }

    private static boolean touches(Set<String> cited, String field) {
        String pointer = "/profile/" + field;
        return cited.stream().anyMatch(fact -> fact.equals(pointer) || fact.startsWith(pointer + "/"));
    }

    @Test
    void keepsEveryVerdictWhateverElseChanges() {
        RandomProfiles random = new RandomProfiles(7);
        List<String> unfaithful = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < FAITHFUL; i++) {
            ObjectNode request = random.request();
            JsonNode decision = ProcedureTests.decide(request, Language.NL);
            for (JsonNode finding : decision.path("findings")) {
                Set<String> cited = cited(finding);
                assertThat(cited).doesNotContain("", "/profile", "/context/profile");
                ObjectNode mutant = request.deepCopy();
                for (String field : RandomProfiles.FIELDS) {
                    if (!touches(cited, field)) {
                        ((ObjectNode) mutant.path("profile")).set(field, random.value(field));
                    }
                }
                ObjectNode other = random.request();
                for (String field : List.of("asOf", "contract", "legalGround")) {
                    if (!cited.contains("/" + field)) {
                        mutant.set(field, other.path(field).isMissingNode() ? null : other.get(field));
                    }
                }
                tried++;
                String criterion = finding.path("criterion").asString();
                String after = verdict(ProcedureTests.decide(mutant, Language.NL), criterion);
                if (!after.equals(finding.path("verdict").asString())) {
                    unfaithful.add(criterion + " " + finding.path("verdict") + " -> " + after + " " + cited + " "
                            + request + " " + mutant);
                }
            }
        }
        System.out.println("Faithful procedures: " + tried + " joint mutants of " + FAITHFUL + " requests");
        assertThat(unfaithful).isEmpty();
    }

    @Test
    void namesOnlyFactsThatMatter() {
        RandomProfiles random = new RandomProfiles(11);
        List<String> loose = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ObjectNode request = random.request();
            JsonNode decision = ProcedureTests.decide(request, Language.NL);
            for (JsonNode finding : decision.path("findings")) {
                String verdict = finding.path("verdict").asString();
                if (!verdict.equals("MET")
                        || DRAWN.contains(finding.path("criterion").asString())) {
                    continue;
                }
                for (String pointer : cited(finding)) {
                    if (pointer.startsWith("/profile/") && !matters(request, finding, pointer.split("/")[2], random)) {
                        loose.add(finding.path("criterion") + " " + pointer + " " + request);
                    }
                }
            }
        }
        assertThat(loose).isEmpty();
    }

    /** Whether another value of a field, alone or with other facts that decide the same way, changes the verdict. */
    private static boolean matters(ObjectNode request, JsonNode finding, String field, RandomProfiles random) {
        for (int tries = 0; tries < 60; tries++) {
            ObjectNode other = request.deepCopy();
            ObjectNode profile = (ObjectNode) other.path("profile");
            if (tries >= 20) {
                RandomProfiles.FIELDS.forEach(each -> profile.set(each, random.value(each)));
            }
            ObjectNode changed = other.deepCopy();
            ((ObjectNode) changed.path("profile")).set(field, random.value(field));
            String criterion = finding.path("criterion").asString();
            boolean same = verdict(ProcedureTests.decide(changed, Language.NL), criterion)
                    .equals(verdict(ProcedureTests.decide(other, Language.NL), criterion));
            if (!same) {
                return true;
            }
        }
        return false;
    }
}
