package nl.inkoopkompas.web.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.transition.Transitions;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plan of the demo for running indications, with days around the one on which contracts change. */
@Component
@Profile("demo")
class DemoPlan {

    private static final String PLANNER = "rwo";

    private final Transitions transitions;
    private final JsonMapper json;
    private final Clock clock;

    DemoPlan(Transitions transitions, JsonMapper json, Clock clock) {
        this.transitions = transitions;
        this.json = json;
        this.clock = clock;
    }

    void handle() throws IOException {
        JsonNode given = DemoScript.read("werk/overgang");
        LocalDate today = LocalDate.now(clock);
        LocalDate month = today.withDayOfMonth(1);
        ObjectNode request = json.createObjectNode().put("asOf", today.toString());
        request.put(
                "switchOn",
                month.plusMonths(given.path("monthsToSwitch").asLong()).toString());
        request.set("products", given.path("products"));
        request.set("contracted", given.path("contracted"));
        ArrayNode indications = request.putArray("indications");
        for (JsonNode line : given.path("indications")) {
            ObjectNode indication = indications.addObject();
            indication.put("id", line.get(0).asString());
            indication.put("municipality", line.get(1).asString());
            indication.put("provider", line.get(2).asString());
            indication.put("product", line.get(3).asString());
            indication.put("start", month.plusMonths(line.get(4).asLong()).toString());
            if (!line.get(5).isNull()) {
                LocalDate last = month.plusMonths(line.get(5).asLong()).minusDays(1);
                indication.put("end", last.toString());
            }
            indication.put("weeklyValue", line.get(6).asInt());
        }
        transitions.record(request, clock.instant(), PLANNER);
    }
}
