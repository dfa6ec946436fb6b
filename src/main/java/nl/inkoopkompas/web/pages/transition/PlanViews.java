package nl.inkoopkompas.web.pages.transition;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.transition.LineFilter;
import nl.inkoopkompas.transition.Scenario;
import nl.inkoopkompas.transition.ShownLine;
import nl.inkoopkompas.transition.Transitions;
import nl.inkoopkompas.web.pages.Pager;
import nl.inkoopkompas.web.pages.transition.PlanPage.Cell;
import nl.inkoopkompas.web.pages.transition.PlanPage.Figures;
import nl.inkoopkompas.web.pages.transition.PlanPage.GroupRow;
import nl.inkoopkompas.web.pages.transition.PlanPage.LineRow;
import nl.inkoopkompas.web.pages.transition.PlanPage.Lines;
import nl.inkoopkompas.web.pages.transition.PlanPage.OpenGroup;
import nl.inkoopkompas.web.pages.transition.PlanPage.Option;
import nl.inkoopkompas.web.pages.transition.PlanPage.ScenarioColumn;
import nl.inkoopkompas.web.pages.transition.PlanPage.Spent;
import nl.inkoopkompas.web.pages.transition.PlanPage.Task;
import nl.inkoopkompas.web.pages.transition.PlanPage.Unplanned;
import nl.inkoopkompas.web.pages.transition.WorkloadCharts.Load;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Makes the page on a plan from the register. */
@Component
class PlanViews {

    static final int PAGE_SIZE = 25;

    private static final int FULL_BAR = 10;

    private final Transitions transitions;
    private final RuleBooks ruleBooks;
    private final WorkloadCharts charts;

    PlanViews(Transitions transitions, RuleBooks ruleBooks, WorkloadCharts charts) {
        this.transitions = transitions;
        this.ruleBooks = ruleBooks;
        this.charts = charts;
    }

    /** What somebody wants to see of a plan; a group is its place in the list. */
    record Wish(
            int group,
            @Nullable String municipality,
            @Nullable String scenario,
            @Nullable String product,
            int page) {}

    PlanPage page(RegisteredDecision plan, Wish wish, Locale locale) {
        JsonNode decision = plan.decision();
        PlanWriting here = PlanWriting.of(plan, ruleBooks, locale);
        List<GroupRow> groups = new ArrayList<>();
        JsonNode all = decision.path("groups");
        int open = wish.group() >= 0 && wish.group() < all.size() ? wish.group() : all.isEmpty() ? -1 : 0;
        for (int i = 0; i < all.size(); i++) {
            groups.add(row(
                    all.get(i),
                    i,
                    open,
                    address(plan, wish, i, 1),
                    plan.request().path("chosen"),
                    here));
        }
        Map<String, Map<YearMonth, Load>> loads = WorkloadCharts.loads(decision.path("workload"));
        List<YearMonth> months = WorkloadCharts.months(loads);
        JsonNode capacity = decision.path("terms").path("reindicationsPerMonth");
        return new PlanPage(
                plan.summary().id().toString(),
                plan.summary().outcome(),
                here.day(plan.request().path("asOf")),
                here.day(plan.request().path("switchOn")),
                here.dayOrNull(decision.path("terms").path("cap")),
                figures(decision, months.size(), here),
                groups,
                open < 0 ? null : openGroup(plan, all.get(open), here, locale),
                charts.of(loads, months, capacity.isNumber() ? capacity.asInt() : null, here.municipalities(), locale),
                rows(loads, months, here),
                months.stream()
                        .map(month -> WorkloadCharts.month(month, locale) + "\u00a0" + month.getYear())
                        .toList(),
                decision.path("figures").path("exceeding").asInt(),
                lines(plan, wish, here, locale),
                tasks(decision, here),
                unplanned(decision, here),
                spent(decision, here),
                "/api/v1/decisions/" + plan.summary().id() + "/indications.xlsx");
    }

