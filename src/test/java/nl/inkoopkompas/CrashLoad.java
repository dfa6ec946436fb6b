package nl.inkoopkompas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * People who write at the same time, on the same dossiers, to a program that is killed now and then. Whoever gets no
 * answer asks again with the same key until there is one; half of the applications come without a key, and are not
 * asked again. Every act carries a mark of its own; what was answered is kept by it.
 */
final class CrashLoad {

    /** What is written; the journal calls it so, but for decisions. */
    enum Kind {
        APPLICATION,
        ROUND,
        DETERMINATION,
        SECOND_READING,
        LETTER,
        EXCEPTION_REQUEST,
        EXCEPTION_ACTION
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final int RECENT = 12;
    private static final String EXCEPTIONS = "/api/v1/exception-contracts";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final long seed;
    private final AtomicInteger marks = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Dossier> dossiers = new CopyOnWriteArrayList<>();
    private final List<Exceptional> cases = new CopyOnWriteArrayList<>();
    private volatile int port;
    private volatile boolean enough;

    /** Marks of what was acknowledged, by kind. */
    final Map<Kind, ConcurrentLinkedQueue<String>> acknowledged = new ConcurrentHashMap<>();
    /** Applications without a key that got no answer: recorded once, or not. */
    final Queue<String> uncertain = new ConcurrentLinkedQueue<>();
    /** Requests for exceptions that were approved or refused. */
    final AtomicInteger decided = new AtomicInteger();
    /** How often an act was refused because another was first. */
    final AtomicInteger refused = new AtomicInteger();
    /** How often an act got no answer and was asked again. */
    final AtomicInteger unanswered = new AtomicInteger();
    /** Answers that should not be. */
    final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private final ExecutorService people = Executors.newCachedThreadPool();

    /** A dossier as the load knows it. */
    private static final class Dossier {

        private final String product;
        private volatile String latest;
        private volatile boolean heard;

        Dossier(String id, String product) {
            latest = id;
            this.product = product;
        }
    }

    /** A request for an exception contract as the load knows it. */
    private static final class Exceptional {

        private final String path;
        private volatile String status = "SUBMITTED";

        Exceptional(String path) {
            this.path = path;
        }
    }

    /** Something to do with a request, by whom, and what is said with it besides why. */
    private record Step(String action, String by, String field, String value) {

        Step(String action, String by) {
            this(action, by, "", "");
        }
    }

    private static final Map<String, List<Step>> STEPS = Map.of(
            "SUBMITTED", List.of(new Step("TAKE_UP", "rwo"), new Step("TAKE_UP", "rwo-2")),
            "UNDER_REVIEW",
                    List.of(
                            new Step("ASK_INFORMATION", "rwo", "question", "Wie is gevraagd?"),
                            new Step("SUPPLY_INFORMATION", "toegang-gouda", "answer", "Niemand."),
                            new Step("ADVISE", "rwo", "advice", "APPROVE"),
                            new Step("ADVISE", "rwo-2", "advice", "REJECT")),
            "ADVISED",
                    List.of(
                            new Step("APPROVE", "directeur"),
                            new Step("REJECT", "directeur"),
                            new Step("RETURN", "directeur")),
            "APPROVED", List.of(new Step("ISSUE_INDICATION", "toegang-gouda"), new Step("DRAW_UP_CONTRACT", "rwo")),
            "CONTRACTED", List.of(new Step("CLOSE", "rwo")),
            "REJECTED", List.of(new Step("SEEK_ALTERNATIVE", "toegang-gouda")));

    CrashLoad(long seed) {
        this.seed = seed;
        for (Kind kind : Kind.values()) {
            acknowledged.put(kind, new ConcurrentLinkedQueue<>());
        }
    }

    void listensOn(int newPort) {
        port = newPort;
    }

    /** Waits until something more is answered. */
    void awaitAnswer() throws InterruptedException {
        int before = answers.get();
        for (int i = 0; i < 600 && answers.get() == before; i++) {
            Thread.sleep(50);
        }
    }

    /** Waits until some requests for exceptions are decided on. */
    void awaitDecisions(int number) throws InterruptedException {
        for (int i = 0; i < 1200 && decided.get() < number; i++) {
            Thread.sleep(50);
        }
    }

