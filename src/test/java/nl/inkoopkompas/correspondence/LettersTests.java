package nl.inkoopkompas.correspondence;

import static nl.inkoopkompas.correspondence.SampleCases.NOON;
import static nl.inkoopkompas.correspondence.SampleCases.TODAY;
import static nl.inkoopkompas.correspondence.SampleCases.failing;
import static nl.inkoopkompas.correspondence.SampleCases.request;
import static nl.inkoopkompas.correspondence.SampleCases.satisfied;
import static nl.inkoopkompas.correspondence.SampleCases.silent;
import static nl.inkoopkompas.correspondence.SampleCases.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.correspondence.LetterRefused.Problem;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest
@Import(SampleCases.class)
class LettersTests {

    private static final List<String> THREE = List.of("45A01", "45A04", "45A08");

    @Autowired
    Letters letters;

    @Autowired
    SampleCases cases;

    @Autowired
    Outbox outbox;

    @Autowired
    Terms terms;

    @Autowired
    LetterProjection projection;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    /** A case in which a kind of letter can be sent, with every name as long and odd as can be. */
    private RegisteredDecision fitting(LetterKind kind, String contract, List<String> products) {
        RegisteredDecision decision =
                switch (kind) {
                    case CONFIRMATION, ADMISSION, MIXED ->
                        cases.recorded(with(kind == LetterKind.MIXED ? failing() : satisfied(), contract, products));
                    case SUPPLEMENT -> cases.recorded(with(silent(), contract, products));
                    case HEARING, REJECTION -> cases.recorded(with(failing(), contract, products));
                };
        String[] outcomes = new String[products.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] =
                    kind == LetterKind.ADMISSION || (kind == LetterKind.MIXED && i == 0) ? "ADMISSIBLE" : "REJECTED";
        }
        if (kind.tellsDetermination()) {
            cases.determine(decision, false, "De aanbieder heeft in het gesprek € 5 en “ë” genoemd.", outcomes);
        }
        return decision;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void isAPdfThatEverybodyCanReadForEver(LetterKind kind) throws Exception {
        RegisteredDecision decision = fitting(kind, "ambulant-jeugd", THREE);
        LetterDraft draft = letters.draft(
                decision,
                request(
                        kind,
                        kind == LetterKind.HEARING ? TODAY.plusDays(3) : null,
                        "Eén alinea.\n\nNog een: ‘ĳ’ 😀 مرحبا."),
                TODAY);

        byte[] pdf = letters.print(draft);

        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/" + kind.word() + ".pdf"), pdf);
        assertThat(Conformance.failures(pdf)).isEmpty();
        assertThat(text(pdf)).contains("Nog een: ‘ĳ’ \u25a1 \u25a1\u25a1\u25a1\u25a1\u25a1.", "Pagina 1 van");
        assertThat(draft.unprintable()).contains("😀").doesNotContain("é", "€", "“", "ĳ");
        assertThat((text(pdf) + draft.text()).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("bezwaar", "null", "??");
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void survivesNamesThatAreLongOrOdd(LetterKind kind) throws Exception {
        String odd = "Zorg".repeat(12) + " " + "\u202eمرحبا 😀👩‍👩‍👧 <b>&amp; e\u0301\u0001\u200b ".repeat(3);
        ObjectNode request =
                kind == LetterKind.SUPPLEMENT ? silent() : kind == LetterKind.ADMISSION ? satisfied() : failing();
        ((ObjectNode) request.get("applicant")).put("name", odd);
        RegisteredDecision decision = cases.recorded(with(request, "ambulant-jeugd", THREE.subList(0, 2)));
        if (kind.tellsDetermination()) {
            cases.determine(
                    decision,
                    false,
                    odd,
                    kind == LetterKind.REJECTION ? "REJECTED" : "ADMISSIBLE",
                    kind == LetterKind.ADMISSION ? "ADMISSIBLE" : "REJECTED");
        }

        byte[] pdf = letters.print(letters.draft(decision, request(kind), TODAY));

        assertThat(Conformance.failures(pdf)).isEmpty();
        assertThat(text(pdf)).contains("\u25a1", "<b>&amp; é");
    }

    @Test
    void invitesToAHearingWithEveryShortcomingItsValuesAndItsNorm() throws Exception {
        RegisteredDecision decision = fitting(LetterKind.HEARING, "ambulant-jeugd", List.of("45A01"));

        LetterDraft draft = letters.draft(decision, request(LetterKind.HEARING), TODAY);

        assertThat(text(letters.print(draft)))
                .contains("nu niet aan 11 criteria", "11. ", "Het is opgelost.", "U neemt maatregelen.")
                .contains(
                        "10 mei 2022",
                        "Terugkijkperiode negatieve ervaringen 3 jaar",
                        "§ 4.4.1 onder 1",
                        "2 december 2026")
                .contains("In 2022 was het eigen vermogen")
                .doesNotContain("niet opgegeven", "kort geding");
    }

    @Test
    void asksForWhatIsMissingAndByWhen() throws Exception {
        RegisteredDecision decision = fitting(LetterKind.SUPPLEMENT, "ambulant-jeugd", List.of("45A01"));

        LetterDraft draft = letters.draft(decision, request(LetterKind.SUPPLEMENT), TODAY);

        assertThat(draft.dueOn()).isEqualTo(TODAY.plusDays(14));
        assertThat(text(letters.print(draft)))
                .contains("uiterlijk op 6 december 2026", "Verzekering", "Gedragsverklaring aanbesteden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ambulant-jeugd            | 45A01 | 12 december 2026 | houdt niet tegen dat wij met andere aanbieders | wachten wij met gunnen
            hoog-specialistisch-jeugd | 43A01 | 12 december 2026 | wachten wij met gunnen tot de rechter | houdt niet tegen
            wonen-wmo                 | 15A01 | 12 december 2026 | niet door voor | houdt niet tegen
            forensische-ggz           | 54A01 | burgerlijke rechter | valt onder het burgerlijk recht | kort geding
            """)
    void tellsWhatTheLawGivesByProcedure(String contract, String product, String due, String said, String unsaid)
            throws Exception {
        String code = contract.equals("forensische-ggz") ? productOf(contract) : product;
        RegisteredDecision decision = fitting(LetterKind.REJECTION, contract, List.of(code));

        String text = text(letters.print(letters.draft(decision, request(LetterKind.REJECTION), TODAY)));

        assertThat(text)
                .contains(due, said, "De aanbieder heeft in het gesprek")
                .contains("burgerlijk recht (zie de uitspraak bij de bronnen)", "maatregelen, " + CivilLaw.RULING)
                .doesNotContain(unsaid);
        assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("bezwaar", "beroep bij");
    }

    @Test
    void citesARulingThatTheRuleBookKnows() {
        assertThat(ProjectRuleBook.BOOK.sources().get("rechtspraak").sections()).containsKey(CivilLaw.RULING);
    }

    private static String productOf(String contract) {
        Table products = ProjectRuleBook.BOOK.requireTable("admission/products");
        return products.rows().stream()
                .filter(row -> contract.equals(products.cell(row, "contract")))
                .map(row -> String.valueOf(products.cell(row, "code")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadsOnToTheAwardPhaseUnderSas() throws Exception {
        RegisteredDecision decision = fitting(LetterKind.ADMISSION, "hoog-specialistisch-jeugd", List.of("43A01"));

        String text = text(letters.print(letters.draft(decision, request(LetterKind.ADMISSION), TODAY)));

        assertThat(text)
                .contains("U gaat door naar de gunningsfase", "nog geen gunning", ", sas zonder emvi")
                .doesNotContain("toegelaten");
    }

    @Test
    void dependsOnTheStateOfTheDossier() {
        assertThat(possible(cases.recorded(silent()))).containsExactly(LetterKind.CONFIRMATION, LetterKind.SUPPLEMENT);
        RegisteredDecision failing = cases.recorded(failing());
        assertThat(possible(failing)).containsExactly(LetterKind.CONFIRMATION, LetterKind.HEARING);
        cases.determine(failing, true, "Een motivering die lang genoeg is.", "REJECTED");
        assertThat(possible(failing)).containsExactly(LetterKind.CONFIRMATION, LetterKind.HEARING);
        assertThat(letters.choices(failing)
                        .get(LetterKind.REJECTION.ordinal())
                        .obstacle()
                        .nl())
                .contains("tweede lezer");
        RegisteredDecision rejected = fitting(LetterKind.REJECTION, "ambulant-jeugd", THREE);
        assertThat(possible(rejected)).containsExactly(LetterKind.CONFIRMATION, LetterKind.REJECTION);
        assertThat(possible(fitting(LetterKind.MIXED, "ambulant-jeugd", THREE)))
                .containsExactly(LetterKind.CONFIRMATION, LetterKind.MIXED);
        assertThat(possible(fitting(LetterKind.ADMISSION, "ambulant-jeugd", THREE)))
                .containsExactly(LetterKind.CONFIRMATION, LetterKind.ADMISSION);
        assertThatThrownBy(() ->
                        letters.send(rejected.summary().id(), request(LetterKind.ADMISSION), TODAY, NOON, "inkoper"))
                .isInstanceOf(LetterNotPossible.class);
    }

    private List<LetterKind> possible(RegisteredDecision decision) {
        return letters.choices(decision).stream()
                .filter(LetterChoice::isPossible)
                .map(LetterChoice::kind)
                .toList();
    }

    @Test
    void keepsWhatWasSentByteByByte() {
        RegisteredDecision decision = cases.recorded(silent());
        LetterRequest request = request(LetterKind.SUPPLEMENT, TODAY.plusDays(20), "Bel gerust.");

        Letter letter = letters.send(decision.summary().id(), request, TODAY, NOON, "inkoper");
        Letter again = letters.send(decision.summary().id(), request, TODAY, NOON.plusSeconds(5), "inkoper");

        assertThat(again).isEqualTo(letter);
        assertThat(letters.of(decision.dossier())).containsExactly(letter);
        assertThat(projection.differing(journal.of(decision.dossier(), "LETTER")))
                .isEmpty();
        JournalEntry entry = journal.of(decision.dossier(), "LETTER").get(0);
        entry.content().put("sha256", "0".repeat(64));
        assertThat(projection.differing(List.of(entry))).containsOnlyKeys(letter.id());
        assertThat(projection.rows()).isPositive();
        byte[] pdf = letters.document(letter.id()).orElseThrow();
        assertThat(Digest.sha256(pdf)).isEqualTo(letter.sha256());
        assertThat(letter.dueOn()).isEqualTo(TODAY.plusDays(20));
        assertThat(outbox.of(decision.dossier())).hasSize(1);
        assertThat(terms.of(decision.dossier()))
                .containsExactly(new Term(LetterKind.SUPPLEMENT, letter.id(), TODAY, TODAY.plusDays(20)));
        assertThat(terms.of(decision.dossier()).get(0).hasPassed(TODAY.plusDays(20)))
                .isFalse();
        assertThat(terms.of(decision.dossier()).get(0).hasPassed(TODAY.plusDays(21)))
                .isTrue();
        for (String table : List.of("letter", "letter_document")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() ->
                        jdbc.sql("update letter_document set content = content").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void isRefusedWhenSomethingIsFilledInWrongly() {
        RegisteredDecision decision = cases.recorded(failing());
        LetterRequest wrong = new LetterRequest(
                UUID.randomUUID(),
                LetterKind.HEARING,
                " ",
                "a@b.nl, c@d.nl",
                TODAY.minusDays(1),
                null,
                "BSN 123456782");

        assertThatThrownBy(() -> letters.draft(decision, wrong, TODAY))
                .isInstanceOfSatisfying(LetterRefused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::field)
                        .containsExactly("recipientName", "recipientAddress", "sentOn", "dueOn", "extra"));
        RegisteredDecision silent = cases.recorded(silent());
        assertThatThrownBy(() -> letters.draft(silent, request(LetterKind.SUPPLEMENT, TODAY.plusDays(13), ""), TODAY))
                .isInstanceOf(LetterRefused.class);
    }
}
