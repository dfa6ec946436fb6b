package nl.inkoopkompas.web.pages.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.procedure.ContractCalendar;
import nl.inkoopkompas.procedure.ContractCalendar.Kind;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Texts;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.procedure.AdviceView.Argument;
import nl.inkoopkompas.web.pages.procedure.AdviceView.Day;
import nl.inkoopkompas.web.pages.procedure.AdviceView.Fact;
import nl.inkoopkompas.web.pages.procedure.AdviceView.Note;
import nl.inkoopkompas.web.pages.procedure.AdviceView.Option;
import nl.inkoopkompas.web.pages.procedure.AdviceView.Turn;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes what the page shows of an advice, in the words of the rule book that it was made with. */
@Component
class AdviceViews {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DIRECT_GROUND = "procedure.legal-ground";
    private static final List<Verdict> GRAVEST = List.of(Verdict.NOT_MET, Verdict.JUDGEMENT, Verdict.UNDETERMINED);

    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final MessageSource messages;

    AdviceViews(DecisionEngine engine, RuleBooks ruleBooks, MessageSource messages) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.messages = messages;
    }

    Explainer explainer(RuleBook book) {
        return engine.explainer(book, ProcedureType.ID);
    }

    /** The name of an outcome. */
    static String label(RuleBook book, String outcome, Language language) {
        return book.policy(ProcedureType.ID).texts(language).outcome(outcome).label();
    }

    AdviceView of(Decision decision, ObjectNode request, Locale locale) {
        return new Making(decision, request, locale).view();
    }

    /** One page. */
    private final class Making {

        private final Decision decision;
        private final ObjectNode request;
        private final Locale locale;
        private final Language language;
        private final RuleBook book;
        private final Explainer explainer;
        private final Texts texts;
        private final JsonNode told;
        private final Formats dates;

        Making(Decision decision, ObjectNode request, Locale locale) {
            this.decision = decision;
            this.request = request;
            this.locale = locale;
            this.language = Language.of(locale);
            this.book = ruleBooks.require(decision.ruleBook().version());
            this.explainer = explainer(book);
            this.texts = book.policy(ProcedureType.ID).texts(language);
            this.told = JSON.valueToTree(decision.particulars());
            this.dates = new Formats(locale);
        }

        AdviceView view() {
            String contract = request.path("contract").asString();
            Table contracts = book.requireTable("reference/contracts");
            String name = contracts
                    .row(contract)
                    .map(row -> String.valueOf(contracts.cell(row, "name")))
                    .orElse(contract);
            boolean stored = !decision.context().isEmpty();
            List<Note> notes = notes();
            ContractCalendar calendar =
                    ContractCalendar.of(engine, book, contract, language).orElseThrow();
            List<Fact> profile = profile(contract, stored);
            long known = book.policy(ProcedureType.ID)
                    .schema()
                    .require("profile")
                    .requireItem()
                    .fields()
                    .size();
            return new AdviceView(
                    contract,
                    name,
                    dates.date(decision.asOf()),
                    decision.ruleBook().version(),
                    stored,
                    decision.outcome(),
                    texts.outcome(decision.outcome()).label(),
                    texts.outcome(decision.outcome()).summary(),
                    lead(),
                    !decision.outcome().equals("UNDECIDED"),
                    told.path("robust").asBoolean(),
                    options(),
                    turns(),
                    profile,
                    (int) known - profile.size(),
                    notes,
                    decision.findings().size() - notes.size(),
                    calendar.items().stream()
                            .filter(entry -> entry.kind() != Kind.WATCH || isFirst(calendar, entry))
                            .map(this::day)
                            .toList(),
                    calendar.conflict(),
                    decision.next().stream()
                            .map(step -> step.actor() + ": " + step.action())
                            .toList());
        }

        private static boolean isFirst(ContractCalendar calendar, ContractCalendar.Entry entry) {
            return calendar.items().stream()
                    .filter(other -> other.kind() == entry.kind())
                    .findFirst()
                    .orElseThrow()
                    .equals(entry);
        }

        private Day day(ContractCalendar.Entry entry) {
            return new Day(
                    dates.shortDate(entry.on()), entry.action(), entry.actor(), entry.tacit(), entry.interpretation());
        }

        /** What goes with the procedure: lots, dialogue, entry, place. */
        private String lead() {
            List<String> parts = new ArrayList<>();
            JsonNode variant = told.path("variant");
            if (variant.path("lots").asLong(1) > 1) {
                parts.add(message("advice.variant.lots", variant.path("lots").asLong()));
            }
            if (variant.path("dialogue").asBoolean()) {
                parts.add(message("advice.variant.dialogue"));
            }
            if (!variant.path("interimEntry").isNull()) {
                parts.add(message(
                        "advice.variant.entry." + variant.path("interimEntry").asString()));
            }
            if (variant.path("perPlace").asBoolean()) {
                parts.add(message("advice.variant.place"));
            }
            return AdviceForm.capital(explainer.formats(language).enumeration(parts));
        }

        private String message(String key, Object... values) {
            return messages.getMessage(key, values, locale);
        }

        private List<Option> options() {
            long most = 1;
            for (JsonNode option : told.path("options")) {
                most = Math.max(most, option.path("score").asLong());
            }
            boolean groundOpen = decision.findings().stream()
                    .anyMatch(finding ->
                            finding.criterion().equals(DIRECT_GROUND) && finding.verdict() == Verdict.UNDETERMINED);
            List<Option> options = new ArrayList<>();
            for (JsonNode option : told.path("options")) {
                String id = option.path("procedure").asString();
                boolean possible = option.path("possible").asBoolean();
                boolean direct = !id.equals("OPEN_HOUSE") && !id.equals("SAS");
                String standing = !possible
                        ? "blocked"
                        : id.equals(decision.outcome()) ? "advised" : direct && groundOpen ? "ground" : "possible";
                List<String> blockedBy = new ArrayList<>();
                option.path("blockedBy")
                        .forEach(by ->
                                blockedBy.add(texts.criterion(by.asString()).name()));
                List<Argument> advantages = arguments(option.path("advantages"));
                List<Argument> disadvantages = arguments(option.path("disadvantages"));
                long score = option.path("score").asLong();
                options.add(new Option(
                        id,
                        texts.outcome(id).label(),
                        standing,
                        score,
                        Math.max(0, score) * 100 / most,
                        blockedBy,
                        advantages,
                        disadvantages,
                        sum(advantages),
                        sum(disadvantages)));
            }
            options.sort(
                    Comparator.comparing((Option option) -> option.standing().equals("blocked"))
                            .thenComparing(Option::score, Comparator.reverseOrder()));
            return options;
        }

        private static long sum(List<Argument> arguments) {
            return arguments.stream().mapToLong(Argument::weight).sum();
        }

        private List<Argument> arguments(JsonNode told) {
            List<Argument> arguments = new ArrayList<>();
            for (JsonNode argument : told) {
                long weight = argument.path("weight").asLong();
                arguments.add(new Argument(
                        argument.path("text").asString(),
                        weight,
                        Math.min(100, Math.abs(weight) * 20),
                        source(argument.path("norm").asString())));
            }
            arguments.sort(Comparator.comparing((Argument argument) -> -Math.abs(argument.weight())));
            return arguments;
        }

        private String source(String norm) {
            String[] parts = norm.split("#");
            Table table = book.table(parts[0]);
            return table == null
                    ? ""
                    : table.row(parts[1])
                            .map(row -> "§\u00a0" + row.source().section())
                            .orElse("");
        }

        private List<Turn> turns() {
            List<Turn> turns = new ArrayList<>();
            for (JsonNode turn : told.path("turningPoints")) {
                String outcome = texts.outcome(turn.path("outcome").asString()).label();
                if (turn.has("pointer")) {
                    String pointer = turn.path("pointer").asString();
                    turns.add(new Turn(
                            AdviceForm.capital(explainer.labels(language).field(pointer)),
                            value(pointer, turn.path("from")),
                            value(pointer, turn.path("to")),
                            outcome));
                } else {
                    turns.add(new Turn(
                            argument(turn.path("norm").asString()),
                            turn.path("from").asString(),
                            turn.path("to").asString(),
                            outcome));
                }
            }
            return turns;
        }

        private String argument(String norm) {
            String[] parts = norm.split("#");
            Table table = book.table(parts[0]);
            String column = language == Language.EN ? "textEn" : "text";
            String words = table == null || table.indexOf(column) < 0
                    ? explainer.labels(language).norm(norm)
                    : table.row(parts[1])
                            .map(row -> String.valueOf(table.cell(row, column)))
                            .orElse(norm);
            return message("advice.turn.weight", AdviceForm.capital(words));
        }

        private String value(String pointer, JsonNode value) {
            if (value.isNull() || value.isMissingNode()) {
                return message("advice.unknown");
            }
            if (value.isObject()) {
                boolean lowest = value.has("min");
                boolean highest = value.has("max");
                return lowest && highest
                        ? message(
                                "advice.between",
                                value.path("min").asLong(),
                                value.path("max").asLong())
                        : highest
                                ? message("advice.atMost", value.path("max").asLong())
                                : message("advice.atLeast", value.path("min").asLong());
            }
            if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(part -> parts.add(explainer.formats(language).value(part.asString(), null)));
                return String.join(", ", parts);
            }
            var field = explainer.labels(language).definition(pointer);
            Object plain = value.isBoolean()
                    ? (Object) value.asBoolean()
                    : value.isNumber() ? (Object) value.asLong() : value.asString();
            return explainer
                    .formats(language)
                    .value(plain, field == null ? null : field.notes().unit());
        }

        private List<Fact> profile(String contract, boolean stored) {
            JsonNode profile = stored ? decision.context().path("profile") : request.path("profile");
            Map<String, String> sections = new LinkedHashMap<>();
            Table table = book.requireTable("procedure/profiles");
            if (stored) {
                table.rows().stream()
                        .filter(row -> contract.equals(table.cell(row, "contract")))
                        .forEach(row -> sections.put(
                                String.valueOf(table.cell(row, "field")),
                                "§\u00a0" + row.source().section()));
            }
            List<Fact> facts = new ArrayList<>();
            profile.properties().forEach(entry -> {
                if (!entry.getValue().isNull()) {
                    String pointer = "/profile/" + entry.getKey();
                    facts.add(new Fact(
                            AdviceForm.capital(explainer.labels(language).field(pointer)),
                            value(pointer, entry.getValue()),
                            sections.getOrDefault(entry.getKey(), "")));
                }
            });
            return facts;
        }

        private List<Note> notes() {
            return decision.findings().stream()
                    .filter(finding -> GRAVEST.contains(finding.verdict()))
                    .sorted(Comparator.comparing((Finding finding) -> GRAVEST.indexOf(finding.verdict())))
                    .map(this::note)
                    .toList();
        }

        private Note note(Finding finding) {
            Remedy remedy = finding.remedy();
            return new Note(
                    finding.verdict().name(),
                    texts.criterion(finding.criterion()).name(),
                    finding.reason(),
                    remedy == null ? null : remedy.text(),
                    finding.interpretation());
        }
    }
}
