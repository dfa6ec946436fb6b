package nl.inkoopkompas.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import nl.inkoopkompas.database.MigratedDatabase;
import nl.inkoopkompas.register.RecordedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunnerTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final int CHUNK = 40;
    private static final Books BOOKS = SampleChanges.books(SampleChanges.some(3));

    private JdbcClient jdbc;
    private SimulationStore store;
    private Populations populations;

    @BeforeEach
    void opensAnEmptyRegister() {
        jdbc = JdbcClient.create(emptyDatabase().app());
        store = new SimulationStore(jdbc);
        populations = new Populations(store, new RecordedRequests(jdbc));
    }

    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onH2();
    }

    static Job job(String population, int total, int chunk) {
        return new Job(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "admission",
                population,
                SampleChanges.FROM,
                total,
                chunk,
                NOON,
                "beleid");
    }

    private Job started(int total) {
        Job job = job("sample:" + total, total, CHUNK);
        store.start(job, List.of());
        return job;
    }

    private Runner runner(Simulated simulated) {
        return new Runner(store, new Populations(store, new RecordedRequests(jdbc)), simulated, Optional.empty(), 0);
    }

    private Figures finished(Job job) throws InterruptedException {
        await(() -> store.end(job.id()).isPresent());
        return Figures.read(store.end(job.id()).orElseThrow().content());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            Thread.sleep(5);
        }
    }

    @Test
    void givesTheSameReportWhenItIsTakenUpHalfway() throws InterruptedException {
        Job whole = started(10 * CHUNK);
        Job broken = started(10 * CHUNK);
        try (Runner runner = runner(job -> BOOKS)) {
            runner.enqueue(whole);
            Figures expected = finished(whole);
            runner.enqueue(broken);
            await(() -> store.done(broken.id()).size() >= 2);
            runner.close();
            await(() -> !store.isWorkedOn(broken.id(), 0));
            assertThat(store.end(broken.id())).isEmpty();

            try (Runner next = runner(job -> BOOKS)) {
                await(() -> {
                    next.resume();
                    return store.end(broken.id()).isPresent();
                });
            }

            assertThat(finished(broken)).isEqualTo(expected);
            assertThat(expected.flipped()).isPositive();
            assertThat(expected.cases()).isEqualTo(10 * CHUNK);
        }
    }

    @Test
    void doesOneAtATimeInTheOrderInWhichTheyWereAsked() throws InterruptedException {
        CountDownLatch mayStart = new CountDownLatch(1);
        Job first = started(CHUNK);
        Job second = started(CHUNK);
        List<UUID> order = new ArrayList<>();
        try (Runner runner = runner(job -> {
            order.add(job.id());
            hold(mayStart);
            return BOOKS;
        })) {
            runner.enqueue(first);
            runner.enqueue(second);
            await(() -> order.size() == 1);
            assertThat(store.isWorkedOn(second.id(), 60)).isFalse();
            mayStart.countDown();
            finished(second);
            assertThat(order).containsExactly(first.id(), second.id());
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isWorkedOnByOneOfSeveralPrograms() throws InterruptedException {
        Job job = started(6 * CHUNK);
        CountDownLatch mayStart = new CountDownLatch(1);
        List<Job> worked = new ArrayList<>();
        Simulated counting = asked -> {
            synchronized (worked) {
                worked.add(asked);
            }
            hold(mayStart);
            return BOOKS;
        };
        try (Runner one = new Runner(store, populations, counting, Optional.empty(), 60);
                Runner other = new Runner(store, populations, counting, Optional.empty(), 60)) {
            one.enqueue(job);
            other.enqueue(job);
            await(() -> !worked.isEmpty());
            other.resume();
            mayStart.countDown();
            assertThat(finished(job).cases()).isEqualTo(6 * CHUNK);
            assertThat(worked).hasSize(1);
        }
    }

    @Test
    void stopsWhenItIsCancelledAndNeverStartsAgain() throws InterruptedException {
        Job job = started(50 * CHUNK);
        try (Runner runner = runner(asked -> BOOKS)) {
            runner.enqueue(job);
            await(() -> !store.done(job.id()).isEmpty());
            assertThat(store.end(job.id(), Runner.CANCELLED, "beleid", "{}")).isTrue();
            assertThat(store.end(job.id(), Runner.DONE, "beleid", "{}")).isFalse();
            runner.resume();
            Job after = started(CHUNK);
            runner.enqueue(after);
            finished(after);
            assertThat(store.done(job.id()).size()).isLessThan(50);
            assertThat(store.unfinished()).isEmpty();
        }
    }

    @Test
    void saysThatItFailedWhenTheDraftIsGone() throws InterruptedException {
        Job job = started(CHUNK);
        try (Runner runner = runner(asked -> {
            throw new IllegalStateException("gone");
        })) {
            runner.enqueue(job);
            await(() -> store.end(job.id()).isPresent());
            assertThat(store.end(job.id()).orElseThrow().status()).isEqualTo(Runner.FAILED);
        }
    }
}
