package nl.inkoopkompas.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.inkoopkompas.database.MigratedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TogetherTests {

    private static final int REFUSED = 3;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final List<List<Integer>> batches = new ArrayList<>();
    private JdbcClient jdbc;
    private Together<Integer> together;

    @BeforeEach
    void opensATable() {
        MigratedDatabase database = MigratedDatabase.onH2();
        jdbc = JdbcClient.create(database.owner());
        jdbc.sql("create table number (n integer primary key check (n <> " + REFUSED + "))")
                .update();
        together = new Together<>(new TransactionTemplate(new JdbcTransactionManager(database.owner())), this::insert);
    }

    @AfterEach
    void endsTheCallers() {
        callers.shutdownNow();
    }

    private void insert(List<Integer> numbers) {
        synchronized (batches) {
            batches.add(List.copyOf(numbers));
        }
        if (numbers.contains(0)) {
            firstIsWriting.countDown();
            await(firstMayEnd);
        }
        numbers.forEach(
                n -> jdbc.sql("insert into number values (:n)").param("n", n).update());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Zero first; the others while it is being written. */
    private List<Future<Boolean>> write(int last) throws InterruptedException {
        List<Future<Boolean>> calls = new ArrayList<>();
        calls.add(callers.submit(writing(0)));
        await(firstIsWriting);
        IntStream.rangeClosed(1, last).forEach(n -> calls.add(callers.submit(writing(n))));
        while (!together.waiting(last)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        firstMayEnd.countDown();
        return calls;
    }

    /** Whether the number is there when the caller is told that it is. */
    private Callable<Boolean> writing(int n) {
        return () -> {
            together.write(n);
            return numbers().contains(n);
        };
    }

    private List<Integer> numbers() {
        return jdbc.sql("select n from number order by n").query(Integer.class).list();
    }

    @Test
    void writesWhatWaitedInOneTransaction() throws Exception {
        for (Future<Boolean> call : write(2)) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).containsExactlyInAnyOrder(1, 2);
        assertThat(numbers()).containsExactly(0, 1, 2);
    }

    @Test
    void failsOnlyForWhoAskedForWhatCannotBeWritten() throws Exception {
        List<Future<Boolean>> calls = write(4);

        assertThatThrownBy(() -> calls.get(REFUSED).get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        for (int n : List.of(0, 1, 2, 4)) {
            assertThat(calls.get(n).get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(numbers()).containsExactly(0, 1, 2, 4);
    }

    @Test
    void failsForWhoAskedAlone() {
        firstMayEnd.countDown();

        assertThatThrownBy(() -> together.write(REFUSED)).isInstanceOf(DataIntegrityViolationException.class);
        together.write(1);
        assertThat(numbers()).containsExactly(1);
    }
}
