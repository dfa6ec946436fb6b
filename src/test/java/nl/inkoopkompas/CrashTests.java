package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.inkoopkompas.CrashLoad.Kind;
import nl.inkoopkompas.web.api.WritingProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program is killed at random moments while many write, and started again. Whatever was acknowledged is there once
 * afterwards, nothing else is, and no mail arrives twice. {@code crash.kills} says how often, {@code crash.minutes} for
 * how long at most, {@code crash.seed} when.
 */
class CrashTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final int MINUTES = Integer.getInteger("crash.minutes", 600);
    private static final long SEED = Long.getLong("crash.seed", 1);
    private static final int PEOPLE = 6;

    /** One kill in so many comes while the program starts, and one from the moment that it listens. */
    private static final int SPREAD = 5;

    private static final int LONGEST_START = 6_000;
    private static final int LONGEST_LOAD = 2_000;
    private static final int LEAST_DECISIONS = 2;

    @TempDir
    Path directory;

    @Test
    void losesAndRepeatsNothingOnH2() throws Exception {
        survives("jdbc:h2:file:" + directory.resolve("db"), "", "");
    }

    @Test
    @EnabledIfSystemProperty(named = "crash.postgres", matches = "true", disabledReason = "mvn -Pcrash verify")
    void losesAndRepeatsNothingOnPostgres() throws Exception {
        survives(PostgresServer.emptyDatabase(), PostgresServer.OWNER, PostgresServer.OWNER);
    }

    private int kills;
    private int starting;

    private void survives(String database, String owner, String password) throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            List<String> settings = List.of(
                    "--spring.datasource.url=" + database,
                    "--spring.datasource.username=" + owner,
                    "--spring.datasource.password=" + password,
                    "--spring.main.banner-mode=off",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + mail.getSmtp().getPort(),
                    "--server.port=0",
                    "--inkoopkompas.demo.applications=false",
                    "--inkoopkompas.addresses.municipalities.0513=gouda@gemeente.example",
                    "--inkoopkompas.writing.initial-delay=100ms",
                    "--inkoopkompas.writing.delay=100ms",
                    "--inkoopkompas.mailing.initial-delay=100ms",
                    "--inkoopkompas.mailing.delay=100ms",
                    "--inkoopkompas.sealing.delay=100ms");
            CrashLoad load = new CrashLoad(SEED);
            killUnder(load, settings);
            assertThat(load.failures).isEmpty();
            JsonNode verification = verifiedByWholeProgram(settings);
            try (Connection connection = DriverManager.getConnection(database, owner, password)) {
                report(load, verification, Store.of(connection), mail);
                check(load, verification, Store.of(connection), mail);
            }
        } finally {
            mail.stop();
        }
    }

    private void killUnder(CrashLoad load, List<String> settings) throws Exception {
        Random random = new Random(SEED);
        Path log = directory.resolve("program.log");
        KilledProgram program = new KilledProgram(WritingProgram.class, log, settings);
        load.listensOn(program.port());
        load.begin(PEOPLE);
        List<String> again = Stream.concat(settings.stream(), Stream.of("--spring.flyway.enabled=false"))
                .toList(); // The tables are there.
        Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
        for (int kill = 0; kill < KILLS && Instant.now().isBefore(end); kill++) {
            int kind = random.nextInt(SPREAD);
            if (kind > 0 || program.listensWithin(random.nextInt(LONGEST_START))) {
                load.listensOn(program.port());
                if (kind > 1) {
                    load.awaitAnswer();
                }
                Thread.sleep(random.nextInt(LONGEST_LOAD));
            }
            starting += program.listensWithin(0) ? 0 : 1;
            kills++;
            program.kill();
            program = new KilledProgram(WritingProgram.class, log, again);
            if (kills % 10 == 0) {
                System.out.printf("%d kills, %d while starting, %s%n", kills, starting, counts(load));
            }
        }
        load.listensOn(program.port());
        load.awaitDecisions(LEAST_DECISIONS);
        load.end();
        Thread.sleep(5_000); // What waits is sent.
        program.stop();
    }

    /** What the program as users have it says of the register that is left. */
    private JsonNode verifiedByWholeProgram(List<String> settings) throws Exception {
        KilledProgram program =
                new KilledProgram(InkoopkompasApplication.class, directory.resolve("whole.log"), settings);
        try {
            String basic = Base64.getEncoder().encodeToString("auditor:demo".getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://localhost:" + program.port() + "/api/v1/audit/verification"))
                                    .header("Authorization", "Basic " + basic)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } finally {
            program.stop();
        }
    }

    private static Map<Kind, Integer> counts(CrashLoad load) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        load.acknowledged.forEach((kind, marks) -> counts.put(kind, marks.size()));
        return counts;
    }

    private void report(CrashLoad load, JsonNode verification, Store store, GreenMail mail) {
        Map<String, Integer> statuses = new TreeMap<>();
        store.mails.values().forEach(status -> statuses.merge(status, 1, Integer::sum));
        System.out.printf(
                "%d kills, %d while starting; acknowledged %s, refused %d, asked again %d, given up %d; mails %s, received %d; %s%n",
                kills,
                starting,
                counts(load),
                load.refused.get(),
                load.unanswered.get() - load.uncertain.size(),
                load.uncertain.size(),
                statuses,
                mail.getReceivedMessages().length,
                verification);
    }

    private static void check(CrashLoad load, JsonNode verification, Store store, GreenMail mail)
            throws MessagingException {
        for (Kind kind : Kind.values()) {
            List<String> stored = sorted(store.marks.getOrDefault(kind, List.of()));
            assertThat(stored).as("%s in the register", kind).doesNotHaveDuplicates();
            if (kind == Kind.APPLICATION) {
                stored.removeAll(Set.copyOf(load.uncertain));
            }
            assertThat(stored).as("%s in the register", kind).isEqualTo(sorted(load.acknowledged.get(kind)));
        }
        assertThat(load.decided).hasValueGreaterThanOrEqualTo(LEAST_DECISIONS);
        assertThat(store.gaps)
                .as("turns or rounds that are missing or stand twice")
                .isEmpty();
        assertThat(verification.path("intact").asBoolean(false))
                .as(verification.toString())
                .isTrue();
        Map<String, Integer> received = new HashMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            received.merge(message.getMessageID(), 1, Integer::sum);
        }
        assertThat(received.values()).as("how often each mail arrived").allMatch(times -> times == 1);
        assertThat(sorted(store.addresses)).isEqualTo(sorted(load.acknowledged.get(Kind.LETTER)));
        store.mails.forEach((message, status) -> {
            switch (status) {
                case "SENT" -> assertThat(received).as("sent").containsKey(message);
                case "WAITING", "NO_ADDRESS" -> assertThat(received).as(status).doesNotContainKey(message);
                default -> assertThat(status).isIn("SENDING", "UNCERTAIN"); // SENDING becomes UNCERTAIN in ten minutes
            }
        });
        assertThat(store.mails).containsValue("SENT");
    }

    private static List<String> sorted(Iterable<String> marks) {
        List<String> sorted = new ArrayList<>();
        marks.forEach(sorted::add);
        Collections.sort(sorted);
        return sorted;
    }

    /** What the database holds. */
    private record Store(
            Map<Kind, List<String>> marks, Map<String, String> mails, List<String> addresses, List<String> gaps) {

        /** Letters and mails that a decision on a case has to have, by their kind: how many mails. */
        private static final String MAILS = "case l.kind when 'NOTICE' then 5 when 'CONTRACT' then 2 else 1 end";

        static Store of(Connection connection) throws SQLException {
            Map<Kind, List<String>> marks = new EnumMap<>(Kind.class);
            Map<String, String> mails = new HashMap<>();
            List<String> addresses = new ArrayList<>();
            List<String> gaps = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                ResultSet entries = statement.executeQuery("select e.kind, c.content from journal_entry e"
                        + " join journal_content c on c.entry_id = e.id where e.kind not in"
                        + " ('RULE_BOOK', 'LAB_DRAFT', 'EXCEPTION_LETTER')");
                while (entries.next()) {
                    add(marks, entries.getString(1), JSON.readTree(entries.getString(2)));
                }
                ResultSet waiting = statement.executeQuery(
                        "select message_id, status, recipient_address, case_letter_id" + " from outbox_mail");
                while (waiting.next()) {
                    mails.put(waiting.getString(1), waiting.getString(2));
                    if (waiting.getString(4) == null) {
                        addresses.add(waiting.getString(3));
                    }
                }
                ResultSet letters = statement.executeQuery("select l.id, l.kind from case_letter l left join"
                        + " outbox_mail m on m.case_letter_id = l.id group by l.id, l.kind having count(m.id) <> "
                        + MAILS);
                while (letters.next()) {
                    gaps.add("mails of " + letters.getString(2) + " " + letters.getString(1));
                }
                ResultSet decided = statement.executeQuery("select t.case_id, t.turn from exception_turn t left join"
                        + " case_letter l on l.case_id = t.case_id and l.turn = t.turn group by t.case_id, t.turn,"
                        + " t.action having count(l.id) <> case when t.action in ('APPROVE', 'REJECT') then 3"
                        + " when t.action = 'DRAW_UP_CONTRACT' then 1 else 0 end");
                while (decided.next()) {
                    gaps.add("letters of turn " + decided.getInt(2) + " of " + decided.getString(1));
                }
                ResultSet turns = statement.executeQuery("select dossier, count(*), max(turn) from dossier_turn"
                        + " group by dossier having count(*) <> max(turn) + 1");
                while (turns.next()) {
                    gaps.add("turns of " + turns.getString(1));
                }
                ResultSet rounds = statement.executeQuery("select first_id from decision group by first_id"
                        + " having count(*) <> max(round) or count(distinct round) <> count(*)");
                while (rounds.next()) {
                    gaps.add("rounds of " + rounds.getString(1));
                }
                ResultSet cases = statement.executeQuery("select c.id from exception_case c left join exception_turn t"
                        + " on t.case_id = c.id group by c.id, c.turn"
                        + " having count(t.turn) <> c.turn + 1 or max(t.turn) <> c.turn or min(t.turn) <> 0");
                while (cases.next()) {
                    gaps.add("turns of case " + cases.getString(1));
                }
                ResultSet advice = statement.executeQuery("select t.case_id from exception_turn t join decision d"
                        + " on d.first_id = t.case_id group by t.case_id having count(distinct d.id) <> 1 + count("
                        + "distinct case when t.action = 'ADVISE' then t.turn end)");
                while (advice.next()) {
                    gaps.add("advice without its decision, or the other way round, in case " + advice.getString(1));
                }
            }
            return new Store(marks, mails, addresses, gaps);
        }

        private static void add(Map<Kind, List<String>> marks, String kind, JsonNode content) {
            boolean exception = content.at("/decision/type").asString("").equals("exception-contract");
            if (kind.equals("EXCEPTION_REQUEST")
                    || (exception && content.path("round").isObject())) {
                return; // the turns tell of these
            }
            Kind of = exception
                    ? Kind.EXCEPTION_REQUEST
                    : !kind.equals("DECISION")
                            ? Kind.valueOf(kind)
                            : content.path("round").isObject() ? Kind.ROUND : Kind.APPLICATION;
            String pointer =
                    switch (of) {
                        case APPLICATION -> "/request/applicant/name";
                        case ROUND ->
                            content.at("/round/kind").asString().equals("HEARING")
                                    ? "/round/responses/0/motivation"
                                    : "/round/changes/0/value";
                        case DETERMINATION, SECOND_READING, EXCEPTION_ACTION -> "/motivation";
                        case EXCEPTION_REQUEST -> "/request/client";
                        case LETTER -> "/recipient/address";
                    };
            marks.computeIfAbsent(of, none -> new ArrayList<>())
                    .add(content.at(pointer).asString());
        }
    }
}
