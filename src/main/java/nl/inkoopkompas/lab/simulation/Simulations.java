package nl.inkoopkompas.lab.simulation;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.WorkingPlaces;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.simulation.Report.CasePage;
import nl.inkoopkompas.lab.simulation.Report.FlippedCase;
import nl.inkoopkompas.lab.simulation.Report.Opened;
import nl.inkoopkompas.lab.simulation.Report.PartChange;
import nl.inkoopkompas.lab.simulation.Report.Status;
import nl.inkoopkompas.lab.simulation.SimulationStore.End;
import nl.inkoopkompas.register.RecordedRequests.Latest;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Simulations of drafts: started, followed, stopped, and read case by case. */
@Component
public class Simulations implements DisposableBean {

    private static final int REGISTER_CHUNK = 1_000;
    private static final int SAMPLE_CHUNK = 5_000;
    private static final int LAPSE_SECONDS = 20;

    private final SimulationStore store;
    private final Populations populations;
    private final DraftsSimulated simulated;
    private final DraftBooks draftBooks;
    private final DecisionEngine engine;
    private final Runner runner;

    Simulations(
            SimulationStore store,
            Populations populations,
            DraftsSimulated simulated,
            DraftBooks draftBooks,
            DecisionEngine engine,
            Optional<WorkingPlaces> places) {
        this.store = store;
        this.populations = populations;
        this.simulated = simulated;
        this.draftBooks = draftBooks;
        this.engine = engine;
        this.runner = new Runner(store, populations, simulated, places, LAPSE_SECONDS);
    }

    /** Whether a text names a population: {@code register}, or {@code sample:N} with N up to a million. */
    public static boolean isPopulation(String population) {
        if (population.equals(Job.REGISTER)) {
            return true;
        }
        String number = population.startsWith(Job.SAMPLE) ? population.substring(Job.SAMPLE.length()) : "";
        return number.matches("[1-9][0-9]{0,6}") && Integer.parseInt(number) <= Job.LARGEST_SAMPLE;
    }

    /** Starts a simulation, or puts it behind the one that is running. */
    public UUID start(Draft draft, DecisionType type, String population, Instant at, String by) {
        if (!isPopulation(population)) {
            throw new IllegalArgumentException("There is no population " + population);
        }
        boolean sample = population.startsWith(Job.SAMPLE);
        List<Latest> cases = sample ? List.of() : populations.latest(type.name());
        Job job = new Job(
                Generators.timeBasedEpochGenerator().generate(),
                draft.id(),
                draft.turn(),
                type.id(),
                population,
                draft.judgedFrom(draftBooks.base(draft)),
                sample ? Integer.parseInt(population.substring(Job.SAMPLE.length())) : cases.size(),
                sample ? SAMPLE_CHUNK : REGISTER_CHUNK,
                at,
                by);
        store.start(job, cases);
        runner.enqueue(job);
        return job.id();
    }

    /** Takes up what a stopped program left. */
    public void resume() {
        runner.resume();
    }

    public Optional<Report> find(UUID draft, UUID id) {
        return job(draft, id).map(this::report);
    }

    /** Those of a draft, the newest first. */
    public List<Report> of(UUID draft) {
        return store.of(draft).stream().map(this::report).toList();
    }

    private Optional<Job> job(UUID draft, UUID id) {
        return store.find(id).filter(job -> job.draft().equals(draft));
    }

    private Report report(Job job) {
        Optional<End> end = store.end(job.id());
        int chunks = store.done(job.id()).size();
        int done = chunks == job.chunks() ? job.total() : Math.min(job.total(), chunks * job.chunkSize());
        Status status = end.map(ended -> Status.valueOf(ended.status()))
                .orElseGet(
                        () -> chunks > 0 || store.isWorkedOn(job.id(), LAPSE_SECONDS) ? Status.RUNNING : Status.QUEUED);
        Figures figures = end.filter(ended -> !ended.status().equals(Runner.FAILED))
                .map(ended -> Figures.read(ended.content()))
                .or(() -> runner.soFar(job.id()))
                .orElseGet(Figures::none);
        return new Report(
                job.id(),
                job.draft(),
                job.turn(),
                status,
                job.type(),
                job.population(),
                job.from(),
                job.startedAt(),
                job.startedBy(),
                done,
                job.total(),
                figures);
    }

