package nl.inkoopkompas.correspondence;

import static nl.inkoopkompas.correspondence.SampleExceptions.AT;
import static nl.inkoopkompas.correspondence.SampleExceptions.DIRECTOR;
import static nl.inkoopkompas.correspondence.SampleExceptions.GOUDA;
import static nl.inkoopkompas.correspondence.SampleExceptions.REASONS;
import static nl.inkoopkompas.correspondence.SampleExceptions.RWO;
import static nl.inkoopkompas.correspondence.SampleExceptions.ZUIDPLAS;
import static nl.inkoopkompas.correspondence.SampleExceptions.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.ContractedProviders.Wish;
import nl.inkoopkompas.contracting.Contracting.Origin;
import nl.inkoopkompas.contracting.Contracting.Parties;
import nl.inkoopkompas.contracting.Terms;
import nl.inkoopkompas.correspondence.CaseLetters.Preview;
import nl.inkoopkompas.correspondence.OutboxMail.Status;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.CaseMoved;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.register.Journal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** What is decided on an exception reaches who must know of it, and nobody else learns who it is about. */
@SpringBootTest
@Import(SampleCases.class)
class CaseLettersTests {

    private static final String CLIENT = "C-7F3K-22";
    private static final String PROVIDER = "Praktijk Zilverlinde";
    private static final String RULING_AS_SOURCE = "Uitspraken over toelating en maatregelen, " + CivilLaw.RULING;
    private static final Instant LATER = AT.plusSeconds(3600);

    @Autowired
    CaseLetters letters;

    @Autowired
    Clerk clerk;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    ExceptionContracts contracts;

    @Autowired
    LetterProjection projection;

    @Autowired
    Journal journal;

    @Autowired
    ContractedProviders contractedProviders;

    @Autowired
    TransactionOperations transactions;

    SampleExceptions samples;

    @BeforeEach
    void open() {
        samples = new SampleExceptions(contracts);
    }

    private List<CaseLetter> written(ExceptionCase one) {
        clerk.round(() -> LATER);
        return letters.of(one, RWO);
    }

