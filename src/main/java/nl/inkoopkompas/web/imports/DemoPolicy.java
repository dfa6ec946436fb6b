package nl.inkoopkompas.web.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.requests.ChangeRequest;
import nl.inkoopkompas.lab.requests.ChangeRequests;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The work of policy makers in the demo: changes that people asked for, a draft, and an advice to be determined. */
@Component
@Profile("demo")
class DemoPolicy {

    private static final String POLICY_MAKER = "beleid";

    private final ChangeRequests requests;
    private final Drafts drafts;
    private final RuleBooks ruleBooks;
    private final Decisions decisions;
    private final ProcedureType procedure;
    private final JsonMapper json;
    private final Clock clock;

    DemoPolicy(
            ChangeRequests requests,
            Drafts drafts,
            RuleBooks ruleBooks,
            Decisions decisions,
            ProcedureType procedure,
            JsonMapper json,
            Clock clock) {
        this.requests = requests;
        this.drafts = drafts;
        this.ruleBooks = ruleBooks;
        this.decisions = decisions;
        this.procedure = procedure;
        this.json = json;
        this.clock = clock;
    }

    void handle() throws IOException {
        JsonNode work = DemoScript.read("werk/beleid");
        for (JsonNode one : work.path("requests")) {
            ChangeRequest asked = requests.ask(
                    DemoScript.sent(one.path("ask")),
                    clock.instant(),
                    one.path("by").asString());
            if (one.has("answer")) {
                requests.answer(asked, DemoScript.sent(one.path("answer")), clock.instant(), POLICY_MAKER);
            }
        }
        draft(work.path("draft"));
        advise(work.path("advice").asString());
    }

    private void draft(JsonNode wanted) {
        Draft draft = drafts.create(
                ruleBooks.effectiveOnOrNewest(LocalDate.now(clock)),
                wanted.path("title").asString(),
                null,
                clock.instant(),
                POLICY_MAKER);
        for (JsonNode edits : wanted.path("edits")) {
            draft = drafts.edit(draft, DemoScript.sent(edits), clock.instant(), POLICY_MAKER);
        }
    }

    private void advise(String contract) {
        ObjectNode request = json.createObjectNode()
                .put("asOf", LocalDate.now(clock).toString())
                .put("contract", contract);
        Input input = new Input(request, procedure.context(decisions.effective(request), request));
        decisions.record(procedure, input, Language.NL, clock.instant(), POLICY_MAKER);
    }
}
