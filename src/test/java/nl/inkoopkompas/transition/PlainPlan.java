package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A plan made by hand from the contract, one indication after the other, without the rules: what the rules must give.
 */
final class PlainPlan {

    static final List<String> SCENARIOS =
            List.of("CONTINUE", "RUN_OFF", "REINDICATE_DURING", "MOVE_AT_SWITCH", "REINDICATE_BEFORE");

    /** What a group comes to. */
    record PlainGroup(
            String product,
            int situation,
            List<JsonNode> indications,
            Map<String, Set<String>> blockedBy,
            @Nullable String chosen,
            @Nullable String proposed) {}

    /** What an indication comes to. */
    record PlainLine(
            int situation,
            @Nullable String scenario,
            @Nullable String continuesUntil,
            @Nullable String reindicateBy,
            @Nullable String newProduct,
            boolean providerChanges,
            boolean viaExceptionContract,
            @Nullable String changeReason) {}

    private final JsonNode request;
    private final RuleBook book;
    private final @Nullable Integer capacity;
    private final LocalDate asOf;
    private final LocalDate switchOn;
    private final LocalDate cap;
    final Map<String, PlainLine> lines = new LinkedHashMap<>();
    final List<PlainGroup> groups = new ArrayList<>();
    final Set<String> unplanned = new HashSet<>();
    final Map<String, Integer> reindications = new TreeMap<>();
    String outcome = "PLANNED";

    PlainPlan(JsonNode request, RuleBook book, @Nullable Integer capacity) {
        this.request = request;
        this.book = book;
        this.capacity = capacity;
        this.asOf = LocalDate.parse(request.path("asOf").asString());
        this.switchOn = LocalDate.parse(request.path("switchOn").asString());
        this.cap = switchOn.plusYears(1).minusDays(1);
        Map<String, Map<Integer, List<JsonNode>>> sorted = new LinkedHashMap<>();
        request.path("products")
                .forEach(product -> sorted.put(product.path("old").asString(), new TreeMap<>()));
        for (JsonNode indication : request.path("indications")) {
            String product = indication.path("product").asString();
            if (!sorted.containsKey(product)) {
                unplanned.add(indication.path("id").asString());
                continue;
            }
            int situation = situation(indication, product(product));
            sorted.get(product)
                    .computeIfAbsent(situation, none -> new ArrayList<>())
                    .add(indication);
        }
        Map<String, Integer> taken = new HashMap<>();
        sorted.forEach((product, situations) -> situations.forEach((situation, indications) -> {
            if (situation == 0) {
                indications.forEach(indication -> lines.put(
                        indication.path("id").asString(),
                        new PlainLine(0, null, null, null, null, false, false, null)));
            } else {
                group(product(product), situation, indications, taken);
            }
        }));
    }

    private JsonNode product(String old) {
        for (JsonNode product : request.path("products")) {
            if (product.path("old").asString().equals(old)) {
                return product;
            }
        }
        throw new IllegalArgumentException(old);
    }

    private Set<String> held(String provider) {
        Set<String> held = new HashSet<>();
        for (JsonNode contracted : request.path("contracted")) {
            if (contracted.path("provider").asString().equals(provider)) {
                contracted.path("products").forEach(code -> held.add(code.asString()));
            }
        }
        return held;
    }

    private static Set<String> successors(JsonNode product) {
        Set<String> successors = new HashSet<>();
        product.path("new").forEach(code -> successors.add(code.asString()));
        return successors;
    }

    private static @Nullable LocalDate end(JsonNode indication) {
        return indication.path("end").isString()
                ? LocalDate.parse(indication.path("end").asString())
                : null;
    }

    private int situation(JsonNode indication, JsonNode product) {
        LocalDate start = LocalDate.parse(indication.path("start").asString());
        LocalDate end = end(indication);
        if (start.isAfter(switchOn) || (end != null && switchOn.isAfter(end))) {
            return 0;
        }
        if (product.path("new").isEmpty()) {
            return 4;
        }
        Set<String> both = held(indication.path("provider").asString());
        both.retainAll(successors(product));
        if (both.isEmpty()) {
            return 3;
        }
        return product.path("changed").asBoolean() ? 2 : 1;
    }

    private int fullMonths() {
        int months = 0;
        LocalDate month =
                asOf.getDayOfMonth() == 1 ? asOf : asOf.withDayOfMonth(1).plusMonths(1);
        while (month.plusMonths(1).minusDays(1).isBefore(switchOn)) {
            months++;
            month = month.plusMonths(1);
        }
        return months;
    }

