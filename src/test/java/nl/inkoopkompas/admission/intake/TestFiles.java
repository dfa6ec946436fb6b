package nl.inkoopkompas.admission.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.inkoopkompas.rulebook.Schemas;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.SheetsReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files for the tests of an import, and what they are read as. */
final class TestFiles {

    static final Layout LAYOUT = new Layout(Schemas.of("admission"));
    static final JsonMapper JSON = JsonMapper.builder().build();

    static final String REQUESTS = """
            aanvraagnummer,peildatum,contract,naam,kvk_nummer
            A-1,01-04-2024,ambulant-jeugd,Zorg Voorbeeld BV,12345678
            A-2,01-04-2024,ambulant-jeugd,Ander Voorbeeld BV,23456789
            """;
    static final String PRODUCTS = """
            aanvraagnummer,productcode
            A-1,P1
            A-1,P2
            A-2,P1
            """;

    private TestFiles() {}

    /** Applications and errors together, as a test wants to see them. */
    record Result(List<Application> applications, List<CellError> errors) {

        List<String> numbers() {
            return applications.stream().map(Application::number).toList();
        }

        ObjectNode request(String number) {
            return applications.stream()
                    .filter(application -> application.number().equals(number))
                    .findFirst()
                    .orElseThrow()
                    .request();
        }

        /** Each error as {@code sheet row column}. */
        List<String> places() {
            return errors.stream()
                    .map(error -> error.sheet() + " " + error.row() + " " + error.column())
                    .toList();
        }
    }

    static Result read(Sheets sheets) {
        ApplicationSheets read = new ApplicationSheets(sheets, LAYOUT);
        List<Application> applications = new ArrayList<>();
        List<CellError> errors = new ArrayList<>(read.errors());
        for (int i = 0; i < read.size(); i++) {
            ApplicationSheets.Reading reading = read.read(i);
            errors.addAll(reading.errors());
            if (reading.application() != null) {
                applications.add(reading.application());
            }
        }
        return new Result(applications, errors);
    }

    /** Reads CSV sheets, named and filled by turns, besides the two of the example unless they are among them. */
    static Result readCsv(String... sheets) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("aanvragen", bytes(REQUESTS));
        files.put("producten", bytes(PRODUCTS));
        for (int i = 0; i < sheets.length; i += 2) {
            files.put(sheets[i], bytes(sheets[i + 1]));
        }
        Map<String, byte[]> zipped = new LinkedHashMap<>();
        files.forEach((name, text) -> zipped.put(name + ".csv", text));
        return read(SheetsReader.read(new ByteArrayInputStream(zip(zipped))));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An application in which every field has a value. */
    static ObjectNode fullRequest() {
        return (ObjectNode) JSON.readTree("""
                { "asOf": "2024-04-01", "contract": "ambulant-jeugd",
                  "applicant": {
                    "name": "=Zorg & Co", "kvkNumber": "00345678", "legalForm": "COOPERATIE",
                    "employees": 42, "annualTurnover": 5200000, "balanceSheetTotal": 2100000,
                    "contractEvents": [
                      { "kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER", "counterparty": "Regio X", "inThisRegion": false,
                        "initiatedBy": "COMMISSIONER", "partial": false, "improvements": [] },
                      { "kind": "REFUSED", "date": "2022-06-10", "improvements": ["Team; nieuw", "geen"] },
                      { "kind": "REFUSED", "date": "2022-07-10", "improvements": ["geen"] } ],
                    "supervisoryMeasures": [],
                    "annualAccounts": [ { "year": 2022, "equity": -800000, "totalAssets": 2100000 }, { "year": 2021 } ],
                    "memberships": [ "Jeugdzorg Nederland", "Élan" ],
                    "directors": [ "D-1", "007" ],
                    "certificatesOfConduct": [ { "subject": "LEGAL_ENTITY", "issuedOn": "2023-11-02" },
                                               { "subject": "DIRECTOR", "holder": "D-1", "issuedOn": "2023-11-02" } ],
                    "procurementDeclarations": [ { "issuedOn": "2023-03-01" } ],
                    "usesVolunteers": true, "volunteerPolicy": false,
                    "insurances": [ { "perEvent": 2500000, "perYear": 5000000, "proofProvided": true } ],
                    "qualityCertificates": [ { "scheme": "ISO9001", "validUntil": "2025-06-30" } ],
                    "housingAvailable": false },
                  "products": [
                    { "code": "54001", "experience": [ { "commissioner": "Gemeente Y", "from": "2022-09-01", "to": "2023-09-01",
                      "trajectories": 12, "independently": true, "toSatisfaction": true, "statement": true } ],
                      "staff": [ { "qualification": "HBO", "fte": 3.5 }, { "qualification": "MBO4", "fte": 2 } ] },
                    { "code": "P2", "experience": [], "staff": [ { "fte": 0.25 } ] },
                    { "code": "P3" } ],
                  "evidence": [ { "pointer": "/applicant/procurementDeclarations/0", "document": "gva.pdf", "receivedOn": "2024-03-28", "verified": false } ],
                  "judgements": [ { "criterion": "admission.financial-health", "subject": "/applicant", "accepted": true, "motivation": "Omdat\\nhet kan" } ],
                  "responses": [ { "criterion": "admission.negative-experience", "subject": "/applicant", "kind": "MEASURES", "accepted": true, "motivation": "-" } ] }
                """);
    }
}
