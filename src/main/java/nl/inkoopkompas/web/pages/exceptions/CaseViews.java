package nl.inkoopkompas.web.pages.exceptions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.Act.Said;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.exceptioncontract.Flow.Permit;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Texts;
import nl.inkoopkompas.web.pages.Words;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Action;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Event;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Fact;
import nl.inkoopkompas.web.pages.exceptions.CasePage.FindingRow;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Like;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Norm;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Spent;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Step;
import nl.inkoopkompas.web.pages.exceptions.CasePage.Tried;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the page of one request. */
@Component
class CaseViews {

    private static final String DECISION = "exceptioncontract";
    private static final int CHART_WIDTH = 376;

    /** The steps of the way, the human decision among them. */
    private static final List<CaseStatus> WAY = List.of(
            CaseStatus.SUBMITTED,
            CaseStatus.UNDER_REVIEW,
            CaseStatus.TARIFF_TALKS,
            CaseStatus.ADVISED,
            CaseStatus.APPROVED,
            CaseStatus.CONTRACTED,
            CaseStatus.CLOSED);

    private final ExceptionContracts contracts;
    private final Decisions decisions;
    private final RuleBooks ruleBooks;
    private final NextStepWords next;
    private final Words.Dictionary dictionary;
    private final PermitWords reasons;
    private final MessageSource messages;

    CaseViews(
            ExceptionContracts contracts,
            Decisions decisions,
            RuleBooks ruleBooks,
            NextStepWords next,
            Words.Dictionary dictionary,
            PermitWords reasons,
            MessageSource messages) {
        this.contracts = contracts;
        this.decisions = decisions;
        this.ruleBooks = ruleBooks;
        this.next = next;
        this.dictionary = dictionary;
        this.reasons = reasons;
        this.messages = messages;
    }

    CasePage page(ExceptionCase one, Actor actor, LocalDate today, Locale locale) {
        RegisteredDecision decided = contracts.decision(one);
        RuleBook book = ruleBooks.require(decided.summary().ruleBookVersion());
        CaseWords words = new CaseWords(book, locale);
        JsonNode request = decided.request();
        List<Finding> findings = decisions.again(decided, Language.of(locale)).findings();
        List<Permit> permits = contracts.permits(one, actor, today);
        JsonNode tariff = request.path("tariff");
        return new CasePage(
                one.id().toString(),
                one.id() + "-" + one.line().turn(),
                words.product(one.line().product()),
                one.line().providerName(),
                one.line().kvkNumber(),
                words.contract(one.line().contract()),
                words.municipality(one.municipality()),
                actor.seesClientOf(one.line()) ? one.line().client() : null,
                one.line().kind().name(),
                one.status().name(),
                Optional.ofNullable(one.result()).map(Enum::name).orElse(null),
                one.line().urgent(),
                next.of(one, today, locale),
                period(request.path("period"), words, locale),
                words.euro(one.line().value()),
                tariff.isObject()
                        ? tariff(
                                tariff.path("amount").decimalValue(),
                                tariff.path("unit").asString(),
                                words,
                                locale)
                        : null,
                request.path("need").asString(),
                request.path("longTermImpact").asString(null),
                book.version(),
                words.day(one.line().asOf()),
                tried(request, decided.context(), locale),
                steps(one, words),
                actions(permits, true, book, locale),
                actions(permits, false, book, locale),
                findings(findings, book, dictionary.of(book.version(), DECISION, locale), locale),
                like(decided.context(), words),
                spent(findings, request, words),
                history(one, words, locale),
                one.startedBeforeContract(),
                one.openQuestion().map(act -> act.said().question()).orElse(null));
    }

    private static String period(JsonNode period, CaseWords words, Locale locale) {
        String from = words.day(LocalDate.parse(period.path("from").asString()));
        JsonNode to = period.path("to");
        String until = locale.getLanguage().equals("en") ? " up to and including " : " tot en met ";
        return to.isString() ? from + until + words.day(LocalDate.parse(to.asString())) : from;
    }

    private String tariff(BigDecimal amount, String unit, CaseWords words, Locale locale) {
        return message("exception.tariff", locale, words.euro(amount), message("exception.unit." + unit, locale));
    }

    private List<Tried> tried(JsonNode request, JsonNode context, Locale locale) {
        List<Tried> tried = new ArrayList<>();
        for (JsonNode one : request.path("triedProviders")) {
            String kvkNumber = one.path("kvkNumber").asString();
            String name = kvkNumber;
            for (JsonNode contracted : context.path("contractedProviders")) {
                if (contracted.path("kvkNumber").asString().equals(kvkNumber)) {
                    name = contracted.path("name").asString();
                }
            }
            tried.add(new Tried(
                    name,
                    kvkNumber,
                    message("exception.reason." + one.path("reason").asString(), locale),
                    one.path("note").asString(null)));
        }
        return tried;
    }

    /** What was reached and when; the decision is one step, whichever way it went. */
    private static List<Step> steps(ExceptionCase one, CaseWords words) {
        CaseStatus now = step(one.status());
        boolean decidedAgainst = one.result() != null && !one.result().name().equals("APPROVED");
        List<Step> steps = new ArrayList<>();
        for (CaseStatus status : WAY) {
            Optional<Act> reached = one.acts().stream()
                    .filter(act -> step(act.to()) == status && (act.from() == null || step(act.from()) != status))
                    .reduce((earlier, later) -> later);
            String state = status == now
                    ? "now"
                    : reached.isPresent() ? "done" : WAY.indexOf(status) < WAY.indexOf(now) ? "skipped" : "";
            if (status == CaseStatus.CONTRACTED && decidedAgainst) {
                continue;
            }
            String name = status == CaseStatus.APPROVED ? "DECISION" : status.name();
            steps.add(new Step(
                    name,
                    state,
                    reached.map(act -> words.day(act.at()) + " · " + act.by()).orElse("")));
        }
        return steps;
    }

