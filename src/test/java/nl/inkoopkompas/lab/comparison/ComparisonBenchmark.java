package nl.inkoopkompas.lab.comparison;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.lab.Drafted;
import nl.inkoopkompas.lab.scenarios.ScenarioReport;
import nl.inkoopkompas.lab.scenarios.Scenarios;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole rule book beside a draft that changes the norms of every criterion, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 3)
public class ComparisonBenchmark {

    private static final RuleBook BASE = ProjectRuleBook.BOOK;
    private static final RuleBook DRAFT = Drafted.book(changed(ProjectRuleBook.FILES));

    private static RuleBookFiles changed(RuleBookFiles files) {
        String tables = "decision-tables/admission/";
        List<String[]> edits = List.of(
                new String[] {Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"},
                parameter(Drafted.value("3", "4.4.1 onder 1"), Drafted.value("5", "4.4.1 onder 1")),
                parameter(Drafted.value("2", "4.4.1 onder 2"), Drafted.value("3", "4.4.1 onder 2")),
                parameter(Drafted.value("3", "4.4.1 onder 3"), Drafted.value("2", "4.4.1 onder 3")),
                parameter(Drafted.value("3", "4.4.1 onder 4"), Drafted.value("2", "4.4.1 onder 4")),
                parameter("value: 0.20", "value: 0.25"),
                parameter("value: 0.30", "value: 0.28"),
                parameter("value: 6,", "value: 7,"),
                parameter("value: 24, source: { document: c", "value: 12, source: { document: c"),
                parameter("value: 10, ", "value: 12, "),
                parameter("value: 2000000", "value: 3000000"),
                parameter(Drafted.value("null", "4.4.1 onder 6"), Drafted.value("6", "4.4.1 onder 6")),
                new String[] {tables + "products.csv", "regulier jeugd,10,MBO4,2", "regulier jeugd,12,HBO,2.5"},
                new String[] {tables + "entry-windows.csv", "2024-05-31", "2024-06-30"},
                new String[] {tables + "associations.csv", "ActiZ", "Actiz"},
                new String[] {tables + "quality-schemes.csv", "iso9001,ISO9001", "iso9001,ISO9001\nhkz,HKZ"});
        RuleBookFiles draft = files;
        for (String[] edit : edits) {
            draft = draft.with(edit[0], draft.text(edit[0]).replace(edit[1], edit[2]));
        }
        return draft;
    }

    private static String[] parameter(String from, String to) {
        return new String[] {Drafted.PARAMETERS, from, to};
    }

    @Benchmark
    public Comparison compareTheWholeBook() {
        return new Comparisons(ProjectRuleBook.ENGINE).compare(Drafted.TYPES, BASE, DRAFT, Drafted.FROM, Language.NL);
    }

    @Benchmark
    public InvariantCheck checkWhatMayNeverHappen() {
        return new Invariants(ProjectRuleBook.ENGINE).check(Drafted.TYPES, DRAFT, Drafted.FROM);
    }

    @Benchmark
    public ScenarioReport runTheGoldenCases() {
        return new Scenarios(ProjectRuleBook.ENGINE).run(Drafted.TYPES, BASE, DRAFT);
    }
}