    /** Stops a simulation; one that ended stays as it is. */
    public Optional<Report> cancel(UUID draft, UUID id, String by) {
        return job(draft, id).map(job -> {
            store.end(
                    id,
                    Runner.CANCELLED,
                    by,
                    runner.soFar(id).orElseGet(Figures::none).written());
            return report(job);
        });
    }

    /** The flipped cases of a simulation, as far as it is. */
    public Optional<CasePage> cases(UUID draft, UUID id, CaseFilter filter, int page, int size) {
        return job(draft, id).map(job -> page(job, filter, page, size));
    }

    private CasePage page(Job job, CaseFilter filter, int page, int size) {
        List<Flip> shown = new ArrayList<>();
        int[] total = new int[1];
        long skipped = (long) (page - 1) * size;
        store.forEach(job.id(), (number, chunk) -> {
            for (Flip flip : chunk.flips()) {
                if (filter.lets(flip)) {
                    if (total[0] >= skipped && shown.size() < size) {
                        shown.add(flip);
                    }
                    total[0]++;
                }
            }
        });
        Reading reading = new Reading(job);
        return new CasePage(shown.stream().map(reading::show).toList(), page, size, total[0]);
    }

    /** The first flipped cases, without counting how many there are. */
    public List<FlippedCase> first(Report report, int most) {
        Job job = store.find(report.id()).orElseThrow();
        List<Flip> shown = new ArrayList<>();
        for (int chunk : store.done(job.id()).stream().sorted().toList()) {
            if (shown.size() >= most) {
                break;
            }
            shown.addAll(store.chunk(job.id(), chunk).orElseThrow().flips());
        }
        if (shown.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(job);
        return shown.stream().limit(most).map(reading::show).toList();
    }

    /** A flipped case decided under both books, explained. */
    public Optional<Opened> open(UUID draft, UUID id, int number, Language language) {
        return job(draft, id).flatMap(job -> {
            List<Flip> found = new ArrayList<>();
            store.chunk(id, number / job.chunkSize()).ifPresent(chunk -> chunk.flips().stream()
                    .filter(flip -> flip.number() == number)
                    .forEach(found::add));
            return found.stream().findFirst().map(flip -> new Reading(job).open(flip, language));
        });
    }

    /** The names of applicants, by the numbers of cases. */
    public List<String> applicants(Report report, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(store.find(report.id()).orElseThrow());
        return numbers.stream().map(reading::applicant).toList();
    }

    /** The rule books of one simulation and its cases, read back. */
    private final class Reading {

        private final Books books;
        private final Populations.Cases cases;

        Reading(Job job) {
            this.books = simulated.books(job);
            this.cases = populations.of(job, books, engine.verdicts(books.type(), books.base()));
        }

        String applicant(int number) {
            Case one = cases.at(number);
            return one.request() == null
                    ? ""
                    : books.type().applicant(one.request()).name();
        }

        FlippedCase show(Flip flip) {
            return new FlippedCase(
                    flip.number(),
                    cases.at(flip.number()).decision(),
                    applicant(flip.number()),
                    flip.contract(),
                    flip.all(),
                    flip.from(),
                    flip.to(),
                    flip.parts().stream()
                            .map(part -> new PartChange(part.id(), part.from(), part.to()))
                            .toList(),
                    flip.edits(),
                    flip.criteria(),
                    flip.favour() > 0);
        }

        Opened open(Flip flip, Language language) {
            Case one = cases.at(flip.number());
            Input input = new Input(
                    DecisionEngine.json(Objects.requireNonNull(one.request())),
                    one.context() == null ? DecisionEngine.noContext() : one.context());
            Decision base = engine.decide(books.type(), input, books.base(), language);
            Decision draft = engine.decide(books.type(), input, books.draft(), language);
            return new Opened(show(flip), base, draft);
        }
    }

    @Override
    public void destroy() {
        runner.close();
    }
}
