package nl.inkoopkompas.lab.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.inkoopkompas.decision.WorkingPlaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works simulations off, one at a time, on as many threads as there are processors. What was done stays done: another
 * runner over the same database goes on where this one stopped.
 */
final class Runner implements AutoCloseable {

    static final String DONE = "DONE";
    static final String CANCELLED = "CANCELLED";
    static final String FAILED = "FAILED";

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final SimulationStore store;
    private final Populations populations;
    private final Simulated simulated;
    private final Optional<WorkingPlaces> places;
    private final int lapseSeconds;
    private final String program = UUID.randomUUID().toString();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(named("simulation"));
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final ExecutorService workers = Executors.newFixedThreadPool(threads, named("simulation-cases"));
    private final Set<UUID> waiting = new TreeSet<>();
    private final Map<UUID, Totals> live = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** @param lapseSeconds after how long without a sign of life a claim of another program lapses */
    Runner(
            SimulationStore store,
            Populations populations,
            Simulated simulated,
            Optional<WorkingPlaces> places,
            int lapseSeconds) {
        this.store = store;
        this.populations = populations;
        this.simulated = simulated;
        this.places = places;
        this.lapseSeconds = lapseSeconds;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Puts a simulation in the queue, if it is not in it. */
    void enqueue(Job job) {
        synchronized (waiting) {
            if (!waiting.add(job.id())) {
                return;
            }
        }
        queue.execute(() -> {
            try {
                work(job);
            } finally {
                synchronized (waiting) {
                    waiting.remove(job.id());
                }
            }
        });
    }

    /** Puts every simulation in the queue that nobody works on and that did not end. */
    void resume() {
        store.unfinished().stream()
                .filter(job -> !store.isWorkedOn(job.id(), lapseSeconds))
                .forEach(this::enqueue);
    }

    private void work(Job job) {
        try {
            if (!stopped.get() && store.end(job.id()).isEmpty() && store.claim(job.id(), program, lapseSeconds)) {
                run(job);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException failed) {
            if (!stopped.get()) {
                LOG.error("Simulation {} failed", job.id(), failed);
                store.end(job.id(), FAILED, program, "{}");
            }
        }
    }

    private void run(Job job) throws InterruptedException, ExecutionException {
        Books books = simulated.books(job);
        Experiment experiment = new Experiment(books);
        Populations.Cases cases = populations.of(job, books, experiment.base());
        BaseRun kept = populations.baseRun(job, books, cases);
        Totals totals =
                new Totals(books, job, places.map(WorkingPlaces::narrowed).orElse(Map.of()));
        Set<Integer> done = store.done(job.id());
        store.forEach(job.id(), (chunk, result) -> totals.add(result, job.isSample() ? List.of() : cases.chunk(chunk)));
        live.put(job.id(), totals);
        try {
            if (finish(job, experiment, cases, kept, done, totals)) {
                store.end(job.id(), DONE, program, totals.figures().written());
            }
        } finally {
            live.remove(job.id());
        }
    }

    /** Whether all of it was done, and nobody stopped it. */
    private boolean finish(
            Job job, Experiment experiment, Populations.Cases cases, BaseRun kept, Set<Integer> done, Totals totals)
            throws InterruptedException, ExecutionException {
        Deque<Future<?>> running = new ArrayDeque<>();
        boolean goOn = true;
        for (int chunk = 0; chunk < job.chunks() && goOn; chunk++) {
            if (done.contains(chunk)) {
                continue;
            }
            if (running.size() >= 2 * threads) {
                running.remove().get();
            }
            goOn = !stopped.get() && store.end(job.id()).isEmpty();
            int number = chunk;
            if (goOn) {
                running.add(workers.submit(() -> {
                    List<Case> all = cases.chunk(number);
                    Chunk result = experiment.run(number, all, kept);
                    store.done(job.id(), number, result);
                    totals.add(result, all);
                }));
            }
        }
        for (Future<?> chunk : running) {
            chunk.get();
        }
        return goOn && !stopped.get();
    }

    /** What is known so far of a simulation that this program works on. */
    Optional<Figures> soFar(UUID id) {
        return Optional.ofNullable(live.get(id)).map(Totals::figures);
    }

    /** Stops without ending anything: whoever comes next goes on. Nobody is interrupted while writing. */
    @Override
    public void close() {
        stopped.set(true);
        queue.shutdown();
        workers.shutdown();
    }
}