    void begin(int persons) {
        for (int person = 0; person < persons; person++) {
            Random random = new Random(seed * 1000 + person);
            people.submit(() -> {
                while (!enough) {
                    try {
                        act(random);
                    } catch (RuntimeException e) {
                        failures.add(String.valueOf(e));
                    }
                }
                return null;
            });
        }
    }

    /** Everybody finishes what they were at. */
    void end() throws InterruptedException {
        enough = true;
        people.shutdown();
        if (!people.awaitTermination(120, TimeUnit.SECONDS)) {
            failures.add("somebody got no answer");
        }
    }

    private void act(Random random) throws InterruptedException {
        if (random.nextInt(3) == 0) {
            actOnACase(random);
            return;
        }
        int choice = random.nextInt(100);
        if (choice < 20 || dossiers.isEmpty()) {
            apply();
            return;
        }
        int from = Math.max(0, dossiers.size() - RECENT);
        Dossier dossier = dossiers.get(from + random.nextInt(dossiers.size() - from));
        if (choice < 35) {
            supplement(dossier);
        } else if (choice < 50) {
            hear(dossier);
        } else if (choice < 72 && dossier.heard) {
            determine(dossier, random.nextBoolean());
        } else if (choice < 92 && dossier.heard) {
            read(dossier);
        } else {
            write(dossier);
        }
    }

    private void apply() throws InterruptedException {
        int mark = marks.incrementAndGet();
        JsonNode made = send(Kind.APPLICATION, name(mark), "inkoper", "/api/v1/admissions", application(name(mark)));
        if (made != null) {
            dossiers.add(new Dossier(
                    made.path("id").asString(), made.at("/products/0/code").asString()));
        }
    }

    private void supplement(Dossier dossier) throws InterruptedException {
        int mark = marks.incrementAndGet();
        ObjectNode body = JSON.createObjectNode().put("kind", "SUPPLEMENT").put("on", "2024-04-20");
        body.putArray("changes")
                .addObject()
                .put("op", "replace")
                .put("path", "/applicant/employees")
                .put("value", mark);
        JsonNode made = send(Kind.ROUND, String.valueOf(mark), "rwo", of(dossier, "rounds"), body);
        if (made != null) {
            dossier.latest = made.path("id").asString();
        }
    }

    private void hear(Dossier dossier) throws InterruptedException {
        String mark = "Gehoord onder nummer " + marks.incrementAndGet() + ".";
        ObjectNode body = JSON.createObjectNode().put("kind", "HEARING").put("on", "2024-04-20");
        body.putArray("responses")
                .addObject()
                .put("criterion", "admission.negative-experience")
                .put("subject", "/applicant")
                .put("kind", "MEASURES")
                .put("accepted", false)
                .put("motivation", mark);
        JsonNode made = send(Kind.ROUND, mark, "rwo", of(dossier, "rounds"), body);
        if (made != null) {
            dossier.latest = made.path("id").asString();
            dossier.heard = true;
        }
    }

    /** @param read whether a second reader reads it at once; else whoever comes by */
    private void determine(Dossier dossier, boolean read) throws InterruptedException {
        String mark = "Vastgesteld onder nummer " + marks.incrementAndGet() + ".";
        ObjectNode body = JSON.createObjectNode().put("motivation", mark);
        body.putArray("products").addObject().put("code", dossier.product).put("outcome", "REJECTED");
        if (send(Kind.DETERMINATION, mark, "inkoper", of(dossier, "determination"), body) != null && read) {
            read(dossier);
        }
    }

    private void read(Dossier dossier) throws InterruptedException {
        int number = marks.incrementAndGet();
        String mark = "Als tweede gelezen onder nummer " + number + ".";
        ObjectNode body = JSON.createObjectNode().put("agreed", number % 2 == 0).put("motivation", mark);
        send(Kind.SECOND_READING, mark, "inkoper-2", of(dossier, "determination/reading"), body);
    }

    private void write(Dossier dossier) throws InterruptedException {
        String mark = "brief-" + marks.incrementAndGet() + "@zorg.example";
        ObjectNode body = JSON.createObjectNode().put("kind", "CONFIRMATION");
        body.putObject("recipient").put("name", "Team zorg").put("address", mark);
        send(Kind.LETTER, mark, "inkoper", of(dossier, "letters"), body);
    }

