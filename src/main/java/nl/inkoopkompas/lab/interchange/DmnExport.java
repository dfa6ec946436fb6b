package nl.inkoopkompas.lab.interchange;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Range;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A table as a decision of DMN 1.5: its key as inputs, its row id and all other columns as outputs. Any engine that
 * reads DMN finds the same rows with it. A row that suits nothing is left out.
 */
public final class DmnExport {

    /** The output that holds the id of the row. */
    public static final String ROW = "row";

    private static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String ANYTHING = "-";

    private final Table table;
    private final XMLStreamWriter xml;
    private final List<Column> outputs = new ArrayList<>();

    private DmnExport(Table table, XMLStreamWriter xml) {
        this.table = table;
        this.xml = xml;
        Set<String> key = new LinkedHashSet<>(table.key());
        table.ranges().forEach(range -> key.addAll(List.of(range.from(), range.end())));
        for (Column column : table.columns()) {
            if (!key.contains(column.id()) && !column.id().equals("id")) {
                outputs.add(column);
            }
        }
    }

    /** The namespace of a table, which DMN wants to be an address of its own. */
    public static String namespace(Table table) {
        return "urn:inkoopkompas:table:" + table.id();
    }

    /** The name of the decision in the export. */
    public static String name(Table table) {
        return table.id().replace('/', ' ').replace('-', ' ');
    }

    public static String of(Table table) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new DmnExport(table, xml).write();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A table can always be written as DMN", e);
        }
        return out.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(MODEL);
        attributes("id", "definitions", "name", name(table), "namespace", namespace(table));
        List<String> inputs = inputs();
        for (int i = 0; i < inputs.size(); i++) {
            line(1);
            xml.writeStartElement("inputData");
            attributes("id", "input-" + i, "name", inputs.get(i));
            line(2);
            empty("variable", "name", inputs.get(i), "typeRef", type(inputs.get(i)));
            line(1);
            xml.writeEndElement();
        }
        line(1);
        xml.writeStartElement("decision");
        attributes("id", "decision", "name", name(table));
        line(2);
        empty("variable", "name", name(table));
        for (int i = 0; i < inputs.size(); i++) {
            line(2);
            xml.writeStartElement("informationRequirement");
            attributes("id", "requires-" + i);
            empty("requiredInput", "href", "#input-" + i);
            xml.writeEndElement();
        }
        line(2);
        decisionTable(inputs);
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void decisionTable(List<String> inputs) throws XMLStreamException {
        xml.writeStartElement("decisionTable");
        attributes("id", "table", "hitPolicy", table.hitPolicy() == HitPolicy.UNIQUE ? "UNIQUE" : "COLLECT");
        for (int i = 0; i < inputs.size(); i++) {
            line(3);
            xml.writeStartElement("input");
            attributes("id", "column-" + i, "label", label(inputs.get(i)));
            xml.writeStartElement("inputExpression");
            attributes("id", "expression-" + i, "typeRef", type(inputs.get(i)));
            text(inputs.get(i));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        line(3);
        empty("output", "id", "output-" + ROW, "name", ROW, "typeRef", "string");
        for (Column column : outputs) {
            line(3);
            empty(
                    "output",
                    "id",
                    "output-" + column.id(),
                    "name",
                    column.id(),
                    "label",
                    column.label().nl(),
                    "typeRef",
                    type(column.id()));
        }
        for (Row row : table.rows()) {
            List<String> tests = tests(row);
            if (!tests.isEmpty()) {
                rule(row, tests);
            }
        }
        line(2);
        xml.writeEndElement();
    }

    private void rule(Row row, List<String> tests) throws XMLStreamException {
        line(3);
        xml.writeStartElement("rule");
        attributes("id", "row-" + row.id());
        for (String test : tests) {
            entry("inputEntry", test);
        }
        entry("outputEntry", literal(row.id()));
        for (Column column : outputs) {
            entry("outputEntry", literal(table.cell(row, column.id())));
        }
        line(3);
        xml.writeEndElement();
    }

    private void entry(String element, String expression) throws XMLStreamException {
        line(4);
        xml.writeStartElement(element);
        text(expression);
        xml.writeEndElement();
    }

    private void text(String expression) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeCharacters(expression);
        xml.writeEndElement();
    }

    private List<String> inputs() {
        List<String> inputs = new ArrayList<>(table.key());
        table.ranges().forEach(range -> inputs.add(range.from()));
        return inputs;
    }

    private String label(String input) {
        return table.ranges().stream()
                .filter(range -> range.from().equals(input))
                .map(range -> range.label().nl())
                .findFirst()
                .orElseGet(() -> table.column(input).orElseThrow().label().nl());
    }

    /** The tests of a row; none for a row that suits nothing. */
    private List<String> tests(Row row) {
        List<String> tests = new ArrayList<>();
        for (String column : table.key()) {
            Object cell = table.cell(row, column);
            if (cell == null) {
                return List.of();
            }
            List<String> also = table.column(column).map(Table.Column::also).orElse(List.of());
            tests.add(cell.equals(Table.ANY) ? anythingBut(also) : literal(cell));
        }
        for (Range range : table.ranges()) {
            Object from = table.cell(row, range.from());
            Object end = table.cell(row, range.end());
            if (from != null && end != null && range.isEmpty(from, end)) {
                return List.of();
            }
            tests.add(test(range, from, end));
        }
        return tests;
    }

    private static String anythingBut(List<String> also) {
        return also.isEmpty()
                ? ANYTHING
                : "not("
                        + String.join(
                                ", ", also.stream().map(DmnExport::literal).toList()) + ")";
    }

    private static String test(Range range, @Nullable Object from, @Nullable Object end) {
        if (from == null && end == null) {
            return ANYTHING;
        }
        if (from == null) {
            return (range.through() ? "<= " : "< ") + literal(end);
        }
        if (end == null) {
            return ">= " + literal(from);
        }
        return "[" + literal(from) + ".." + literal(end) + (range.through() ? "]" : ")");
    }

    private String type(String column) {
        return type(table.column(column).orElseThrow().type());
    }

    private static String type(ValueType type) {
        return switch (type) {
            case INTEGER, DECIMAL, MONTH -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case ID, TEXT, OPTION, REFERENCE, SOURCE -> "string";
        };
    }

    /** A value as FEEL: a text is always a string, whatever it holds. */
    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof LocalDate date) {
            return "date(\"" + date + "\")";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
