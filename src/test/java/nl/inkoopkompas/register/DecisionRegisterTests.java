package nl.inkoopkompas.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.database.MigratedDatabase;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.Decision.Explanation;
import nl.inkoopkompas.decision.Decision.RuleBookReceipt;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.register.IdempotentAnswers.Call;
import nl.inkoopkompas.register.ImportJobs.Kind;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DecisionRegisterTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123456789Z");

    private DataSource source;
    private JdbcClient owner;
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private DecisionRegister register;

    @BeforeEach
    void opensAnEmptyRegister() {
        MigratedDatabase database = emptyDatabase();
        owner = JdbcClient.create(database.owner());
        source = database.app();
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
        register = register(database.app());
        jdbc.sql("insert into rule_book values ('2024.1', 'hash', date '2024-01-01', current_timestamp, ?)")
                .param(new byte[1])
                .update();
    }

    private static DecisionRegister register(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(source);
        return new DecisionRegister(
                jdbc,
                batches,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new Journal(jdbc, batches),
                new DossierTurns(jdbc, batches),
                new LikeFindings(jdbc, batches));
    }

    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onH2();
    }

    /** Fills the register as this database can. */
    List<String> hundredThousand() {
        return List.of("""
                insert into journal_entry
                select random_uuid(), 'DECISION', null, dateadd('second', x, timestamp with time zone '2024-01-01 00:00:00+00'),
                    'rwo', 'digest'
                from system_range(1, 100000)
                """, """
                insert into decision
                select id, id, null, 1, 'admission', array['HEARING', 'ADMISSIBLE', 'MIXED'][1 + mod(x, 3)],
                    'contract-' || mod(x, 12), 'Zorg ' || x, '12345678', 1,
                    case mod(x, 4) when 0 then 'admission.experience,' else 'admission.insurance,admission.housing,' end,
                    date '2024-04-01', recorded_at, 'rwo', '2024.1', 'hash', '1', '1', 'hash', null, null, 'zorg ' || x
                from (select id, recorded_at, row_number() over (order by recorded_at) as x from journal_entry)
                """);
    }

    /** H2 keeps at most 1 MB in such a column, PostgreSQL more; a rule book takes about a tenth of that. */
    @Test
    void hasRoomForARuleBookManyTimesTheSizeOfThisOne() {
        byte[] content = new byte[1_000_000];
        new Random(1).nextBytes(content);
        jdbc.sql("insert into rule_book values ('large', 'other', date '2024-01-01', current_timestamp, ?)")
                .param(content)
                .update();

        assertThat(jdbc.sql("select content from rule_book where version = 'large'")
                        .query((rs, n) -> rs.getBytes(1))
                        .single())
                .isEqualTo(content);
        assertThat(ProjectRuleBook.FILES.zipped().length).isLessThan(content.length / 4);
    }

    @Test
    void sealsTheRuleBookOfThisProgramAndReadsItAgain() {
        owner.sql("delete from rule_book").update();
        SealedRuleBooks.open(
                jdbc,
                new Journal(jdbc, new NamedParameterJdbcTemplate(source)),
                transactions,
                ProjectRuleBook.FILES,
                NOON,
                book -> {});
        SealedRuleBooks again = SealedRuleBooks.open(
                jdbc,
                new Journal(jdbc, new NamedParameterJdbcTemplate(source)),
                transactions,
                ProjectRuleBook.FILES,
                NOON.plusSeconds(1),
                book -> {});

        assertThat(again.all()).hasSize(1);
        assertThat(again.all().get(0).hash()).isEqualTo(ProjectRuleBook.BOOK.hash());
    }

    @Test
    void keepsHowAnImportEnded() {
        ImportJobs jobs = new ImportJobs(jdbc);
        UUID id = UUID.randomUUID();
        UUID brokenOff = UUID.randomUUID();
        jobs.start(id, Kind.APPLICATIONS, "\u0000aanvragen é😀.xlsx", NOON, "rwo");
        jobs.start(UUID.randomUUID(), Kind.INDICATIONS, "a.xlsx", NOON.minusSeconds(5), "rwo");
        jobs.start(brokenOff, Kind.INDICATIONS, "b.xlsx", NOON, "rwo");
        jobs.start(UUID.randomUUID(), Kind.INDICATIONS, "c.xlsx", NOON.plusSeconds(5), "rwo-2");
        ImportJobs.State state = new ImportJobs.State(
                "DONE",
                2,
                2,
                1,
                0,
                List.of(new ImportJobs.Error("aanvragen", 2, null, new Bilingual("fout \u0000", "wrong"))),
                Map.of("HEARING", 1),
                List.of(new ImportJobs.Decided("A-1", UUID.randomUUID())));
        jobs.end(id, state, NOON.plusSeconds(9));

        assertThat(jobs.endBrokenOff(NOON.plusSeconds(10))).isEqualTo(3);
        assertThat(jobs.byId(id).orElseThrow().state()).isEqualTo(state);
        assertThat(jobs.byId(id).orElseThrow().fileName()).isEqualTo("\ufffdaanvragen é😀.xlsx");
        ImportJobs.Job last = jobs.lastOf(Kind.INDICATIONS, "rwo").orElseThrow();
        assertThat(last.id()).isEqualTo(brokenOff);
        assertThat(last.state().status()).isEqualTo("FAILED");
        assertThat(last.state().errors()).hasSize(1);
        assertThat(jobs.lastOf(Kind.APPLICATIONS, "rwo").orElseThrow().id()).isEqualTo(id);
        assertThat(jobs.lastOf(Kind.APPLICATIONS, "rwo-2")).isEmpty();
        assertThat(jobs.byId(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsRequestAndDecisionExactly() {
        ObjectNode request = request("Zorg \u0000 é 😀 <x>", "wonen-wmo");
        request.put("odd", new BigDecimal("1.500"));
        Decision recorded = register.record(decision("HEARING"), input(request), NOON, "inkoper");
        RegisteredDecision read = register.byId(recorded.id()).orElseThrow();

        assertThat(read.request().toString()).isEqualTo(request.toString());
        assertThat(read.decision().toString())
                .isEqualTo(register.asJson(recorded).toString())
                .isEqualTo(register.asText(recorded));
        assertThat(read.summary().applicantName()).isEqualTo("Zorg \ufffd é 😀 <x>");
        assertThat(read.summary().recordedAt()).isEqualTo(Instant.parse("2026-11-02T12:00:00.123Z"));
        assertThat(read.summary().unsettled()).containsExactly("admission.insurance", "admission.experience");
        assertThat(read.rounds()).containsExactly(read.summary());
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (int i = 0; i < 7; i++) {
            register.record(decision("HEARING"), input(request("n" + i, "wonen-wmo")), NOON.plusSeconds(i), "inkoper");
        }
        assertThat(names(register.find(DecisionFilter.all(), 1, 3))).containsExactly("n6", "n5", "n4");
        assertThat(names(register.find(DecisionFilter.all(), 3, 3))).containsExactly("n0");
        assertThat(register.find(DecisionFilter.all(), 4, 3)).isEqualTo(new DecisionRegister.Page(List.of(), 7));
        assertThat(register.find(DecisionFilter.all(), 999_999_999_999_999_999L, 500)
                        .items())
                .isEmpty();
        assertThat(names(register.find(DecisionFilter.all(), DecisionOrder.APPLICANT, 1, 2)))
                .containsExactly("n0", "n1");
    }

    @Test
    void findsTheSameByWhatATextWasFoundIn() {
        for (int i = 0; i < 510; i++) {
            String name = i % 100 == 0 ? "Bijzonder " + i : "Gewoon " + i;
            register.record(
                    decision(i % 200 == 0 ? "HEARING" : "ADMISSIBLE"), input(request(name, "wmo")), NOON, "rwo");
        }
        for (String text : List.of("bijzonder", "gewoon", "ewoo", "nergens")) {
            DecisionFilter filter = DecisionFilter.all().withText(text).latestRounds();
            DecisionFilter searched = register.searched(filter);

            assertThat(register.counts(searched)).isEqualTo(register.counts(filter));
            assertThat(names(register.find(searched.withOutcomes(List.of("HEARING")), 1, 600)))
                    .isEqualTo(names(register.find(filter.withOutcomes(List.of("HEARING")), 1, 600)));
        }
        assertThat(register.searched(DecisionFilter.all().withText("bijzonder")).text())
                .isNull();
        assertThat(register.searched(DecisionFilter.all().withText("ewoo")).text())
                .isEqualTo("ewoo");
    }

    @Test
    void filtersByEverythingThatAListShows() {
        UUID job = UUID.randomUUID();
        jdbc.sql(
                        "insert into import_job values (?, 'a.xlsx', current_timestamp, 'rwo', null, 'RUNNING', 1, 0, 0, 0, '[]', '{}', '{}', 'APPLICATIONS')")
                .param(job)
                .update();
        register.record(decision("HEARING"), input(request("50% zorg_x", "wonen-wmo")), NOON, "inkoper");
        register.recordAll(
                List.of(Entry.first(decision("ADMISSIBLE"), input(request("Andere", "ambulant-wmo")), job, "key-1")),
                NOON.plusSeconds(60),
                "rwo");
        DecisionFilter all = DecisionFilter.all();

        assertThat(names(register.find(all.withOutcomes(List.of("HEARING")), 1, 9)))
                .containsExactly("50% zorg_x");
        assertThat(names(register.find(all.withContracts(List.of("ambulant-wmo", "x")), 1, 9)))
                .containsExactly("Andere");
        assertThat(names(register.find(all.withText("% ZORG_"), 1, 9))).containsExactly("50% zorg_x");
        assertThat(register.find(all.withText("d_re"), 1, 9).items()).isEmpty();
        assertThat(register.find(all.withText("\u0000'"), 1, 9).items()).isEmpty();
        assertThat(register.find(all.withText("1234"), 1, 9).total()).isEqualTo(2);
        assertThat(register.find(all.withUnsettled("admission.experience"), 1, 9)
                        .total())
                .isEqualTo(2);
        assertThat(register.find(all.withUnsettled("experience"), 1, 9).total()).isZero();
        assertThat(register.find(all.withUnsettled("admission.housing"), 1, 9).total())
                .isZero();
        assertThat(names(register.find(all.ofImport(job), 1, 9))).containsExactly("Andere");
        assertThat(names(register.find(all.recordedBetween(NOON.plusSeconds(1), null), 1, 9)))
                .containsExactly("Andere");
        assertThat(names(register.find(all.recordedBetween(null, NOON.plusSeconds(1)), 1, 9)))
                .containsExactly("50% zorg_x");
        assertThat(register.find(all.ofType("procedure"), 1, 9).total()).isZero();
        assertThat(register.recordedUnder(List.of("key-1", "key-2"))).containsOnlyKeys("key-1");
        assertThat(register.providers(all)).isEqualTo(1);
        assertThat(register.counts(all))
                .extracting(DecisionRegister.Count::outcome, DecisionRegister.Count::decisions)
                .containsExactly(tuple("ADMISSIBLE", 1L), tuple("HEARING", 1L));
    }

    @Test
    void keepsTheRoundsOfAnApplicationTogether() {
        Decision first = register.record(decision("HEARING"), input(request("x", "wonen-wmo")), NOON, "inkoper");
        Decision second = further(2, first, 1);
        Decision third = further(3, second, 2);

        assertThat(register.byId(second.id()).orElseThrow().rounds())
                .extracting(DecisionSummary::id)
                .containsExactly(first.id(), second.id(), third.id());
        assertThat(register.byId(second.id()).orElseThrow().dossier()).isEqualTo(first.id());
        assertThatThrownBy(() -> further(3, second, 2)).isInstanceOf(DuplicateKeyException.class);
    }

    private Decision further(int round, Decision previous, int turn) {
        Entry entry = Entry.further(
                decision("ADMISSIBLE", round, previous.id()),
                input(request("x", "wonen-wmo")),
                JSON.createObjectNode(),
                turn);
        return register.recordAll(List.of(entry), NOON.plusSeconds(round), "rwo")
                .get(0);
    }

    @Test
    void recordsAllOrNone() {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.first(decision("HEARING"), input(request("x", "wonen-wmo")), null, null));
        entries.add(Entry.first(
                decision("HEARING"), input(request("y", "wonen-wmo")), UUID.randomUUID(), "of an unknown import"));

        assertThatThrownBy(() -> transactions.execute(status -> register.recordAll(entries, NOON, "rwo")))
                .isInstanceOf(DataAccessException.class);
        assertThat(register.find(DecisionFilter.all(), 1, 9).total()).isZero();
    }

    @Test
    void answersARepetitionForADay() {
        IdempotentAnswers answers = new IdempotentAnswers(jdbc, transactions);
        Call call = new Call("inkoper", "key", "hash", NOON);
        Answer first = answers.once(call, () -> new Answer(201, "/there", "nl", "{}"));
        Answer again = answers.once(
                new Call("inkoper", "key", "hash", NOON.plus(Duration.ofHours(23))),
                () -> new Answer(201, "/elsewhere", "nl", "{}"));
        Answer later = answers.once(
                new Call("inkoper", "key", "other", NOON.plus(Duration.ofHours(25))),
                () -> new Answer(201, "/elsewhere", "nl", "{}"));

        assertThat(again).isEqualTo(first);
        assertThat(later.location()).isEqualTo("/elsewhere");
        assertThatThrownBy(() ->
                        answers.once(new Call("inkoper", "key", "third", NOON.plus(Duration.ofHours(25))), () -> first))
                .isInstanceOf(IdempotentAnswers.KeyReused.class);
    }

    @Test
    void findsAmongAHundredThousand() {
        hundredThousand().forEach(sql -> owner.sql(sql).update());
        DecisionFilter filter = DecisionFilter.all().withUnsettled("admission.experience");
        assertThat(register.find(filter, 1, 25).total()).isEqualTo(25_000);
        assertThat(register.find(DecisionFilter.all().withOutcomes(List.of("MIXED")), 1, 25)
                        .items())
                .hasSize(25);
        assertThat(register.counts(DecisionFilter.all())).isNotEmpty();
    }

    private static List<String> names(DecisionRegister.Page page) {
        return page.items().stream().map(DecisionSummary::applicantName).toList();
    }

    private static Input input(ObjectNode request) {
        return new Input(request, JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode request(String name, String contract) {
        ObjectNode request = JSON.createObjectNode();
        request.put("contract", contract);
        request.putObject("applicant").put("name", name).put("kvkNumber", "12345678");
        request.putArray("products").addObject().put("code", "x");
        return request;
    }

    private static Decision decision(String outcome) {
        return decision(outcome, 1, null);
    }

    private static Decision decision(String outcome, int round, @Nullable UUID previous) {
        return new Decision(
                null,
                "admission",
                round,
                previous,
                null,
                null,
                outcome,
                LocalDate.parse("2024-04-01"),
                new RuleBookReceipt("2024.1", "hash", LocalDate.parse("2024-01-01")),
                new EngineReceipt("1", "1"),
                "inputHash",
                JsonNodeFactory.instance.objectNode(),
                List.of(
                        finding("admission.entry-window", "/products/0", Verdict.MET),
                        finding("admission.insurance", "/products/1", Verdict.UNDETERMINED),
                        finding("admission.experience", "/products/2", Verdict.NOT_MET),
                        finding("admission.experience", "/products/3", Verdict.NOT_MET)),
                new Explanation("nl", "Samenvatting", List.of()),
                List.of(),
                Map.of("unused", List.of()));
    }

    private static Finding finding(String criterion, String subject, Verdict verdict) {
        return new Finding(criterion, subject, verdict, "", List.of(), List.of(), List.of(), List.of(), null);
    }
}