    static String address(RegisteredDecision plan, Wish wish, int group, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(
                PlanPages.PATH + "/" + plan.summary().id());
        address.queryParam("groep", group);
        add(address, "gemeente", wish.municipality());
        add(address, "scenario", wish.scenario());
        add(address, "product", wish.product());
        if (page > 1) {
            address.queryParam("pagina", page);
        }
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static Figures figures(JsonNode decision, int months, PlanWriting here) {
        JsonNode figures = decision.path("figures");
        int indications = figures.path("indications").asInt();
        int running = figures.path("running").asInt();
        int unplanned = figures.path("unplanned").asInt();
        int continuing = figures.path("continuing").asInt();
        return new Figures(
                here.count(indications),
                here.count((long) indications - running - unplanned),
                here.count(continuing),
                running == 0 ? "0" : here.count(Math.round(100.0 * continuing / running)),
                here.count(figures.path("reindications").asInt()),
                months,
                here.count(figures.path("providerChanges").asInt()),
                here.count(figures.path("viaExceptionContract").asInt()),
                here.euro(figures.path("exceptionValue").decimalValue()),
                here.count(figures.path("exceeding").asInt()),
                figures.path("exceeding").asInt() > 0);
    }

    private static @Nullable JsonNode tested(JsonNode group, String scenario) {
        for (JsonNode tested : group.path("scenarios")) {
            if (tested.path("scenario").asString("").equals(scenario)) {
                return tested;
            }
        }
        return null;
    }

    private static @Nullable String score(@Nullable JsonNode tested) {
        return tested == null || !tested.path("score").isNumber()
                ? null
                : tested.path("score")
                        .decimalValue()
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                        .replace('.', ',');
    }

    private static GroupRow row(JsonNode group, int place, int open, String href, JsonNode byHand, PlanWriting here) {
        String chosen = group.path("chosen").asString("");
        JsonNode tested = tested(group, chosen);
        boolean hand = false;
        for (JsonNode choice : byHand) {
            hand |= choice.path("product").equals(group.path("product"))
                    && choice.path("situation").asInt()
                            == group.path("situation").asInt();
        }
        return new GroupRow(
                group.path("product").asString(""),
                group.path("situation").asInt(),
                here.count(group.path("indications").asInt()),
                chosen,
                score(tested),
                hand,
                tested == null || !tested.path("possible").asBoolean(),
                place == open,
                href);
    }

    private OpenGroup openGroup(RegisteredDecision plan, JsonNode group, PlanWriting here, Locale locale) {
        Table interests = here.book().requireTable("transition/interests");
        List<String> names = interests.rows().stream()
                .map(row -> interests.cell(row, Language.of(locale) == Language.EN ? "nameEn" : "name") + " ("
                        + interests.cell(row, "weight") + ")")
                .toList();
        List<ScenarioColumn> columns = new ArrayList<>();
        String chosen = group.path("chosen").asString("");
        for (JsonNode tested : group.path("scenarios")) {
            List<Cell> cells = new ArrayList<>();
            for (JsonNode interest : tested.path("interests")) {
                JsonNode score = interest.path("score");
                cells.add(new Cell(score.isNumber() ? score.asString() : "", score.asInt(0) * 100 / FULL_BAR));
            }
            String id = tested.path("scenario").asString("");
            columns.add(new ScenarioColumn(
                    id,
                    tested.path("possible").asBoolean(),
                    id.equals(chosen),
                    score(tested),
                    cells,
                    tested.path("blockedBy").values().stream()
                            .map(criterion -> here.book()
                                    .policy("transition")
                                    .texts(Language.of(locale))
                                    .criterion(criterion.asString(""))
                                    .name())
                            .toList()));
        }
        LineFilter first = new LineFilter(
                null,
                group.path("product").asString(""),
                group.path("situation").asInt(),
                null,
                null);
        List<ShownLine> example =
                transitions.lines(plan, first, 1, 1, Language.of(locale)).items();
        return new OpenGroup(
                group.path("product").asString(""),
                group.path("situation").asInt(),
                group.path("indications").asInt(),
                names,
                columns,
                chosen.isEmpty() ? null : chosen,
                group.path("proposed").isString() ? group.path("proposed").asString("") : null,
                example.isEmpty() ? null : example.get(0).resident());
    }

    private static List<List<String>> rows(
            Map<String, Map<YearMonth, Load>> loads, List<YearMonth> months, PlanWriting here) {
        List<List<String>> rows = new ArrayList<>();
        loads.forEach((municipality, ofOne) -> {
            List<String> row = new ArrayList<>();
            row.add(here.municipality(municipality));
            for (YearMonth month : months) {
                Load load = ofOne.getOrDefault(month, new Load(0, 0));
                row.add(here.count(load.reindications()) + (load.exceeding() > 0 ? " !" : ""));
            }
            rows.add(row);
        });
        return rows;
    }

    private Lines lines(RegisteredDecision plan, Wish wish, PlanWriting here, Locale locale) {
        LineFilter filter = new LineFilter(
                wish.municipality(),
                wish.product(),
                null,
                wish.scenario() == null ? null : Scenario.valueOf(wish.scenario()),
                null);
        Transitions.Page found = transitions.lines(plan, filter, wish.page(), PAGE_SIZE, Language.of(locale));
        List<Option> municipalities = here.municipalities().entrySet().stream()
                .map(entry -> new Option(
                        entry.getKey(), entry.getValue(), entry.getKey().equals(wish.municipality())))
                .toList();
        List<Option> scenarios = Arrays.stream(Scenario.values())
                .map(scenario -> new Option(
                        scenario.name(), scenario.name(), scenario.name().equals(wish.scenario())))
                .toList();
        List<Option> products = plan.request().path("products").values().stream()
                .map(product -> product.path("old").asString(""))
                .map(code -> new Option(code, code, code.equals(wish.product())))
                .toList();
        return new Lines(
                found.items().stream().map(line -> row(line, here)).toList(),
                Pager.of(
                        wish.page(),
                        PAGE_SIZE,
                        (int) found.total(),
                        page -> address(plan, wish, wish.group(), page) + "#indicaties"),
                municipalities,
                scenarios,
                products,
                wish.municipality() != null || wish.scenario() != null || wish.product() != null,
                String.valueOf(Math.max(0, wish.group())));
    }

    private static LineRow row(ShownLine line, PlanWriting here) {
        return new LineRow(
                line.id(),
                here.municipality(line.municipality()),
                line.provider(),
                line.product(),
                line.newProduct(),
                line.scenario() == null ? null : line.scenario().name(),
                here.shortDay(line.continuesUntil()),
                here.shortDay(line.reindicateBy()),
                line.changeReason(),
                line.providerChanges(),
                line.viaExceptionContract(),
                line.resident());
    }

    private static List<Task> tasks(JsonNode decision, PlanWriting here) {
        List<Task> tasks = new ArrayList<>();
        for (JsonNode step : decision.path("next")) {
            tasks.add(new Task(
                    step.path("actor").asString(""),
                    step.path("action").asString(""),
                    here.dayOrNull(step.path("dueOn"))));
        }
        return tasks;
    }

    private static List<Unplanned> unplanned(JsonNode decision, PlanWriting here) {
        return decision.path("unplanned").values().stream()
                .limit(PAGE_SIZE)
                .map(each -> new Unplanned(
                        each.path("id").asString(""),
                        here.municipality(each.path("municipality").asString("")),
                        each.path("provider").asString(""),
                        each.path("product").asString("")))
                .toList();
    }

    private static List<Spent> spent(JsonNode decision, PlanWriting here) {
        Table contracts = here.book().requireTable("reference/contracts");
        return decision.path("exceptionContracts").values().stream()
                .map(each -> new Spent(
                        contracts
                                .row(each.path("contract").asString(""))
                                .map(row -> String.valueOf(contracts.cell(row, "name")))
                                .orElse(each.path("contract").asString("")),
                        each.path("indications").asInt(),
                        here.euro(each.path("value").decimalValue()),
                        each.path("withoutValue").asInt()))
                .toList();
    }
}
