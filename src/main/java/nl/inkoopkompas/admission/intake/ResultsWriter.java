package nl.inkoopkompas.admission.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.Change;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes decisions as a workbook: a sheet with the outcome of each product, and one with all findings. */
public final class ResultsWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_ROWS = 1_048_576;

    private static final List<String> OUTCOMES = List.of(
            "aanvraagnummer",
            "aanbieder",
            "kvk",
            "contract",
            "product",
            "uitkomst",
            "beslissing-id",
            "peildatum",
            "regelboek");
    private static final List<String> FINDINGS = List.of(
            "aanvraagnummer",
            "aanbieder",
            "contract",
            "criterium",
            "onderwerp",
            "oordeel",
            "reden",
            "wat ontbreekt",
            "wat zou veranderen",
            "vanaf");

    /** A decision with what the workbook says of the application it was made on. */
    public record Decided(String number, String applicant, String kvkNumber, String contract, Decision decision) {}

    /** How ids are called, in Dutch. */
    public interface Labels {

        String contract(String id);

        String product(String code);

        String outcome(String outcome);

        String criterion(String id);

        String verdict(Verdict verdict);

        /** What stands at a place in the request: {@code /applicant/employees}. */
        String field(String pointer);

        /** What a norm is called that nobody has set. */
        String norm(String key);

        /** A value as people write it. */
        String value(String pointer, @Nullable Object value);
    }

    private final Book book;
    private final Labels labels;

    private ResultsWriter(Book book, Labels labels) {
        this.book = book;
        this.labels = labels;
    }

    /** Writes while it reads: what has been written is kept on disk, not in memory. Closes the stream of decisions. */
    public static void write(Stream<Decided> decisions, Labels labels, OutputStream out) throws IOException {
        try (decisions;
                Book book = new Book()) {
            ResultsWriter writer = new ResultsWriter(book, labels);
            Rows outcomes = writer.new Rows("uitkomsten", OUTCOMES);
            Rows findings = writer.new Rows("bevindingen", FINDINGS);
            decisions.forEachOrdered(decided -> {
                writer.outcomes(outcomes, decided);
                writer.findings(findings, decided);
            });
            book.write(out);
        }
    }

    private void outcomes(Rows rows, Decided decided) {
        Decision decision = decided.decision();
        JsonNode products = products(decision);
        for (JsonNode product : products) {
            outcome(
                    rows,
                    decided,
                    labels.product(product.path("code").asString("")),
                    product.path("outcome").asString(""));
        }
        if (products.isEmpty()) {
            outcome(rows, decided, "", decision.outcome());
        }
    }

    private void outcome(Rows rows, Decided decided, String product, String outcome) {
        Decision decision = decided.decision();
        Row row = rows.next();
        texts(
                row,
                decided.number(),
                decided.applicant(),
                decided.kvkNumber(),
                labels.contract(decided.contract()),
                product,
                labels.outcome(outcome),
                decision.id() == null ? "" : decision.id().toString());
        date(row, 7, decision.asOf());
        book.text(row, 8, decision.ruleBook().version(), Look.TEXT);
    }

    private void findings(Rows rows, Decided decided) {
        for (Finding finding : decided.decision().findings()) {
            Row row = rows.next();
            Remedy remedy = finding.remedy();
            texts(
                    row,
                    decided.number(),
                    decided.applicant(),
                    labels.contract(decided.contract()),
                    labels.criterion(finding.criterion()),
                    subject(decided.decision(), finding.subject()),
                    labels.verdict(finding.verdict()),
                    finding.reason(),
                    remedy == null ? "" : missing(remedy),
                    remedy == null ? "" : changes(remedy));
            if (remedy != null && remedy.metFrom() != null) {
                date(row, 9, remedy.metFrom());
            }
        }
    }

    /** The product that a finding is about, or what its subject is called. */
    private String subject(Decision decision, String pointer) {
        if (pointer.startsWith("/products/")) {
            JsonNode code = products(decision).at("/" + pointer.substring(10) + "/code");
            if (!code.isMissingNode()) {
                return labels.product(code.asString());
            }
        }
        return labels.field(pointer);
    }

    private String missing(Remedy remedy) {
        List<String> names = new ArrayList<>();
        remedy.missing().forEach(pointer -> names.add(labels.field(pointer)));
        remedy.missingNorms().forEach(key -> names.add(labels.norm(key)));
        return String.join("; ", names);
    }

    private String changes(Remedy remedy) {
        List<String> changes = new ArrayList<>();
        for (Change change : remedy.change()) {
            String to = labels.value(change.pointer(), change.to());
            boolean added = change.pointer().endsWith("/-");
            changes.add(labels.field(change.pointer()) + ": "
                    + (added ? "" : labels.value(change.pointer(), change.from()) + " → ") + to);
        }
        return String.join("; ", changes);
    }

    private static JsonNode products(Decision decision) {
        Object products = decision.particulars().get("products");
        return JSON.valueToTree(products == null ? List.of() : products);
    }

    private void texts(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            book.text(row, i, texts[i], Look.TEXT);
        }
    }

    private void date(Row row, int column, LocalDate date) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(book.style(Look.DATE));
        cell.setCellValue(date);
    }

    /** The rows of a sheet, which go on in another sheet when it is full. */
    private final class Rows {

        private final String name;
        private final List<String> header;
        private SXSSFSheet sheet;
        private int sheets = 1;
        private int row;

        Rows(String name, List<String> header) {
            this.name = name;
            this.header = header;
            this.sheet = start(name);
        }

        Row next() {
            if (row == MAX_ROWS - 1) {
                sheets++;
                sheet = start(name + " " + sheets);
                row = 0;
            }
            row++;
            return sheet.createRow(row);
        }

        private SXSSFSheet start(String title) {
            SXSSFSheet started = book.sheet(title);
            Row first = started.createRow(0);
            for (int i = 0; i < header.size(); i++) {
                book.text(first, i, header.get(i), Look.HEADER);
                started.setColumnWidth(i, 22 * 256);
            }
            return started;
        }
    }
}
