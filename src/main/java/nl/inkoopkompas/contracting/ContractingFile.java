package nl.inkoopkompas.contracting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.contracting.ContractedProviders.Wish;
import nl.inkoopkompas.contracting.Contracting.Parties;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.CellNumbers;
import nl.inkoopkompas.sheets.Parsed;
import nl.inkoopkompas.sheets.PlainValues;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Spelling;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Reads the rows of a file with contracted providers, each checked against the rule book; all or none. */
final class ContractingFile {

    private static final int KVK_DIGITS = 8;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PLACES = 20;
    private static final int LONGEST_PLACE = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int LARGEST_CAPACITY = 1_000_000;
    private static final Set<String> ALL = Set.of("alle", "all", "regio", "*");

    private final ContractingSheet sheet;
    private final Map<String, String> contracts;
    private final Map<String, Map<String, String>> products = new LinkedHashMap<>();
    private final Map<String, String> municipalities;

    /** Refuses a file that is no such sheet with a {@link nl.inkoopkompas.sheets.SheetsRefused}. */
    ContractingFile(Sheets sheets, RuleBook book) {
        sheet = new ContractingSheet(sheets);
        ContractTable table = new ContractTable(book);
        contracts = names(table.contracts());
        municipalities = names(table.municipalities());
        Table all = table.products();
        for (Table.Row row : all.rows()) {
            String code = String.valueOf(all.cell(row, "code"));
            Map<String, String> ofContract =
                    products.computeIfAbsent(String.valueOf(all.cell(row, "contract")), none -> new LinkedHashMap<>());
            ofContract.put(Spelling.normal(code), code);
            ofContract.putIfAbsent(Spelling.normal(String.valueOf(all.cell(row, "name"))), code);
        }
    }

    ContractingSheet sheet() {
        return sheet;
    }