    private void actOnACase(Random random) throws InterruptedException {
        if (cases.isEmpty() || random.nextInt(6) == 0) {
            String mark = "C-" + marks.incrementAndGet();
            JsonNode made = send(Kind.EXCEPTION_REQUEST, mark, "toegang-gouda", EXCEPTIONS, exception(mark));
            if (made != null) {
                cases.add(new Exceptional(EXCEPTIONS + "/" + made.path("id").asString() + "/actions"));
            }
            return;
        }
        int from = Math.max(0, cases.size() - RECENT / 2);
        Exceptional one = cases.get(from + random.nextInt(cases.size() - from));
        List<Step> steps = STEPS.getOrDefault(one.status, List.of());
        if (steps.isEmpty()) {
            return;
        }
        Step step = steps.get(random.nextInt(steps.size()));
        String mark = "Gedaan onder nummer " + marks.incrementAndGet() + ".";
        ObjectNode body = JSON.createObjectNode().put("action", step.action()).put("motivation", mark);
        if (!step.field().isEmpty()) {
            body.put(step.field(), step.value());
        }
        JsonNode acted = send(Kind.EXCEPTION_ACTION, mark, step.by(), one.path, body);
        if (acted != null) {
            one.status = acted.path("status").asString();
            if (step.by().equals("directeur") && !step.action().equals("RETURN")) {
                decided.incrementAndGet();
            }
        }
    }

    private static ObjectNode exception(String mark) {
        ObjectNode request = (ObjectNode) JSON.readTree("""
                {"asOf": "2024-04-01", "municipality": "0513", "contract": "ambulant-jeugd", "product": "45A04",
                 "need": "Nergens te krijgen.", "period": {"from": "2024-04-15"}, "value": 1000, "triedProviders": []}
                """);
        request.put("client", mark);
        request.putObject("provider").put("name", "Praktijk").put("kvkNumber", "12345678");
        return request;
    }

    private static String of(Dossier dossier, String what) {
        return "/api/v1/decisions/" + dossier.latest + "/" + what;
    }

    private static String name(int mark) {
        return "Zorg nummer " + mark;
    }

    private static ObjectNode application(String name) {
        ObjectNode application = (ObjectNode) JSON.readTree("""
                {"asOf": "2024-04-01", "contract": "ambulant-jeugd",
                 "applicant": {"kvkNumber": "12345678", "legalForm": "BV", "employees": 0,
                  "contractEvents": [{"kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER",
                   "counterparty": "Regio X", "inThisRegion": false, "initiatedBy": "COMMISSIONER", "partial": false,
                   "improvements": []}]},
                 "products": [{"code": "45A01", "staff": [{"qualification": "HBO", "fte": 3.5}]}]}
                """);
        ((ObjectNode) application.path("applicant")).put("name", name);
        return application;
    }

    /** Asks until there is an answer; null where it was refused, or came without a key and got no answer. */
    private JsonNode send(Kind kind, String mark, String by, String path, ObjectNode body) throws InterruptedException {
        boolean named = kind != Kind.APPLICATION || mark.hashCode() % 2 == 0;
        byte[] basic = (by + ":demo").getBytes(StandardCharsets.UTF_8);
        while (true) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()));
                if (named) {
                    request.header("Idempotency-Key", "crash-" + kind + "-" + mark.replaceAll("\\W", "-"));
                }
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                answers.incrementAndGet();
                if (answer.statusCode() == 201 || answer.statusCode() == 200) {
                    acknowledged.get(kind).add(mark);
                    return JSON.readTree(answer.body());
                }
                refused.incrementAndGet();
                if (answer.statusCode() != 409 && answer.statusCode() != 400) {
                    failures.add(kind + " " + mark + ": " + answer.statusCode() + " " + answer.body());
                }
                return null;
            } catch (IOException killed) {
                unanswered.incrementAndGet();
                Thread.sleep(200);
                if (!named) {
                    uncertain.add(mark);
                    return null;
                }
            }
        }
    }
}
