package nl.inkoopkompas.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.lab.Edit;
import nl.inkoopkompas.lab.simulation.NaiveSimulation.Found;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentTests {

    private static final int CASES = 120;

    static IntStream seeds() {
        return IntStream.range(0, 16);
    }

    private static List<Case> cases(Books books, int seed, int count) {
        Generator generator = new Generator(
                books.engine().verdicts(books.type(), books.base()),
                books.type().id(),
                seed,
                books.from());
        return IntStream.range(0, count).mapToObj(generator::at).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatWholeDecisionsUnderEveryCombinationFind(int seed) {
        Books books = SampleChanges.books(SampleChanges.some(seed));
        NaiveSimulation naive = new NaiveSimulation(books);
        List<Case> cases = cases(books, seed, CASES);

        Chunk found = new Experiment(books).run(0, cases, new BaseRun());

        Map<Integer, Flip> flips = new HashMap<>();
        found.flips().forEach(flip -> flips.put(flip.number(), flip));
        Set<Integer> undecided = new TreeSet<>();
        found.undecided().forEach(one -> undecided.add(one.number()));
        for (Case one : cases) {
            Found expected = naive.of(DecisionEngine.json(one.request()));
            Flip flip = flips.get(one.number());
            assertThat(undecided.contains(one.number()))
                    .as("case " + one.number())
                    .isEqualTo(expected.undecided());
            assertThat(flip == null ? List.of() : flip.edits())
                    .as("case " + one.number())
                    .isEqualTo(expected.edits());
            if (flip != null) {
                assertThat(flip.from()).isEqualTo(expected.from());
                assertThat(flip.to()).isEqualTo(expected.to());
                assertThat(new TreeSet<>(flip.criteria())).isEqualTo(expected.criteria());
            }
        }
    }

    @Test
    void seesInTheSampleFlipsByOneChangeAndBySeveralTogether() {
        Set<Integer> sizes = new TreeSet<>();
        int undecided = 0;
        for (int seed : seeds().toArray()) {
            Books books = SampleChanges.books(SampleChanges.some(seed));
            Chunk found = new Experiment(books).run(0, cases(books, seed, CASES), new BaseRun());
            found.flips().forEach(flip -> sizes.add(flip.edits().size()));
            undecided += found.undecided().size();
        }
        assertThat(sizes).contains(1, 2);
        assertThat(undecided).isPositive();
    }

    @Test
    void findsTheSameWithABaseThatWasJudgedBefore() {
        Books one = SampleChanges.books(SampleChanges.some(1));
        Books other = SampleChanges.books(SampleChanges.some(2));
        List<Case> cases = cases(one, 5, 2 * CASES);
        BaseRun kept = new BaseRun();
        new Experiment(one).run(0, cases, kept);

        assertThat(ChunkText.written(new Experiment(other).run(0, cases, kept)))
                .isEqualTo(ChunkText.written(new Experiment(other).run(0, cases, new BaseRun())));
        assertThat(kept.bytes()).isPositive().isLessThan(40L * cases.size());
    }

    @Test
    void judgesOnlyTheCriteriaThatCanDifferAgain() {
        List<Edit> change = List.of(SampleChanges.value("admission.financial-health.solvency-lower", "0.35"));

        assertThat(new Experiment(SampleChanges.books(change)).affected())
                .containsExactly("admission.financial-health");
        assertThat(new Experiment(SampleChanges.books(
                                List.of(SampleChanges.value("admission.micro.employees-below", "25"))))
                        .affected())
                .containsExactly("admission.volunteer-policy", "admission.insurance");
    }

    @Test
    void countsEveryCaseOnceAndEveryFlipUnderOneChange() {
        Books books = SampleChanges.books(SampleChanges.all().subList(2, 10));
        List<Case> cases = cases(books, 9, 4 * CASES);
        Totals totals = new Totals(books, RunnerTests.job("sample:9", 4 * CASES, CASES), Map.of());
        Experiment experiment = new Experiment(books);
        for (int chunk = 0; chunk < 4; chunk++) {
            List<Case> some = cases.subList(chunk * CASES, (chunk + 1) * CASES);
            Chunk result = experiment.run(chunk, some, new BaseRun());
            List<Integer> numbers = new ArrayList<>();
            result.flips().forEach(flip -> numbers.add(flip.number()));
            result.undecided().forEach(one -> numbers.add(one.number()));
            assertThat(numbers).doesNotHaveDuplicates();
            totals.add(ChunkText.read(ChunkText.written(result)), List.of());
        }

        Figures figures = totals.figures();

        assertThat(figures.cases()).isEqualTo(cases.size());
        assertThat(figures.flipped()).isPositive();
        assertThat(figures.favourable() + figures.unfavourable() + figures.mixed())
                .isEqualTo(figures.flipped());
        assertThat(figures.byEdit().stream().mapToInt(Figures.EditShare::flips).sum())
                .isEqualTo(figures.flipped());
        assertThat(figures.flips().stream().mapToInt(Figures.Move::count).sum()).isEqualTo(figures.flipped());
        assertThat(figures.byContract().stream().mapToInt(Figures.Share::flips).sum())
                .isEqualTo(figures.flipped());
        assertThat(figures.byProviderSize().stream()
                        .mapToInt(Figures.Share::flips)
                        .sum())
                .isEqualTo(figures.flipped());
        assertThat(Figures.read(figures.written())).isEqualTo(figures);
    }

    @Test
    void countsApartACaseOfWhichTheDraftAsksWhatItDoesNotHold() {
        RuleBookFiles asking = ProjectRuleBook.FILES.with(
                "rules/admission/input.schema.yaml",
                ProjectRuleBook.FILES
                        .text("rules/admission/input.schema.yaml")
                        .replace("required: [name, kvkNumber]", "required: [name, kvkNumber, housingAvailable]"));
        RuleBook draft = RuleBookReader.read(asking);
        Books books = new Books(
                ProjectRuleBook.ENGINE,
                SampleChanges.books(List.of()).type(),
                ProjectRuleBook.BOOK,
                draft,
                List.of(),
                some -> draft,
                SampleChanges.FROM);
        List<Case> cases = cases(books, 3, CASES);

        Chunk found = new Experiment(books).run(0, cases, new BaseRun());

        long without = cases.stream()
                .filter(one ->
                        !DecisionEngine.json(one.request()).path("applicant").has("housingAvailable"))
                .count();
        assertThat(without).isPositive();
        assertThat(found.undecided()).hasSize((int) without);
        assertThat(found.flips()).isEmpty();
    }
}
