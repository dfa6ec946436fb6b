package nl.inkoopkompas.webhook;

import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.CaseFollower;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a municipality of every change of status of its own cases, and of the decision on those of others. What it
 * tells never names a client.
 */
@Component
@EnableConfigurationProperties(Receivers.class)
class Announcements implements CaseFollower {

    private static final String TYPE = "exception-contract.status-changed";
    private static final String CASES = "/api/v1/exception-contracts/";

    private final Receivers receivers;
    private final WebhookQueue queue;
    private final JsonMapper json;

    Announcements(Receivers receivers, WebhookQueue queue, JsonMapper json) {
        this.receivers = receivers;
        this.queue = queue;
        this.json = json;
    }

    @Override
    public void happened(ExceptionCase after, Act act) {
        if (act.from() == act.to() || receivers.municipalities().isEmpty()) {
            return;
        }
        boolean decides = act.action() == CaseAction.APPROVE || act.action() == CaseAction.REJECT;
        String body = json.writeValueAsString(body(after, act));
        receivers.municipalities().keySet().stream()
                .filter(municipality -> decides || municipality.equals(after.municipality()))
                .sorted()
                .forEach(municipality -> queue.add(municipality, after.id(), act.turn(), body, act.at()));
    }

    private ObjectNode body(ExceptionCase after, Act act) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", TYPE);
        body.put("timestamp", act.at().toString());
        ObjectNode data = body.putObject("data");
        data.put("case", after.id().toString());
        data.put("municipality", after.municipality());
        data.put("kind", after.line().kind().name());
        data.put("from", act.from() == null ? null : act.from().name());
        data.put("to", act.to().name());
        data.put("result", after.result() == null ? null : after.result().name());
        data.put("turn", act.turn());
        data.put("link", receivers.address() + CASES + after.id());
        return body;
    }
}
