package nl.inkoopkompas.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.evidence.Lapses;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.requests.ChangeRequests;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RecentEntries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** What a stranger finds in the demo: something on every page. */
@SpringBootTest(
        properties = {"inkoopkompas.demo.applications=true", "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1"
        })
@DirtiesContext
class DemoTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    DemoData data;

    @Autowired
    DecisionRegister register;

    @Autowired
    RecentEntries recent;

    @Autowired
    Drafts drafts;

    @Autowired
    ChangeRequests requests;

    @Autowired
    Lapses lapses;

    @BeforeEach
    void waitUntilAllIsRead() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (data.isBusy() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(data.isBusy()).isFalse();
    }

    @Test
    void hasDecisionsOfEveryTypeAndDossiersThatWentFurther() {
        assertThat(List.of("admission", "exception-contract", "procedure", "transition"))
                .allSatisfy(
                        type -> assertThat(register.find(DecisionFilter.all().ofType(type), 1, 1)
                                        .total())
                                .isPositive());
        assertThat(List.of("DETERMINATION", "LETTER", "EVIDENCE_CHECK", "CONTRACTING", "RULE_BOOK"))
                .allSatisfy(
                        kind -> assertThat(recent.last(List.of(kind), null, 1)).hasSize(1));
        assertThat(lapses.until(LocalDate.now().plusMonths(3), 1, 1).total()).isPositive();
    }

    @Test
    void hasWorkForPolicyMakers() {
        assertThat(drafts.all()).anySatisfy(draft -> assertThat(draft.edits()).isNotEmpty());
        assertThat(requests.all(null))
                .extracting(request -> request.status().name())
                .contains("ASKED", "TAKEN_UP");
    }
}