    private void group(JsonNode product, int situation, List<JsonNode> indications, Map<String, Integer> taken) {
        Map<String, Integer> asked = new HashMap<>();
        indications.forEach(
                indication -> asked.merge(indication.path("municipality").asString(), 1, Integer::sum));
        boolean before = asOf.isBefore(switchOn);
        boolean someone = false;
        for (JsonNode contracted : request.path("contracted")) {
            Set<String> both = held(contracted.path("provider").asString());
            both.retainAll(successors(product));
            someone |= !both.isEmpty();
        }
        boolean fits = capacity != null || fullMonths() == 0;
        for (Map.Entry<String, Integer> entry : asked.entrySet()) {
            int room = capacity == null ? 0 : capacity * fullMonths();
            fits &= entry.getValue() + taken.getOrDefault(entry.getKey(), 0) <= room;
        }
        if (before && situation > 1 && capacity == null && fullMonths() > 0 && !outcome.equals("BLOCKED")) {
            outcome = "INCOMPLETE";
        }
        Map<String, Set<String>> blockedBy = new LinkedHashMap<>();
        for (String scenario : SCENARIOS) {
            Set<String> blocked = new HashSet<>();
            boolean belongs = situation == 1
                    ? scenario.equals("CONTINUE")
                    : !scenario.equals("CONTINUE") && !(situation == 4 && scenario.equals("MOVE_AT_SWITCH"));
            if (!belongs) {
                blocked.add("transition.situation-scenario");
            } else if (scenario.equals("MOVE_AT_SWITCH")) {
                if (!before) {
                    blocked.add("transition.time");
                }
                if (!someone) {
                    blocked.add("transition.other-provider");
                }
            } else if (scenario.equals("REINDICATE_BEFORE")) {
                if (!before) {
                    blocked.add("transition.time");
                } else if (!fits) {
                    blocked.add("transition.capacity");
                }
            }
            blockedBy.put(scenario, blocked);
        }
        String proposed = null;
        long highest = -1;
        for (String scenario : SCENARIOS) {
            long score = score(situation, scenario);
            if (blockedBy.get(scenario).isEmpty() && score > highest) {
                highest = score;
                proposed = scenario;
            }
        }
        String chosen = proposed;
        for (JsonNode choice : request.path("chosen")) {
            if (choice.path("product").asString().equals(product.path("old").asString())
                    && choice.path("situation").asInt() == situation) {
                chosen = choice.path("scenario").asString();
            }
        }
        boolean blocked = chosen != null && !blockedBy.get(chosen).isEmpty();
        if (blocked) {
            outcome = "BLOCKED";
        }
        if (!blocked && "REINDICATE_BEFORE".equals(chosen)) {
            asked.forEach((municipality, count) -> taken.merge(municipality, count, Integer::sum));
        }
        groups.add(new PlainGroup(product.path("old").asString(), situation, indications, blockedBy, chosen, proposed));
        for (JsonNode indication : indications) {
            lines.put(indication.path("id").asString(), line(product, situation, chosen, blocked, indication));
        }
    }

    private long score(int situation, String scenario) {
        Table scores = book.requireTable("transition/scores");
        Table interests = book.requireTable("transition/interests");
        long sum = 0;
        for (Table.Row row : scores.rows()) {
            if (Long.valueOf(situation).equals(scores.cell(row, "situation"))
                    && scenario.equals(scores.cell(row, "scenario"))) {
                Table.Row interest = interests
                        .row(String.valueOf(scores.cell(row, "interest")))
                        .orElseThrow();
                sum += (Long) scores.cell(row, "score") * (Long) interests.cell(interest, "weight");
            }
        }
        return sum;
    }

    private PlainLine line(
            JsonNode product, int situation, @Nullable String scenario, boolean blocked, JsonNode indication) {
        if (blocked || scenario == null) {
            return new PlainLine(situation, scenario, null, null, null, false, false, null);
        }
        LocalDate end = end(indication);
        LocalDate until = null;
        LocalDate by = null;
        if (scenario.equals("CONTINUE")) {
            until = end;
        } else if (scenario.equals("RUN_OFF")) {
            boolean cut = end == null || end.isAfter(cap);
            until = cut ? cap : end;
            by = cut ? cap : null;
        } else if (scenario.equals("REINDICATE_DURING")) {
            LocalDate day = switchOn.plusMonths(8);
            day = day.isBefore(asOf) ? asOf : day;
            day = day.isAfter(cap) ? cap : day;
            boolean reached = end == null || end.isAfter(day);
            until = reached ? day : end;
            by = reached ? day : null;
        } else {
            until = switchOn.minusDays(1);
            by = scenario.equals("REINDICATE_BEFORE") ? until : null;
        }
        if (by != null) {
            reindications.merge(indication.path("municipality").asString(), 1, Integer::sum);
        }
        Set<String> successors = successors(product);
        Set<String> held = held(indication.path("provider").asString());
        held.retainAll(successors);
        String next = successors.size() == 1
                ? successors.iterator().next()
                : held.size() == 1 ? held.iterator().next() : null;
        if (scenario.equals("RUN_OFF") && by == null) {
            next = null;
        }
        boolean moves = scenario.equals("MOVE_AT_SWITCH");
        boolean onOldTerms = scenario.equals("RUN_OFF") || scenario.equals("REINDICATE_DURING");
        return new PlainLine(
                situation,
                scenario,
                until == null ? null : until.toString(),
                by == null ? null : by.toString(),
                next,
                moves && situation == 3,
                onOldTerms && situation >= 3,
                moves && situation == 3 ? "09" : moves || by != null ? "03" : null);
    }
}
