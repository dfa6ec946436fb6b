package nl.inkoopkompas;

import java.net.URI;
import java.net.URLEncoder;
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
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.inkoopkompas.database.MigratedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the packaged program: 50 people who take requests for exceptions from submission to contract, on PostgreSQL,
 * and the register with 50,000 cases, or {@code -Dcases=} as many, in a file. Run as {@code ExceptionBenchmark <jar>
 * [seconds] [seconds of warming up] [actions] [register]}. An answer is given when what was done is committed, so it is
 * acknowledged and durable.
 */
final class ExceptionBenchmark {

    private static final int CASES = Integer.getInteger("cases", 50_000);
    private static final int PEOPLE = 50;
    private static final int PAUSE_MILLIS = 1_000;
    private static final int LOOKS = 60;
    private static final String PATH = "/api/v1/exception-contracts";
    private static final List<List<String>> STEPS = List.of(
            List.of("rwo", "TAKE_UP", ""),
            List.of("rwo", "ADVISE", ",\"advice\":\"APPROVE\""),
            List.of("directeur", "APPROVE", ""),
            List.of("toegang-gouda", "ISSUE_INDICATION", ""),
            List.of("rwo", "DRAW_UP_CONTRACT", ""),
            List.of("rwo", "CLOSE", ""));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path jar;
    private final int seconds;
    private final int warmUp;

    private ExceptionBenchmark(String... args) {
        jar = Path.of(args[0]);
        seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 120;
    }

    public static void main(String[] args) throws Exception {
        ExceptionBenchmark benchmark = new ExceptionBenchmark(args);
        List<String> parts = args.length > 3 ? List.of(args).subList(3, args.length) : List.of("actions", "register");
        if (parts.contains("actions")) {
            benchmark.actions();
        }
        if (parts.contains("register")) {
            benchmark.register(
                    "jdbc:h2:file:" + Files.createTempDirectory("inkoopkompas").resolve("exceptions"));
        }
        System.exit(0);
    }

    private void actions() throws Exception {
        List<String> settings = List.of(
                "--inkoopkompas.demo.applications=false",
                "--spring.datasource.username=" + PostgresServer.OWNER,
                "--spring.datasource.password=" + PostgresServer.OWNER);
        try (RunningProgram program = RunningProgram.start(jar, PostgresServer.emptyDatabase(), settings)
                .untilReady()) {
            work(program, warmUp);
            double processor = program.processorSeconds();
            long[] times = work(program, seconds);
            System.out.printf(
                    Locale.ROOT,
                    "actions of %d people, PostgreSQL: %d in %d s, p50 %.1f ms, p99 %.1f ms, longest %.0f ms; processor %.0f %%%n",
                    PEOPLE,
                    times.length,
                    seconds,
                    times[times.length / 2] / 1e6,
                    times[times.length * 99 / 100] / 1e6,
                    times[times.length - 1] / 1e6,
                    (program.processorSeconds() - processor) / seconds * 100);
        }
    }

