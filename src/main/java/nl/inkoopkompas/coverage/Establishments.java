package nl.inkoopkompas.coverage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.coverage.Coverage.LeastProviders;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Projection;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What people established about coverage; it only grows. */
@Repository
public class Establishments implements Projection {

    static final String KIND = "COVERAGE";

    private static final String CONTRACT = "contract";
    private static final String PRODUCT = "product";
    private static final String MUNICIPALITY = "municipality";
    private static final String PLACE = "place";
    private static final String STEP = "step";
    private static final String ESTABLISHED_BY = "establishedBy";
    private static final String ESTABLISHED_ON = "establishedOn";
    private static final String MOTIVATION = "motivation";
    private static final Set<String> FIELDS =
            Set.of(CONTRACT, PRODUCT, MUNICIPALITY, PLACE, "on", STEP, ESTABLISHED_BY, ESTABLISHED_ON, MOTIVATION);
    private static final int SHORTEST_MOTIVATION = 20;
    private static final int LONGEST = 4000;
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final DecisionEngine engine;
    private final Coverages coverages;

    Establishments(JdbcClient jdbc, Journal journal, DecisionEngine engine, Coverages coverages) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.engine = engine;
        this.coverages = coverages;
    }

    /**
     * Records what was established about an area.
     *
     * @param json {@code {contract, product, municipality, place, on, step, establishedBy, establishedOn, motivation}}
     * @param today the last day on which it can have been established
     * @throws RequestRefused when something is missing or does not exist
     * @throws WrongState when this does not follow on the coverage of that day
     */
    @Transactional
    public Establishment establish(byte[] json, RuleBook book, LocalDate today, Instant at, String by) {
        ObjectNode body = engine.parse(json);
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(body, FIELDS, "");
        String contract = text(body, CONTRACT, 1, LONGEST_NAME, problems);
        String product = text(body, PRODUCT, 1, LONGEST_NAME, problems);
        String step = text(body, STEP, 1, LONGEST_NAME, problems);
        String establishedBy = text(body, ESTABLISHED_BY, 1, LONGEST_NAME, problems);
        String motivation = text(body, MOTIVATION, SHORTEST_MOTIVATION, LONGEST, problems);
        String municipality = optional(body, MUNICIPALITY, problems);
        String place = optional(body, PLACE, problems);
        LocalDate on = day(body, "on", today, problems);
        LocalDate establishedOn = day(body, ESTABLISHED_ON, today, problems);
        if (establishedOn.isAfter(today)) {
            problems.add("/" + ESTABLISHED_ON, "deze dag is nog niet geweest", "this day has not been yet");
        }
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        Area area = coverages
                .area(on, contract, product, municipality, place, book)
                .orElseThrow(() -> {
                    problems.add(
                            "",
                            "dit product bestaat niet in deze gemeente of plaats, of niet op deze dag",
                            "there is no such product in this municipality or place, or not on this day");
                    return problems.refused();
                });
        LeastProviders norm = area.norm();
        if (norm == null
                || area.steps().stream().noneMatch(possible -> possible.step().equals(step))) {
            throw new WrongState(
                    "Dit volgt niet op de dekking van die dag: er zijn " + area.providers()
                            + " aanbieders"
                            + (norm == null ? "." : ", en ten minste " + norm.value() + " nodig."),
                    "This does not follow on the coverage of that day: there are " + area.providers() + " providers"
                            + (norm == null ? "." : ", where at least " + norm.value() + " are needed."));
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put(CONTRACT, contract);
        content.put(PRODUCT, product);
        content.put(MUNICIPALITY, municipality);
        content.put(PLACE, place);
        content.put("on", on.toString());
        content.put("providers", area.providers());
        content.put("least", norm.value());
        content.put("norm", norm.key());
        content.put("ruleBook", book.version());
        content.put(STEP, step);
        content.put(ESTABLISHED_BY, establishedBy);
        content.put(ESTABLISHED_ON, establishedOn.toString());
        content.put(MOTIVATION, motivation);
        JournalEntry entry = journal.append(KIND, null, at, by, content);
        jdbc.sql("insert into coverage_establishment (entry_id, contract) values (:entry, :contract)")
                .param("entry", entry.id())
                .param(CONTRACT, contract)
                .update();
        return establishment(entry);
    }

    /**
     * Newest first.
     *
     * @param contract null for all
     */
    public List<Establishment> all(@Nullable String contract) {
        return jdbc
                .sql("""
                        select entry_id from coverage_establishment where (:contract = '' or contract = :contract)
                        order by entry_id desc
                        """)
                .param(CONTRACT, contract == null ? "" : contract)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .flatMap(id -> journal.byId(id).stream())
                .filter(entry -> entry.content() != null)
                .map(Establishments::establishment)
                .toList();
    }

    private static Establishment establishment(JournalEntry entry) {
        ObjectNode content = Objects.requireNonNull(entry.content());
        return new Establishment(
                entry.id(),
                content.path(CONTRACT).asString(),
                content.path(PRODUCT).asString(),
                content.path(MUNICIPALITY).asString(null),
                content.path(PLACE).asString(null),
                LocalDate.parse(content.path("on").asString()),
                content.path("providers").asInt(),
                content.path("least").asLong(),
                content.path("norm").asString(),
                content.path("ruleBook").asString(),
                content.path(STEP).asString(),
                content.path(ESTABLISHED_BY).asString(),
                LocalDate.parse(content.path(ESTABLISHED_ON).asString()),
                content.path(MOTIVATION).asString(),
                entry.recordedAt(),
                entry.recordedBy());
    }

    private static String text(ObjectNode body, String field, int shortest, int longest, BodyProblems problems) {
        JsonNode value = body.path(field);
        String text = value.isString() ? value.stringValue().strip() : "";
        if (text.length() < shortest || text.length() > longest) {
            problems.add(
                    "/" + field,
                    "verwacht een tekst van " + shortest + " tot en met " + longest + " tekens",
                    "expected a text of " + shortest + " to " + longest + " characters");
        }
        checkNumber(text, field, problems);
        return text;
    }

    private static @Nullable String optional(ObjectNode body, String field, BodyProblems problems) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank())) {
            return null;
        }
        return text(body, field, 1, LONGEST_NAME, problems);
    }

    private static void checkNumber(String text, String field, BodyProblems problems) {
        if (CitizenNumber.occursIn(text)) {
            problems.add("/" + field, "de tekst heeft de vorm van een BSN of RSIN", "the text holds a BSN or RSIN");
        }
    }

    private static LocalDate day(ObjectNode body, String field, LocalDate today, BodyProblems problems) {
        JsonNode value = body.path(field);
        try {
            if (value.isString() && value.stringValue().matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(value.stringValue());
            }
        } catch (DateTimeException noDay) {
            // the same answer as for what is no date at all
        }
        problems.add("/" + field, "verwacht een datum als 2026-11-20", "expected a date as 2026-11-20");
        return today;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> contracts = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("select entry_id, contract from coverage_establishment where entry_id in (:ids)")
                    .param("ids", entries.stream().map(JournalEntry::id).toList())
                    .query(rs -> {
                        contracts.put(rs.getObject("entry_id", UUID.class), rs.getString(CONTRACT));
                    });
        }
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            String contract =
                    Objects.requireNonNull(entry.content()).path(CONTRACT).asString();
            if (!contract.equals(contracts.get(entry.id()))) {
                differing.put(entry.id(), "the list of what was established about coverage says something else");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from coverage_establishment")
                .query(Long.class)
                .single();
    }
}
