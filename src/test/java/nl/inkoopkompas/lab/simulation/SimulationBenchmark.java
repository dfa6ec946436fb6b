package nl.inkoopkompas.lab.simulation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.inkoopkompas.lab.Edit;

/**
 * How long simulations take on all processors, without a database: a draft that touches every criterion, then one
 * changed parameter over a base that was judged before, then a changed cell on ten thousand cases. Give the number of
 * cases; a million where none is given.
 */
final class SimulationBenchmark {

    private static final int CHUNK = 5_000;
    private static final int SMALL = 10_000;
    private static final int SMALL_CHUNK = 1_000;
    private static final double NANOS = 1e9;
    private static final long MEGABYTE = 1L << 20;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads);

    private SimulationBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length == 0 ? Job.LARGEST_SAMPLE : Integer.parseInt(arguments[0]);
        SimulationBenchmark benchmark = new SimulationBenchmark();
        try {
            benchmark.run(cases);
        } finally {
            benchmark.workers.shutdown();
        }
    }

    /** Changes that together leave no criterion as it was. */
    private static List<Edit> everywhere() {
        return List.of(
                SampleChanges.value("admission.negative-experience.look-back-years", "2"),
                SampleChanges.value("admission.experience.look-back-years", "1"),
                SampleChanges.value("admission.administrative-measure.look-back-years", "2"),
                SampleChanges.value("admission.financial-health.solvency-lower", "0.32"),
                SampleChanges.value("admission.certificate-of-conduct.max-age-months", "24"),
                SampleChanges.value("admission.procurement-declaration.max-age-months", "18"),
                SampleChanges.value("admission.micro.employees-below", "15"),
                SampleChanges.effect("entry-window"),
                SampleChanges.effect("re-entry-ban"),
                SampleChanges.effect("association"),
                SampleChanges.effect("competent-staff"),
                SampleChanges.effect("quality-certificate"),
                SampleChanges.effect("housing-wonen-jeugd"));
    }

    private void run(int cases) throws Exception {
        List<Edit> all = everywhere();
        measure("warming up", SampleChanges.books(all), SMALL, SMALL_CHUNK, new BaseRun());
        BaseRun base = new BaseRun();
        Books everything = SampleChanges.books(all);
        System.out.println("criteria that can differ: "
                + new Experiment(everything).affected().size() + " of "
                + new Experiment(everything).base().criteria().size());
        measure("everything affected", everything, cases, CHUNK, base);
        List<Edit> one = List.of(SampleChanges.value("admission.financial-health.solvency-lower", "0.35"));
        measure("one parameter, base known", SampleChanges.books(one), cases, CHUNK, base);
        BaseRun small = new BaseRun();
        measure("ten thousand, base unknown", SampleChanges.books(one), SMALL, SMALL_CHUNK, small);
        measure(
                "ten thousand, a cell, base known",
                SampleChanges.books(SampleChanges.all().subList(0, 1)),
                SMALL,
                SMALL_CHUNK,
                small);
    }

    private void measure(String what, Books books, int cases, int chunk, BaseRun base) throws Exception {
        long began = System.nanoTime();
        long cpu = cpu();
        Experiment experiment = new Experiment(books);
        Job job = RunnerTests.job("sample:" + cases, cases, chunk);
        Generator generator = new Generator(experiment.base(), job.type(), cases, job.from());
        Totals totals = new Totals(books, job, Map.of());
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < job.chunks(); i++) {
            int number = i;
            running.add(workers.submit(() -> {
                List<Case> made = new ArrayList<>(job.sizeOf(number));
                for (int k = 0; k < job.sizeOf(number); k++) {
                    made.add(generator.at(number * chunk + k));
                }
                Chunk result = experiment.run(number, made, base);
                totals.add(ChunkText.read(ChunkText.written(result)), List.of());
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        double seconds = (System.nanoTime() - began) / NANOS;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%-34s %,9d cases %7.2f s, %7.2f s of processor time, %,d flipped, base %d MB, heap %d MB%n",
                what,
                cases,
                seconds,
                (cpu() - cpu) / NANOS,
                totals.figures().flipped(),
                base.bytes() / MEGABYTE,
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
