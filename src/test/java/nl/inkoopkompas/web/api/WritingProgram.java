package nl.inkoopkompas.web.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import nl.inkoopkompas.SingleCriterionBook;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.exceptioncontract.CaseMoved;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.SealedRuleBooks;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The program without what it does not need to write, so that it can be killed and started again often: the controllers
 * of what is recorded and all below them, with a rule book of one criterion; no Tomcat, no login, no pages.
 */
@EnableScheduling
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    TaskSchedulingAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan(
        basePackages = {
            "nl.inkoopkompas.admission",
            "nl.inkoopkompas.contracting",
            "nl.inkoopkompas.correspondence",
            "nl.inkoopkompas.database",
            "nl.inkoopkompas.evidence",
            "nl.inkoopkompas.exceptioncontract",
            "nl.inkoopkompas.register",
            "nl.inkoopkompas.web.schedule",
            "nl.inkoopkompas.webhook"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Tests|intake|CarriedDraft|Simulating)\\b.*"))
@Import({
    AdmissionsApi.class,
    DecidingCalls.class,
    DossiersApi.class,
    ExceptionContractsApi.class,
    ExceptionView.class,
    LettersApi.class,
    RecordingCalls.class
})
public class WritingProgram {

    private static final RuleBookFiles BOOK = book();
    private static final CompletableFuture<DecisionEngine> PREPARED = CompletableFuture.supplyAsync(() -> {
        DecisionEngine engine = new DecisionEngine(new EngineReceipt("crash", "crash"));
        engine.prepare(RuleBookReader.read(BOOK));
        return engine;
    });

    private final ConfigurableApplicationContext context;

    WritingProgram(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static void main(String[] args) throws IOException {
        SpringApplication program = new SpringApplication(WritingProgram.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setLazyInitialization(true);
        ConfigurableApplicationContext context = program.run(args);
        WritingProgram writing = context.getBean(WritingProgram.class);
        context.getBean(SealedRuleBooks.class);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", writing::answer);
        server.start();
        System.out.println("http://localhost:" + server.getAddress().getPort());
    }

    /** The rule book of the project with one criterion, under which a rejection asks for a second reader. */
    private static RuleBookFiles book() {
        String path = "rules/admission/parameters.yaml";
        RuleBookFiles files = SingleCriterionBook.of("admission.negative-experience", RuleBookFiles.below(Path.of("")));
        String text = files.text(path);
        int reader = text.indexOf("admission.determination.second-reader:");
        int value = text.indexOf("value: false", reader);
        return files.with(path, text.substring(0, value) + "value: true" + text.substring(value + 12));
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Amsterdam"));
    }

    @Bean
    DecisionEngine engine() {
        return PREPARED.join();
    }

    @Bean
    SealedRuleBooks ruleBooks(
            JdbcClient jdbc, Journal journal, TransactionOperations transactions, Clock clock, DecisionEngine engine) {
        return SealedRuleBooks.open(jdbc, journal, transactions, BOOK, clock.instant(), engine::prepare);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body;
        int status;
        try {
            ResponseEntity<String> answer = call(exchange);
            status = answer.getStatusCode().value();
            body = String.valueOf(answer.getBody()).getBytes(StandardCharsets.UTF_8);
        } catch (CaseMoved | WrongState | Refused | RequestRefused refused) {
            status = 409;
            body = String.valueOf(refused).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            status = 500;
            body = failure.toString().getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ResponseEntity<String> call(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        InputStream body = new ByteArrayInputStream(exchange.getRequestBody().readAllBytes());
        String key = exchange.getRequestHeaders().getFirst(RecordingCalls.KEY);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String username = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2)[0];
        Principal principal = () -> username;
        request.setUserPrincipal(principal);
        String[] parts = path.split("/", 6); // "", api, v1, decisions, id, rest
        if (parts[3].equals("exception-contracts")) {
            ExceptionContractsApi exceptions = context.getBean(ExceptionContractsApi.class);
            return parts.length < 6
                    ? exceptions.submit(body, key, request, new Someone(username))
                    : exceptions.act(parts[4], body, key, null, request, new Someone(username));
        }
        if (parts.length < 6) {
            return context.getBean(AdmissionsApi.class).decide(body, "true", key, request);
        }
        DossiersApi dossiers = context.getBean(DossiersApi.class);
        return switch (parts[5]) {
            case "rounds" -> dossiers.round(parts[4], body, key, null, request, principal);
            case "determination" -> dossiers.determine(parts[4], body, key, null, request, principal);
            case "determination/reading" -> dossiers.read(parts[4], body, key, null, request, principal);
            case "letters" -> context.getBean(LettersApi.class).send(parts[4], body, key, request, principal);
            default -> throw new IllegalArgumentException(path);
        };
    }

    /** A person, by the name that demo users have. */
    private record Someone(String username) implements Person {

        @Override
        public String name() {
            return username;
        }

        @Override
        public Role role() {
            return username.startsWith("toegang")
                    ? Role.TOEGANG
                    : username.equals("directeur") ? Role.PROGRAMMADIRECTEUR : Role.RWO;
        }

        @Override
        public @Nullable String municipality() {
            return role() == Role.TOEGANG ? "0513" : null;
        }
    }
}
