package nl.inkoopkompas;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.inkoopkompas.web.pages.PageVisitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures every page of the packaged program as its users open it, with the demo and many imported dossiers behind it:
 * each page that a link leads to, one of a kind, for each role that opens it first. Run as {@code PageBenchmark <jar>
 * [dossiers] [calls]}.
 */
final class PageBenchmark {

    private static final int WARM_UP = 5;
    private static final double AIM_MILLIS = 200;
    private static final String IMPORTS = "/api/v1/admissions/imports";
    private static final String DRAFTS = "/api/v1/drafts";
    private static final Pattern FILE = Pattern.compile("\\.[a-z]+$|/bestanden/|\\.[a-z]+\\?");
    private static final List<String> USERS =
            List.of("inkoper", "rwo", "beleid", "toegang-gouda", "directeur", "auditor", "beheerder");

    private record Timed(String user, String address, double median, double p95) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int dossiers;
    private final int calls;

    private PageBenchmark(String... args) {
        dossiers = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        calls = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    }

    public static void main(String[] args) throws Exception {
        PageBenchmark benchmark = new PageBenchmark(args);
        try (RunningProgram program =
                RunningProgram.start(Path.of(args[0]), true).untilReady()) {
            benchmark.fill(program);
            benchmark.measure(program);
        }
    }

    private void fill(RunningProgram program) throws Exception {
        Path file = Files.createTempFile("aanmeldingen", ".xlsx");
        LoadBenchmark.write(dossiers, file);
        String location = program.upload(IMPORTS, file);
        Files.delete(file);
        JsonNode progress = program.get(location);
        while (!Set.of("DONE", "FAILED").contains(progress.path("status").asString())) {
            Thread.sleep(500);
            progress = program.get(location);
        }
        System.out.printf(
                Locale.ROOT, "%,d dossiers%n", progress.path("recorded").asInt());
        String draft = JsonMapper.shared()
                .readTree(change(program, "POST", DRAFTS, "{\"base\":\"current\",\"title\":\"Hogere dekking\"}"))
                .path("id")
                .asString();
        change(program, "PATCH", DRAFTS + "/" + draft, """
                {"edits": [{"table": "admission/insurance", "row": "other", "column": "perEvent", "value": 3000000}],
                 "reason": "Meting"}
                """);
    }

    private String change(RunningProgram program, String method, String path, String json) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(program.address(path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("beleid:demo".getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void measure(RunningProgram program) throws Exception {
        Set<String> seen = new HashSet<>();
        List<Timed> pages = new ArrayList<>();
        for (String user : USERS) {
            PageVisitor visitor = new PageVisitor(program.address("/"), user);
            for (String address : visitor.crawl("/", 1, PageBenchmark::isPage).keySet()) {
                if (address.equals("/") || seen.add(PageVisitor.kind(address))) {
                    pages.add(time(visitor, user, address));
                }
            }
        }
        pages.sort(Comparator.comparingDouble(Timed::p95).reversed());
        for (Timed page : pages) {
            System.out.printf(
                    Locale.ROOT,
                    "p95 %6.0f ms, p50 %6.0f ms  %-13s %s%n",
                    page.p95(),
                    page.median(),
                    page.user(),
                    page.address());
        }
        System.out.printf(
                Locale.ROOT,
                "%d pages, %d of them with a p95 above %.0f ms%n",
                pages.size(),
                pages.stream().filter(page -> page.p95() > AIM_MILLIS).count(),
                AIM_MILLIS);
    }

    /** A file is made on request, and takes as long as there is much in it. */
    private static boolean isPage(String address) {
        return !FILE.matcher(address).find();
    }

    private Timed time(PageVisitor visitor, String user, String address) throws Exception {
        double[] millis = new double[calls];
        for (int i = -WARM_UP; i < calls; i++) {
            long start = System.nanoTime();
            visitor.get(address);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Timed(user, address, millis[calls / 2], millis[(int) Math.ceil(calls * 0.95) - 1]);
    }
}
