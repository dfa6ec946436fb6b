package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.imports.PlanFiles;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files with running indications, as back offices export them. */
@ApiTest
class TransitionImportsTests {

    private static final String IMPORTS = "/api/v1/transitions/imports";
    private static final String PLAN = """
            {"asOf": "2024-10-01", "switchOn": "2025-01-01",
             "products": [{"old": "OUD-1", "new": ["NIEUW-1"], "changed": true, "contract": "ambulant-jeugd"}],
             "contracted": [{"provider": "P1", "products": ["NIEUW-1"]}]}
            """;

    @Autowired
    ApiCaller api;

    @Autowired
    PlanFiles files;

    private static byte[] zip(Map<String, String> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                zip.putNextEntry(new ZipEntry(sheet.getKey() + ".csv"));
                zip.write(sheet.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private Answer upload(byte[] file, String name, String plan) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "file", name, file);
        if (!plan.isEmpty()) {
            part(body, boundary, "plan", "plan.json", plan.getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.post(
                "rwo", IMPORTS, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String part, String name, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode ended(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        for (int i = 0; i < 600; i++) {
            JsonNode job = api.get("rwo", started.header("Location")).json();
            if (!job.path("status").asString().matches("PENDING|RUNNING")) {
                return job;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("The import does not end");
    }

    @Test
    void plansAZipOfCsvFilesAsBackOfficesWriteThem() {
        JsonNode job = ended(upload(
                zip(Map.of(
                        "overgang", "peildatum;overgang_op\n01-10-2024;1-1-2025\n",
                        "producten",
                                "oud;nieuw;gewijzigd;contract\nOUD-1;NIEUW-1;ja;Ambulant jeugd\nOUD-1;NIEUW-2;ja;Ambulant jeugd\nOUD-2;;nee;hulp-bij-huishouden\n",
                        "contracten", "aanbieder;product\nP1;NIEUW-1\nP1;NIEUW-2\n",
                        "indicaties",
                                "Toewijzingnummer;Gemeente;Aanbieder;Productcode;Ingangsdatum;Einddatum;Weekwaarde;Naam medewerker\n"
                                        + "T1;513;P1;OUD-1;01-02-2024;31-08-2026;180,50;Iemand\n"
                                        + "T2;Zuidplas;P7;OUD-2;2024-02-01;;;\n",
                        "gekozen", "oud;situatie;scenario\nOUD-1;2;run off\n")),
                "export.zip",
                ""));

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("DONE");
        JsonNode plan = api.get(
                        "rwo", "/api/v1/decisions/" + job.path("decision").asString())
                .json();
        assertThat(plan.at("/request/indications/0").toString())
                .isEqualTo("{\"id\":\"T1\",\"municipality\":\"0513\",\"provider\":\"P1\",\"product\":\"OUD-1\","
                        + "\"start\":\"2024-02-01\",\"end\":\"2026-08-31\",\"weeklyValue\":180.5}");
        assertThat(plan.at("/request/products/0/new").toString()).isEqualTo("[\"NIEUW-1\",\"NIEUW-2\"]");
        assertThat(plan.at("/groups/0/chosen").asString()).isEqualTo("RUN_OFF");
        assertThat(plan.at("/indications/0/reindicateBy").asString()).isEqualTo("2025-12-31");
        assertThat(plan.at("/indications/1/situation").asInt()).isEqualTo(4);
    }

    @Test
    void plansABareCsvFileWithTheRestBesideIt() {
        JsonNode job = ended(upload(
                ("kenmerk,gemeente,aanbieder,product,begin,einde\n"
                                + "I-1,0513,P1,OUD-1,2024-02-01,2025-08-31\n"
                                + "I-2,0513,P2,OUD-1,2024-02-01,2025-08-31\n")
                        .getBytes(StandardCharsets.UTF_8),
                "export.csv",
                PLAN));

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.path("outcomes").toString()).isEqualTo("{\"INCOMPLETE\":1}");
    }

    /** A workbook in which nothing is written the same way twice. */
    private static byte[] workbook(boolean withFormula) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd-mm-yyyy"));
            XSSFSheet lines = book.createSheet("Indicaties");
            String[] header = {"Einddatum", " Productcode ", "AANBIEDER", "weekwaarde", "Toewijzingnummer", "Gemeente"};
            row(lines, 0, header);
            lines.getRow(0).createCell(6).setCellValue("Ingangsdatum");
            row(lines, 2, "31-08-2026", "  OUD-1 ", "P1", "180,50", "T1", "0513");
            lines.getRow(2).createCell(6).setCellValue(LocalDate.of(2024, 2, 1));
            lines.getRow(2).getCell(6).setCellStyle(day);
            row(lines, 5, "", "OUD-1", "P2", "", "T2", "Zuidplas");
            lines.getRow(5).createCell(3).setCellValue(70);
            lines.getRow(5).createCell(5).setCellValue(1892);
            lines.getRow(5).createCell(6).setCellValue("2024-02-01");
            if (withFormula) {
                lines.getRow(5).createCell(3).setCellFormula("35*2");
            }
            row(lines, 6, " ", "", "", "", "", "");
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void row(XSSFSheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void plansAMessyWorkbook() {
        JsonNode job = ended(upload(workbook(false), "export.xlsx", PLAN));

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("DONE");
        JsonNode plan = api.get(
                        "rwo", "/api/v1/decisions/" + job.path("decision").asString())
                .json();
        assertThat(plan.at("/request/indications")).hasSize(2);
        assertThat(plan.at("/request/indications/0"))
                .isEqualTo(ApiCaller.object(
                        "{\"id\":\"T1\",\"municipality\":\"0513\",\"provider\":\"P1\",\"product\":\"OUD-1\","
                                + "\"start\":\"2024-02-01\",\"end\":\"2026-08-31\",\"weeklyValue\":180.5}"));
        assertThat(plan.at("/request/indications/1/municipality").asString()).isEqualTo("1892");
        assertThat(plan.at("/request/indications/1/weeklyValue").asInt()).isEqualTo(70);
        assertThat(plan.at("/request/indications/1/end").isString()).isFalse();
    }

    @Test
    void refusesAFormulaByItsPlace() {
        JsonNode job = ended(upload(workbook(true), "export.xlsx", PLAN));

        assertThat(job.path("status").asString()).isEqualTo("FAILED");
        assertThat(job.path("errors")).hasSize(1);
        assertThat(job.at("/errors/0/row").asInt()).isEqualTo(6);
        assertThat(job.at("/errors/0/column").asString()).isEqualTo("waarde_per_week");
    }

    @Test
    void remembersAFileThatFailedUntilAnotherSucceeds() {
        JsonNode failed = ended(upload(workbook(true), "kapot.xlsx", PLAN));
        assertThat(files.lastFailedOf("rwo"))
                .map(job -> job.id().toString())
                .contains(failed.path("id").asString());
        assertThat(files.lastFailedOf("rwo-2")).isEmpty();

        ended(upload(workbook(false), "heel.xlsx", PLAN));
        assertThat(files.lastFailedOf("rwo")).isEmpty();
    }

    @Test
    void namesTheRowAndColumnOfWhatIsWrong() {
        JsonNode job = ended(upload(
                ("kenmerk;gemeente;aanbieder;product;begin;einde;bsn\n"
                                + "I-1;0513;P1;OUD-1;31-02-2024;2025-08-31;\n"
                                + "I-2;Utrecht;P2;OUD-1;2024-02-01;2025-08-31;\n"
                                + "I-3;0513;P2;OUD-1;2024-02-01;2025-08-31;999900006\n"
                                + "I-4;0513;;OUD-1;2024-02-01;2025-08-31;\n")
                        .getBytes(StandardCharsets.UTF_8),
                "export.csv",
                PLAN));

        assertThat(job.path("status").asString()).isEqualTo("FAILED");
        assertThat(job.toString()).doesNotContain("999900006");
        assertThat(job.at("/errors/0/row").asInt()).isEqualTo(2);
        assertThat(job.at("/errors/0/column").asString()).isEqualTo("begin");
        assertThat(job.at("/errors/1/column").asString()).isEqualTo("gemeente");
        assertThat(job.at("/errors/2/row").asInt()).isEqualTo(4);
        assertThat(job.at("/errors/3/column").asString()).isEqualTo("aanbieder");
        assertThat(job.path("decision").isNull()).isTrue();

        JsonNode twice = ended(upload(
                ("kenmerk;gemeente;aanbieder;product;begin;einde\n"
                                + "I-1;0513;P1;OUD-1;2024-02-01;2025-08-31\n"
                                + "I-1;0513;P2;OUD-1;2024-02-01;2024-01-31\n")
                        .getBytes(StandardCharsets.UTF_8),
                "export.csv",
                PLAN));
        assertThat(twice.at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(twice.at("/errors/0/column").asString()).isEqualTo("kenmerk");
    }

    @Test
    void refusesWhatIsNoFileWithIndications() {
        assertThat(upload("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "x.pdf", "")
                        .status())
                .isEqualTo(400);
        assertThat(upload(zip(Map.of("indicaties", "a;b\n1;2\n")), "x.zip", "[]")
                        .status())
                .isEqualTo(400);
        JsonNode missing = ended(upload(zip(Map.of("indicaties", "a;b\n1;2\n")), "x.zip", "{}"));
        assertThat(missing.path("status").asString()).isEqualTo("FAILED");
        JsonNode strange = ended(upload(zip(Map.of("indicaties", "a\n1\n", "overig", "a\n1\n")), "x.zip", "{}"));
        assertThat(strange.path("errors").toString()).contains("overig");
        assertThat(api.get("rwo", IMPORTS + "/x").status()).isEqualTo(404);
        assertThat(api.bytes("auditor", IMPORTS + "/template.xlsx").statusCode())
                .isEqualTo(200);
        assertThat(api.upload("inkoper", IMPORTS, "file", "x.csv", new byte[] {65})
                        .status())
                .isEqualTo(403);
    }

    /** More than stand in a decision: they are kept beside it and come back page by page. */
    @Test
    void keepsTheLinesOfALargePlanBesideIt() {
        StringBuilder csv = new StringBuilder("kenmerk;gemeente;aanbieder;product;begin;einde;waarde_per_week\n");
        LocalDate end = LocalDate.parse("2024-12-01");
        for (int i = 0; i < 16_000; i++) {
            csv.append("I-")
                    .append(i)
                    .append(i % 2 == 0 ? ";0513;P1" : ";1892;P2")
                    .append(";OUD-1;2024-02-01;");
            csv.append(i % 7 == 0 ? "" : end.plusDays(i % 900)).append(";100\n");
        }
        JsonNode job = ended(upload(csv.toString().getBytes(StandardCharsets.UTF_8), "groot.csv", PLAN));
        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("DONE");
        String address = "/api/v1/decisions/" + job.path("decision").asString();
        JsonNode plan = api.get("rwo", address).json();

        assertThat(plan.has("indications")).isFalse();
        assertThat(plan.at("/lines/count").asInt()).isEqualTo(16_000);
        JsonNode page =
                api.get("rwo", address + "/indications?page=33&size=490").json();
        assertThat(page.path("total").asInt()).isEqualTo(16_000);
        assertThat(page.path("items")).hasSize(16_000 - 32 * 490);
        assertThat(page.at("/items/0/id").asString()).isEqualTo("I-" + 32 * 490);
        JsonNode some = api.get("rwo", address + "/indications?municipality=1892&situation=3&size=500")
                .json();
        int third = 0;
        for (JsonNode group : plan.path("groups")) {
            third += group.path("situation").asInt() == 3
                    ? group.path("indications").asInt()
                    : 0;
        }
        assertThat(some.path("total").asInt()).isEqualTo(third);
        assertThat(api.post("auditor", address + "/replay", "")
                        .json()
                        .path("identical")
                        .asBoolean())
                .isTrue();
    }
}