    private String text(CaseLetter letter) throws Exception {
        byte[] pdf = letters.document(letter).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVE", "REJECT"})
    void isAPdfThatEverybodyCanReadForEver(CaseAction decision) throws Exception {
        String odd = "Zorg & <b>“Groei”</b> é 😀 " + "Zorg".repeat(15);
        ExceptionCase one = samples.act(samples.advised(CLIENT, odd), DIRECTOR, decision, REASONS);
        if (decision == CaseAction.APPROVE) {
            one = samples.act(one, RWO, CaseAction.DRAW_UP_CONTRACT, "");
        }

        List<CaseLetter> found = written(one);

        Files.createDirectories(Path.of("target/letters"));
        assertThat(found).hasSize(decision == CaseAction.APPROVE ? 4 : 3);
        for (CaseLetter letter : found) {
            byte[] pdf = letters.document(letter).orElseThrow();
            Files.write(Path.of("target/letters/" + decision + "-" + letter.fileName()), pdf);
            assertThat(Conformance.failures(pdf)).as(letter.kind().name()).isEmpty();
            assertThat(text(letter)).contains("\u25a1").doesNotContain("null", "??", "[]", "bezwaar");
        }
        assertThat(projection.differing(journal.of(one.id(), "EXCEPTION_LETTER")))
                .isEmpty();
        assertThat(journal.of(one.id(), "EXCEPTION_LETTER")).hasSameSizeAs(found);
    }

    @Test
    void tellsTheMunicipalityWhatWasDecidedOnWhatGroundsAndUnderWhichMandate() throws Exception {
        ExceptionCase one = samples.approved(CLIENT, PROVIDER);

        String text = text(written(one).get(0));

        assertThat(text)
                .contains("Uw aanvraag voor een uitzondering is goedgekeurd", "Toegang van de gemeente Gouda")
                .contains(CLIENT, PROVIDER, "45A04", "€ 20.000", "€ 120,50 per uur", "1 december 2026 tot en met")
                .contains("uitzonderingraamcontract (URC)", REASONS, "RWO adviseerde op 20 november 2026")
                .contains(
                        "Soort uitzondering: voldoet", "€ 750.000", "programmadirecteur", "artikel 10 mandatenbesluit")
                .contains("(X-26)", "uiterlijk op 30 november 2026 (voorbeeldtermijn)")
                .contains("valt onder het burgerlijk recht (zie de uitspraak bij de bronnen)", RULING_AS_SOURCE);
        for (var finding : contracts.decision(one).decision().path("findings")) {
            assertThat(text).contains(finding.path("reason").asString().replaceAll("[\\s\u00a0]+", " "));
        }
    }

    @Test
    void namesTheClientOnlyToWhoMaySeeThat() throws Exception {
        ExceptionCase one = samples.approved(CLIENT, PROVIDER);
        one = samples.act(one, RWO, CaseAction.DRAW_UP_CONTRACT, "");

        for (CaseLetter letter : written(one)) {
            assertThat(text(letter).contains(CLIENT))
                    .as(letter.kind().name())
                    .isEqualTo(letter.kind().namesClient());
        }

        assertThat(letters.of(one, GOUDA)).extracting(CaseLetter::kind).containsExactly(CaseLetterKind.values());
        assertThat(letters.of(one, ZUIDPLAS))
                .extracting(CaseLetter::kind)
                .containsExactly(CaseLetterKind.NOTICE, CaseLetterKind.PROVIDER);
        assertThat(outbox.of(one.id()))
                .allSatisfy(mail -> assertThat(mail.subject() + mail.body()).doesNotContain(CLIENT, PROVIDER));
    }

    @Test
    void drawsUpAContractThatSaysWhoDeliversWhatForHowMuchOnWhatGround() throws Exception {
        ExceptionCase one = samples.act(samples.approved(CLIENT, PROVIDER), RWO, CaseAction.DRAW_UP_CONTRACT, "");

        String text = text(written(one).get(3));

        assertThat(text)
                .contains("Uitzonderingraamcontract (URC)", "Concept. Dit stuk bindt pas", "De gemeente Gouda")
                .contains(
                        "Programmadirecteur (artikel 10.1 mandatenbesluit)",
                        PROVIDER,
                        one.line().kvkNumber())
                .contains("45A04", CLIENT, "31 mei 2027", "€ 120,50 per uur", "€ 20.000", REASONS, "Handtekening")
                .contains("Voert het gesprek over zakelijke aspecten", "X-27", "§ 7.3")
                .doesNotContain("Dit addendum", "addendum (CSA) volstaat");
    }

    @Test
    void drawsUpAnAddendumToWhatTheProviderIsContractedForAlready() throws Exception {
        String kvk = SampleExceptions.kvk();
        contracted(kvk, "hulp-bij-huishouden", "01A01");
        contracted(kvk, "ambulant-jeugd", "45A01");
        ExceptionCase one = samples.act(samples.advised(CLIENT, PROVIDER, kvk), DIRECTOR, CaseAction.APPROVE, REASONS);
        one = samples.act(one, RWO, CaseAction.DRAW_UP_CONTRACT, "");

        List<CaseLetter> found = written(one);

        assertThat(text(found.get(0))).contains("RWO stelt het cliëntspecifiek addendum (CSA) op");
        assertThat(text(found.get(2))).contains("Daarvoor is een cliëntspecifiek addendum (CSA) nodig");
        byte[] addendum = letters.document(found.get(3)).orElseThrow();
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/CSA-" + found.get(3).fileName()), addendum);
        assertThat(Conformance.failures(addendum)).isEmpty();
        assertThat(text(found.get(3)))
                .contains("Cliëntspecifiek addendum (CSA)", "Concept. Dit stuk bindt pas", "De gemeente Gouda")
                .contains("Programmadirecteur (artikel 10.1 mandatenbesluit)", PROVIDER, kvk, CLIENT, "45A04")
                .contains("De aanbieder heeft wel een ander contract: een addendum (CSA) volstaat.")
                .contains("Dit addendum hoort bij wat de aanbieder al heeft:", "Ambulant jeugd", "Hulp bij huishouden")
                .contains("€ 120,50 per uur", "€ 20.000", "31 mei 2027", "Handtekening", "X-27", "§ 5.1", "§ 7.3")
                .contains("Waarom dit addendum er is", "het addendum wordt onderhands gesloten")
                .doesNotContain("itzonderingraamcontract", "dit contract", "null", "[]");
    }

    private void contracted(String kvk, String contract, String product) {
        Wish wish = new Wish(new Parties(kvk, PROVIDER, contract, product), Terms.from(LocalDate.of(2025, 1, 1)));
        transactions.executeWithoutResult(
                status -> contractedProviders.contract(List.of(wish), Origin.byHand(), AT, "rwo"));
    }

    @Test
    void tellsTheProviderOfARefusalOnlyWhatIsAboutIt() throws Exception {
        ExceptionCase one =
                samples.act(samples.advised(CLIENT, PROVIDER), DIRECTOR, CaseAction.REJECT, reasons(CLIENT));

        String text = text(written(one).get(2));

        assertThat(text)
                .contains("Wij sluiten geen contract met u", "namens de gemeente Gouda", REASONS, "burgerlijke rechter")
                .contains("burgerlijk recht (zie de uitspraak bij de bronnen)", RULING_AS_SOURCE)
                .doesNotContain("Alternatieven", "Gelijke gevallen", "X-38");
    }

    @Test
    void isOrderedWithTheActAndWrittenOnce() throws Exception {
        ExceptionCase advised = samples.advised(CLIENT, PROVIDER);
        ExceptionCase one = samples.act(advised, DIRECTOR, CaseAction.APPROVE, REASONS);

        assertThat(letters.of(one, RWO)).hasSize(3).allMatch(letter -> letter.letter() == null);
        assertThat(outbox.of(one.id()))
                .hasSize(7)
                .allMatch(mail -> mail.status() == Status.NO_ADDRESS && mail.letter() == null);
        assertThatThrownBy(() -> samples.act(advised, DIRECTOR, CaseAction.REJECT, REASONS))
                .isInstanceOf(CaseMoved.class);
        assertThat(outbox.of(one.id())).hasSize(7);

        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> round = () -> {
                clerk.round(() -> LATER);
                return true;
            };
            for (Future<Boolean> each : threads.invokeAll(List.of(round, round))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(journal.of(one.id(), "EXCEPTION_LETTER")).hasSize(3);
        assertThat(letters.of(one, RWO)).noneMatch(letter -> letter.letter() == null);
        assertThat(outbox.of(one.id()).stream()
                        .collect(Collectors.groupingBy(OutboxMail::letter, Collectors.counting()))
                        .values())
                .containsExactlyInAnyOrder(1L, 5L, 1L);
    }

    @Test
    void leavesOnceSomebodyGivesAnAddress() throws Exception {
        ExceptionCase one = samples.approved(CLIENT, PROVIDER);
        OutboxMail toProvider = outbox.of(one.id()).get(6);
        assertThat(toProvider.recipientName()).isEqualTo(PROVIDER);
        for (String wrong : List.of("", "a@b.nl, c@d.nl", "123456782@x.nl")) {
            assertThatThrownBy(() -> letters.address(one, toProvider.id(), wrong, LATER, "rwo"))
                    .isInstanceOf(LetterRefused.class);
        }
        assertThat(letters.address(one, UUID.randomUUID(), "zorg@zorg.example", LATER, "rwo"))
                .isFalse();

        assertThat(letters.address(one, toProvider.id(), " zorg@zorg.example ", LATER, "rwo"))
                .isTrue();
        assertThat(letters.address(one, toProvider.id(), "other@zorg.example", LATER, "rwo"))
                .isFalse();

        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            postman.round(sender, () -> LATER);
            assertThat(server.getReceivedMessages()).isEmpty();
            clerk.round(() -> LATER);
            postman.round(sender, () -> LATER);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getAllRecipients()[0].toString())
                    .contains("zorg@zorg.example");
        } finally {
            server.stop();
        }
        assertThat(outbox.of(one.id()).get(6).status()).isEqualTo(Status.SENT);
    }

