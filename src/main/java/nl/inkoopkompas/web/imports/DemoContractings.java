package nl.inkoopkompas.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.ContractingFiles;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The invented contracted providers of the demo, read into a register that is still empty. */
@Component
@Profile("demo")
public class DemoContractings {

    private static final String FILE = "gecontracteerden-demo.csv";
    private static final String READER = "rwo";

    private final ContractedProviders providers;
    private final ContractingFiles files;
    private final RuleBooks ruleBooks;
    private final Clock clock;
    private final boolean wanted;

    DemoContractings(
            ContractedProviders providers,
            ContractingFiles files,
            RuleBooks ruleBooks,
            Clock clock,
            @Value("${inkoopkompas.demo.applications:false}") boolean wanted) {
        this.providers = providers;
        this.files = files;
        this.ruleBooks = ruleBooks;
        this.clock = clock;
        this.wanted = wanted;
    }

    @EventListener
    void fill(ApplicationReadyEvent ready) throws IOException {
        if (wanted) {
            read();
        }
    }

    /** Reads them in; what was contracted before stays as it is. */
    public void read() throws IOException {
        if (!providers.isEmpty()) {
            return;
        }
        try (InputStream content = new ClassPathResource("demo/contracten/gecontracteerden.csv").getInputStream()) {
            files.read(FILE, content, ruleBooks.effectiveOnOrNewest(LocalDate.now(clock)), clock.instant(), READER);
        }
    }
}
