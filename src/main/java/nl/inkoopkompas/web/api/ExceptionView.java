package nl.inkoopkompas.web.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.CaseResult;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.exceptioncontract.ExceptionKind;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A case as JSON: its last decision, where it stands, what the caller may do with it, and its history. */
@Component
class ExceptionView {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionView.class);
    private static final String CLIENT = "client";

    /** What only the register can say of a decision, whatever the language. */
    private static final List<String> RECORDED =
            List.of("id", "round", "previous", "recordedAt", "recordedBy", "engine");

    private final ExceptionContracts contracts;
    private final DecisionRegister register;
    private final Decisions decisions;
    private final JsonMapper mapper;
    private final Clock clock;

    ExceptionView(
            ExceptionContracts contracts,
            DecisionRegister register,
            Decisions decisions,
            JsonMapper mapper,
            Clock clock) {
        this.contracts = contracts;
        this.register = register;
        this.decisions = decisions;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Who is asked for. */
    record Provider(String name, String kvkNumber) {}

    /**
     * One line of the list.
     *
     * @param client null for the case of another municipality
     */
    record CaseItem(
            UUID id,
            String municipality,
            @Nullable String client,
            String contract,
            String product,
            Provider provider,
            ExceptionKind kind,
            CaseStatus status,
            @Nullable CaseResult result,
            boolean urgent,
            BigDecimal value,
            LocalDate asOf,
            List<String> reasons,
            Instant submittedAt,
            Instant since,
            @Nullable Instant resultAt) {

        static CaseItem of(Line line, Actor actor) {
            return new CaseItem(
                    line.id(),
                    line.municipality(),
                    actor.seesClientOf(line) ? line.client() : null,
                    line.contract(),
                    line.product(),
                    new Provider(line.providerName(), line.kvkNumber()),
                    line.kind(),
                    line.status(),
                    line.result(),
                    line.urgent(),
                    line.value(),
                    line.asOf(),
                    line.reasons(),
                    line.submittedAt(),
                    line.since(),
                    line.resultAt());
        }
    }

    /** What the caller may do, or why not. */
    record Action(CaseAction action, String role, boolean allowed, String because, List<String> fields) {}

    /** Something that was done. */
    record Done(
            int turn,
            String action,
            Instant at,
            String by,
            String role,
            @Nullable String rule,
            @Nullable CaseStatus from,
            CaseStatus to,
            @Nullable String motivation,
            @Nullable String question,
            @Nullable String answer,
            Act.@Nullable Advice advice,
            Act.@Nullable Tariff tariff,
            @Nullable UUID decision) {

        static Done of(Act act) {
            CaseAction action = act.action();
            Act.Said said = act.said();
            return new Done(
                    act.turn(),
                    action == null ? "SUBMIT" : action.name(),
                    act.at(),
                    act.by(),
                    act.role(),
                    act.rule(),
                    act.from(),
                    act.to(),
                    said.motivation(),
                    said.question(),
                    said.answer(),
                    said.advice(),
                    said.tariff(),
                    act.decision());
        }
    }

    /** A decision on the case: the first with the request, later ones with an advice. */
    record CaseRound(UUID id, int round, String outcome, Instant recordedAt, String recordedBy) {}

    String text(ExceptionCase one, Actor actor, Language language) {
        return mapper.writeValueAsString(json(one, actor, language));
    }

    ObjectNode json(ExceptionCase one, Actor actor, Language language) {
        RegisteredDecision last = contracts.decision(one);
        ObjectNode json = decision(last, language);
        Line line = one.line();
        json.put("id", line.id().toString());
        json.put("decision", line.decision().toString());
        json.set("request", last.request());
        json.set("context", last.context());
        json.put("kind", line.kind().name());
        json.put("status", line.status().name());
        json.set("result", mapper.valueToTree(line.result()));
        json.put("municipality", line.municipality());
        json.put(CLIENT, line.client());
        json.put("urgent", line.urgent());
        json.set("submittedAt", mapper.valueToTree(line.submittedAt()));
        json.put("submittedBy", line.submittedBy());
        json.set("since", mapper.valueToTree(line.since()));
        json.set(
                "openQuestion",
                mapper.valueToTree(
                        one.openQuestion().map(act -> act.said().question()).orElse(null)));
        json.set("actions", mapper.valueToTree(actions(one, actor, language)));
        json.set("warnings", mapper.valueToTree(warnings(one, language)));
        json.set("history", mapper.valueToTree(one.acts().stream().map(Done::of).toList()));
        json.set(
                "rounds",
                mapper.valueToTree(last.rounds().stream()
                        .map(round -> new CaseRound(
                                round.id(), round.round(), round.outcome(), round.recordedAt(), round.recordedBy()))
                        .toList()));
        if (!actor.seesClientOf(line)) {
            json.remove(CLIENT);
            ((ObjectNode) json.get("request")).remove(CLIENT);
            return (ObjectNode) without(line.client(), json);
        }
        return json;
    }

    /** The same without the pseudonym wherever somebody typed it. */
    private JsonNode without(String client, JsonNode node) {
        if (node.isString() && node.asString().contains(client)) {
            return StringNode.valueOf(node.asString().replace(client, "…"));
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> object.set(name, without(client, object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, without(client, array.get(i)));
            }
        }
        return node;
    }

    /** As it was recorded, which is in Dutch, or decided again in another language. */
    private ObjectNode decision(RegisteredDecision registered, Language language) {
        if (language == Language.NL) {
            return registered.decision();
        }
        return translated(registered, language).orElse(registered.decision());
    }

    private Optional<ObjectNode> translated(RegisteredDecision registered, Language language) {
        try {
            ObjectNode again = register.asJson(decisions.again(registered, language));
            RECORDED.forEach(field -> again.set(field, registered.decision().get(field)));
            return Optional.of(again);
        } catch (RuntimeException e) {
            LOG.warn("Decision {} cannot be decided again", registered.summary().id(), e);
            return Optional.empty();
        }
    }

    private List<Action> actions(ExceptionCase one, Actor actor, Language language) {
        return contracts.permits(one, actor, LocalDate.now(clock)).stream()
                .map(permit -> new Action(
                        permit.action(),
                        permit.role(),
                        permit.allowed(),
                        permit.because().in(language),
                        permit.fields()))
                .toList();
    }

    private static List<String> warnings(ExceptionCase one, Language language) {
        List<String> warnings = new ArrayList<>();
        if (one.startedBeforeContract()) {
            warnings.add(new Bilingual(
                            "De indicatie is afgegeven voordat het contract er is: zorg zonder contract.",
                            "The indication was issued before there is a contract: care without a contract.")
                    .in(language));
        }
        return warnings;
    }

    /** A problem with where the case now stands. */
    JsonNode moved(Problem problem, ExceptionCase now) {
        ObjectNode json = mapper.valueToTree(problem);
        ObjectNode state = json.putObject("case");
        state.put("id", now.id().toString());
        state.put("status", now.status().name());
        state.put("kind", now.line().kind().name());
        state.set("result", mapper.valueToTree(now.result()));
        state.put("turn", now.line().turn());
        return json;
    }
}
