package nl.inkoopkompas.lab;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.amendment.AmendmentRefused;
import nl.inkoopkompas.rulebook.amendment.InvariantAmendments;
import nl.inkoopkompas.rulebook.amendment.NormAmendments;
import nl.inkoopkompas.rulebook.amendment.ScenarioAmendments;
import nl.inkoopkompas.rulebook.amendment.TableAmendments;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One change of a rule book, by its kind. Rules in DRL and schemas are no kind: those are code. */
public sealed interface Edit {

    /**
     * The files with this change in them.
     *
     * @param base the book that the draft starts from
     * @throws AmendmentRefused when it does not suit them
     */
    RuleBookFiles applyTo(RuleBookFiles files, RuleBook base);

    /** What it changes, by a name that two edits of the same thing share. */
    String target();

    /** What stands there in a book; null where nothing does. */
    @Nullable
    Object standing(RuleBook book);

    /** The norms that it changes: parameter keys, and {@code <decision>/<table>#<row id>}. */
    default Set<String> norms(RuleBook base) {
        return Set.of();
    }

    /** The first day on which it makes a difference; null where that is not dated. */
    default @Nullable LocalDate from() {
        return null;
    }

    /** Another value in a cell. */
    record Cell(String table, String row, String column, JsonNode value) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return TableAmendments.of(files, table).withCell(row, column, value);
        }

        @Override
        public String target() {
            return table + "#" + row + "." + column;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            Table found = book.table(table);
            return found == null || found.indexOf(column) < 0
                    ? null
                    : found.row(row).map(there -> found.cell(there, column)).orElse(null);
        }

        @Override
        public Set<String> norms(RuleBook base) {
            return Set.of(table + "#" + row);
        }
    }

    /** A row more. */
    record AddedRow(String table, Map<String, JsonNode> cells) implements Edit {

        public String row() {
            JsonNode id = cells.get("id");
            return id == null ? "" : id.asString("");
        }

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return TableAmendments.of(files, table).withRow(cells);
        }

        @Override
        public String target() {
            return table + "#" + row();
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return rowOf(book, table, row());
        }

        @Override
        public Set<String> norms(RuleBook base) {
            return Set.of(table + "#" + row());
        }
    }

    /** A row less. */
    record RemovedRow(String table, String row) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return TableAmendments.of(files, table).withoutRow(row);
        }

        @Override
        public String target() {
            return table + "#" + row;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return rowOf(book, table, row);
        }

        @Override
        public Set<String> norms(RuleBook base) {
            return Set.of(table + "#" + row);
        }
    }

    /**
     * A value of a parameter from a day on.
     *
     * @param source where it comes from; null for where the value before it comes from
     */
    record Value(
            String parameter,
            LocalDate from,
            JsonNode value,
            @Nullable SourceReference source,
            boolean example) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new NormAmendments(files).withValue(parameter, from, value, source, example);
        }

        @Override
        public String target() {
            return parameter;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return valueOn(book, parameter, from);
        }

        @Override
        public Set<String> norms(RuleBook base) {
            return Set.of(parameter);
        }
    }

    /** No value of a parameter of its own from a day on. */
    record RemovedValue(String parameter, LocalDate from) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new NormAmendments(files).withoutValue(parameter, from);
        }

        @Override
        public String target() {
            return parameter;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return valueOn(book, parameter, from);
        }

        @Override
        public Set<String> norms(RuleBook base) {
            return Set.of(parameter);
        }
    }

    /** Another reading of a text. */
    record Reading(String interpretation, String reading) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new NormAmendments(files).withReading(base, interpretation, reading);
        }

        @Override
        public String target() {
            return interpretation;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            Interpretation found = book.interpretations().get(interpretation);
            return found == null ? null : found.applied();
        }

        @Override
        public Set<String> norms(RuleBook base) {
            Interpretation found = base.interpretations().get(interpretation);
            String key = found == null ? null : found.switchedBy();
            return key == null ? Set.of() : Set.of(key);
        }
    }

    /** Another expectation of a golden case. */
    record Expectation(String scenario, JsonNode expect) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new ScenarioAmendments(files).withExpectation(scenario, expect);
        }

        @Override
        public String target() {
            return scenario;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return book.policies().values().stream()
                    .flatMap(policy -> policy.scenarios().stream())
                    .filter(found -> found.id().equals(scenario))
                    .findFirst()
                    .map(found -> (Object) found.expect())
                    .orElse(null);
        }
    }

    /** A golden case more. */
    record AddedScenario(String decision, ObjectNode scenario) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new ScenarioAmendments(files).withScenario(decision, scenario);
        }

        @Override
        public String target() {
            return scenario.path("id").asString("");
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return new Expectation(target(), scenario).standing(book);
        }
    }

    /** Something more that may never happen. */
    record AddedInvariant(String decision, ObjectNode invariant) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new InvariantAmendments(files).with(decision, invariant);
        }

        @Override
        public String target() {
            return invariant.path("id").asString("");
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return invariantOf(book, target());
        }
    }

    /** Something that may happen again. */
    record RemovedInvariant(String invariant) implements Edit {

        @Override
        public RuleBookFiles applyTo(RuleBookFiles files, RuleBook base) {
            return new InvariantAmendments(files).without(invariant);
        }

        @Override
        public String target() {
            return invariant;
        }

        @Override
        public @Nullable Object standing(RuleBook book) {
            return invariantOf(book, invariant);
        }
    }

    private static @Nullable Object invariantOf(RuleBook book, String id) {
        return book.policies().values().stream()
                .flatMap(policy -> policy.invariants().stream())
                .filter(found -> found.id().equals(id))
                .findFirst()
                .map(found -> (Object) found.text().nl())
                .orElse(null);
    }

    private static @Nullable Object rowOf(RuleBook book, String table, String row) {
        Table found = book.table(table);
        return found == null
                ? null
                : found.row(row)
                        .map(there -> (Object) List.copyOf(texts(there)))
                        .orElse(null);
    }

    private static List<String> texts(Table.Row row) {
        return row.cells().stream().map(cell -> Objects.toString(cell, "")).toList();
    }

    private static @Nullable Object valueOn(RuleBook book, String parameter, LocalDate day) {
        List<DatedValue> values =
                book.parameter(parameter).map(Parameter::values).orElse(List.of());
        Object standing = null;
        for (DatedValue value : values) {
            if (!value.from().isAfter(day)) {
                standing = value.value();
            }
        }
        return standing;
    }
}
