package nl.inkoopkompas.admission.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.inkoopkompas.admission.intake.ApplicationSheets.Reading;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One import: reads a file, has each application decided and recorded, and tells at any time how far it is.
 * Applications go in chunks to as many threads as there are processors; only the chunks at hand exist as requests.
 */
public final class Intake {

    /** How far an import is. */
    public enum Status {
        PENDING,
        RUNNING,
        DONE,
        FAILED
    }

    /** Decides and records, in one transaction or none. Asked by several threads at once. */
    public interface Recorder {

        /** Answers one outcome for each item, in their order; an item whose key is known is not recorded again. */
        List<Outcome> recordAll(List<Item> items);
    }

    /**
     * An application to decide.
     *
     * @param number what the file calls it
     * @param key SHA-256 of the canonical JSON of the request, the same for the same application in whatever file
     */
    public record Item(String number, String key, ObjectNode request) {}

    /** What became of an item. */
    public sealed interface Outcome {

        /** Decided and stored, with the overall outcome. */
        record Recorded(UUID decision, String outcome) implements Outcome {}

        /** Stored before, by this file or an earlier one. */
        record AlreadyRecorded(UUID decision, String outcome) implements Outcome {}

        /** Not a request that can be decided. */
        record Refused(List<Refusal> refusals) implements Outcome {}
    }

    /** A decision that an application of the file led to, now or at an earlier import. */
    public record Decided(String number, UUID decision, boolean repeated) {}

    /**
     * How far an import is.
     *
     * @param failure why it failed; null unless it did
     * @param applications how many the file holds; 0 until that is known
     * @param done those that are finished, whatever came of them
     * @param recorded those stored now
     * @param repeated those stored before, and not again
     * @param blocked those that cannot be decided because of an error
     * @param outcomes how many of each overall outcome, of those recorded or repeated
     */
    public record Progress(
            Status status,
            @Nullable Bilingual failure,
            int applications,
            int done,
            int recorded,
            int repeated,
            int blocked,
            List<CellError> errors,
            Map<String, Integer> outcomes) {}

    private record Read(int index, Application application, Item item) {}

    private static final int CHUNK = 200;
    private static final int FILE = -1;

    private final Supplier<Sheets> file;
    private final Layout layout;
    private final Recorder recorder;
    private final int chunk;

    private final CellErrors errors = new CellErrors();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<Integer, Decided> decided = new TreeMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final List<Integer> twins = new ArrayList<>();
    private Status status = Status.PENDING;
    private @Nullable Bilingual failure;
    private int applications;
    private int done;
    private int recorded;
    private int repeated;
    private int blocked;
    private volatile boolean cancelled;

    /** An import that has not begun; the file is read when it runs. */
    public Intake(Supplier<Sheets> file, Layout layout, Recorder recorder) {
        this(file, layout, recorder, CHUNK);
    }

    Intake(Supplier<Sheets> file, Layout layout, Recorder recorder, int chunk) {
        this.file = file;
        this.layout = layout;
        this.recorder = recorder;
        this.chunk = chunk;
    }

