package nl.inkoopkompas.contracting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.contracting.ContractingFiles.Imported;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.database.MigratedDatabase;
import nl.inkoopkompas.register.Journals;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ContractingFilesTests {

    private static final Instant NOON = Instant.parse("2025-06-02T12:00:00Z");
    private static final String HEADER =
            "kvk_nummer,aanbieder,contract,product,gemeenten,plaatsen,vanaf,tot_en_met,capaciteit,clientenstop_vanaf,"
                    + "clientenstop_tot_en_met\n";
    private static final String ROW = "90001001,Zorg,ambulant-jeugd,45A01,,,01-01-2025,,,,\n";

    private TransactionTemplate transactions;
    private ContractedProviders providers;
    private ContractingFiles files;

    @BeforeEach
    void opensAnEmptyRegister() {
        MigratedDatabase database = MigratedDatabase.onH2();
        transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
        providers = new ContractedProviders(
                JdbcClient.create(database.app()),
                new NamedParameterJdbcTemplate(database.app()),
                Journals.in(database.app()));
        files = new ContractingFiles(providers);
    }

    @Test
    void readsEveryColumn() {
        Imported imported = read(HEADER
                + "90001001,Zorg Een,Ambulant jeugd,Begeleiding regulier jeugd,\"Gouda; 1892\",Gouda; Moordrecht,1-1-2025,"
                + "2025-12-31,1.250,1-3-2025,31-3-2025\n"
                + "90001002,Zorg Twee,ambulant-jeugd,45A04,alle,,2025-01-01,,,ja,\n");

        assertThat(imported.rows()).isEqualTo(2);
        assertThat(imported.recorded()).isEqualTo(2);
        assertThat(all())
                .extracting(Contracting::terms)
                .containsExactly(
                        new Terms(
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2025, 12, 31),
                                List.of("0513", "1892"),
                                List.of("Gouda", "Moordrecht"),
                                1250,
                                new ClientStop(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31))),
                        new Terms(
                                LocalDate.of(2025, 1, 1),
                                null,
                                null,
                                List.of(),
                                null,
                                new ClientStop(LocalDate.of(2025, 1, 1), null)));
        assertThat(all().get(0).parties())
                .isEqualTo(new Contracting.Parties("90001001", "Zorg Een", "ambulant-jeugd", "45A01"));
        assertThat(all().get(0).origin().file()).isEqualTo("lijst.csv");
    }

    @Test
    void understandsWhatDutchExcelWrites() {
        String text = (HEADER + "90001001,Zórg,ambulant-jeugd,45A01,,,1-1-2025,,,,\n").replace(',', ';');
        Imported imported = read(text.getBytes(Charset.forName("windows-1252")));

        assertThat(imported.recorded()).isEqualTo(1);
        assertThat(all().get(0).parties().name()).isEqualTo("Zórg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    90001001,|90001,|kvk_nummer|8 cijfers
                    90001001,|,|kvk_nummer|Vul dit in
                    Zorg,|111222333,|aanbieder|BSN
                    Zorg,|=1+1,|aanbieder|formule
                    ambulant-jeugd|ambulant-jeug|contract|Kies: jeugdbescherming
                    45A01|15A01|product|45A04
                    45A01,,|45A01,Delft,|gemeenten|geen gemeente van de regio
                    45A01,,|45A01,111222333,|gemeenten|BSN
                    01-01-2025|31-02-2025|vanaf|bestaat niet
                    01-01-2025|01-01-0025|vanaf|jaar
                    01-01-2025,,|01-01-2025,31-12-2024,|tot_en_met|ligt voor de eerste
                    2025,,,|2025,,veel,|capaciteit|heel getal
                    2025,,,|2025,,-1,|capaciteit|van 0
                    2025,,,,|2025,,,misschien,|clientenstop_vanaf|datum
                    2025,,,,|2025,,,,1-2-2025|clientenstop_tot_en_met|eerste dag
                    """)
    void storesNothingWhenOneRowIsWrong(String target, String replacement, String column, String says) {
        String wrong = ROW.replaceFirst(target, replacement);

        assertThatThrownBy(() -> read(HEADER + ROW.replace("90001001", "90001008") + wrong))
                .isInstanceOfSatisfying(ContractingFileRefused.class, refused -> {
                    assertThat(refused.errors()).hasSize(1);
                    assertThat(refused.errors().get(0).sheet()).isEqualTo("gecontracteerden");
                    assertThat(refused.errors().get(0).row()).isEqualTo(3);
                    assertThat(refused.errors().get(0).column()).isEqualTo(column);
                    assertThat(refused.errors().get(0).detail().nl())
                            .contains(says)
                            .doesNotContain("111222333");
                });
        assertThat(all()).isEmpty();
    }

    @Test
    void reportsRowsThatAreThereAlready() {
        read(HEADER + ROW);

        Imported again = read(HEADER + ROW.replace("90001001", "90001008") + ROW);

        assertThat(again.recorded()).isEqualTo(1);
        assertThat(again.repeated()).containsExactly(3);
        assertThat(all()).hasSize(2);
        assertThatThrownBy(() -> read(HEADER + ROW.replace("2025,,,", "2025,,9,")))
                .isInstanceOfSatisfying(ContractingFileRefused.class, refused -> assertThat(
                                refused.errors().get(0).detail().nl())
                        .contains("staat al in het register", "2025-01-01"));
        assertThatThrownBy(
                        () -> read(HEADER + ROW.replace("90001001", "90001015").repeat(2)))
                .isInstanceOf(ContractingFileRefused.class);
        assertThat(all()).hasSize(2);
    }

    @Test
    void refusesAFileThatIsSomethingElse() throws IOException {
        assertThatThrownBy(() -> read("%PDF-1.7")).isInstanceOf(SheetsRefused.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(SheetsRefused.class);
        assertThatThrownBy(() -> read(HEADER.replace("vanaf", "vanafff"))).isInstanceOf(ContractingFileRefused.class);
        assertThatThrownBy(() -> files.read(
                        "111222333.csv",
                        new ByteArrayInputStream((HEADER + ROW).getBytes(StandardCharsets.UTF_8)),
                        ProjectRuleBook.BOOK,
                        NOON,
                        "rwo"))
                .isInstanceOf(SheetsRefused.class);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("anders").createRow(0).createCell(0).setCellValue("kvk_nummer");
            workbook.write(out);
            assertThatThrownBy(() -> read(out.toByteArray())).isInstanceOf(SheetsRefused.class);
        }
    }

    @Test
    void readsWhatItWrites() throws IOException {
        read(HEADER
                + "00001001,+Zorg,ambulant-jeugd,45A01,0513,Gouda; Reeuwijk,1-1-2025,31-12-2025,12,1-3-2025,31-3-2025\n"
                + "90001002,Zorg Twee,wonen-jeugd,44A01,,,2025-01-01,,,,\n");
        List<Contracting> before = all();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ContractingWorkbook workbook = new ContractingWorkbook()) {
            before.forEach(workbook::add);
            workbook.write(out);
        }

        Imported again = read(out.toByteArray());

        assertThat(before).hasSize(2);
        assertThat(again.repeated()).containsExactly(2, 3);
        assertThat(again.recorded()).isZero();
    }

    @Test
    void givesATemplateThatCanBeReadAsItIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.template(ProjectRuleBook.BOOK, out);

        assertThat(read(out.toByteArray()).rows()).isZero();
        try (XSSFWorkbook template = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(template.getSheet("gecontracteerden").getRow(0).getPhysicalNumberOfCells())
                    .isEqualTo(ContractingColumn.values().length);
            assertThat(template.getSheet("uitleg").getLastRowNum()).isGreaterThan(40);
        }
    }

    private Imported read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Imported read(byte[] content) {
        return transactions.execute(status ->
                files.read("lijst.csv", new ByteArrayInputStream(content), ProjectRuleBook.BOOK, NOON, "rwo"));
    }

    private List<Contracting> all() {
        return providers
                .on(LocalDate.of(2025, 3, 15), ContractedFilter.all(), 1, 50)
                .items();
    }
}
