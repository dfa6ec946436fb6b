package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fifty people who read and write the same dossiers at the same time lose nothing of each other's work. */
@ApiTest
@ContextConfiguration(initializers = OnPostgres.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
class ManyUsersTests {

    private static final int PEOPLE = 50;
    private static final int ACTS = 12;
    private static final int SHARED = 10;
    private static final String DECISIONS = "/api/v1/decisions/";

    @Autowired
    ApiCaller api;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    /** Decisions of the rounds, and moments of determination, that were acknowledged, by the first decision. */
    private final Map<String, Queue<String>> rounds = new HashMap<>();

    private final Map<String, Queue<String>> determinations = new HashMap<>();
    private final Queue<String> recorded = new ConcurrentLinkedQueue<>();

    @Test
    void loseNothing() throws Exception {
        for (int i = 0; i < SHARED; i++) {
            String id = record().path("id").asString();
            rounds.put(id, new ConcurrentLinkedQueue<>(List.of(id)));
            determinations.put(id, new ConcurrentLinkedQueue<>());
        }
        List<String> dossiers = List.copyOf(rounds.keySet());
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<Void>> all = IntStream.range(0, PEOPLE)
                    .<Callable<Void>>mapToObj(person -> () -> {
                        Random random = new Random(person);
                        for (int act = 0; act < ACTS; act++) {
                            act(dossiers.get(random.nextInt(SHARED)), random.nextInt(10));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> person : people.invokeAll(all)) {
                person.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(failures).isEmpty();
        assertThat(Set.copyOf(statuses)).as("answers").containsExactlyInAnyOrder(200, 201, 409);
        dossiers.forEach(this::isComplete);
        for (String id : recorded) {
            assertThat(api.get("auditor", DECISIONS + id).status()).isEqualTo(200);
        }
        JsonNode verification = api.get("auditor", "/api/v1/audit/verification").json();
        assertThat(verification.path("intact").asBoolean())
                .as(verification.toString())
                .isTrue();
    }

    private void isComplete(String dossier) {
        JsonNode last = api.get("auditor", DECISIONS + dossier).json();
        assertThat(last.path("rounds").findValuesAsString("id"))
                .as("every round that was acknowledged, and no other")
                .containsExactlyInAnyOrderElementsOf(rounds.get(dossier));
        int acts = rounds.get(dossier).size() + determinations.get(dossier).size();
        List<Integer> turns = jdbc.sql("select turn from dossier_turn where dossier = cast(:id as uuid) order by turn")
                .param("id", dossier)
                .query(Integer.class)
                .list();
        assertThat(turns)
                .containsExactlyElementsOf(IntStream.range(0, acts).boxed().toList());
        List<Integer> numbered = jdbc.sql(
                        "select round from decision where first_id = cast(:id as uuid) order by round")
                .param("id", dossier)
                .query(Integer.class)
                .list();
        assertThat(numbered)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rounds.get(dossier).size())
                                .boxed()
                                .toList());
    }

    private void act(String dossier, int choice) {
        if (choice < 3) {
            answered(api.get("beleid", DECISIONS + dossier));
        } else if (choice == 3) {
            recorded.add(record().path("id").asString());
        } else if (choice < 8) {
            supplement(dossier);
        } else {
            determine(dossier);
        }
    }

    private JsonNode record() {
        ObjectNode application = ApiCaller.application();
        ((ObjectNode) application.path("applicant")).put("name", ApiCaller.unique());
        return answered(api.post("inkoper", "/api/v1/admissions", application.toString()))
                .json();
    }

    private void supplement(String dossier) {
        Answer answer = answered(
                api.post("rwo", DECISIONS + latest(dossier) + "/rounds", """
                {"kind": "SUPPLEMENT", "on": "2024-04-20", "changes": [
                  {"op": "replace", "path": "/applicant/employees", "value": %d}]}
                """.formatted(numbers.incrementAndGet())));
        if (answer.status() == 201) {
            rounds.get(dossier).add(answer.json().path("id").asString());
        }
    }

    private void determine(String dossier) {
        String latest = latest(dossier);
        List<String> products = new ArrayList<>();
        for (JsonNode product :
                answered(api.get("inkoper", DECISIONS + latest)).json().path("products")) {
            products.add(product.toString());
        }
        Answer answer = answered(api.post(
                "inkoper",
                DECISIONS + latest + "/determination",
                "{\"products\": " + products + ", \"motivation\": null}"));
        if (answer.status() == 201) {
            determinations.get(dossier).add(answer.json().path("determinedAt").asString());
        }
    }

    /** The last round, unless somebody adds another meanwhile. */
    private String latest(String dossier) {
        List<String> all = answered(api.get("rwo", DECISIONS + dossier))
                .json()
                .path("rounds")
                .findValuesAsString("id");
        return all.get(all.size() - 1);
    }

    private Answer answered(Answer answer) {
        statuses.add(answer.status());
        if (answer.status() >= 400 && answer.status() != 409) {
            failures.add(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
