package nl.inkoopkompas.admission.intake;

import static nl.inkoopkompas.admission.intake.TestFiles.LAYOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.admission.intake.Intake.Decided;
import nl.inkoopkompas.admission.intake.Intake.Item;
import nl.inkoopkompas.admission.intake.Intake.Outcome;
import nl.inkoopkompas.admission.intake.Intake.Progress;
import nl.inkoopkompas.admission.intake.Intake.Recorder;
import nl.inkoopkompas.admission.intake.Intake.Status;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.junit.jupiter.api.Test;

class IntakeTests {

    /** Records in memory, as a register would: a key that is known is not recorded again. */
    private static final class Register implements Recorder {

        final Map<String, UUID> recorded = new ConcurrentHashMap<>();
        final List<Integer> chunks = new ArrayList<>();

        @Override
        public List<Outcome> recordAll(List<Item> items) {
            synchronized (chunks) {
                chunks.add(items.size());
            }
            return items.stream().map(this::record).toList();
        }

        private Outcome record(Item item) {
            String name = item.request().at("/applicant/name").asString();
            if (name.startsWith("Refused")) {
                return new Outcome.Refused(
                        List.of(new Refusal("/products/0/code", new Bilingual("bestaat niet", "does not exist"))));
            }
            String outcome = name.startsWith("Hearing") ? "HEARING" : "ADMISSIBLE";
            UUID id = UUID.randomUUID();
            UUID before = recorded.putIfAbsent(item.key(), id);
            return before == null ? new Outcome.Recorded(id, outcome) : new Outcome.AlreadyRecorded(before, outcome);
        }
    }

    private final Register register = new Register();

    @Test
    void recordsEachApplicationOnceAndCountsOutcomes() {
        Intake intake = intake("Hearing A", "B", "Refused C", "bad", "B", "D");
        assertThat(intake.progress().status()).isEqualTo(Status.PENDING);
        intake.run();

        Progress progress = intake.progress();
        assertThat(progress.status()).isEqualTo(Status.DONE);
        assertThat(progress.failure()).isNull();
        assertThat(progress.applications()).isEqualTo(6);
        assertThat(progress.done()).isEqualTo(6);
        assertThat(progress.recorded()).isEqualTo(3);
        assertThat(progress.repeated()).isEqualTo(1);
        assertThat(progress.blocked()).isEqualTo(2);
        assertThat(progress.outcomes()).containsExactlyInAnyOrderEntriesOf(Map.of("ADMISSIBLE", 3, "HEARING", 1));
        assertThat(progress.errors().stream().map(e -> e.sheet() + " " + e.row() + " " + e.column()))
                .containsExactly("producten 4 productcode", "aanvragen 5 peildatum");
        assertThat(intake.decided().stream().map(Decided::number)).containsExactly("1", "2", "5", "6");
        assertThat(intake.decided().get(1).decision())
                .isEqualTo(intake.decided().get(2).decision());
    }

    @Test
    void recordsNothingTwiceWhenTheFileComesAgain() {
        intake("A", "B").run();
        Intake again = intake("B", "A", "C");
        again.run();

        assertThat(again.progress().recorded()).isEqualTo(1);
        assertThat(again.progress().repeated()).isEqualTo(2);
        assertThat(register.recorded).hasSize(3);
    }

    @Test
    void goesInChunksAndKeepsAThousandErrors() {
        String[] names = new String[3_000];
        for (int i = 0; i < names.length; i++) {
            names[i] = i % 2 == 0 ? "bad" : "Zorg " + i;
        }
        Intake intake = intake(names);
        intake.run();

        assertThat(intake.progress().recorded()).isEqualTo(1_500);
        assertThat(register.chunks).allMatch(size -> size <= 7);
        assertThat(intake.progress().errors()).hasSize(1_001);
        assertThat(intake.progress().errors().get(999).row()).isEqualTo(2_000);
        assertThat(intake.progress().errors().get(1_000).detail().nl())
                .isEqualTo("Er zijn nog 500 fouten. Herstel eerst deze.");
    }

    @Test
    void failsWithTheSentenceOfABadFile() {
        Intake intake = new Intake(
                () -> {
                    throw new SheetsRefused("Dit is een pdf.", "This is a PDF.");
                },
                LAYOUT,
                register);
        intake.run();

        assertThat(intake.progress().status()).isEqualTo(Status.FAILED);
        assertThat(intake.progress().failure().nl()).isEqualTo("Dit is een pdf.");
    }

    @Test
    void failsWhenTheRegisterDoesAndSaysThatItMayBeRepeated() {
        Intake intake = new Intake(
                () -> sheets("A", "B", "C"),
                LAYOUT,
                items -> {
                    throw new IllegalStateException("the database is away");
                },
                1);

        assertThatThrownBy(intake::run).hasRootCauseMessage("the database is away");
        assertThat(intake.progress().status()).isEqualTo(Status.FAILED);
        assertThat(intake.progress().failure().nl()).contains("Importeer het bestand opnieuw");
    }

    @Test
    void stopsAfterTheChunkAtHandAndCanBeWatchedMeanwhile() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Intake intake = new Intake(
                () -> sheets("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"),
                LAYOUT,
                items -> {
                    begun.countDown();
                    await(go);
                    return register.recordAll(items);
                },
                1);
        Thread thread = new Thread(intake::run);
        thread.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(intake.progress().status()).isEqualTo(Status.RUNNING);
        assertThat(intake.progress().applications()).isEqualTo(10);
        intake.cancel();
        go.countDown();
        thread.join(10_000);

        Progress progress = intake.progress();
        assertThat(progress.status()).isEqualTo(Status.FAILED);
        assertThat(progress.failure().nl()).startsWith("De import is gestopt. Er zijn " + progress.recorded());
        assertThat(progress.recorded()).isEqualTo(register.recorded.size()).isLessThan(10);
    }

    @Test
    void doesNotBeginAfterItWasStopped() {
        Intake intake = intake("A");
        intake.cancel();
        intake.run();

        assertThat(intake.progress().status()).isEqualTo(Status.FAILED);
        assertThat(register.recorded).isEmpty();
    }

    @Test
    void theKeyIsOfTheMeaningAndNotOfTheText() {
        var one = TestFiles.JSON.readTree("{\"a\": 3.50, \"b\": [1]}");
        var other = TestFiles.JSON.readTree("{\"b\": [1.0], \"a\": 3.5}");

        assertThat(Intake.key(one.asObject()))
                .isEqualTo(Intake.key(other.asObject()))
                .hasSize(64);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Intake intake(String... names) {
        return new Intake(() -> sheets(names), LAYOUT, register, 7);
    }

    private static Sheets sheets(String... names) {
        List<Row> requests = new ArrayList<>();
        List<Row> products = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String date = names[i].equals("bad") ? "never" : "1-4-2024";
            requests.add(row(i + 2, String.valueOf(i + 1), date, "ambulant-jeugd", names[i], "12345678"));
            products.add(row(i + 2, String.valueOf(i + 1), "P1"));
        }
        return new Sheets(List.of(
                new Sheet(
                        "aanvragen", row(1, "aanvraagnummer", "peildatum", "contract", "naam", "kvk_nummer"), requests),
                new Sheet("producten", row(1, "aanvraagnummer", "productcode"), products)));
    }

    private static Row row(int number, String... cells) {
        return new Row(number, java.util.Arrays.stream(cells).map(Cell::text).toList());
    }
}
