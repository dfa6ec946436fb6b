package nl.inkoopkompas;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.access.DemoPeople;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.register.SealedRuleBooks;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts Inkoopkompas. */
@SpringBootApplication
public class InkoopkompasApplication {

    private static final Logger LOG = LoggerFactory.getLogger(InkoopkompasApplication.class);

    public static void main(String[] args) {
        SpringApplication.run(InkoopkompasApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Amsterdam"));
    }

    @Bean
    DecisionEngine engine(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new DecisionEngine(
                properties == null
                        ? new EngineReceipt("development", "development")
                        : new EngineReceipt(
                                String.valueOf(properties.getVersion()), String.valueOf(properties.getTime())));
    }

    @Bean
    SealedRuleBooks ruleBooks(JdbcClient jdbc, Clock clock, DecisionEngine engine) throws IOException {
        SealedRuleBooks books = SealedRuleBooks.open(jdbc, proposal(), clock.instant(), engine::prepare);
        books.all().forEach(engine::prepare);
        return books;
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
