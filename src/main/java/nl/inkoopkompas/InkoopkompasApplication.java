package nl.inkoopkompas;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nl.inkoopkompas.access.DemoPeople;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.backup.BackupCommand;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.lab.CarriedRules;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.SealedRuleBooks;
import nl.inkoopkompas.retention.RetentionCommand;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;

/** Starts Inkoopkompas. */
@SpringBootApplication
@EnableScheduling
public class InkoopkompasApplication {

    private static final Logger LOG = LoggerFactory.getLogger(InkoopkompasApplication.class);

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** The rules that the program carries are compiled while the rest starts; mostly the register holds the same. */
    private static final FutureTask<Prepared> EARLY = new FutureTask<>(InkoopkompasApplication::prepared);

    /** What the program carries: its rule book, and an engine that has compiled it. */
    private record Prepared(RuleBookFiles proposal, DecisionEngine engine) {}

    public static void main(String[] args) {
        if (BackupCommand.isAsked(args)) {
            System.exit(BackupCommand.run(args));
        }
        if (ReplayCommand.isAsked(args)) {
            System.exit(ReplayCommand.run(args));
        }
        if (RetentionCommand.isAsked(args)) {
            System.exit(RetentionCommand.run(LocalDate.now(ZONE), args));
        }
        Thread early = new Thread(EARLY, "rules");
        early.setDaemon(true);
        early.start();
        SpringApplication.run(InkoopkompasApplication.class, args);
    }

    private static Prepared prepared() throws IOException {
        RuleBookFiles proposal = proposal();
        DecisionEngine engine = new DecisionEngine(receipt());
        try {
            engine.prepare(RuleBookReader.read(proposal));
        } catch (RuleBookRefused e) {
            LOG.debug("The rule book of the program is refused; who needs it will be told", e);
        }
        return new Prepared(proposal, engine);
    }

    /** The build that runs, as the build wrote it down. */
    private static EngineReceipt receipt() throws IOException {
        Properties build = new Properties();
        try (InputStream in = InkoopkompasApplication.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return new EngineReceipt(
                build.getProperty("build.version", "development"), build.getProperty("build.time", "development"));
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** Waits for what was begun at the start; begins it where nobody did, as in a test. */
    private static Prepared early() throws ExecutionException, InterruptedException {
        EARLY.run();
        return EARLY.get();
    }

    @Bean
    DecisionEngine engine() throws ExecutionException, InterruptedException {
        return early().engine();
    }

    @Bean
    CarriedRules carriedRules() throws ExecutionException, InterruptedException {
        return new CarriedRules(early().proposal());
    }

    @Bean
    SealedRuleBooks ruleBooks(
            JdbcClient jdbc, Journal journal, TransactionOperations transactions, Clock clock, DecisionEngine engine)
            throws ExecutionException, InterruptedException {
        return SealedRuleBooks.open(jdbc, journal, transactions, early().proposal(), clock.instant(), engine::prepare);
    }

    @EventListener
    void sayWhereToGo(ApplicationReadyEvent ready) {
        People people = ready.getApplicationContext().getBean(People.class);
        if (people.demo().isEmpty()
                || !(ready.getApplicationContext() instanceof WebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        StringBuilder lines = new StringBuilder("Inkoopkompas draait op http://localhost:")
                .append(web.getWebServer().getPort())
                .append("\nLog in met wachtwoord \"")
                .append(DemoPeople.PASSWORD)
                .append("\" als:");
        people.demo().forEach(person -> lines.append("\n  %-17s %s".formatted(person.username(), person.role())));
        LOG.info("{}", lines);
    }

    /** The rule book that the program carries. */
    private static RuleBookFiles proposal() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String root : RuleBookFiles.ROOTS) {
            for (Resource resource : resolver.getResources("classpath:" + root + "/**")) {
                String address = resource.getURL().toString();
                if (resource.isReadable() && !address.endsWith("/")) {
                    String path = address.substring(address.lastIndexOf("/" + root + "/") + 1);
                    files.put(path, resource.getContentAsByteArray());
                }
            }
        }
        return new RuleBookFiles(files);
    }
}
