package nl.inkoopkompas.correspondence;

import static nl.inkoopkompas.correspondence.SampleCases.NOON;
import static nl.inkoopkompas.correspondence.SampleCases.TODAY;
import static nl.inkoopkompas.correspondence.SampleCases.failing;
import static nl.inkoopkompas.correspondence.SampleCases.request;
import static nl.inkoopkompas.correspondence.SampleCases.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(SampleCases.class)
class DossierPaperTests {

    @Autowired
    DossierPaper dossiers;

    @Autowired
    Letters letters;

    @Autowired
    Journal journal;

    @Autowired
    Rounds rounds;

    @Autowired
    SampleCases cases;

    @Test
    void tellsWhatALaterRoundChanged() throws Exception {
        RegisteredDecision first = cases.recorded(failing());
        rounds.record(
                first.summary().id(),
                """
                { "kind": "HEARING", "on": "2026-11-22",
                  "changes": [ { "op": "replace", "path": "/applicant/volunteerPolicy", "value": true },
                    { "op": "add", "path": "/applicant/memberships/-", "value": "Jeugdzorg Nederland" } ],
                  "responses": [ { "criterion": "admission.negative-experience", "subject": "/applicant",
                    "kind": "MEASURES", "accepted": true, "motivation": "De maatregelen zijn aangetoond." } ] }
                """.getBytes(StandardCharsets.UTF_8),
                Language.NL,
                NOON.plusSeconds(9),
                "inkoper");

        byte[] pdf = dossiers.print(first.dossier(), NOON);

        assertThat(Conformance.failures(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " "))
                    .contains("Hoor en wederhoor. Ingeleverde stukken tellen tot en met 22 november 2026.")
                    .contains("Wat er is gewijzigd", "“Lidmaatschappen", "Jeugdzorg Nederland")
                    .contains("Maatregelen Negatieve ervaringen de aanbieder geaccepteerd", "zijn aangetoond.");
        }
    }

    @Test
    void holdsTheWholeDossierForAJudge() throws Exception {
        RegisteredDecision decision = cases.recorded(with(failing(), "ambulant-jeugd", List.of("45A01", "45A04")));
        cases.determine(decision, false, "De cijfers gaven de doorslag: 😀 en “ë”.", "REJECTED", "REJECTED");
        Letter letter = letters.send(decision.summary().id(), request(LetterKind.REJECTION), TODAY, NOON, "inkoper");

        byte[] pdf = dossiers.print(decision.dossier(), NOON);

        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/dossier.pdf"), pdf);
        assertThat(Conformance.failures(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", "");
            assertThat(text)
                    .contains("Ronde1", "Vastgesteldop", "doordirecteur", "Decijfersgavendedoorslag:\u25a1en“ë”.")
                    .contains(
                            letter.sha256(),
                            decision.decision().path("inputHash").asString())
                    .contains(decision.decision().at("/ruleBook/hash").asString())
                    .contains("Pagina1van" + document.getNumberOfPages());
            assertThat(journal.digests(decision.dossier())).hasSize(3);
            journal.digests(decision.dossier())
                    .forEach((id, digest) -> assertThat(text).contains(id.toString(), digest));
            decision.decision().path("findings").forEach(finding -> assertThat(text)
                    .contains(finding.path("reason")
                            .asString()
                            .replaceAll("[\\s\\u00a0]+", "")
                            .replace("😀", "\u25a1")));
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .containsExactly(
                            "Aanmelding", "Ronde 1", "Besluiten", "Brieven", "Logboek", "Zo controleert u dit dossier");
        }
    }
}
