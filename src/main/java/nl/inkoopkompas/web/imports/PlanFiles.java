package nl.inkoopkompas.web.imports;

import com.fasterxml.uuid.Generators;
import jakarta.annotation.PreDestroy;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.ImportJobs;
import nl.inkoopkompas.register.ImportJobs.Decided;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.register.ImportJobs.Kind;
import nl.inkoopkompas.register.ImportJobs.State;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.SheetsReader;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.transition.PlanFile;
import nl.inkoopkompas.transition.PlanFile.Read;
import nl.inkoopkompas.transition.Transitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The files with running indications that people hand in: read, planned and recorded. */
@Component
public class PlanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PlanFiles.class);
    private static final int LONGEST_NAME = 200;
    private static final String FAILED = "FAILED";

    private final Transitions transitions;
    private final Decisions decisions;
    private final ImportJobs jobs;
    private final Clock clock;
    private final Map<UUID, String> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "plans");
        thread.setDaemon(true);
        return thread;
    });

    PlanFiles(Transitions transitions, Decisions decisions, ImportJobs jobs, Clock clock) {
        this.transitions = transitions;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Reads a file and starts planning; answers at once. Files wait for each other.
     *
     * @param given what the file does not hold, as fields of a request
     * @throws SheetsRefused when the file as a whole cannot be read
     */
    public UUID start(String fileName, InputStream content, ObjectNode given, String username) {
        if (CitizenNumber.occursIn(fileName)) {
            throw new SheetsRefused(
                    "De naam van het bestand bevat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm."
                            + " Geef het een andere naam.",
                    "The name of the file holds a citizen's number (BSN), or an RSIN of the same form."
                            + " Give it another name.");
        }
        Sheets sheets = SheetsReader.read(content, "indicaties");
        UUID id = Generators.timeBasedEpochGenerator().generate();
        String name = fileName.isBlank() ? "indicaties.xlsx" : fileName;
        jobs.start(
                id,
                Kind.INDICATIONS,
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                clock.instant(),
                username);
        running.put(id, "PENDING");
        worker.execute(() -> run(id, sheets, given, username));
        return id;
    }

    /** The last file of a person, where it failed. */
    public Optional<Job> lastFailedOf(String username) {
        return jobs.lastOf(Kind.INDICATIONS, username)
                .filter(job -> job.state().status().equals(FAILED));
    }

    private void run(UUID id, Sheets sheets, ObjectNode given, String username) {
        running.put(id, "RUNNING");
        State state = failed(List.of(new ImportJobs.Error(
                null,
                null,
                null,
                new Bilingual("Het inlezen is afgebroken. Probeer het opnieuw.", "The import broke off. Try again."))));
        try {
            state = plan(sheets, given, username);
        } catch (RuntimeException e) {
            LOG.error("Import {} broke off", id, e);
        } finally {
            jobs.end(id, state, clock.instant());
            running.remove(id);
        }
    }

    private State plan(Sheets sheets, ObjectNode given, String username) {
        Read read = PlanFile.read(sheets, given, decisions.effective(given));
        if (!read.errors().isEmpty()) {
            return failed(read.errors().stream().map(PlanFiles::error).toList());
        }
        try {
            Decision decision = transitions.record(read.request(), clock.instant(), username);
            return new State(
                    "DONE",
                    1,
                    1,
                    1,
                    0,
                    List.of(),
                    Map.of(decision.outcome(), 1),
                    List.of(new Decided("1", Objects.requireNonNull(decision.id()))));
        } catch (RequestRefused refused) {
            return failed(read.file().placed(refused.refusals()).stream()
                    .map(PlanFiles::error)
                    .toList());
        }
    }

    private static ImportJobs.Error error(CellError error) {
        return new ImportJobs.Error(error.sheet(), error.row(), error.column(), error.detail());
    }

    private static State failed(List<ImportJobs.Error> errors) {
        return new State(FAILED, 1, 1, 0, 0, errors, Map.of(), List.of());
    }

    /** How far an import is; empty when there is none by that id. */
    public Optional<Job> progress(UUID id) {
        String status = running.get(id);
        return jobs.byId(id)
                .map(job -> status == null || !job.state().status().equals("PENDING")
                        ? job
                        : new Job(
                                job.id(),
                                job.fileName(),
                                job.startedAt(),
                                job.startedBy(),
                                new State(status, 1, 0, 0, 0, List.of(), Map.of(), List.of())));
    }

    @PreDestroy
    void stop() {
        worker.shutdown();
    }
}
