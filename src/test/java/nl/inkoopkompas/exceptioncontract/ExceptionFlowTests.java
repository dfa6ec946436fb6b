package nl.inkoopkompas.exceptioncontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Whatever people do in whatever order, the flow answers as the contract says, and nothing is lost. */
@ApiTest
class ExceptionFlowTests {

    private static final int CASES = 60;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<Actor> PEOPLE = List.of(
            new Actor("toegang-gouda", "TOEGANG", "0513"),
            new Actor("toegang-zuidplas", "TOEGANG", "1892"),
            new Actor("rwo", "RWO", null),
            new Actor("rwo-2", "RWO", null),
            new Actor("directeur", "PROGRAMMADIRECTEUR", null),
            new Actor("changed", "RWO", null),
            new Actor("changed", "PROGRAMMADIRECTEUR", null)); // somebody who advised and then became director

    @Autowired
    ExceptionContracts contracts;

    @Autowired
    ApiCaller api;

    @Test
    void answersAsThePlainModelDoes() {
        Random random = new Random(5);
        Map<UUID, ReferenceFlow> models = new HashMap<>();
        List<UUID> cases = new ArrayList<>();
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            Actor asks = PEOPLE.get(random.nextInt(2));
            UUID id = submit(asks);
            cases.add(id);
            models.put(id, new ReferenceFlow(String.valueOf(asks.municipality())));
        }
        for (int i = 0; i < acts(); i++) {
            UUID id = cases.get(random.nextInt(CASES));
            ReferenceFlow model = models.get(id);
            Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            CaseAction action = likely(random, model);
            ExceptionCase before = contracts.find(id).orElseThrow();
            int expected = model.answer(actor, action);
            int got = act(before, actor, action, i);
            assertThat(got).as("%s by %s in %s", action, actor, model.status()).isEqualTo(expected);
            answers.merge(String.valueOf(got), 1, Integer::sum);
            if (expected == 403 && i % 8 > 0) {
                continue;
            }
            boolean shown = contracts.permits(before, actor, TODAY).stream()
                    .anyMatch(permit -> permit.action() == action && permit.allowed());
            assertThat(shown)
                    .as("%s by %s in %s", action, actor, model.status())
                    .isEqualTo(expected == 200);
            if (got == 200) {
                model.take(actor, action);
            }
            ExceptionCase after = contracts.find(id).orElseThrow();
            assertThat(after.status()).isEqualTo(model.status());
            assertThat(after.result()).isEqualTo(model.result());
            assertThat(after.acts()).hasSize(before.acts().size() + (got == 200 ? 1 : 0));
            assertThat(after.acts().subList(0, before.acts().size())).isEqualTo(before.acts());
        }
        System.out.println("Acts by their answers: " + answers);
        assertThat(answers.keySet()).containsExactly("200", "403", "409");
        for (UUID id : cases) {
            everyApprovalFollowsAnAdviceOfAnother(contracts.find(id).orElseThrow());
        }
        assertThat(api.get("auditor", "/api/v1/audit/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void losesNothingWhenManyActAtOnce() throws Exception {
        Actor asks = PEOPLE.get(0);
        List<UUID> cases = List.of(submit(asks), submit(asks), submit(asks));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int done = 0;
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int seed = t;
                work.add(() -> {
                    Random random = new Random(seed);
                    int succeeded = 0;
                    for (int i = 0; i < 60; i++) {
                        ExceptionCase seen =
                                contracts.find(cases.get(random.nextInt(3))).orElseThrow();
                        Actor actor = PEOPLE.get(random.nextInt(5));
                        CaseAction action = CaseAction.values()[random.nextInt(CaseAction.values().length - 1)];
                        succeeded += act(seen, actor, action, seed * 1_000 + i) == 200 ? 1 : 0;
                    }
                    return succeeded;
                });
            }
            for (Future<Integer> each : threads.invokeAll(work)) {
                done += each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        int recorded = 0;
        for (UUID id : cases) {
            ExceptionCase one = contracts.find(id).orElseThrow();
            for (int turn = 0; turn < one.acts().size(); turn++) {
                assertThat(one.acts().get(turn).turn()).isEqualTo(turn);
            }
            recorded += one.acts().size() - 1;
            everyApprovalFollowsAnAdviceOfAnother(one);
        }
        assertThat(recorded).isEqualTo(done).isPositive();
    }

    /** How many things people try. */
    int acts() {
        return 4_000;
    }

    private static void everyApprovalFollowsAnAdviceOfAnother(ExceptionCase one) {
        for (int i = 0; i < one.acts().size(); i++) {
            Act act = one.acts().get(i);
            if (act.to() == CaseStatus.APPROVED && act.from() != CaseStatus.APPROVED) {
                List<Act> before = one.acts().subList(0, i);
                assertThat(before).anyMatch(earlier -> earlier.is(CaseAction.ADVISE));
                assertThat(before)
                        .filteredOn(earlier -> earlier.is(CaseAction.ADVISE))
                        .noneMatch(advice -> advice.by().equals(act.by()));
            }
        }
    }

    /** Any action, but more often one that leads on, so that cases get somewhere; withdrawn they go nowhere. */
    private static CaseAction likely(Random random, ReferenceFlow model) {
        List<CaseAction> onward =
                switch (model.status()) {
                    case SUBMITTED -> List.of(CaseAction.TAKE_UP);
                    case UNDER_REVIEW ->
                        List.of(
                                CaseAction.ADVISE,
                                CaseAction.ASK_INFORMATION,
                                CaseAction.SUPPLY_INFORMATION,
                                CaseAction.START_TARIFF_TALKS);
                    case TARIFF_TALKS -> List.of(CaseAction.AGREE_TARIFF);
                    case ADVISED -> List.of(CaseAction.APPROVE, CaseAction.RETURN, CaseAction.REJECT);
                    case APPROVED -> List.of(CaseAction.ISSUE_INDICATION, CaseAction.DRAW_UP_CONTRACT);
                    case CONTRACTED -> List.of(CaseAction.CLOSE);
                    case REJECTED -> List.of(CaseAction.SEEK_ALTERNATIVE);
                    case WITHDRAWN, CLOSED -> List.of(CaseAction.values());
                };
        CaseAction any = CaseAction.values()[random.nextInt(CaseAction.values().length)];
        boolean stays = any == CaseAction.WITHDRAW && random.nextInt(10) > 0;
        return random.nextBoolean() || stays ? onward.get(random.nextInt(onward.size())) : any;
    }

    private int act(ExceptionCase seen, Actor actor, CaseAction action, int number) {
        ObjectNode body = ApiCaller.object("{}")
                .put("action", action.name())
                .put("motivation", "Dit is een motivering van genoeg tekens. exception.value");
        switch (action) {
            case ASK_INFORMATION -> body.put("question", "Wie is er gevraagd?");
            case SUPPLY_INFORMATION -> body.put("answer", "Niemand.");
            case AGREE_TARIFF -> body.put("amount", 80 + number % 9).put("unit", "HOUR");
            case ADVISE -> body.put("advice", number % 3 == 0 ? "REJECT" : "APPROVE");
            default -> {}
        }
        try {
            contracts.act(seen, body.toString().getBytes(StandardCharsets.UTF_8), actor, AT.plusMillis(number));
            return 200;
        } catch (NotByYou forbidden) {
            return 403;
        } catch (CaseMoved moved) {
            return 409;
        }
    }

    private UUID submit(Actor asks) {
        String kvk = String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000));
        ObjectNode request = ApiCaller.object("""
                {"asOf":"2025-03-01","municipality":"%s","client":"C-1","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk Voorbeeld","kvkNumber":"%s"},"need":"Nodig.",
                 "period":{"from":"2025-03-15"},"value":20000}
                """.formatted(asks.municipality(), kvk));
        return contracts
                .submit(request.toString().getBytes(StandardCharsets.UTF_8), asks, AT)
                .id();
    }
}
