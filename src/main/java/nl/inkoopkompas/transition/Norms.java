package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** The norms that a plan is made with, as a rule book has them on a day. */
final class Norms {

    private static final String TERM = "transition.term.years";
    private static final String MONTHS = "transition.reindication.months-after-switch";
    private static final String CAPACITY = "transition.capacity.reindications-per-month";

    private final RuleBook book;
    private final LocalDate day;

    Norms(RuleBook book, LocalDate day) {
        this.book = book;
        this.day = day;
    }

    /** A scenario that belongs to a situation, with the code of the reason of change for back offices. */
    record Fit(
            int situation,
            Scenario scenario,
            @Nullable String changeReason,
            @Nullable String unitChangeReason) {}

    /** A criterion that a scenario is tested on; null for one that does not belong to the situation. */
    record Tested(@Nullable Scenario scenario, String criterion) {}

    /** An interest; its weight is null where nobody has set it. */
    record Interest(
            String id, String name, String nameEn, @Nullable Long weight) {}

    /** Something to do when a group gets a scenario; null whatever the scenario. */
    record Task(
            String step, @Nullable Scenario scenario, String anchor, long months, long days, SourceReference source) {}

    /** The last day on which old terms can run; null where there is no limit. */
    @Nullable
    LocalDate cap(LocalDate switchOn) {
        Long years = whole(TERM);
        return years == null ? null : switchOn.plusYears(years).minusDays(1);
    }

    /** By when whoever is re-indicated during the transition is; null where there is no limit. */
    @Nullable
    LocalDate reindicateBy(LocalDate asOf, LocalDate switchOn) {
        Long months = whole(MONTHS);
        LocalDate cap = cap(switchOn);
        if (months == null) {
            return cap;
        }
        LocalDate planned = switchOn.plusMonths(months);
        LocalDate latest = planned.isBefore(asOf) ? asOf : planned;
        return cap != null && latest.isAfter(cap) ? cap : latest;
    }

    /** How many re-indications a municipality can do in a month; null where nobody has said. */
    @Nullable
    Long capacity() {
        return whole(CAPACITY);
    }

    private @Nullable Long whole(String key) {
        Object value = null;
        for (DatedValue dated : book.parameter(key).orElseThrow().values()) {
            if (!dated.from().isAfter(day)) {
                value = dated.value();
            }
        }
        return (Long) value;
    }

    List<Fit> fits() {
        Table table = book.requireTable("transition/scenarios");
        return table.rows().stream()
                .map(row -> new Fit(
                        number(table, row, "situation").intValue(),
                        Scenario.valueOf(text(table, row, "scenario")),
                        (String) table.cell(row, "changeReason"),
                        (String) table.cell(row, "unitChangeReason")))
                .toList();
    }

    List<Tested> tests() {
        Table table = book.requireTable("transition/tests");
        return table.rows().stream()
                .map(row -> new Tested(scenario(table, row), text(table, row, "criterion")))
                .toList();
    }

    List<Interest> interests() {
        Table table = book.requireTable("transition/interests");
        return table.rows().stream()
                .map(row -> new Interest(row.id(), text(table, row, "name"), text(table, row, "nameEn"), (Long)
                        table.cell(row, "weight")))
                .toList();
    }

    /** How a scenario serves an interest; empty where no row says. */
    Optional<Long> score(int situation, Scenario scenario, String interest) {
        Table table = book.requireTable("transition/scores");
        return table.rows().stream()
                .filter(row -> number(table, row, "situation") == situation
                        && text(table, row, "scenario").equals(scenario.name())
                        && text(table, row, "interest").equals(interest))
                .findFirst()
                .map(row -> (Long) table.cell(row, "score"));
    }

    List<Task> tasks() {
        Table table = book.requireTable("transition/tasks");
        List<Task> tasks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            tasks.add(new Task(
                    text(table, row, "step"),
                    scenario(table, row),
                    text(table, row, "anchor"),
                    number(table, row, "months"),
                    number(table, row, "days"),
                    row.source()));
        }
        return tasks;
    }

    /** The municipalities, in the order of their table. */
    List<String> municipalities() {
        return book.requireTable("reference/municipalities").rows().stream()
                .map(Table.Row::id)
                .toList();
    }

    private static @Nullable Scenario scenario(Table table, Table.Row row) {
        String text = text(table, row, "scenario");
        return text.equals(Table.ANY) ? null : Scenario.valueOf(text);
    }

    private static Long number(Table table, Table.Row row, String column) {
        return table.cell(row, column) instanceof Long number ? number : 0L;
    }

    private static String text(Table table, Table.Row row, String column) {
        return String.valueOf(table.cell(row, column));
    }
}
