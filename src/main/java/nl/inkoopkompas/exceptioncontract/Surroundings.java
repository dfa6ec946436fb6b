package nl.inkoopkompas.exceptioncontract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.Contracting;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request is decided on besides itself: who is contracted on the reference date, what the provider was granted
 * before, and how like cases ended. It is gathered first and stored with the decision.
 */
@Component
class Surroundings {

    private static final int PAGE = 500;

    /** What says how people decide, and not what the case is like. */
    private static final String PROCEDURE = "PROCEDURE";

    private final ContractedProviders contracted;
    private final ExceptionCases cases;
    private final DecisionEngine engine;
    private final ExceptionType type = new ExceptionType();

    Surroundings(ContractedProviders contracted, ExceptionCases cases, DecisionEngine engine) {
        this.contracted = contracted;
        this.cases = cases;
        this.engine = engine;
    }

    /** A request with what was read besides it, decided. */
    record Weighed(Input input, Decision decision, ExceptionKind kind, String likeness) {}

    /**
     * Gathers, decides and looks for like cases.
     *
     * @param request one that suits the schema of the book
     * @param proposed what is going to be decided, as far as anybody has said
     * @param itself the case that it is about; null for one that is not there yet
     */
    Weighed weigh(ObjectNode request, RuleBook book, CaseResult proposed, @Nullable UUID itself) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        LocalDate asOf = LocalDate.parse(request.path("asOf").asString());
        String kvkNumber = request.at("/provider/kvkNumber").asString();
        context.set("contractedProviders", contracted(request.path("product").asString(), kvkNumber, asOf, book));
        context.set("earlierExceptions", cases.approvedOf(kvkNumber, itself));
        context.putArray("likeCases");
        context.put("proposed", proposed.name());
        Decision first = engine.decide(type, new Input(request, context), book, Language.NL);
        ExceptionKind kind =
                ExceptionKind.valueOf(String.valueOf(first.particulars().get("kind")));
        String likeness = likeness(kind, request, first, book);
        ArrayNode like = cases.decidedLike(likeness, itself);
        if (like.isEmpty()) {
            return new Weighed(new Input(request, context), first, kind, likeness);
        }
        context.set("likeCases", like);
        Input input = new Input(request, context);
        return new Weighed(input, engine.decide(type, input, book, Language.NL), kind, likeness);
    }

    private ArrayNode contracted(String product, String kvkNumber, LocalDate on, RuleBook book) {
        Map<UUID, Contracting> found = new LinkedHashMap<>();
        List<ContractedFilter> filters = List.of(
                ContractedFilter.all().ofProduct(product),
                ContractedFilter.all().ofProvider(kvkNumber));
        for (ContractedFilter filter : filters) {
            long page = 1;
            List<Contracting> some;
            do {
                some = contracted.on(on, filter, page++, PAGE).items();
                some.forEach(one -> found.put(one.id(), one));
            } while (some.size() == PAGE);
        }
        List<String> everywhere = book.requireTable("reference/municipalities").rows().stream()
                .map(Table.Row::id)
                .toList();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Contracting one : found.values()) {
            ObjectNode provider = list.addObject();
            provider.put("kvkNumber", one.parties().kvkNumber());
            provider.put("name", one.parties().name());
            provider.put("contract", one.parties().contract());
            provider.put("product", one.parties().product());
            List<String> municipalities = one.terms().municipalities();
            ArrayNode places = provider.putArray("municipalities");
            (municipalities == null ? everywhere : municipalities).forEach(places::add);
            provider.put("from", one.terms().from().toString());
            LocalDate to = one.terms().to();
            provider.put("to", to == null ? null : to.toString());
            provider.put("capacity", one.terms().capacity());
            provider.put("clientStop", one.terms().stopsClientsOn(on));
        }
        return list;
    }

    /** The same for cases of the same kind and product, with the same reasons and verdicts. */
    private static String likeness(ExceptionKind kind, JsonNode request, Decision decision, RuleBook book) {
        Table criteria = book.requireTable(ExceptionType.ID + "/criteria");
        Set<String> procedure = criteria.rows().stream()
                .filter(row -> PROCEDURE.equals(criteria.cell(row, "effect")))
                .map(row -> String.valueOf(criteria.cell(row, "criterion")))
                .collect(Collectors.toSet());
        List<String> parts = new ArrayList<>(
                List.of(kind.name(), request.path("product").asString(), String.join(" ", reasons(request))));
        for (Finding finding : decision.findings()) {
            if (!procedure.contains(finding.criterion())) {
                parts.add(finding.criterion() + " " + finding.verdict());
            }
        }
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Why contracted providers could not do it, each reason once. */
    static Set<String> reasons(JsonNode request) {
        Set<String> reasons = new TreeSet<>();
        request.path("triedProviders")
                .forEach(tried -> reasons.add(tried.path("reason").asString()));
        return reasons;
    }
}
