package nl.inkoopkompas.register;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.inkoopkompas.InkoopkompasApplication;
import nl.inkoopkompas.ProjectTypes;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Scenario;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the corpus of the rule book as it stands: seeded applications on every contract, a part of them with a second
 * round in which a paper was handed in, and every golden case of the other decisions. Run by {@code mvn -Pcorpus
 * verify}.
 */
final class CorpusWriter {

    private static final int SEEDS = 4_000;
    private static final int MOST_OF_A_CONTRACT = 22;
    private static final int EVERY = 4;
    private static final int LONGEST_REQUEST = 100_000;

    private CorpusWriter() {}

    public static void main(String[] args) throws Exception {
        SpringApplication program = new SpringApplication(InkoopkompasApplication.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setLazyInitialization(true);
        try (ConfigurableApplicationContext context = program.run(
                "--spring.datasource.url=jdbc:h2:mem:corpus;DB_CLOSE_DELAY=-1",
                "--inkoopkompas.demo.applications=false")) {
            Map<String, Integer> perContract = decide(context);
            RuleBook book = context.getBean(RuleBooks.class).newest();
            Map<String, Integer> perDecision = goldenCases(context, book);
            Corpus corpus =
                    Corpus.write(book.files(), book.version(), context.getBean(DecisionRegister.class)::forEach);
            System.out.printf("%s: %s, %s%n", corpus.directory(), perContract, perDecision);
        }
    }

    private static Map<String, Integer> decide(ConfigurableApplicationContext context) {
        Admissions admissions = context.getBean(Admissions.class);
        Rounds rounds = context.getBean(Rounds.class);
        Instant now = context.getBean(Clock.class).instant();
        Map<String, Integer> perContract = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            ObjectNode application = SeededApplications.application(seed);
            String contract = application.path("contract").asString();
            int before = perContract.getOrDefault(contract, 0);
            if (before == MOST_OF_A_CONTRACT) {
                continue;
            }
            Decision first = admissions.record(bytes(application), Language.NL, now, "corpus");
            perContract.put(contract, before + 1);
            if (before % EVERY == 0) {
                rounds.record(id(first), bytes(handedIn(first.asOf())), Language.NL, now, "corpus");
            }
        }
        return perContract;
    }

    /** Those that are decided with the book as it stands; one that is refused is no decision. */
    private static Map<String, Integer> goldenCases(ConfigurableApplicationContext context, RuleBook book) {
        Decisions decisions = context.getBean(Decisions.class);
        Instant now = context.getBean(Clock.class).instant();
        Map<String, Integer> perDecision = new HashMap<>();
        for (DecisionType type : ProjectTypes.ALL) {
            if (type.id().equals(AdmissionType.ID)) {
                continue;
            }
            for (Scenario scenario : book.policy(type.id()).scenarios()) {
                ObjectNode request = (ObjectNode) scenario.request();
                ObjectNode besides =
                        scenario.context().isEmpty() ? type.context(book, request) : (ObjectNode) scenario.context();
                if (scenario.set().isEmpty() && request.toString().length() < LONGEST_REQUEST) {
                    try {
                        decisions.record(type, new Input(request, besides), Language.NL, now, "corpus");
                        perDecision.merge(type.id(), 1, Integer::sum);
                    } catch (RequestRefused refused) {
                        System.out.println(scenario.id() + " is refused");
                    }
                }
            }
        }
        return perDecision;
    }

    private static UUID id(Decision decision) {
        return java.util.Objects.requireNonNull(decision.id());
    }

    /** A round in which a declaration came in after the reference date. */
    private static ObjectNode handedIn(LocalDate asOf) {
        ObjectNode round = Json.object();
        round.put("kind", "SUPPLEMENT");
        round.put("on", asOf.plusDays(9).toString());
        ObjectNode change = round.putArray("changes").addObject();
        change.put("op", "add").put("path", "/applicant/procurementDeclarations");
        change.putArray("value").addObject().put("issuedOn", asOf.plusDays(5).toString());
        return round;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
