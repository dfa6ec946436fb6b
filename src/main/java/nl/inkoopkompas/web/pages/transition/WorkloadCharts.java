package nl.inkoopkompas.web.pages.transition;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.web.pages.transition.PlanPage.Bar;
import nl.inkoopkompas.web.pages.transition.PlanPage.Chart;
import nl.inkoopkompas.web.pages.transition.PlanPage.Tick;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the workload: a picture for each municipality, all with one scale. */
@Component
class WorkloadCharts {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 86;
    private static final int LABELS = 4;

    private final MessageSource messages;

    WorkloadCharts(MessageSource messages) {
        this.messages = messages;
    }

    /** What a municipality does in a month. */
    record Load(int reindications, int exceeding) {}

    /** Loads by municipality and month. */
    static Map<String, Map<YearMonth, Load>> loads(JsonNode workload) {
        Map<String, Map<YearMonth, Load>> loads = new TreeMap<>();
        for (JsonNode load : workload) {
            loads.computeIfAbsent(load.path("municipality").asString(""), none -> new TreeMap<>())
                    .put(
                            YearMonth.parse(load.path("month").asString("")),
                            new Load(
                                    load.path("reindications").asInt(),
                                    load.path("exceeding").asInt()));
        }
        return loads;
    }

    /** Every month from the first to the last in which anything is done. */
    static List<YearMonth> months(Map<String, Map<YearMonth, Load>> loads) {
        List<YearMonth> found = loads.values().stream()
                .flatMap(months -> months.keySet().stream())
                .sorted()
                .toList();
        List<YearMonth> months = new ArrayList<>();
        if (!found.isEmpty()) {
            YearMonth last = found.get(found.size() - 1);
            for (YearMonth month = found.get(0); !month.isAfter(last); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    List<Chart> of(
            Map<String, Map<YearMonth, Load>> loads,
            List<YearMonth> months,
            @Nullable Integer capacity,
            Map<String, String> names,
            Locale locale) {
        int highest = capacity == null ? 1 : capacity;
        for (Map<YearMonth, Load> ofOne : loads.values()) {
            for (Load load : ofOne.values()) {
                highest = Math.max(highest, load.reindications());
            }
        }
        List<Chart> charts = new ArrayList<>();
        for (Map.Entry<String, Map<YearMonth, Load>> entry : loads.entrySet()) {
            String name = names.getOrDefault(entry.getKey(), entry.getKey());
            charts.add(chart(name, entry.getValue(), months, capacity, highest, locale));
        }
        return charts;
    }

    private Chart chart(
            String name,
            Map<YearMonth, Load> loads,
            List<YearMonth> months,
            @Nullable Integer capacity,
            int highest,
            Locale locale) {
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        int total = 0;
        int exceeding = 0;
        double step = (double) WIDTH / months.size();
        int every = Math.max(1, (months.size() + LABELS - 1) / LABELS);
        for (int i = 0; i < months.size(); i++) {
            Load load = loads.getOrDefault(months.get(i), new Load(0, 0));
            int x = (int) Math.round(i * step) + 1;
            double fits = height(load.reindications() - load.exceeding(), highest);
            double over = height(load.exceeding(), highest);
            bars.add(new Bar(x, decimal(HEIGHT - fits), decimal(fits), false));
            if (load.exceeding() > 0) {
                bars.add(new Bar(x, decimal(HEIGHT - fits - over), decimal(over), true));
            }
            if (i % every == 0) {
                ticks.add(new Tick(x + (int) Math.round(step / 2), month(months.get(i), locale)));
            }
            total += load.reindications();
            exceeding += load.exceeding();
        }
        String sentence = messages.getMessage(
                capacity == null ? "transition.chart.open" : "transition.chart.sentence",
                new Object[] {name, String.valueOf(total), String.valueOf(capacity), String.valueOf(exceeding)},
                locale);
        return new Chart(
                name,
                sentence,
                exceeding,
                bars,
                capacity == null ? -1 : HEIGHT - (int) Math.round(height(capacity, highest)),
                ticks,
                List.of(new Tick(0, String.valueOf(highest))));
    }

    private static double height(int count, int highest) {
        return (double) count * HEIGHT / highest;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String month(YearMonth month, Locale locale) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, locale).replace(".", "");
    }
}
