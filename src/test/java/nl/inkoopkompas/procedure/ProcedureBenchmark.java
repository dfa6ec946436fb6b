package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.rulebook.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole advice on one thread: findings, options, turning points, robustness and texts. One operation is one contract
 * with its stored profile, or one seeded profile.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProcedureBenchmark {

    private static final ProcedureType TYPE = new ProcedureType();

    private final List<Input> stored = new ArrayList<>();
    private final List<Input> seeded = new ArrayList<>();
    private int next;

    public ProcedureBenchmark() {
        for (String contract : ProcedureTests.contracts()) {
            var request = ProcedureTests.request(contract);
            stored.add(new Input(request, TYPE.context(ProjectRuleBook.BOOK, request)));
        }
        RandomProfiles random = new RandomProfiles(1);
        for (int i = 0; i < 500; i++) {
            var request = random.request();
            seeded.add(new Input(request, TYPE.context(ProjectRuleBook.BOOK, request)));
        }
    }

    private Decision decide(List<Input> inputs) {
        next = (next + 1) % inputs.size();
        return ProjectRuleBook.ENGINE.decide(TYPE, inputs.get(next), ProjectRuleBook.BOOK, Language.NL);
    }

    @Benchmark
    public Decision adviseOnAContractOfThePlan() {
        return decide(stored);
    }

    @Benchmark
    public Decision adviseOnAnyProfile() {
        return decide(seeded);
    }
}
