package nl.inkoopkompas.decision;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.Decision.NextStep;
import nl.inkoopkompas.decision.Decision.RuleBookReceipt;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.DecisionType.Proposal;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.decision.rules.CompiledRules;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.Shape;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only way to a decision. Production and lab differ in one argument: the rule book. It reads nothing but its
 * arguments, so the same input and rule book give the same decision. Safe for many threads.
 */
public final class DecisionEngine {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EngineReceipt build;
    private final Map<Map<String, String>, CompiledRules> compiled = new ConcurrentHashMap<>();
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    /** What one decision type of one rule book needs, made once. */
    private record Ready(Policy policy, Criteria criteria, Explainer explainer) {}

    public DecisionEngine(EngineReceipt build) {
        this.build = build;
    }

    /** Compiles and checks every decision of a rule book; refuses a bad one with a {@link RuleBookRefused}. */
    public void prepare(RuleBook book) {
        book.policies().keySet().forEach(decision -> ready(book, decision));
    }

    /** The same with what only the types of decisions read of it. */
    public void prepare(RuleBook book, Collection<? extends DecisionType> types) {
        prepare(book);
        List<Problem> problems = new ArrayList<>();
        types.stream()
                .filter(type -> book.policies().containsKey(type.id()))
                .forEach(type -> problems.addAll(type.problems(book)));
        if (!problems.isEmpty()) {
            throw new RuleBookRefused(problems);
        }
    }

    /** Lets go of what it made for a rule book that is not needed any more, by its hash. */
    public void forget(String hash) {
        ready.keySet().removeIf(key -> key.startsWith(hash + " "));
    }

    private Ready ready(RuleBook book, String decision) {
        return ready.computeIfAbsent(book.hash() + " " + decision, key -> {
            Policy policy = book.policy(decision);
            CompiledRules rules = compiled.computeIfAbsent(policy.rules(), CompiledRules::of);
            Explainer explainer = new Explainer(book, policy);
            List<Problem> problems = explainer.problems();
            if (!problems.isEmpty()) {
                throw new RuleBookRefused(problems);
            }
            return new Ready(
                    policy,
                    Criteria.of(rules, book, policy, other -> ready(book, other).criteria()),
                    explainer);
        });
    }

    /** The criteria of a decision as they stand in a rule book, for analysis. */
    public Criteria criteria(RuleBook book, String decision) {
        return ready(book, decision).criteria();
    }

    /**
     * The verdicts that a book gives, for many requests at once and without what they rest on. Nothing is kept of a
     * book that this engine does not decide with.
     */
    public Verdicts verdicts(DecisionType type, RuleBook book) {
        Ready known = ready.get(book.hash() + " " + type.id());
        Policy policy = book.policy(type.id());
        return new Verdicts(type, book, known == null ? unkept(book, policy) : known.criteria());
    }

    private Criteria unkept(RuleBook book, Policy policy) {
        Map<String, Criteria> others = new ConcurrentHashMap<>();
        return Criteria.of(
                compiled.computeIfAbsent(policy.rules(), CompiledRules::of),
                book,
                policy,
                other -> others.computeIfAbsent(other, decision -> unkept(book, book.policy(decision))));
    }

    /** A request that has been read, as JSON again. */
    public static ObjectNode json(Element request) {
        return JSON.valueToTree(Values.json(request));
    }

    /** The words of a decision as they stand in a rule book. */
    public Explainer explainer(RuleBook book, String decision) {
        return ready(book, decision).explainer();
    }

