package nl.inkoopkompas.admission.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.Decision.Explanation;
import nl.inkoopkompas.decision.Decision.RuleBookReceipt;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.Change;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Verdict;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ResultsWriterTests {

    private static final ResultsWriter.Labels LABELS = new ResultsWriter.Labels() {
        @Override
        public String contract(String id) {
            return "Contract " + id;
        }

        @Override
        public String product(String code) {
            return "Product " + code;
        }

        @Override
        public String outcome(String outcome) {
            return outcome.equals("HEARING") ? "Hoor en wederhoor" : "Toelaatbaar";
        }

        @Override
        public String criterion(String id) {
            return "Verzekering";
        }

        @Override
        public String verdict(Verdict verdict) {
            return "Voldoet niet";
        }

        @Override
        public String field(String pointer) {
            return pointer.equals("/applicant") ? "Aanbieder" : "veld " + pointer;
        }

        @Override
        public String norm(String key) {
            return "norm " + key;
        }

        @Override
        public String value(String pointer, Object value) {
            return value == null ? "onbekend" : value.toString();
        }
    };

    @Test
    void writesOutcomesPerProductAndAllFindings() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        try (XSSFWorkbook book = written(Stream.of(decided("=HYPERLINK(\"x\")")).onClose(() -> closed.set(true)))) {
            assertThat(closed).isTrue();
            assertThat(texts(book, "uitkomsten", 0))
                    .containsExactly(
                            "aanvraagnummer",
                            "aanbieder",
                            "kvk",
                            "contract",
                            "product",
                            "uitkomst",
                            "beslissing-id",
                            "peildatum",
                            "regelboek");
            assertThat(texts(book, "uitkomsten", 1))
                    .containsExactly(
                            "A-1",
                            "=HYPERLINK(\"x\")",
                            "01234567",
                            "Contract c",
                            "Product P1",
                            "Hoor en wederhoor",
                            "00000000-0000-0001-0000-000000000002",
                            "01-04-2024",
                            "2024.1");
            assertThat(texts(book, "uitkomsten", 2)).contains("Product P2", "Toelaatbaar");
            assertThat(texts(book, "bevindingen", 1))
                    .containsExactly(
                            "A-1",
                            "=HYPERLINK(\"x\")",
                            "Contract c",
                            "Verzekering",
                            "Aanbieder",
                            "Voldoet niet",
                            "-1 is te weinig",
                            "veld /a; norm n",
                            "veld /b: onbekend → 3; veld /c/-: nieuw",
                            "02-05-2025");
            assertThat(texts(book, "bevindingen", 2)).contains("Product P2");
        }
    }

    @Test
    void storesTextThatLooksLikeAFormulaAsText() throws IOException {
        for (String name : List.of("=1+1", "+1", "-1", "@x")) {
            try (XSSFWorkbook book = written(Stream.of(decided(name)))) {
                XSSFCell cell = book.getSheet("uitkomsten").getRow(1).getCell(1);

                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(name);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    private static XSSFWorkbook written(Stream<ResultsWriter.Decided> decisions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsWriter.write(decisions, LABELS, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> texts(XSSFWorkbook book, String sheet, int row) {
        XSSFRow cells = book.getSheet(sheet).getRow(row);
        var format = new org.apache.poi.ss.usermodel.DataFormatter();
        return java.util.stream.IntStream.range(0, cells.getLastCellNum())
                .mapToObj(i -> format.formatCellValue(cells.getCell(i)))
                .toList();
    }

    private static ResultsWriter.Decided decided(String applicant) {
        Remedy remedy = new Remedy(
                "",
                List.of("/a"),
                List.of("n"),
                List.of(new Change("/b", null, 3), new Change("/c/-", null, "nieuw")),
                LocalDate.of(2025, 5, 2));
        List<Finding> findings = List.of(
                new Finding(
                        "admission.insurance",
                        "/applicant",
                        Verdict.NOT_MET,
                        "-1 is te weinig",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        remedy),
                new Finding(
                        "admission.experience",
                        "/products/1",
                        Verdict.MET,
                        "goed",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
        Decision decision = new Decision(
                new UUID(1, 2),
                "admission",
                1,
                null,
                null,
                null,
                "MIXED",
                LocalDate.of(2024, 4, 1),
                new RuleBookReceipt("2024.1", "h", LocalDate.of(2024, 1, 1)),
                new EngineReceipt("1", "b"),
                "i",
                TestFiles.JSON.createObjectNode(),
                findings,
                new Explanation("nl", "", List.of()),
                List.of(),
                Map.of(
                        "products",
                        List.of(
                                Map.of("code", "P1", "outcome", "HEARING"),
                                Map.of("code", "P2", "outcome", "ADMISSIBLE"))));
        return new ResultsWriter.Decided("A-1", applicant, "01234567", "c", decision);
    }
}
