package nl.inkoopkompas.lab.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to look for gaps, overlaps and unreachable rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TableBenchmark {

    private static final int ROWS = 1000;
    private static final int DIMENSIONS = 6;

    private final Table blocks = blocks();
    private final RuleBook withBlocks = RandomTables.book(blocks);

    /** All tables of the project's rule book. */
    @Benchmark
    public TableReport wholeBook() {
        return TableReport.of(ProjectRuleBook.BOOK);
    }

    /** A thousand rows that together fill six dimensions, but for one. */
    @Benchmark
    public TableReport thousandRowsOfSixDimensions() {
        return TableCheck.of(withBlocks, blocks);
    }

    private static Table blocks() {
        Random random = new Random(6);
        List<long[]> blocks = new ArrayList<>();
        long[] all = new long[2 * DIMENSIONS];
        for (int i = 1; i < all.length; i += 2) {
            all[i] = ROWS;
        }
        blocks.add(all);
        while (blocks.size() < ROWS) {
            long[] block = blocks.remove(random.nextInt(blocks.size()));
            int dimension = 2 * random.nextInt(DIMENSIONS);
            long middle = (block[dimension] + block[dimension + 1]) / 2;
            if (middle > block[dimension]) {
                long[] other = block.clone();
                other[dimension] = middle;
                blocks.add(other);
                block[dimension + 1] = middle;
            }
            blocks.add(block);
        }
        blocks.remove(ROWS / 2);
        return TableReportTests.table(blocks);
    }
}
