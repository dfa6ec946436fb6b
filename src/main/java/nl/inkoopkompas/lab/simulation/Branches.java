package nl.inkoopkompas.lab.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.lab.simulation.Distribution.Branch;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** Reads one row of a population table: a kind and what goes with it. What does not fit is refused. */
final class Branches {

    private static final String RANGE = "..";

    private final RuleBook book;
    private final Shape schema;

    Branches(RuleBook book, Shape schema) {
        this.book = book;
        this.schema = schema;
    }

    /** What rows of a table allow; the case picks the rows by a field, by its reference date, or both. */
    private record Picked(@Nullable Object where, @Nullable LocalDate day) {}

    Branch branch(Field field, String kind, String value) {
        return switch (kind) {
            case "UNKNOWN" -> making -> null;
            case "OPTION" -> option(field, value);
            case "NUMBER" -> number(field, value);
            case "DAYS" -> days(value);
            case "YEARS" -> years(value);
            case "SIZE" -> size(value);
            case "EACH" -> each(value);
            case "SAME" -> same(value);
            case "ROW" -> row(value);
            case "WITHIN" -> within(value);
            case "TEXT" -> text(value);
            default -> throw new IllegalArgumentException("A population table knows no kind " + kind);
        };
    }

    private static Branch option(Field field, String value) {
        Object read =
                switch (field.type()) {
                    case TRUTH -> Boolean.valueOf(value);
                    case WHOLE -> Long.valueOf(value);
                    case DECIMAL -> new BigDecimal(value);
                    case DATE -> LocalDate.parse(value);
                    default -> value;
                };
        return making -> read;
    }

    private static Branch number(Field field, String value) {
        BigDecimal least = new BigDecimal(end(value, 0));
        BigDecimal most = new BigDecimal(end(value, 1));
        int scale = Math.max(0, Math.max(least.scale(), most.scale()));
        long low = least.setScale(scale).unscaledValue().longValueExact();
        long high = most.setScale(scale).unscaledValue().longValueExact();
        if (field.type() == Type.DECIMAL) {
            return making -> BigDecimal.valueOf(making.draws.between(low, high), scale);
        }
        return making -> making.draws.between(low, high);
    }

    private static Branch days(String value) {
        long least = Long.parseLong(end(value, 0));
        long most = Long.parseLong(end(value, 1));
        return making -> making.day.plusDays(making.draws.between(least, most));
    }

    private static Branch years(String value) {
        long least = Long.parseLong(end(value, 0));
        long most = Long.parseLong(end(value, 1));
        return making -> making.day.getYear() + making.draws.between(least, most);
    }

    private static Branch size(String value) {
        int least = Integer.parseInt(end(value, 0));
        int most = Integer.parseInt(end(value, 1));
        return making -> (int) making.draws.between(least, most);
    }

    /** As long as another list, or some longer. */
    private Branch each(String value) {
        String[] parts = value.split("\\+", 2);
        Field[] way = way(parts[0]);
        int more = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
        return making -> making.at(way) instanceof Element[] list ? list.length + more : more;
    }

    /** What stands at the same place in a list of values. */
    private Branch same(String value) {
        Field[] way = way(value);
        return making -> making.at(way) instanceof Element[] list && making.place < list.length
                ? list[making.place].get(0)
                : null;
    }

    /** A cell of a row: {@code <table> <column> [<column>=<pointer>] [<first day>..<last day>]}. */
    private Branch row(String value) {
        String[] parts = value.split(" ");
        Table table = book.requireTable(parts[0]);
        String where = null;
        Field[] way = null;
        String[] span = null;
        for (int i = 2; i < parts.length; i++) {
            if (parts[i].contains("=")) {
                where = parts[i].split("=")[0];
                way = way(parts[i].split("=")[1]);
            } else {
                span = new String[] {end(parts[i], 0), end(parts[i], 1)};
            }
        }
        return row(table, parts[1], where, way, span);
    }

    /** A cell of a row that holds in one column what stands elsewhere in the case. */
    static Branch row(
            Table table, String column, @Nullable String where, Field @Nullable [] way, String @Nullable [] span) {
        Map<Picked, List<Object>> known = new ConcurrentHashMap<>();
        return making -> {
            Picked by = new Picked(way == null ? null : making.at(way), span == null ? null : making.day);
            List<Object> cells = known.computeIfAbsent(by, picked -> cells(table, column, where, span, picked));
            return cells.isEmpty() ? null : cells.get(making.draws.below(cells.size()));
        };
    }

    private static List<Object> cells(
            Table table, String column, @Nullable String where, String @Nullable [] span, Picked by) {
        List<Object> cells = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Object picked = where == null ? Table.ANY : table.cell(row, where);
            boolean suits = Table.ANY.equals(picked) || (picked != null && picked.equals(by.where()));
            Object cell = table.cell(row, column);
            if (suits && cell != null && !cell.equals(Table.ANY) && (span == null || spans(table, row, span, by))) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static boolean spans(Table table, Table.Row row, String[] span, Picked by) {
        LocalDate day = by.day();
        return day != null
                && !(table.cell(row, span[0]) instanceof LocalDate from && day.isBefore(from))
                && !(table.cell(row, span[1]) instanceof LocalDate to && day.isAfter(to));
    }

    /**
     * A day between two dates of a row, not before the first day that is asked; that day itself where no row has any.
     */
    private Branch within(String value) {
        String[] parts = value.split(" ");
        Table table = book.requireTable(parts[0]);
        String from = end(parts[1], 0);
        String to = end(parts[1], 1);
        Map<LocalDate, List<LocalDate[]>> known = new ConcurrentHashMap<>();
        return making -> {
            List<LocalDate[]> spans = known.computeIfAbsent(making.notBefore, day -> after(day, table, from, to));
            if (spans.isEmpty()) {
                return making.notBefore;
            }
            LocalDate[] span = spans.get(making.draws.below(spans.size()));
            return span[0].plusDays(making.draws.between(0, span[1].toEpochDay() - span[0].toEpochDay()));
        };
    }

    private static List<LocalDate[]> after(LocalDate first, Table table, String from, String to) {
        List<LocalDate[]> spans = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            if (table.cell(row, from) instanceof LocalDate opens
                    && table.cell(row, to) instanceof LocalDate closes
                    && !closes.isBefore(first)) {
                spans.add(new LocalDate[] {opens.isBefore(first) ? first : opens, closes});
            }
        }
        return spans;
    }

    /** A text in which {@code {case}} and {@code {place}} are numbered from one. */
    private static Branch text(String value) {
        if (!value.contains("{")) {
            return making -> value;
        }
        return making -> value.replace("{case}", Integer.toString(making.number + 1))
                .replace("{place}", Integer.toString(making.place + 1))
                .replace("{digits}", Long.toString(making.draws.between(10_000_000, 99_999_999)));
    }

    private static String end(String range, int which) {
        int at = range.indexOf(RANGE);
        if (at < 0) {
            return range;
        }
        return which == 0 ? range.substring(0, at) : range.substring(at + RANGE.length());
    }

    /** The fields that a pointer leads through, from the top. */
    Field[] way(String pointer) {
        String[] names = pointer.substring(1).split("/");
        Field[] way = new Field[names.length];
        Shape shape = schema;
        for (int i = 0; i < names.length; i++) {
            way[i] = shape.require(names[i]);
            if (i < names.length - 1) {
                shape = way[i].requireItem();
            }
        }
        return way;
    }
}