    /**
     * Runs to the end, once. Never throws for anything that the file holds; where recording fails, with an
     * {@link IllegalStateException}.
     */
    public void run() {
        synchronized (this) {
            if (status != Status.PENDING) {
                return;
            }
            status = Status.RUNNING;
        }
        try {
            ApplicationSheets sheets = new ApplicationSheets(file.get(), layout);
            errors.add(FILE, sheets.errors());
            synchronized (this) {
                applications = sheets.size();
            }
            recordAll(sheets);
            finish(isComplete() ? null : stopped());
        } catch (SheetsRefused e) {
            finish(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(stopped());
        } catch (RuntimeException | ExecutionException e) {
            finish(brokenOff());
            throw new IllegalStateException("The import broke off", e);
        } finally {
            if (progress().status() == Status.RUNNING) {
                finish(brokenOff());
            }
        }
    }

    private static Bilingual brokenOff() {
        return new Bilingual(
                "De import is afgebroken door een storing. Importeer het bestand opnieuw:"
                        + " wat al is vastgelegd, komt er niet dubbel in.",
                "The import broke off because of a failure. Import the file again:"
                        + " what has been recorded is not recorded twice.");
    }

    /** Stops after the chunks at hand; what has been recorded stays. */
    public void cancel() {
        cancelled = true;
        synchronized (this) {
            if (status == Status.PENDING) {
                finish(stopped());
            }
        }
    }

    public synchronized Progress progress() {
        return new Progress(
                status,
                failure,
                applications,
                done,
                recorded,
                repeated,
                blocked,
                errors.list(),
                new LinkedHashMap<>(outcomes));
    }

    /** The decisions so far, in the order of the file. */
    public synchronized List<Decided> decided() {
        return List.copyOf(decided.values());
    }

    private void recordAll(ApplicationSheets sheets) throws InterruptedException, ExecutionException {
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "import");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> work(sheets, next)));
            }
            await(workers);
        } finally {
            cancelled |= next.get() < sheets.size();
            // No interrupt: a database transaction at hand may finish.
            pool.shutdown();
        }
        recordTwins(sheets);
    }

    /** Waits for all of them, also when one has failed, so that nothing is recorded after the end. */
    private static void await(List<Future<?>> workers) throws InterruptedException, ExecutionException {
        ExecutionException failed = null;
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void work(ApplicationSheets sheets, AtomicInteger next) {
        try {
            chunks(sheets, next);
        } catch (RuntimeException e) {
            cancelled = true;
            throw e;
        }
    }

    private void chunks(ApplicationSheets sheets, AtomicInteger next) {
        for (int start = next.getAndAdd(chunk); start < sheets.size(); start = next.getAndAdd(chunk)) {
            List<Read> reads = new ArrayList<>(chunk);
            for (int index = start; index < Math.min(start + chunk, sheets.size()); index++) {
                if (cancelled) {
                    return;
                }
                Read read = read(sheets, index);
                if (read != null && keys.add(read.item().key())) {
                    reads.add(read);
                } else if (read != null) {
                    synchronized (this) {
                        twins.add(index);
                    }
                }
            }
            record(reads);
        }
    }

    /** The same application again in one file waits until the first of them has been recorded. */
    private void recordTwins(ApplicationSheets sheets) {
        List<Integer> waiting;
        synchronized (this) {
            waiting = twins.stream().sorted().toList();
        }
        for (int index : waiting) {
            Read read = cancelled ? null : read(sheets, index);
            if (read != null) {
                record(List.of(read));
            }
        }
    }

    private @Nullable Read read(ApplicationSheets sheets, int index) {
        Reading reading = sheets.read(index);
        Application application = reading.application();
        if (application == null) {
            block(index, reading.errors());
            return null;
        }
        return new Read(
                index, application, new Item(application.number(), key(application.request()), application.request()));
    }

    private void record(List<Read> reads) {
        if (reads.isEmpty()) {
            return;
        }
        List<Outcome> results =
                recorder.recordAll(reads.stream().map(Read::item).toList());
        if (results.size() != reads.size()) {
            throw new IllegalStateException(reads.size() + " applications gave " + results.size() + " outcomes");
        }
        for (int i = 0; i < reads.size(); i++) {
            Read read = reads.get(i);
            Outcome result = results.get(i);
            if (result instanceof Outcome.Recorded now) {
                count(read, now.decision(), now.outcome(), false);
            } else if (result instanceof Outcome.AlreadyRecorded before) {
                count(read, before.decision(), before.outcome(), true);
            } else if (result instanceof Outcome.Refused refused) {
                block(
                        read.index(),
                        refused.refusals().stream()
                                .map(refusal -> read.application().error(refusal.pointer(), refusal.detail()))
                                .toList());
            }
        }
    }

    private synchronized void count(Read read, UUID decision, String outcome, boolean before) {
        done++;
        recorded += before ? 0 : 1;
        repeated += before ? 1 : 0;
        outcomes.merge(outcome, 1, Integer::sum);
        decided.put(read.index(), new Decided(read.item().number(), decision, before));
    }

    private void block(int index, List<CellError> found) {
        errors.add(index, found);
        synchronized (this) {
            done++;
            blocked++;
        }
    }

    private synchronized void finish(@Nullable Bilingual why) {
        failure = why;
        status = why == null ? Status.DONE : Status.FAILED;
    }

    private synchronized boolean isComplete() {
        return done == applications;
    }

    private synchronized Bilingual stopped() {
        return new Bilingual(
                "De import is gestopt. Er zijn " + recorded + " aanvragen vastgelegd.",
                "The import was stopped. " + recorded + " applications have been recorded.");
    }

    /** SHA-256 of the RFC 8785 canonical JSON of a request, in hexadecimal. */
    public static String key(ObjectNode request) {
        try {
            String canonical = new JsonCanonicalizer(request.toString()).getEncodedString();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every request has canonical JSON, and every platform SHA-256", e);
        }
    }
}
