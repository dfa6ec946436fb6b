package nl.inkoopkompas.exceptioncontract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.exceptioncontract.Act.Said;
import nl.inkoopkompas.exceptioncontract.Act.Tariff;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.exceptioncontract.Flow.Permit;
import nl.inkoopkompas.exceptioncontract.Surroundings.Weighed;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests for exception contracts, from submission to contract. */
@Component
public class ExceptionContracts {

    private static final int MOST = 500;

    private final Decisions decisions;
    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final DecisionRegister register;
    private final ExceptionCases cases;
    private final Surroundings surroundings;
    private final List<CaseFollower> followers;
    private final TransactionOperations transactions;

    ExceptionContracts(
            Decisions decisions,
            DecisionEngine engine,
            RuleBooks ruleBooks,
            DecisionRegister register,
            ExceptionCases cases,
            Surroundings surroundings,
            List<CaseFollower> followers,
            TransactionOperations transactions) {
        this.decisions = decisions;
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.register = register;
        this.cases = cases;
        this.surroundings = surroundings;
        this.followers = List.copyOf(followers);
        this.transactions = transactions;
    }

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<Line> items, long total) {}

    /**
     * Records a request and what is found of it.
     *
     * @throws RequestRefused when it cannot be decided
     * @throws NotByYou when it is for another municipality than that of the actor
     */
    public ExceptionCase submit(byte[] json, Actor actor, Instant at) {
        ObjectNode request = decisions.parse(json);
        RuleBook book = decisions.effective(request);
        check(request, book, actor);
        Weighed weighed = surroundings.weigh(request, book, CaseResult.APPROVED, null);
        UUID id = Objects.requireNonNull(transactions.execute(status -> {
            Decision recorded = register.record(weighed.decision(), weighed.input(), at, actor.username());
            Line line = line(request, weighed, recorded, book);
            cases.create(line, CaseHistory.submitted(line, actor.role()));
            Act asked = new Act(
                    0, null, at, actor.username(), actor.role(), null, null, line.status(), Said.NOTHING, line.id());
            tell(new ExceptionCase(line, List.of(asked)), asked);
            return line.id();
        }));
        return find(id).orElseThrow();
    }

    /** What would be found of a request, without recording anything. */
    public Decision preview(ObjectNode request, Language language) {
        RuleBook book = decisions.effective(request);
        engine.read(book, ExceptionType.ID, request);
        Weighed weighed = surroundings.weigh(request, book, CaseResult.APPROVED, null);
        return engine.decide(new ExceptionType(), weighed.input(), book, language);
    }

    private void check(ObjectNode request, RuleBook book, Actor actor) {
        JsonNode municipality = request.path("municipality");
        boolean known = book.requireTable("reference/municipalities")
                .row(municipality.asString(""))
                .isPresent();
        if (municipality.isString() && known && !actor.worksFor(municipality.asString())) {
            throw new NotByYou("U vraagt alleen voor uw eigen gemeente.", "You ask for your own municipality only.");
        }
        engine.read(book, ExceptionType.ID, request);
        BodyProblems problems = new BodyProblems();
        JsonNode applicant = request.at("/applicant/kvkNumber");
        if (applicant.isString()
                && !applicant
                        .asString()
                        .equals(request.at("/provider/kvkNumber").asString())) {
            problems.add(
                    "/applicant/kvkNumber",
                    "dit is een ander KvK-nummer dan dat van de aanbieder",
                    "this KvK number is not that of the provider");
        }
        JsonNode to = request.at("/period/to");
        if (to.isString() && to.asString().compareTo(request.at("/period/from").asString()) < 0) {
            problems.add("/period/to", "de laatste dag ligt voor de eerste", "the last day is before the first");
        }
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
    }

    private static Line line(ObjectNode request, Weighed weighed, Decision recorded, RuleBook book) {
        UUID id = Objects.requireNonNull(recorded.id());
        Instant at = Objects.requireNonNull(recorded.recordedAt());
        boolean urgent = request.path("urgent").asBoolean(false);
        CaseStatus status = weighed.kind() == ExceptionKind.NOT_NEEDED ? CaseStatus.CLOSED : CaseStatus.SUBMITTED;
        return new Line(
                id,
                request.path("municipality").asString(),
                request.path("client").asString(),
                request.path("contract").asString(),
                request.path("product").asString(),
                request.at("/provider/kvkNumber").asString(),
                request.at("/provider/name").asString(),
                request.path("value").decimalValue(),
                urgent,
                recorded.asOf(),
                List.copyOf(Surroundings.reasons(request)),
                at,
                Objects.requireNonNull(recorded.recordedBy()),
                weighed.kind(),
                status,
                null,
                0,
                id,
                weighed.likeness(),
                at,
                null,
                null,
                new CaseTerms(book).dueOn(status, urgent, LocalDate.ofInstant(at, ExceptionCases.ZONE)),
                book.version());
    }

    public Optional<ExceptionCase> find(UUID id) {
        return cases.find(id);
    }

    /** Newest first. */
    public Page list(CaseFilter filter, long page, int size) {
        return list(filter, CaseOrder.NEWEST, page, size);
    }

    public Page list(CaseFilter filter, CaseOrder order, long page, int size) {
        ExceptionCases.Page found = cases.list(filter, order, page, size);
        return new Page(found.items(), found.total());
    }

    /** Those that were decided on, the last first, of one municipality or of all. */
    public List<ExceptionCase> lastDecided(@Nullable String municipality, int most) {
        return cases.lastDecided(municipality, most).stream()
                .map(line -> find(line.id()).orElseThrow())
                .toList();
    }

    /** All of them, newest first. */
    public List<Line> all(CaseFilter filter) {
        List<Line> all = new ArrayList<>();
        List<Line> some;
        do {
            some = cases.list(filter, CaseOrder.NEWEST, 1 + all.size() / MOST, MOST)
                    .items();
            all.addAll(some);
        } while (some.size() == MOST);
        return all;
    }

    /** The last decision on a case, as it stands in the register. */
    public RegisteredDecision decision(ExceptionCase one) {
        return register.byId(one.line().decision()).orElseThrow();
    }

    /** Every action, with whether somebody may take it on a day. */
    public List<Permit> permits(ExceptionCase one, Actor actor, LocalDate today) {
        return flow(one.line(), today).permits(Standing.of(one), actor);
    }

    private Flow flow(Line line, LocalDate today) {
        return new Flow(book(line), today);
    }

    private RuleBook book(Line line) {
        return ruleBooks.require(line.ruleBook());
    }

    /**
     * Refuses whoever may not do what the body asks in whatever status.
     *
     * @throws NotByYou when it is for another person
     */
    public void demandPerson(ExceptionCase seen, byte[] json, Actor actor, Instant at) {
        ActionBody body = ActionBody.read(decisions.parse(json));
        flow(seen.line(), LocalDate.ofInstant(at, ExceptionCases.ZONE))
                .demandPerson(Standing.of(seen), actor, body.action());
    }

    /**
     * Does something with a case.
     *
     * @param seen the case as the caller saw it
     * @throws RequestRefused when the body does not suit
     * @throws NotByYou when it is for another person
     * @throws CaseMoved when it is not possible as the case stands
     */
    public ExceptionCase act(ExceptionCase seen, byte[] json, Actor actor, Instant at) {
        RuleBook book = book(seen.line());
        Flow flow = new Flow(book, LocalDate.ofInstant(at, ExceptionCases.ZONE));
        Standing standing = Standing.of(seen);
        ActionBody body = ActionBody.read(decisions.parse(json));
        flow.demandPerson(standing, actor, body.action());
        Said said = body.said(flow.fields(body.action()));
        Permit permit = flow.demand(standing, actor, body.action());
        if (body.action() == CaseAction.APPROVE) {
            ActionBody.demandNamed(said.motivation(), notMet(decision(seen), book));
        }
        RegisteredDecision last = body.action() == CaseAction.ADVISE ? decision(seen) : null;
        Again again = last == null ? null : new Again(last, again(seen, last, book, said));
        try {
            transactions.executeWithoutResult(status -> record(seen, permit, said, again, actor, at));
        } catch (DuplicateKeyException tooLate) {
            CaseMoved moved = new CaseMoved(
                    new Bilingual(
                            "Iemand anders was u voor. Lees de zaak opnieuw.",
                            "Somebody else was before you. Read the case again."),
                    seen.id());
            moved.initCause(tooLate);
            throw moved;
        }
        return find(seen.id()).orElseThrow();
    }

    /** A decision that follows another. */
    private record Again(RegisteredDecision last, Weighed weighed) {}

    /** Decides again with the same rule book, on what is known by now. */
    private Weighed again(ExceptionCase seen, RegisteredDecision last, RuleBook book, Said said) {
        ObjectNode request = last.request().deepCopy();
        Tariff agreed = seen.agreedTariff().orElse(null);
        if (agreed != null) {
            request.putObject("tariff").put("amount", agreed.amount()).put("unit", agreed.unit());
        }
        return surroundings.weigh(
                request, book, Objects.requireNonNull(said.advice()).proposed(), seen.id());
    }

    private void record(ExceptionCase seen, Permit permit, Said said, @Nullable Again again, Actor actor, Instant at) {
        Line line = seen.line();
        UUID decision = line.decision();
        ExceptionKind kind = line.kind();
        String likeness = line.likeness();
        if (again != null) {
            decision = recordAgain(again.last(), again.weighed(), actor, at);
            kind = again.weighed().kind();
            likeness = again.weighed().likeness();
        }
        CaseStatus to = kind == ExceptionKind.NOT_NEEDED ? CaseStatus.CLOSED : Objects.requireNonNull(permit.to());
        CaseResult result = CaseResult.reaching(to, line.result());
        boolean decides = result != line.result();
        Instant since = to == line.status() ? line.since() : at;
        Line next = new Line(
                line.id(),
                line.municipality(),
                line.client(),
                line.contract(),
                line.product(),
                line.kvkNumber(),
                line.providerName(),
                line.value(),
                line.urgent(),
                line.asOf(),
                line.reasons(),
                line.submittedAt(),
                line.submittedBy(),
                kind,
                to,
                result,
                line.turn() + 1,
                decision,
                likeness,
                since,
                decides ? at : line.resultAt(),
                decides ? actor.username() : line.resultBy(),
                new CaseTerms(book(line)).dueOn(to, line.urgent(), LocalDate.ofInstant(since, ExceptionCases.ZONE)),
                line.ruleBook());
        Act act = new Act(
                next.turn(),
                permit.action(),
                at,
                actor.username(),
                actor.role(),
                permit.rule(),
                line.status(),
                to,
                said,
                again == null ? null : decision);
        cases.append(next, permit.action(), CaseHistory.action(next, act), at, actor.username());
        List<Act> acts = new ArrayList<>(seen.acts());
        acts.add(act);
        tell(new ExceptionCase(next, acts), act);
    }

    private void tell(ExceptionCase after, Act act) {
        followers.forEach(follower -> follower.happened(after, act));
    }

    private UUID recordAgain(RegisteredDecision last, Weighed again, Actor actor, Instant at) {
        int round = last.summary().round() + 1;
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("kind", CaseAction.ADVISE.name());
        Decision following = again.decision().following(last.summary().id(), round);
        Entry entry = Entry.further(following, again.input(), asked, round - 1);
        return Objects.requireNonNull(
                register.recordAll(List.of(entry), at, actor.username()).get(0).id());
    }

    /** What is not met, with its names in both languages. */
    private static Map<String, List<String>> notMet(RegisteredDecision decision, RuleBook book) {
        Map<String, List<String>> notMet = new LinkedHashMap<>();
        for (JsonNode finding : decision.decision().path("findings")) {
            if (finding.path("verdict").asString().equals("NOT_MET")) {
                String criterion = finding.path("criterion").asString();
                List<String> names = new ArrayList<>();
                for (Language language : Language.values()) {
                    names.add(book.policy(ExceptionType.ID)
                            .texts(language)
                            .criterion(criterion)
                            .name());
                }
                notMet.put(criterion, names);
            }
        }
        return notMet;
    }
}