    /** What is asked for, in the order of the rows; refuses the file when one of them is wrong. */
    List<Wish> wishes() {
        List<Wish> wishes = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Wish wish = new RowReading(row).wish();
            if (wish != null) {
                wishes.add(wish);
            }
        }
        sheet.refuseErrors();
        return wishes;
    }

    private static Map<String, String> names(Table table) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            names.put(Spelling.normal(row.id()), row.id());
            names.putIfAbsent(Spelling.normal(String.valueOf(table.cell(row, "name"))), row.id());
        }
        return names;
    }

    /** One row, with whether something in it was wrong. */
    private final class RowReading {

        private final Row row;
        private boolean wrong;

        RowReading(Row row) {
            this.row = row;
        }

        @Nullable
        Wish wish() {
            String kvkNumber = text(ContractingColumn.KVK_NUMBER);
            String name = text(ContractingColumn.NAME);
            if (name.length() > LONGEST_NAME) {
                wrong(ContractingColumn.NAME, "Kort de naam in tot 200 tekens.", "Shorten the name to 200 characters.");
            }
            String contract = known(ContractingColumn.CONTRACT, contracts);
            String product = contract.isEmpty()
                    ? text(ContractingColumn.PRODUCT)
                    : known(ContractingColumn.PRODUCT, products.getOrDefault(contract, Map.of()));
            LocalDate from = date(ContractingColumn.FROM);
            LocalDate to = date(ContractingColumn.TO);
            List<String> codes = municipalities();
            List<String> places = places();
            Integer capacity = capacity();
            ClientStop stop = stop(from);
            if (from != null && to != null && to.isBefore(from)) {
                wrong(
                        ContractingColumn.TO,
                        "De laatste dag ligt voor de eerste. Verwissel ze of herstel er een.",
                        "The last day lies before the first. Swap them or correct one.");
            }
            return wrong || from == null
                    ? null
                    : new Wish(
                            new Parties(kvkNumber, name, contract, product),
                            new Terms(from, to, codes, places, capacity, stop));
        }

        private String text(ContractingColumn column) {
            Cell cell = cell(column);
            if (cell.isBlank()) {
                return "";
            }
            return taken(
                            column,
                            column == ContractingColumn.KVK_NUMBER
                                    ? PlainValues.digits(cell, KVK_DIGITS)
                                    : PlainValues.text(cell, false))
                    .asString("");
        }

        /** The id of what a cell names; empty where it names nothing. */
        private String known(ContractingColumn column, Map<String, String> names) {
            String text = text(column);
            String id = names.get(Spelling.normal(text));
            if (id == null && !text.isEmpty()) {
                String choices = String.join("; ", new LinkedHashSet<>(names.values()));
                wrong(
                        column,
                        PlainValues.shown(Cell.text(text)) + " kan hier niet. Kies: " + choices + ".",
                        PlainValues.shown(Cell.text(text)) + " cannot stand here. Choose: " + choices + ".");
            }
            return id == null ? "" : id;
        }

        private @Nullable List<String> municipalities() {
            Cell cell = cell(ContractingColumn.MUNICIPALITIES);
            if (cell.isBlank()) {
                return null;
            }
            // A spreadsheet takes the code 0513 for the number 513.
            String text = cell.kind() == Cell.Kind.NUMBER
                    ? "0".repeat(Math.max(0, 4 - cell.text().length())) + cell.text()
                    : taken(ContractingColumn.MUNICIPALITIES, PlainValues.text(cell, false))
                            .asString("");
            if (ALL.contains(Spelling.normal(text))) {
                return null;
            }
            Set<String> codes = new LinkedHashSet<>();
            for (String part : text.split("[;,]", -1)) {
                String code = municipalities.get(Spelling.normal(part));
                if (code == null && !part.isBlank()) {
                    String choices = String.join("; ", municipalities.keySet());
                    wrong(
                            ContractingColumn.MUNICIPALITIES,
                            PlainValues.shown(Cell.text(part)) + " is geen gemeente van de regio. Kies: " + choices
                                    + "; of alle.",
                            PlainValues.shown(Cell.text(part)) + " is no municipality of the region. Choose: " + choices
                                    + "; or alle.");
                } else if (code != null) {
                    codes.add(code);
                }
            }
            return List.copyOf(codes);
        }

        private List<String> places() {
            List<String> places = new ArrayList<>();
            for (String place : text(ContractingColumn.PLACES).split(";", -1)) {
                if (!place.isBlank()) {
                    places.add(place.strip());
                }
            }
            if (places.size() > MOST_PLACES || places.stream().anyMatch(place -> place.length() > LONGEST_PLACE)) {
                wrong(
                        ContractingColumn.PLACES,
                        "Noem ten hoogste 20 plaatsen van elk ten hoogste 100 tekens.",
                        "Name at most 20 places of at most 100 characters each.");
            }
            return places;
        }

        private @Nullable Integer capacity() {
            Cell cell = cell(ContractingColumn.CAPACITY);
            if (cell.isBlank()) {
                return null;
            }
            JsonNode number = taken(ContractingColumn.CAPACITY, CellNumbers.whole(cell));
            if (number.isNumber() && (number.asLong() < 0 || number.asLong() > LARGEST_CAPACITY)) {
                wrong(
                        ContractingColumn.CAPACITY,
                        "De capaciteit is een getal van 0 tot en met 1.000.000.",
                        "The capacity is a number from 0 to 1,000,000.");
                return null;
            }
            return number.isNumber() ? number.asInt() : null;
        }

        private @Nullable ClientStop stop(@Nullable LocalDate start) {
            Cell cell = cell(ContractingColumn.STOP_FROM);
            LocalDate to = date(ContractingColumn.STOP_TO);
            LocalDate from =
                    switch (Spelling.normal(cell.text())) {
                        case "ja", "yes", "true", "waar", "1" -> start;
                        case "", "nee", "no", "false", "onwaar", "0" -> null;
                        default -> date(ContractingColumn.STOP_FROM);
                    };
            if (to != null && (from == null || to.isBefore(from))) {
                wrong(
                        ContractingColumn.STOP_TO,
                        "Een cliëntenstop heeft een eerste dag die niet na de laatste ligt.",
                        "A client stop has a first day that is not after the last.");
                return null;
            }
            return from == null ? null : new ClientStop(from, to);
        }

        private @Nullable LocalDate date(ContractingColumn column) {
            Cell cell = cell(column);
            if (cell.isBlank()) {
                return null;
            }
            JsonNode text = taken(column, PlainValues.date(cell));
            LocalDate date = text.isString() ? LocalDate.parse(text.asString()) : null;
            if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
                wrong(
                        column,
                        "Het jaar " + date.getYear() + " kan niet kloppen.",
                        "The year " + date.getYear() + " cannot be right.");
                return null;
            }
            return date;
        }

        /** The cell; blank, with an error, where it holds what no cell may hold, or nothing and that may not be. */
        private Cell cell(ContractingColumn column) {
            Cell cell = sheet.cell(row, column);
            Bilingual unfit = PlainValues.unfit(cell);
            if (unfit != null) {
                wrong(column, unfit.nl(), unfit.en());
                return Cell.BLANK;
            }
            if (cell.isBlank() && column.isRequired()) {
                wrong(
                        column,
                        "Vul dit in: " + column.label().nl() + ".",
                        "Fill this in: " + column.label().en() + ".");
            }
            return cell;
        }

        private JsonNode taken(ContractingColumn column, Parsed parsed) {
            if (parsed.error() != null) {
                wrong(column, parsed.error().nl(), parsed.error().en());
            }
            return parsed.value() == null ? NullNode.getInstance() : parsed.value();
        }

        private void wrong(ContractingColumn column, String nl, String en) {
            wrong = true;
            sheet.error(row.number(), column.id(), new Bilingual(nl, en));
        }
    }
}