    /**
     * Reads JSON strictly: one object, no duplicate keys, nothing after it; refuses else with {@link RequestRefused}.
     */
    public ObjectNode parse(byte[] json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw refused("verwacht een JSON-object", "expected a JSON object");
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + ")";
            String what = String.valueOf(e.getOriginalMessage()).contains("Duplicate")
                    ? "a key stands twice"
                    : "this is no JSON";
            throw refused(
                    (what.startsWith("a key") ? "een veldnaam staat twee keer in hetzelfde object" : "dit is geen JSON")
                            + where,
                    what + where);
        }
    }

    private static RequestRefused refused(String nl, String en) {
        return new RequestRefused(List.of(new Refusal("", new Bilingual(nl, en))));
    }

    /** Reads a request against the schema of a rule book; refuses what does not fit with {@link RequestRefused}. */
    public Element read(RuleBook book, String decision, JsonNode request) {
        Policy policy = book.policy(decision);
        Element read = RequestReader.read(book, policy.schema(), request);
        Shape context = policy.context();
        if (context != null) {
            read.readBesides(new Element(context, read, "context"));
        }
        return read;
    }

    /** Reads a request with what was read besides it. */
    public Element read(RuleBook book, String decision, Input input) {
        Element request = read(book, decision, input.request());
        Shape context = book.policy(decision).context();
        if (context != null) {
            RequestReader.readContext(book, context, input.context(), request);
        }
        return request;
    }

    /**
     * A request that was judged: with all that its criteria read, all findings, and what they add up to.
     *
     * @param unused pointers of the acts of people that had nothing to act on
     */
    public record Assessed(Element request, List<Judged> findings, Outcome outcome, List<String> unused) {}

    /** Judges a request that has been read, with what follows from it by this book, and adds the findings up. */
    public Assessed assess(DecisionType type, RuleBook book, Element request) {
        Criteria criteria = ready(book, type.id()).criteria();
        Element completed = type.completed(request, book, criteria::judge);
        Case asked = open(type, book, completed);
        Acts acts = new Acts(completed);
        List<Judged> reported = acts.applyTo(criteria.judge(completed));
        Outcome outcome = type.outcome(asked, reported);
        return new Assessed(completed, with(reported, type.drawn(asked, reported)), outcome, acts.unused());
    }

    /** Judges a request that has been read: all findings as data, with the acts of people applied. */
    public List<Judged> judge(RuleBook book, String decision, Element request) {
        return new Acts(request).applyTo(ready(book, decision).criteria().judge(request));
    }

    /** Judges a request with the findings that are drawn from what the rules reported. */
    public List<Judged> judge(DecisionType type, RuleBook book, Element request) {
        List<Judged> judged = judge(book, type.id(), request);
        return with(judged, type.drawn(open(type, book, request), judged));
    }

    /** What findings on a request add up to. */
    public Outcome outcome(DecisionType type, RuleBook book, Element request, List<Judged> judged) {
        return type.outcome(open(type, book, request), judged);
    }

    private Case open(DecisionType type, RuleBook book, Element request) {
        return new Case(request, book, ready(book, type.id()).criteria());
    }

    private static List<Judged> with(List<Judged> judged, List<Judged> drawn) {
        List<Judged> all = new ArrayList<>(judged);
        all.addAll(drawn);
        return drawn.isEmpty() ? judged : all;
    }

    /**
     * Decides. Nothing is recorded.
     *
     * @throws RequestRefused when the request does not suit the schema of the rule book
     */
    public Decision decide(DecisionType type, Input input, RuleBook book, Language language) {
        Ready parts = ready(book, type.id());
        Element read = read(book, type.id(), input);
        List<Refusal> contradictions = type.contradictions(read, book);
        if (!contradictions.isEmpty()) {
            throw new RequestRefused(contradictions);
        }
        Assessed assessed = assess(type, book, read);
        Element request = assessed.request();
        List<Judged> judged = assessed.findings();
        Outcome outcome = assessed.outcome();
        Case asked = open(type, book, request);
        ObjectNode context = request == read ? input.context() : json(request.context());
        LocalDate asOf =
                (LocalDate) Optional.ofNullable(request.get(request.shape().require("asOf")))
                        .orElseThrow();
        Proposal proposal = new Judgement(input.request(), request, judged, outcome, book, asOf, parts.criteria());
        Remedies remedies = new Remedies(parts.criteria(), request);
        Narrative narrative = new Narrative(parts.policy(), parts.explainer(), language);
        List<Finding> findings = judged.stream()
                .map(finding -> narrative.finding(finding, remedies))
                .toList();
        Map<String, Object> particulars = new LinkedHashMap<>(type.particulars(asked, judged, outcome, language));
        particulars.put("unused", assessed.unused());
        List<NextStep> next = new ArrayList<>();
        type.next(proposal).forEach(step -> next.add(narrative.step(step)));
        return new Decision(
                null,
                type.name(),
                1,
                null,
                null,
                null,
                outcome.overall(),
                asOf,
                new RuleBookReceipt(book.version(), book.hash(), book.validFrom()),
                build,
                hash(new Input(input.request(), context)),
                context,
                findings,
                narrative.explanation(outcome, findings),
                next,
                particulars);
    }

    /** SHA-256 over the canonical JSON (RFC 8785) of request and context, in hexadecimal. */
    public static String hash(Input input) {
        ObjectNode both = JSON.createObjectNode();
        both.set("request", input.request());
        both.set("context", input.context());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new CanonicalJson(digest::update).write(both);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** An empty object, for a decision that reads nothing besides its request. */
    public static ObjectNode noContext() {
        return JSON.createObjectNode();
    }

    /** A request after judgement. */
    private record Judgement(
            JsonNode request,
            Element element,
            List<Judged> findings,
            Outcome outcome,
            RuleBook ruleBook,
            LocalDate asOf,
            Criteria criteria)
            implements Proposal {

        @Override
        public Optional<Boolean> definition(String name) {
            Truth truth = criteria.definition(name, element);
            return truth == Truth.UNKNOWN ? Optional.empty() : Optional.of(truth == Truth.TRUE);
        }
    }
}
