package nl.inkoopkompas.web.imports;

import com.fasterxml.uuid.Generators;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.admission.intake.Intake;
import nl.inkoopkompas.admission.intake.Layout;
import nl.inkoopkompas.admission.intake.ResultsWriter;
import nl.inkoopkompas.admission.intake.SheetsOfCsv;
import nl.inkoopkompas.admission.intake.TemplateWriter;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.ImportJobs;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.register.ImportJobs.Kind;
import nl.inkoopkompas.register.ImportJobs.State;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.SheetsReader;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.pages.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files with applications that people hand in: read, decided, recorded and answered with a workbook. */
@Component
public class ApplicationFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationFiles.class);
    private static final int LONGEST_NAME = 200;

    private final Admissions admissions;
    private final Decisions decisions;
    private final DecisionRegister register;
    private final ImportJobs jobs;
    private final RuleBooks ruleBooks;
    private final Words.Dictionary dictionary;
    private final Clock clock;
    private final Map<UUID, Intake> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "imports");
        thread.setDaemon(true);
        return thread;
    });

    ApplicationFiles(
            Admissions admissions,
            Decisions decisions,
            DecisionRegister register,
            ImportJobs jobs,
            RuleBooks ruleBooks,
            Words.Dictionary dictionary,
            Clock clock) {
        this.admissions = admissions;
        this.decisions = decisions;
        this.register = register;
        this.jobs = jobs;
        this.ruleBooks = ruleBooks;
        this.dictionary = dictionary;
        this.clock = clock;
        jobs.endBrokenOff(clock.instant());
    }

    /**
     * Reads a file and starts deciding; answers at once. Files wait for each other.
     *
     * @throws SheetsRefused when the file as a whole cannot be read
     */
    public UUID start(String fileName, InputStream content, String username) throws IOException {
        if (CitizenNumber.occursIn(fileName)) {
            throw new SheetsRefused(
                    "De naam van het bestand bevat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm."
                            + " Geef het een andere naam.",
                    "The name of the file holds a citizen's number (BSN), or an RSIN of the same form."
                            + " Give it another name.");
        }
        Path file = Files.createTempFile("aanvragen", ".upload");
        Sheets sheets;
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            sheets = SheetsReader.read(file);
        } finally {
            Files.deleteIfExists(file);
        }
        UUID id = Generators.timeBasedEpochGenerator().generate();
        jobs.start(id, Kind.APPLICATIONS, shortened(fileName), clock.instant(), username);
        Intake intake =
                new Intake(() -> sheets, layout(), new RegisterRecorder(admissions, register, clock, id, username));
        running.put(id, intake);
        worker.execute(() -> run(id, intake));
        return id;
    }

    private static String shortened(String fileName) {
        String name = fileName.isBlank() ? "aanvragen.xlsx" : fileName;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private void run(UUID id, Intake intake) {
        try {
            intake.run();
        } catch (RuntimeException e) {
            LOG.error("Import {} broke off", id, e);
        } finally {
            jobs.end(id, state(intake), clock.instant());
            running.remove(id);
        }
    }

    /** How far an import is; empty when there is none by that id. */
    public Optional<Job> progress(UUID id) {
        Intake intake = running.get(id);
        return jobs.byId(id)
                .map(job -> intake == null
                        ? job
                        : new Job(job.id(), job.fileName(), job.startedAt(), job.startedBy(), state(intake)));
    }

    private static State state(Intake intake) {
        Intake.Progress progress = intake.progress();
        List<ImportJobs.Error> errors = new ArrayList<>();
        progress.errors()
                .forEach(error ->
                        errors.add(new ImportJobs.Error(error.sheet(), error.row(), error.column(), error.detail())));
        if (progress.failure() != null) {
            errors.add(new ImportJobs.Error(null, null, null, progress.failure()));
        }
        return new State(
                progress.status().name(),
                progress.applications(),
                progress.done(),
                progress.recorded(),
                progress.repeated(),
                errors,
                new TreeMap<>(progress.outcomes()),
                intake.decided().stream()
                        .map(decided -> new ImportJobs.Decided(decided.number(), decided.decision()))
                        .toList());
    }

    /** Writes the outcomes of an import as a workbook. */
    public void results(Job job, OutputStream out) throws IOException {
        Words words = dictionary.current(Language.NL.locale());
        ResultsWriter.write(
                job.state().decided().stream()
                        .flatMap(
                                decided -> register
                                        .byId(decided.decision())
                                        .map(registered -> decided(decided.number(), registered))
                                        .stream()),
                new ResultLabels(words, ruleBook().policy(AdmissionType.ID).texts(Language.NL)),
                out);
    }

    private ResultsWriter.Decided decided(String number, RegisteredDecision registered) {
        DecisionSummary summary = registered.summary();
        return new ResultsWriter.Decided(
                number,
                String.valueOf(summary.applicantName()),
                String.valueOf(summary.kvkNumber()),
                String.valueOf(summary.contract()),
                decisions
                        .again(registered, Language.NL)
                        .recorded(summary.id(), summary.recordedAt(), summary.recordedBy()));
    }

    /** Writes an empty workbook with the sheets, columns and choices of the rule book in force. */
    public void template(OutputStream out) throws IOException {
        TemplateWriter.write(layout(), out);
    }

    /** Writes the invented applications of the demo as a workbook. */
    public void demo(OutputStream out) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:demo/*.csv")) {
            String name = String.valueOf(resource.getFilename()).replace(".csv", "");
            files.put(name, resource.getContentAsByteArray());
        }
        SheetsOfCsv.write(layout(), files, out);
    }

    private Layout layout() {
        return new Layout(ruleBook().policy(AdmissionType.ID).schema());
    }

    private RuleBook ruleBook() {
        return ruleBooks.effectiveOnOrNewest(LocalDate.now(clock));
    }

    @PreDestroy
    void stop() {
        running.values().forEach(Intake::cancel);
        worker.shutdown();
    }
}
