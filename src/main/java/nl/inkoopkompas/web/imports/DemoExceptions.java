package nl.inkoopkompas.web.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The invented requests for exception contracts of the demo, some of them on their way. */
@Component
@Profile("demo")
class DemoExceptions {

    private static final Actor ANYBODY = new Actor("", "AUDITOR", null);

    private final ExceptionContracts contracts;
    private final DemoContractings contractings;
    private final Clock clock;
    private final DemoData data;
    private final boolean wanted;

    DemoExceptions(
            ExceptionContracts contracts,
            DemoContractings contractings,
            Clock clock,
            DemoData data,
            @Value("${inkoopkompas.demo.applications:false}") boolean wanted) {
        this.contracts = contracts;
        this.contractings = contractings;
        this.clock = clock;
        this.data = data;
        this.wanted = wanted;
    }

    /** Fills an empty register; what was asked for before stays as it is. */
    @EventListener
    @Order
    void fill(ApplicationReadyEvent ready) throws IOException {
        boolean empty = contracts
                        .list(new CaseFilter(ANYBODY, null, null, null, null, null), 1, 1)
                        .total()
                == 0;
        if (!wanted) {
            return;
        }
        if (empty) {
            read();
        }
        data.partIsReady();
    }

    private void read() throws IOException {
        contractings.read();
        for (JsonNode one : DemoScript.read("uitzonderingen/aanvragen")) {
            ExceptionCase made = contracts.submit(DemoScript.sent(request(one)), actor(one), clock.instant());
            for (JsonNode act : one.path("acts")) {
                made = contracts.act(made, DemoScript.sent(act.path("body")), actor(act), clock.instant());
            }
        }
    }

    /** With dates from today on. */
    private ObjectNode request(JsonNode one) {
        LocalDate today = LocalDate.now(clock);
        ObjectNode request = (ObjectNode) one.get("request").deepCopy();
        request.put("asOf", today.toString());
        request.putObject("period")
                .put("from", today.plusWeeks(2).toString())
                .put("to", today.plusDays(one.path("days").asLong()).toString());
        return request;
    }

    private static Actor actor(JsonNode node) {
        return new Actor(
                node.path("by").asString(),
                node.path("role").asString(),
                node.path("municipality").asString(null));
    }
}