    /** Everybody works for some time; how long each action took, in order. */
    private long[] work(RunningProgram program, int duration) throws InterruptedException {
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        for (int person = 0; person < PEOPLE; person++) {
            Random random = new Random(person);
            people.submit(() -> {
                try {
                    Thread.sleep(random.nextInt(PAUSE_MILLIS));
                    while (System.nanoTime() < end) {
                        oneCase(program, random, times, failures);
                    }
                } catch (Exception e) {
                    failures.add(String.valueOf(e));
                }
            });
        }
        people.shutdown();
        people.awaitTermination(duration + 60L, TimeUnit.SECONDS);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " failures, as " + failures.peek());
        }
        return times.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void oneCase(RunningProgram program, Random random, Queue<Long> times, Queue<String> failures)
            throws Exception {
        HttpResponse<String> made =
                post(program.address(PATH), "toegang-gouda", """
                {"asOf":"2025-03-01","municipality":"0513","client":"C-1","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk","kvkNumber":"%08d"},"need":"Nodig.",
                 "longTermImpact":"Geen.","period":{"from":"2025-03-15"},"value":1000,"triedProviders":[]}
                """.formatted(10_000_000 + random.nextInt(80_000_000)));
        String location = made.headers().firstValue("Location").orElse("");
        for (List<String> step : STEPS) {
            Thread.sleep(PAUSE_MILLIS / 2 + random.nextInt(PAUSE_MILLIS));
            long start = System.nanoTime();
            HttpResponse<String> answer = post(
                    program.address(location + "/actions"),
                    step.get(0),
                    "{\"action\":\"" + step.get(1) + "\",\"motivation\":\"Een motivering van genoeg tekens.\""
                            + step.get(2) + "}");
            times.add(System.nanoTime() - start);
            if (answer.statusCode() != 200) {
                failures.add(step + " " + answer.body());
            }
        }
    }

    private HttpResponse<String> post(URI address, String who, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", basic(who))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String basic(String who) {
        return "Basic " + Base64.getEncoder().encodeToString((who + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    /** As many cases as five municipalities make in many years; the words behind them are left out. */
    private void register(String database) throws Exception {
        List<String> settings = List.of("--inkoopkompas.demo.applications=false");
        RunningProgram.start(jar, database, settings).untilReady().close();
        fill(JdbcClient.create(MigratedDatabase.inFile(database).owner()));
        try (RunningProgram program =
                RunningProgram.start(jar, database, settings).untilReady()) {
            for (String query : List.of(
                    "?size=50",
                    "?status=ADVISED&size=50",
                    "?municipality=0513&kind=URC&size=50",
                    "?product=45A04&size=50&page=100",
                    "?overdue=true&size=50")) {
                look(program, "rwo", PATH + query);
                look(program, "toegang-gouda", PATH + query);
            }
            look(program, "rwo", PATH + "/figures?year=2024");
            for (String who : List.of("rwo", "toegang-gouda")) {
                String session = session(program, who);
                for (String page : List.of(
                        "/uitzonderingen",
                        "/uitzonderingen?sorteer=termijn&te-laat=ja",
                        "/",
                        "/zoeken?zoek=zorg+4321")) {
                    lookAt(program, who, page, "Cookie", session);
                }
            }
        }
    }

    private static void fill(JdbcClient owner) {
        owner.sql("""
                insert into journal_entry
                select random_uuid(), 'DECISION', null,
                    dateadd('minute', x * 20, timestamp with time zone '2024-01-01 00:00:00+00'), 'rwo', 'digest'
                from system_range(1, %d)
                """.formatted(CASES)).update();
        String numbered = "(select id, recorded_at, row_number() over (order by recorded_at) as x"
                + " from journal_entry where digest = 'digest')";
        owner.sql("""
                insert into decision
                select id, id, null, 1, 'exception-contract', 'EXCEPTION', 'ambulant-jeugd', 'Zorg ' || x,
                    '90' || lpad(mod(x, 9000), 6, '0'), 0, '', date '2024-04-01', recorded_at, 'rwo', '2024.1', 'hash',
                    '1', '1', 'hash', null, null, 'zorg ' || x
                from """ + numbered).update();
        owner.sql("""
                insert into exception_case
                select id, array['0513', '1892', '0627', '1931', '1901'][1 + mod(x, 5)], 'C-' || x, 'ambulant-jeugd',
                    array['45A04', '45A01', '45A08'][1 + mod(x, 3)], '90' || lpad(mod(x, 9000), 6, '0'), 'Zorg ' || x,
                    1000 + x, mod(x, 9) = 0, date '2024-04-01', 'NO_CAPACITY', recorded_at, 'toegang-gouda',
                    array['URC', 'CSA'][1 + mod(x, 2)],
                    array['SUBMITTED', 'ADVISED', 'APPROVED', 'CLOSED', 'REJECTED', 'CLOSED'][1 + mod(x, 6)],
                    array[null, null, 'APPROVED', 'APPROVED', 'REJECTED', 'REJECTED'][1 + mod(x, 6)], 3, id, 'likeness',
                    recorded_at, case when mod(x, 6) > 1 then recorded_at end, 'directeur',
                    case when mod(x, 6) in (0, 1, 2, 4) then date '2024-06-01' end
                from """ + numbered).update();
    }

    private void look(RunningProgram program, String who, String path) throws Exception {
        lookAt(program, who, path, "Authorization", basic(who));
    }

    /** Logs in as a browser does; gives the cookies. */
    private String session(RunningProgram program, String who) throws Exception {
        URI login = program.address("/inloggen");
        HttpResponse<String> form = client.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString());
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("no token in the form for logging in");
        }
        HttpResponse<String> in = client.send(
                HttpRequest.newBuilder(login)
                        .header("Cookie", cookies(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + who + "&password=demo&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        return cookies(in);
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private void lookAt(RunningProgram program, String who, String path, String header, String value) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = -10; i < LOOKS; i++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(program.address(path))
                            .header(header, value)
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            if (i >= 0) {
                times.add(System.nanoTime() - start);
            }
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%,d cases, %s %s: p50 %.0f ms, p99 %.0f ms%n",
                CASES,
                who,
                path,
                sorted[LOOKS / 2] / 1e6,
                sorted[LOOKS - 1] / 1e6);
    }
}
