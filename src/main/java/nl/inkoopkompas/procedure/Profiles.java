package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The stored profiles of the contracts: a row for each value, with the section that it was read from. */
final class Profiles {

    static final String TABLE = "procedure/profiles";

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})?\\.\\.(\\d{1,4})?");

    private Profiles() {}

    /** The profile of a contract as it stands in a rule book; empty where it has none. */
    static ObjectNode of(RuleBook book, String contract) {
        Shape shape = shape(book);
        Table table = book.requireTable(TABLE);
        ObjectNode profile = DecisionEngine.noContext();
        for (Table.Row row : table.rows()) {
            Field field = shape.field(String.valueOf(table.cell(row, "field")));
            if (contract.equals(table.cell(row, "contract")) && field != null) {
                put(profile, field, String.valueOf(table.cell(row, "value")));
            }
        }
        return profile;
    }

    /** Rows that name no field of a profile, or hold no value of it. */
    static List<Problem> problems(RuleBook book) {
        Shape shape = shape(book);
        Table table = book.requireTable(TABLE);
        List<Problem> problems = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Field field = shape.field(String.valueOf(table.cell(row, "field")));
            String value = String.valueOf(table.cell(row, "value"));
            String place = "row " + row.id();
            if (field == null) {
                problems.add(new Problem(
                        "decision-tables/" + TABLE + ".csv",
                        place + ", column field",
                        "\"" + table.cell(row, "field") + "\" is not in " + shape.describe()));
            } else if (!put(DecisionEngine.noContext(), field, value)) {
                problems.add(new Problem(
                        "decision-tables/" + TABLE + ".csv",
                        place + ", column value",
                        "\"" + value + "\" is no value of " + field.name()));
            }
        }
        return problems;
    }

    private static Shape shape(RuleBook book) {
        return book.policy(ProcedureType.ID).schema().require("profile").requireItem();
    }

    private static boolean put(ObjectNode profile, Field field, String value) {
        List<String> options = field.limits().options();
        return switch (field.type()) {
            case TRUTH -> {
                profile.put(field.name(), value.equals("true"));
                yield value.equals("true") || value.equals("false");
            }
            case TEXT -> {
                profile.put(field.name(), value);
                yield options.contains(value);
            }
            case WHOLE -> putNumber(profile, field, value);
            case OBJECT -> {
                if (options.contains(value)) {
                    profile.put(field.name(), value);
                    yield true;
                }
                yield putRange(profile.putObject(field.name()), field.requireItem(), value);
            }
            case LIST -> {
                List<String> parts = List.of(value.split("\\+"));
                parts.forEach(profile.putArray(field.name())::add);
                yield field.requireItem().fields().get(0).limits().options().containsAll(parts);
            }
            default -> false;
        };
    }

    private static boolean putNumber(ObjectNode profile, Field field, @Nullable String value) {
        if (value == null || !value.matches("\\d{1,12}")) {
            return value == null;
        }
        long number = Long.parseLong(value);
        Long least = field.limits().minimum();
        Long most = field.limits().maximum();
        profile.put(field.name(), number);
        return (least == null || number >= least) && (most == null || number <= most);
    }

    private static boolean putRange(ObjectNode range, Shape shape, String value) {
        Matcher matcher = RANGE.matcher(value);
        if (!matcher.matches()) {
            return false;
        }
        boolean from = putNumber(range, shape.fields().get(0), matcher.group(1));
        return putNumber(range, shape.fields().get(1), matcher.group(2)) && from;
    }
}