    @Test
    void showsBeforehandWhatWouldGoOutToWhom() {
        ExceptionCase one = samples.advised(CLIENT, PROVIDER);

        List<Preview> previews = letters.previews(one, CaseAction.REJECT, "Nog niet af", DIRECTOR, LATER);

        assertThat(previews)
                .extracting(Preview::kind)
                .containsExactly(CaseLetterKind.DECISION, CaseLetterKind.NOTICE, CaseLetterKind.PROVIDER);
        assertThat(previews.get(0).article())
                .contains("is afgewezen", "Nog niet af")
                .doesNotContain("<h1", "<h2");
        assertThat(previews.get(1).to()).hasSize(5).allMatch(to -> to.address() == null);
        assertThat(letters.of(one, RWO)).isEmpty();
        assertThat(letters.previews(one, CaseAction.RETURN, "x", DIRECTOR, LATER))
                .isEmpty();
    }

    @Test
    void goesWhereTheSettingsSay() {
        var addresses = new Addresses(
                java.util.Map.of("0513", "toegang@gouda.example", "1892", " "),
                java.util.Map.of("90001234", "zorg@zorg.example"),
                java.util.Map.of("RWO", "rwo@regio.example"));
        List<String> found = new ArrayList<>();
        found.add(addresses.ofMunicipality("0513"));
        found.add(addresses.ofMunicipality("1892"));
        found.add(addresses.ofProvider("90001234"));
        found.add(addresses.ofProvider("90001235"));
        found.add(addresses.ofRole("RWO"));

        assertThat(found)
                .containsExactly("toegang@gouda.example", null, "zorg@zorg.example", null, "rwo@regio.example");
        assertThatThrownBy(
                        () -> new Addresses(java.util.Map.of("0513", "nobody"), java.util.Map.of(), java.util.Map.of()))
                .hasMessageContaining("0513");
    }
}
