package nl.inkoopkompas.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes together what is asked for at the same time: while one transaction is being committed others wait, and the
 * next one takes all of them. Nobody returns before what they asked for is committed.
 */
final class Together<T> {

    private static final int MOST = 100;

    private final TransactionOperations transactions;
    private final Consumer<List<T>> writer;
    private final Queue<Place<T>> waiting = new ConcurrentLinkedQueue<>();
    private final Lock writing = new ReentrantLock();

    /** @param writer writes all or, when one fails, none */
    Together(TransactionOperations transactions, Consumer<List<T>> writer) {
        this.transactions = transactions;
        this.writer = writer;
    }

    /** What one of those who wait has asked for; guarded by the lock. */
    private static final class Place<T> {

        private final T item;
        private boolean taken;
        private boolean left;
        private @Nullable RuntimeException failure;

        Place(T item) {
            this.item = item;
        }
    }

    /** Writes in a transaction that others may share; fails only for what is wrong with this item. */
    void write(T item) {
        Place<T> place = new Place<>(item);
        waiting.add(place);
        writing.lock();
        try {
            while (!place.taken) {
                writeSome();
            }
        } finally {
            writing.unlock();
        }
        if (place.left) {
            write(List.of(item));
        } else if (place.failure != null) {
            throw place.failure;
        }
    }

    /** Whether this many wait. */
    boolean waiting(int places) {
        return waiting.size() >= places;
    }

    private void writeSome() {
        List<Place<T>> some = new ArrayList<>();
        for (Place<T> next = waiting.poll(); next != null; next = some.size() < MOST ? waiting.poll() : null) {
            next.taken = true;
            next.left = true; // unless it is written here
            some.add(next);
        }
        RuntimeException failure = null;
        try {
            write(some.stream().map(place -> place.item).toList());
        } catch (RuntimeException e) {
            failure = e;
        }
        boolean left = failure != null && some.size() > 1;
        for (Place<T> place : some) {
            place.left = left;
            place.failure = failure;
        }
    }

    private void write(List<T> items) {
        transactions.executeWithoutResult(status -> writer.accept(items));
    }
}