    private static CaseStatus step(CaseStatus status) {
        return switch (status) {
            case REJECTED, WITHDRAWN -> CaseStatus.APPROVED;
            default -> status;
        };
    }

    private List<Action> actions(List<Permit> permits, boolean allowed, RuleBook book, Locale locale) {
        return permits.stream()
                .filter(permit -> permit.allowed() == allowed)
                .map(permit -> new Action(permit.action().name(), reasons.of(permit, book, locale), permit.fields()))
                .toList();
    }

    private static List<FindingRow> findings(List<Finding> findings, RuleBook book, Words words, Locale locale) {
        Texts texts = book.policy(DECISION).texts(Language.of(locale));
        return findings.stream()
                .map(finding -> new FindingRow(
                        texts.criterion(finding.criterion()).name(),
                        finding.verdict().name(),
                        finding.reason(),
                        basis(finding),
                        finding.facts().stream().map(fact -> fact(fact, words)).toList(),
                        finding.norms().stream().map(norm -> norm(norm, words)).toList(),
                        finding.remedy() == null || finding.remedy().text().isEmpty()
                                ? null
                                : finding.remedy().text()))
                .toList();
    }

    private static Fact fact(Finding.Fact fact, Words words) {
        Object value = fact.value();
        return new Fact(words.field(fact.pointer()), value == null ? null : words.value(fact.pointer(), value));
    }

    private static Norm norm(AppliedNorm norm, Words words) {
        String value = words.normValue(norm).stream()
                .map(part -> part.label().isEmpty() ? part.value() : part.label() + ": " + part.value())
                .collect(Collectors.joining("; "));
        return new Norm(
                words.norm(norm.key()),
                norm.value() == null ? null : value,
                words.source(norm.source()),
                norm.example());
    }

    private static String basis(Finding finding) {
        List<String> parts = new ArrayList<>();
        finding.sources().forEach(source -> parts.add("§ " + source.section()));
        parts.addAll(finding.interpretation());
        return parts.stream().distinct().collect(Collectors.joining(" · "));
    }

    private static List<Like> like(JsonNode context, CaseWords words) {
        List<Like> like = new ArrayList<>();
        String proposed = context.path("proposed").asString();
        for (JsonNode one : context.path("likeCases")) {
            String result = one.path("result").asString();
            like.add(new Like(
                    CaseQuery.PATH + "/" + one.path("case").asString(),
                    words.municipality(one.path("municipality").asString()),
                    result,
                    words.day(LocalDate.parse(one.path("decidedOn").asString())),
                    !result.equals(proposed)));
        }
        return like;
    }

    /** What counts, from the facts and the norm of the finding on the value. */
    private static Spent spent(List<Finding> findings, JsonNode request, CaseWords words) {
        BigDecimal here = request.path("value").decimalValue();
        BigDecimal earlier = BigDecimal.ZERO;
        BigDecimal threshold = null;
        int cases = 0;
        for (Finding finding : findings) {
            if (!finding.criterion().equals("exception.value")) {
                continue;
            }
            for (Finding.Fact fact : finding.facts()) {
                if (fact.pointer().startsWith("/context/earlierExceptions/")
                        && fact.pointer().endsWith("/value")
                        && fact.value() != null) {
                    earlier = earlier.add(new BigDecimal(fact.value().toString()));
                    cases++;
                }
            }
            threshold = finding.norms().stream()
                    .filter(norm -> norm.key().startsWith("reference/thresholds#"))
                    .map(norm -> amount(norm.value()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(threshold);
        }
        BigDecimal together = here.add(earlier);
        BigDecimal most = threshold == null ? together.max(BigDecimal.ONE) : threshold.max(together);
        return new Spent(
                words.euro(here),
                words.euro(earlier),
                cases,
                words.euro(together),
                threshold == null ? null : words.euro(threshold),
                width(earlier, most),
                width(together, most));
    }

    private static @Nullable BigDecimal amount(@Nullable Object value) {
        Object cell = value instanceof Map<?, ?> cells ? cells.get("amount") : value;
        return cell == null ? null : new BigDecimal(cell.toString());
    }

    private static int width(BigDecimal amount, BigDecimal most) {
        return (int) Math.round(amount.doubleValue() / Math.max(1, most.doubleValue()) * CHART_WIDTH);
    }

    private List<Event> history(ExceptionCase one, CaseWords words, Locale locale) {
        List<Event> events = new ArrayList<>();
        for (int i = one.acts().size() - 1; i >= 0; i--) {
            Act act = one.acts().get(i);
            CaseAction action = act.action();
            events.add(new Event(
                    words.day(act.at()),
                    words.time(act.at()),
                    act.by(),
                    action == null ? null : action.name(),
                    said(act.said(), words, locale)));
        }
        return events;
    }

    private @Nullable String said(Said said, CaseWords words, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (said.advice() != null) {
            parts.add(message("exception.advice." + said.advice().name(), locale));
        }
        if (said.tariff() != null) {
            parts.add(tariff(said.tariff().amount(), said.tariff().unit(), words, locale));
        }
        for (String text : new String[] {said.question(), said.answer(), said.motivation()}) {
            if (text != null) {
                parts.add(text);
            }
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
