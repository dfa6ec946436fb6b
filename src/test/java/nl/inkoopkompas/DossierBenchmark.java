package nl.inkoopkompas;

import java.io.IOException;
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
import java.util.Map;
import java.util.stream.IntStream;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.database.MigratedDatabase;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the packaged program with a full register behind it: recorded admissions at a constant rate with bearer
 * tokens, on H2 in a file and on PostgreSQL, and lists over 100,000 decisions in a file. Run as {@code DossierBenchmark
 * <jar> [a second] [seconds] [seconds of warming up] [h2] [postgres] [lists]}. Calls are sent by the clock, whether
 * earlier ones were answered or not, and timed from when they were due.
 */
final class DossierBenchmark {

    private static final int REQUESTS = 2_000;
    private static final int LOOKS = 60;
    private static final String AUDIENCE = "inkoopkompas";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path jar;
    private final int rate;
    private final int seconds;
    private final int warmUp;

    private DossierBenchmark(String... args) {
        jar = Path.of(args[0]);
        rate = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        warmUp = args.length > 3 ? Integer.parseInt(args[3]) : 240;
    }

    public static void main(String[] args) throws Exception {
        DossierBenchmark benchmark = new DossierBenchmark(args);
        Path directory = Files.createTempDirectory("inkoopkompas");
        List<String> parts =
                args.length > 4 ? List.of(args).subList(4, args.length) : List.of("h2", "postgres", "lists");
        if (parts.contains("h2")) {
            benchmark.records("H2 in a file", "jdbc:h2:file:" + directory.resolve("records"), List.of());
        }
        if (parts.contains("postgres")) {
            benchmark.records(
                    "PostgreSQL",
                    PostgresServer.emptyDatabase(),
                    List.of(
                            "--spring.datasource.username=" + PostgresServer.OWNER,
                            "--spring.datasource.password=" + PostgresServer.OWNER));
        }
        if (parts.contains("lists")) {
            benchmark.lists("jdbc:h2:file:" + directory.resolve("lists"));
        }
        System.exit(0);
    }

    private static void say(String name, String format, Object... values) {
        System.out.println("%-34s ".formatted(name) + String.format(Locale.ROOT, format, values));
    }

    private void records(String name, String database, List<String> more) throws Exception {
        MockOAuth2Server issuer = new MockOAuth2Server();
        issuer.start();
        List<String> settings = new ArrayList<>(more);
        settings.add("--spring.profiles.active=production");
        settings.add("--server.address=127.0.0.1");
        settings.add("--inkoopkompas.oidc.issuer=" + issuer.issuerUrl("bench"));
        settings.add("--inkoopkompas.oidc.client-id=" + AUDIENCE);
        settings.add("--inkoopkompas.oidc.client-secret=secret");
        String token = "Bearer "
                + issuer.issueToken(
                                "bench",
                                AUDIENCE,
                                new DefaultOAuth2TokenCallback(
                                        "bench",
                                        "inkoper",
                                        "JWT",
                                        List.of(AUDIENCE),
                                        Map.of("preferred_username", "inkoper", "roles", List.of("INKOPER")),
                                        36_000))
                        .serialize();
        try (RunningProgram program =
                RunningProgram.start(jar, database, settings).untilReady()) {
            List<String> bodies = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> SeededApplications.application(i).toString())
                    .toList();
            try (SteadyCalls calls = new SteadyCalls(program.address("/api/v1/admissions"), token, bodies)) {
                calls.send(rate / 3, warmUp / 2);
                calls.send(rate, warmUp / 2);
                double processor = program.processorSeconds();
                SteadyCalls.Result result = calls.send(rate, seconds);
                say(
                        "record, " + name,
                        "%d a second for %d s: p50 %.1f ms, p99 %.1f ms, longest %.0f ms; %d of %d were 201; processor %.0f %%",
                        rate,
                        seconds,
                        result.at(0.5),
                        result.at(0.99),
                        result.at(1),
                        result.created(),
                        result.times().length,
                        (program.processorSeconds() - processor) / seconds * 100);
            }
        }
        issuer.shutdown();
    }

    /** As many rows as a region of this size makes in years; the words behind them are left out. */
    private void lists(String database) throws Exception {
        List<String> settings = List.of("--inkoopkompas.demo.applications=false");
        RunningProgram.start(jar, database, settings).untilReady().close();
        fill(JdbcClient.create(MigratedDatabase.inFile(database).owner()));
        try (RunningProgram program =
                RunningProgram.start(jar, database, settings).untilReady()) {
            for (String path : List.of(
                    "/api/v1/decisions?size=50",
                    "/api/v1/decisions?outcome=MIXED&contract=ambulant-jeugd&size=50",
                    "/api/v1/decisions?from=2024-01-01&to=2024-01-01&page=100&size=50")) {
                look(program.address(path), basic(), path);
            }
            String session = logIn(program);
            for (String path : List.of(
                    "/aanmeldingen",
                    "/aanmeldingen?pagina=2000",
                    "/aanmeldingen?voorstel=HEARING&contract=ambulant-jeugd",
                    "/aanmeldingen?sorteer=aanbieder",
                    "/aanmeldingen?criterium=admission.experience",
                    "/aanmeldingen?zoek=" + URLEncoder.encode("zorg 4711", StandardCharsets.UTF_8))) {
                look(program.address(path), session, path);
            }
        }
    }

    private static void fill(JdbcClient owner) {
        owner.sql("""
                insert into journal_entry
                select random_uuid(), 'DECISION', null,
                    dateadd('second', x, timestamp with time zone '2024-01-01 00:00:00+00'), 'rwo', 'digest'
                from system_range(1, 100000)
                """).update();
        owner.sql("""
                insert into decision
                select id, id, null, 1, 'admission',
                    array['HEARING', 'ADMISSIBLE', 'MIXED', 'INCOMPLETE'][1 + mod(x, 4)],
                    array['ambulant-jeugd', 'ambulant-wmo', 'wonen-wmo', 'wonen-jeugd'][1 + mod(x / 7, 4)],
                    'Zorg ' || x, '90' || lpad(mod(x, 9000), 6, '0'), 1,
                    array['admission.experience,', 'admission.insurance,admission.housing,', '',
                        'admission.financial-health,', 'admission.association,'][1 + mod(x / 3, 5)],
                    date '2024-04-01', recorded_at, 'rwo', '2024.1', 'hash', '1', '1', 'hash', null, null, 'zorg ' || x
                from (select id, recorded_at, row_number() over (order by recorded_at) as x
                      from journal_entry where kind = 'DECISION')
                """).update();
    }

    private void look(URI address, String credentials, String name) throws IOException, InterruptedException {
        String header = credentials.startsWith("Basic") ? "Authorization" : "Cookie";
        long[] times = new long[LOOKS];
        for (int i = -10; i < LOOKS; i++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(address).header(header, credentials).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        say("100,000: " + name, "p50 %.0f ms, p99 %.0f ms", times[LOOKS / 2] / 1e6, times[LOOKS - 1] / 1e6);
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString("inkoper:demo".getBytes(StandardCharsets.UTF_8));
    }

    private String logIn(RunningProgram program) throws IOException, InterruptedException {
        HttpResponse<String> form =
                client.send(HttpRequest.newBuilder(program.address("/inloggen")).build(), BodyHandlers.ofString());
        String token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        String before = cookie(form);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(program.address("/inloggen"))
                        .header("Cookie", before)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=inkoper&password=demo&_csrf="
                                + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        return cookie(answer);
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow();
    }
}
