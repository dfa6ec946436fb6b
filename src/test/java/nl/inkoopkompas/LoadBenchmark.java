package nl.inkoopkompas;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.admission.intake.Layout;
import nl.inkoopkompas.admission.intake.TemplateWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures the packaged program as its users meet it, over HTTP on this machine with 512 MB of heap: from start to the
 * first answer, decisions by some clients at once, and a large import with its results. Run as {@code LoadBenchmark
 * <jar> [applications] [clients] [seconds]}.
 */
final class LoadBenchmark {

    private static final int STARTS = 3;
    private static final int REQUESTS = 1_000;
    private static final int WARM_UP_SECONDS = 5;
    private static final int IMPORT_SECONDS = 300;
    private static final String ADMISSIONS = "/api/v1/admissions";

    private final Path jar;
    private final int applications;
    private final int clients;
    private final int seconds;

    private LoadBenchmark(String... args) {
        jar = Path.of(args[0]);
        applications = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        clients = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        seconds = args.length > 3 ? Integer.parseInt(args[3]) : 10;
    }

    public static void main(String[] args) throws Exception {
        LoadBenchmark benchmark = new LoadBenchmark(args);
        benchmark.starts();
        benchmark.load();
    }

    private static void say(String name, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-28s " + format + "%n", withFirst(name, values));
    }

    private static Object[] withFirst(String name, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = name;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    /** As a user starts it, with an empty register that the demo fills. */
    private void starts() throws Exception {
        for (int i = 0; i < STARTS; i++) {
            try (RunningProgram program = RunningProgram.start(jar, true)) {
                byte[] request = SeededApplications.application(1).toString().getBytes(StandardCharsets.UTF_8);
                double first = program.untilAnswered(ADMISSIONS + "?record=false", request);
                say("start to first decision", "%.1f s (processor %.1f s)", first, program.processorSeconds());
            }
        }
    }

    private void load() throws Exception {
        try (RunningProgram program = RunningProgram.start(jar, false)) {
            byte[][] requests = new byte[REQUESTS][];
            for (int i = 0; i < REQUESTS; i++) {
                requests[i] = SeededApplications.application(i).toString().getBytes(StandardCharsets.UTF_8);
            }
            program.untilAnswered(ADMISSIONS + "?record=false", requests[0]);
            decide(program, requests, WARM_UP_SECONDS);
            long[] times = decide(program, requests, seconds);
            say(
                    "decide over HTTP",
                    "%,.0f a second with %d clients, p50 %.2f ms, p99 %.2f ms",
                    times.length / (double) seconds,
                    clients,
                    times[times.length / 2] / 1e6,
                    times[(int) (times.length * 0.99)] / 1e6);
            importAll(program);
            program.heap().forEach((name, value) -> say(name, "%s", value));
        }
    }

    private long[] decide(RunningProgram program, byte[][] requests, int forSeconds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + forSeconds * 1_000_000_000L;
            @SuppressWarnings({"unchecked", "rawtypes"})
            Future<long[]>[] running = new Future[clients];
            for (int client = 0; client < clients; client++) {
                int first = client * requests.length / clients;
                running[client] = pool.submit(() -> oneClient(program, requests, first, end));
            }
            long[] all = {};
            for (Future<long[]> client : running) {
                long[] some = client.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + some.length);
                System.arraycopy(some, 0, all, before, some.length);
            }
            Arrays.sort(all);
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] oneClient(RunningProgram program, byte[][] requests, int first, long end) throws Exception {
        long[] times = new long[1024];
        int count = 0;
        for (int i = first; System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            program.post(ADMISSIONS + "?record=false", requests[i % requests.length], 200);
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(times, count);
    }

    private void importAll(RunningProgram program) throws Exception {
        Path file = Files.createTempFile("aanvragen", ".xlsx");
        try {
            write(applications, file);
            double processor = program.processorSeconds();
            long start = System.nanoTime();
            String location = program.upload(ADMISSIONS + "/imports", file);
            double accepted = (System.nanoTime() - start) / 1e9;
            JsonNode progress = program.get(location);
            while (!Set.of("DONE", "FAILED").contains(progress.path("status").asString())
                    && System.nanoTime() - start < IMPORT_SECONDS * 1_000_000_000L) {
                Thread.sleep(100);
                progress = program.get(location);
            }
            say(
                    "import " + applications,
                    "%.1f s (processor %.1f s), accepted after %.1f s; %s, %d recorded, %d errors, workbook %.1f MB",
                    (System.nanoTime() - start) / 1e9,
                    program.processorSeconds() - processor,
                    accepted,
                    progress.path("status").asString(),
                    progress.path("recorded").asInt(),
                    progress.path("errors").size(),
                    Files.size(file) / 1e6);
            Map<String, String> outcomes = new TreeMap<>();
            progress.path("outcomes")
                    .properties()
                    .forEach(outcome ->
                            outcomes.put(outcome.getKey(), outcome.getValue().toString()));
            say("outcomes", "%s", outcomes);
            program.heap().forEach((name, value) -> say(name + ", import", "%s", value));
            start = System.nanoTime();
            long size = program.download(location + "/results.xlsx", file);
            say("results.xlsx", "%.1f s, %.1f MB", (System.nanoTime() - start) / 1e9, size / 1e6);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes a workbook with seeded applications. */
    static void write(int applications, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Layout layout = new Layout(ProjectRuleBook.BOOK.policy("admission").schema());
            TemplateWriter.write(layout, requests(applications), out);
        }
    }

    /** Requests that are made while they are written, so that they do not fill the memory of this program. */
    private static Map<String, ObjectNode> requests(int number) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, ObjectNode>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Entry<String, ObjectNode>> iterator() {
                        return IntStream.range(0, number)
                                .mapToObj(i -> Map.entry("A-" + i, SeededApplications.application(i)))
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return number;
                    }
                };
            }
        };
    }
}
