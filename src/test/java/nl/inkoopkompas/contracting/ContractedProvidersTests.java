package nl.inkoopkompas.contracting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.contracting.ContractedProviders.Admitted;
import nl.inkoopkompas.contracting.ContractedProviders.Contracted;
import nl.inkoopkompas.contracting.ContractedProviders.Wish;
import nl.inkoopkompas.contracting.Contracting.Origin;
import nl.inkoopkompas.contracting.Contracting.Parties;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.database.MigratedDatabase;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Journals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ContractedProvidersTests {

    private static final Instant NOON = Instant.parse("2025-06-02T12:00:00.123456789Z");
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final String REASON = "De aanbieder heeft het team vergroot.";

    JdbcClient owner;
    JdbcClient jdbc;
    TransactionTemplate transactions;
    TransactionTemplate transactionsOfOwner;
    Journal journal;
    ContractedProviders providers;

    @BeforeEach
    void opensAnEmptyRegister() {
        MigratedDatabase database = emptyDatabase();
        owner = JdbcClient.create(database.owner());
        transactionsOfOwner = new TransactionTemplate(new JdbcTransactionManager(database.owner()));
        jdbc = JdbcClient.create(database.app());
        transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
        journal = Journals.in(database.app());
        providers = new ContractedProviders(jdbc, new NamedParameterJdbcTemplate(database.app()), journal);
    }

    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onH2();
    }

    @Test
    void keepsTheVersionInForceOnEachDay() {
        Contracting first = contracted("90001001", "45A01", Terms.from(START));

        Contracting second = change(first, change(null, 12, LocalDate.of(2025, 7, 1)));
        Contracting third = change(second, change(LocalDate.of(2025, 12, 31), 20, LocalDate.of(2025, 9, 1)));

        assertThat(third.version()).isEqualTo(3);
        assertThat(capacityOn("2025-06-30")).containsExactly((Integer) null);
        assertThat(capacityOn("2025-07-01")).containsExactly(12);
        assertThat(capacityOn("2025-12-31")).containsExactly(20);
        assertThat(capacityOn("2026-01-01")).isEmpty();
        assertThat(capacityOn("2024-12-31")).isEmpty();
        ContractingHistory history = providers.byId(first.id()).orElseThrow();
        assertThat(history.versions()).containsExactly(first, second, third);
        assertThat(history.on(LocalDate.of(2025, 8, 1))).contains(second);
        assertThat(history.on(LocalDate.of(2024, 8, 1))).isEmpty();
    }

    @Test
    void writesEveryVersionInTheJournal() {
        UUID dossier = UUID.randomUUID();
        Contracting first = transactions
                .execute(status -> providers.contract(
                        List.of(new Wish(parties("90001001", "45A01"), everything())),
                        Origin.admission(dossier, dossier),
                        NOON,
                        "inkoper"))
                .contracted()
                .get(0);
        change(first, change(null, 3, START));

        List<JournalEntry> entries = journal.of(dossier, ContractedProviders.KIND);
        assertThat(entries).extracting(JournalEntry::recordedBy).containsExactly("inkoper", "rwo");
        assertThat(entries.get(0).id()).isEqualTo(first.id());
        assertThat(entries.get(0).content().toString())
                .contains("\"kvkNumber\":\"90001001\"", "\"municipalities\":[\"0513\",\"1901\"]", "\"capacity\":7")
                .contains("\"clientStop\":{\"from\":\"2025-03-01\",\"to\":null}", "\"places\":[\"Gouda, Markt\"]");
        assertThat(entries.get(1).content().toString())
                .contains(REASON, "\"version\":2", first.id().toString());
        assertThat(providers.byId(first.id()).orElseThrow().versions().get(0)).isEqualTo(first);
    }

    @Test
    void contractsNobodyTwiceForTheSameOnTheSameDays() {
        Contracting first = contracted("90001001", "45A01", until(START, LocalDate.of(2025, 6, 30)));
        Contracted again = contract("90001001", "45A01", Terms.from(LocalDate.of(2025, 6, 30)));
        Contracted later = contract("90001001", "45A01", Terms.from(LocalDate.of(2025, 7, 1)));
        Contracted other = contract("90001001", "45A04", Terms.from(START));
        Contracted twice = transactions.execute(status -> providers.contract(
                List.of(
                        new Wish(parties("90001002", "45A01"), Terms.from(START)),
                        new Wish(parties("90001002", "45A01"), Terms.from(START))),
                Origin.byHand(),
                NOON,
                "rwo"));

        assertThat(again.contracted()).isEmpty();
        assertThat(again.before()).containsExactly(first);
        assertThat(later.contracted()).hasSize(1);
        assertThat(other.contracted()).hasSize(1);
        assertThat(twice.contracted()).hasSize(1);
        assertThat(twice.before()).isEqualTo(twice.contracted());
        assertThatThrownBy(() -> change(first, change(null, null, START)))
                .isInstanceOfSatisfying(ContractingRefused.class, refused -> {
                    assertThat(refused.isConflict()).isTrue();
                    assertThat(refused.sentence().nl()).contains("2025-07-01");
                });
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        Contracting first = contracted("90001001", "45A01", Terms.from(START));
        change(first, change(null, 5, START));

        assertThatThrownBy(() -> change(first, change(null, 6, START)))
                .isInstanceOfSatisfying(ContractingRefused.class, refused -> assertThat(refused.isConflict())
                        .isTrue());
        assertThat(capacityOn("2025-07-01")).containsExactly(5);
    }

    @Test
    void letsOneOfManyWinWhoDoTheSameAtOnce() throws Exception {
        int people = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(people);
        List<Future<Integer>> results = IntStream.range(0, people)
                .mapToObj(i -> pool.submit(() -> {
                    start.await();
                    try {
                        return contract("90001001", "45A01", Terms.from(START))
                                .contracted()
                                .size();
                    } catch (ContractingRefused | DataAccessException late) {
                        return 0;
                    }
                }))
                .toList();
        start.countDown();
        int won = 0;
        for (Future<Integer> result : results) {
            won += result.get();
        }
        pool.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(capacityOn("2025-07-01")).hasSize(1);
    }

    @Test
    void refusesAChangeThatCannotBe() {
        Contracting first = contracted("90001001", "45A01", Terms.from(START));
        LocalDate before = START.minusDays(1);
        for (Change wrong : List.of(
                new Change(null, null, List.of(), 5, null, START, "te kort"),
                new Change(null, null, List.of(), 5, null, START, " ".repeat(30)),
                new Change(null, null, List.of(), 5, null, START, "Zie cliënt met nummer 111222333."),
                new Change(null, null, List.of("bij 111222333"), 5, null, START, REASON),
                new Change(before, null, List.of(), 5, null, START, REASON),
                new Change(null, null, List.of(), 5, null, before, REASON),
                new Change(START, null, List.of(), 5, null, START.plusDays(2), REASON),
                new Change(null, null, List.of(), -1, null, START, REASON),
                new Change(null, List.of(), List.of(), 5, null, START, REASON),
                new Change(null, null, List.of(), 5, new ClientStop(START, before), START, REASON),
                new Change(null, null, List.of(), null, null, START, REASON))) {
            assertThatThrownBy(() -> change(first, wrong))
                    .as(wrong.toString())
                    .isInstanceOfSatisfying(ContractingRefused.class, refused -> {
                        assertThat(refused.isConflict()).isFalse();
                        assertThat(refused.sentence().nl()).doesNotContain("111222333");
                    });
        }
        assertThat(providers.byId(first.id()).orElseThrow().versions()).hasSize(1);
    }

    @Test
    void filtersByEachOfItsColumns() {
        contracted("90001001", "45A01", everything());
        contracted("90001002", "45A04", Terms.from(START));

        assertThat(found(ContractedFilter.all())).containsExactly("90001001", "90001002");
        assertThat(found(ContractedFilter.all().inMunicipality("0513"))).containsExactly("90001001", "90001002");
        assertThat(found(ContractedFilter.all().inMunicipality("1892"))).containsExactly("90001002");
        assertThat(found(ContractedFilter.all().ofProduct("45A01"))).containsExactly("90001001");
        assertThat(found(ContractedFilter.all().ofContract("ambulant-jeugd"))).hasSize(2);
        assertThat(found(ContractedFilter.all().ofContract("wonen-wmo"))).isEmpty();
        assertThat(found(ContractedFilter.all().ofProvider("90001002"))).containsExactly("90001002");
        assertThat(found(ContractedFilter.all().withText("ZORG 90001002"))).containsExactly("90001002");
        assertThat(found(ContractedFilter.all().withText("9000100"))).hasSize(2);
        assertThat(found(ContractedFilter.all().withText("%"))).isEmpty();
        assertThat(providers.on(START, ContractedFilter.all(), 2, 1).items()).hasSize(1);
        assertThat(providers.on(START, ContractedFilter.all(), 2, 1).total()).isEqualTo(2);
        assertThat(providers.on(START, ContractedFilter.all(), 9, 1).items()).isEmpty();
    }

    @Test
    void contractsWhoIsAdmittedUnderOpenHouseAndNobodyElse() {
        Contracted early = admitted("ambulant-jeugd", LocalDate.of(2024, 8, 1));
        Contracted late = admitted("wonen-jeugd", LocalDate.of(2025, 8, 1));
        Contracted again = admitted("wonen-jeugd", LocalDate.of(2025, 9, 1));
        Contracted tendered = admitted("wonen-wmo", LocalDate.of(2025, 8, 1));

        assertThat(early.contracted()).hasSize(2);
        assertThat(early.contracted())
                .allSatisfy(contracting -> assertThat(contracting.terms()).isEqualTo(Terms.from(START)));
        assertThat(late.contracted().get(0).terms().from()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(again.contracted()).isEmpty();
        assertThat(again.before()).hasSameElementsAs(late.contracted());
        assertThat(tendered.contracted()).isEmpty();
        assertThat(tendered.before()).isEmpty();
    }

    @Test
    void seesWhenTheListSaysSomethingElseThanTheJournal() {
        UUID dossier = UUID.randomUUID();
        transactions.execute(status -> providers.contract(
                List.of(new Wish(parties("90001001", "45A01"), everything())),
                Origin.admission(dossier, dossier),
                NOON,
                "inkoper"));
        ContractingProjection projection = new ContractingProjection(jdbc);
        List<JournalEntry> entries = journal.of(dossier, ContractedProviders.KIND);

        assertThat(projection.differing(entries)).isEmpty();
        assertThat(projection.rows()).isEqualTo(1);
        for (String change : List.of(
                "name = 'Ander'",
                "name_key = 'ander'",
                "revision = 2",
                "capacity = null",
                "ends_on = date '2030-01-01'",
                "municipalities = null",
                "stop_from = null",
                "origin = 'HAND'",
                "origin_dossier = null",
                "recorded_by = 'iemand'")) {
            transactionsOfOwner.executeWithoutResult(status -> {
                owner.sql("update contracting_version set " + change).update();
                assertThat(new ContractingProjection(owner).differing(entries))
                        .as(change)
                        .hasSize(1);
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void canOnlyAddToItsTable() {
        contracted("90001001", "45A01", Terms.from(START));

        for (String sql : List.of(
                "update contracting_version set capacity = 1",
                "delete from contracting_version",
                "truncate table contracting_version")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    private Contracted admitted(String contract, LocalDate determinedOn) {
        return transactions.execute(status -> providers.contract(
                new Admitted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "90001001",
                        "Zorg",
                        contract,
                        List.of("P1", "P2"),
                        determinedOn),
                ProjectRuleBook.BOOK,
                NOON,
                "inkoper"));
    }

    private static Terms everything() {
        return new Terms(
                START,
                null,
                List.of("0513", "1901"),
                List.of("Gouda, Markt"),
                7,
                new ClientStop(LocalDate.of(2025, 3, 1), null));
    }

    private static Terms until(LocalDate from, LocalDate to) {
        return new Terms(from, to, null, List.of(), null, null);
    }

    private static Change change(@Nullable LocalDate to, @Nullable Integer capacity, LocalDate holdsFrom) {
        return new Change(to, null, List.of(), capacity, null, holdsFrom, REASON);
    }

    private Contracting change(Contracting seen, Change change) {
        return transactions.execute(status -> providers.change(seen.id(), seen.version(), change, NOON, "rwo"));
    }

    private Contracting contracted(String kvkNumber, String product, Terms terms) {
        return contract(kvkNumber, product, terms).contracted().get(0);
    }

    private Contracted contract(String kvkNumber, String product, Terms terms) {
        return transactions.execute(status -> providers.contract(
                List.of(new Wish(parties(kvkNumber, product), terms)), Origin.byHand(), NOON, "rwo"));
    }

    private static Parties parties(String kvkNumber, String product) {
        return new Parties(kvkNumber, "Zorg " + kvkNumber, "ambulant-jeugd", product);
    }

    private List<String> found(ContractedFilter filter) {
        return providers.on(LocalDate.of(2025, 7, 1), filter, 1, 50).items().stream()
                .map(found -> found.parties().kvkNumber())
                .toList();
    }

    private List<@Nullable Integer> capacityOn(String day) {
        List<@Nullable Integer> capacities = new ArrayList<>();
        providers
                .on(LocalDate.parse(day), ContractedFilter.all(), 1, 50)
                .items()
                .forEach(found -> capacities.add(found.terms().capacity()));
        return capacities;
    }
}
