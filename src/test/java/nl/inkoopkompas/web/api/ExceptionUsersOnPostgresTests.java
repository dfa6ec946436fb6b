package nl.inkoopkompas.web.api;

import static nl.inkoopkompas.web.api.ExceptionCaller.PATH;
import static nl.inkoopkompas.web.api.ExceptionCaller.body;
import static nl.inkoopkompas.web.api.ExceptionCaller.id;
import static nl.inkoopkompas.web.api.ExceptionCaller.kvk;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Of fifty people who act on a few requests at the same time, one wins and the others learn where it stands now. */
@ApiTest
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
@ContextConfiguration(initializers = OnPostgres.class)
class ExceptionUsersOnPostgresTests {

    private static final int PEOPLE = 50;
    private static final int CASES = 3;
    private static final int TIMES = 8;
    private static final List<List<String>> ACTS = List.of(
            List.of("rwo", "TAKE_UP"),
            List.of("rwo", "TAKE_UP"),
            List.of("rwo", "ASK_INFORMATION"),
            List.of("toegang-gouda", "SUPPLY_INFORMATION"),
            List.of("rwo", "START_TARIFF_TALKS"),
            List.of("rwo", "AGREE_TARIFF"),
            List.of("rwo", "ADVISE"),
            List.of("rwo-2", "ADVISE"),
            List.of("directeur", "RETURN"),
            List.of("directeur", "APPROVE"),
            List.of("directeur", "REJECT"),
            List.of("toegang-gouda", "ISSUE_INDICATION"),
            List.of("rwo", "DRAW_UP_CONTRACT"));

    @Autowired
    ApiCaller api;

    @Autowired
    ExceptionCaller cases;

    /** What somebody did, under a mark of their own. */
    private record Done(String id, String mark, Answer answer) {}

    @Test
    void letsOneWinOfAllWhoDoTheSame() throws Exception {
        String id = id(cases.submit(kvk(), "45A04"));

        List<Done> done = together((person, time) -> act(id, "rwo", "TAKE_UP", person), 1);

        assertThat(done.stream().filter(one -> one.answer().status() == 200)).hasSize(1);
        assertThat(done.stream().filter(one -> one.answer().status() == 409))
                .hasSize(PEOPLE - 1)
                .allSatisfy(late -> assertThat(
                                late.answer().json().at("/case/status").asString())
                        .isEqualTo("UNDER_REVIEW"));
        assertThat(cases.read("rwo", id).path("history")).hasSize(2);
    }

    @Test
    void losesNoneOfTheActsThatWereAcknowledged() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            ids.add(id(cases.submit(kvk(), "45A04")));
        }
        Random random = new Random(50);

        List<Done> done = together(
                (person, time) -> {
                    List<String> act;
                    String id;
                    synchronized (random) {
                        act = ACTS.get(random.nextInt(ACTS.size()));
                        id = ids.get(random.nextInt(CASES));
                    }
                    return act(id, act.get(0), act.get(1), person * TIMES + time);
                },
                TIMES);

        assertThat(done).extracting(one -> one.answer().status()).containsOnly(200, 409);
        for (String id : ids) {
            List<JsonNode> history = StreamSupport.stream(
                            cases.read("rwo", id).path("history").spliterator(), false)
                    .toList();
            for (int turn = 0; turn < history.size(); turn++) {
                assertThat(history.get(turn).path("turn").asInt()).isEqualTo(turn);
                assertThat(turn == 0 ? "null" : history.get(turn - 1).path("to").asString())
                        .isEqualTo(history.get(turn).path("from").asString("null"));
            }
            assertThat(history.stream().skip(1).map(act -> act.path("motivation")
                            .asString()))
                    .containsExactlyInAnyOrderElementsOf(done.stream()
                            .filter(one -> one.id().equals(id) && one.answer().status() == 200)
                            .map(Done::mark)
                            .toList());
            done.stream()
                    .filter(one -> one.id().equals(id) && one.answer().status() == 409)
                    .map(one -> one.answer().json().path("case"))
                    .forEach(state -> assertThat(state.path("status").asString())
                            .isEqualTo(history.get(state.path("turn").asInt())
                                    .path("to")
                                    .asString()));
        }
        assertThat(done).anyMatch(one -> one.answer().status() == 200);
        assertThat(api.get("auditor", "/api/v1/audit/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    private Done act(String id, String who, String action, int number) {
        String mark = "Gedaan onder nummer " + (100_000 + number) + ". exception.quality";
        ObjectNode body = body(action).put("motivation", mark);
        String path = PATH + "/" + id + "/actions";
        Answer answer = number % 2 == 0
                ? api.post(who, path, body.toString())
                : api.post(
                        who,
                        path,
                        body.toString(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        return new Done(id, mark, answer);
    }

    /** Something that a person does for the so-manieth time. */
    private interface Acting {
        Done act(int person, int time);
    }

    private static List<Done> together(Acting acting, int times) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<List<Done>>> work = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int person = i;
                work.add(() -> {
                    start.await();
                    List<Done> done = new ArrayList<>();
                    for (int time = 0; time < times; time++) {
                        done.add(acting.act(person, time));
                    }
                    return done;
                });
            }
            List<Done> all = new ArrayList<>();
            for (Future<List<Done>> each : people.invokeAll(work)) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            people.shutdownNow();
        }
    }
}
