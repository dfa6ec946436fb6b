package nl.inkoopkompas.lab.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.decision.explanation.Formats;
import nl.inkoopkompas.decision.explanation.TableWords;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.Edit;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Dutch entry in the changelog that follows from the edits of a draft: kind, period, zones, details and source. */
public final class Changelog {

    private static final Formats FORMATS = new Formats(new Shape(""), Language.NL);
    private static final String EMPTY = "leeg";

    private Changelog() {}

    /** The details, a line for each edit; a person may change them before they are proposed. */
    public static String details(Draft draft, RuleBook base) {
        List<String> lines = new ArrayList<>();
        if (draft.content() != null) {
            lines.add("De inhoud komt uit een ander regelboek (" + draft.title() + ").");
        }
        for (Made made : draft.edits()) {
            lines.add(sentence(made.edit(), base) + " Reden: " + oneLine(made.reason()) + (endsWell(made) ? "" : "."));
        }
        return String.join("\n", lines);
    }

    private static boolean endsWell(Made made) {
        return made.reason().strip().matches("(?s).*[.!?]");
    }

    /** The whole entry. */
    static String entry(Draft draft, RuleBook base, String details, String version, LocalDate validFrom) {
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> zones = new TreeSet<>();
        Set<String> sources = new TreeSet<>();
        if (draft.content() != null) {
            kinds.add("hele regelboek");
            zones.addAll(List.of("rules", "decision-tables"));
        }
        for (Made made : draft.edits()) {
            kinds.add(kind(made.edit()));
            zones.add(zone(made.edit(), base));
            sources.addAll(sources(made.edit(), base));
        }
        StringBuilder entry = new StringBuilder("## " + version + "\n\n");
        entry.append("- **Soort**: ").append(String.join(", ", kinds)).append('\n');
        entry.append("- **Periode**: vanaf ").append(FORMATS.date(validFrom)).append('\n');
        entry.append("- **Zones**: `").append(String.join("`, `", zones)).append("`\n");
        entry.append("- **Details**:\n");
        details.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> entry.append("  - ").append(line.strip()).append('\n'));
        entry.append("- **Bron**: ")
                .append(sources.isEmpty() ? "zie de details" : String.join("; ", sources))
                .append('\n');
        return entry.toString();
    }

    private static String kind(Edit edit) {
        if (edit instanceof Edit.Cell || edit instanceof Edit.AddedRow || edit instanceof Edit.RemovedRow) {
            return "tabel";
        }
        if (edit instanceof Edit.Value || edit instanceof Edit.RemovedValue) {
            return "norm";
        }
        if (edit instanceof Edit.AddedInvariant || edit instanceof Edit.RemovedInvariant) {
            return "wat nooit mag";
        }
        return edit instanceof Edit.Reading ? "lezing" : "scenario";
    }

    private static String zone(Edit edit, RuleBook base) {
        String table = table(edit);
        if (table != null) {
            return "decision-tables/" + table;
        }
        if (edit instanceof Edit.Reading) {
            return "rules/interpretations.yaml";
        }
        return base.policies().values().stream()
                .filter(policy -> policy.parameters().containsKey(edit.target())
                        || policy.scenarios().stream()
                                .anyMatch(scenario -> scenario.id().equals(edit.target()))
                        || policy.invariants().stream()
                                .anyMatch(invariant -> invariant.id().equals(edit.target())))
                .findFirst()
                .map(policy -> "rules/" + policy.decision())
                .orElse("rules");
    }

    private static @Nullable String table(Edit edit) {
        if (edit instanceof Edit.Cell cell) {
            return cell.table();
        }
        if (edit instanceof Edit.AddedRow row) {
            return row.table();
        }
        return edit instanceof Edit.RemovedRow row ? row.table() : null;
    }

    private static List<String> sources(Edit edit, RuleBook base) {
        if (edit instanceof Edit.Value value) {
            SourceReference given = value.source();
            return given != null
                    ? List.of(name(given))
                    : base.parameter(value.parameter()).stream()
                            .flatMap(parameter -> parameter.values().stream())
                            .map(dated -> name(dated.source()))
                            .toList();
        }
        if (edit instanceof Edit.Cell cell && base.table(cell.table()) != null) {
            return base.requireTable(cell.table()).row(cell.row()).stream()
                    .map(row -> name(row.source()))
                    .toList();
        }
        return List.of();
    }

    private static String name(SourceReference source) {
        return source.document() + " § " + source.section();
    }

    /** What an edit does, in one Dutch sentence. */
    public static String sentence(Edit edit, RuleBook base) {
        if (edit instanceof Edit.Cell cell) {
            Table table = base.table(cell.table());
            Optional<Table.Column> column = Optional.ofNullable(table).flatMap(found -> found.column(cell.column()));
            return "Tabel " + label(table, cell.table()) + ", rij " + cell.row() + ", "
                    + column.map(found -> found.label().nl()).orElse(cell.column()) + ": van "
                    + said(cell.standing(base), base, table, column) + " naar "
                    + said(cell.value(), base, table, column) + ".";
        }
        if (edit instanceof Edit.AddedRow row) {
            return "Tabel " + label(base.table(row.table()), row.table()) + ": rij " + row.row() + " toegevoegd.";
        }
        if (edit instanceof Edit.RemovedRow row) {
            return "Tabel " + label(base.table(row.table()), row.table()) + ": rij " + row.row() + " vervallen.";
        }
        if (edit instanceof Edit.Value value) {
            String unit = base.parameter(value.parameter()).map(Parameter::unit).orElse(null);
            return parameter(base, value.parameter()) + ": van " + said(value.standing(base), unit) + " naar "
                    + said(value.value(), unit) + ", vanaf " + FORMATS.date(value.from()) + ".";
        }
        if (edit instanceof Edit.RemovedValue value) {
            return parameter(base, value.parameter()) + ": de waarde vanaf " + FORMATS.date(value.from()) + " vervalt.";
        }
        if (edit instanceof Edit.Reading reading) {
            return "Lezing van " + reading.interpretation() + ": van " + said(reading.standing(base), null) + " naar "
                    + reading.reading() + ".";
        }
        if (edit instanceof Edit.Expectation expectation) {
            return "Scenario " + expectation.scenario() + ": andere uitkomst verwacht.";
        }
        if (edit instanceof Edit.AddedInvariant added) {
            return "Mag nooit gebeuren: " + added.invariant().at("/text/nl").asString(edit.target());
        }
        if (edit instanceof Edit.RemovedInvariant removed) {
            return "Vervallen: " + said(removed.standing(base), null);
        }
        return "Scenario " + edit.target() + " toegevoegd.";
    }

    private static String label(@Nullable Table table, String id) {
        return table == null ? id : table.label().nl();
    }

    private static String parameter(RuleBook base, String key) {
        return base.parameter(key).map(parameter -> parameter.label().nl()).orElse(key);
    }

    private static String said(@Nullable Object value, @Nullable String unit) {
        Object plain = value instanceof JsonNode json ? plain(json) : value;
        return plain == null ? EMPTY : FORMATS.value(plain, unit);
    }

    /** A cell in words. */
    private static String said(
            @Nullable Object value, RuleBook base, @Nullable Table table, Optional<Table.Column> column) {
        Object plain = value instanceof JsonNode json ? plain(json) : value;
        if (plain == null || table == null || column.isEmpty()) {
            return said(value, null);
        }
        return new TableWords(base, table, Language.NL).cell(column.get(), plain);
    }

    private static @Nullable Object plain(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL -> null;
            case NUMBER -> json.decimalValue();
            case BOOLEAN -> json.booleanValue();
            case STRING -> dayOrText(json.stringValue());
            default -> json.toString();
        };
    }

    private static Object dayOrText(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
