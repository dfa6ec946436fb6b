package nl.inkoopkompas.transition;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.transition.Plan.Sealed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures how long a plan takes, from a request that has been read as JSON to a decision with its findings, groups,
 * workload and the sealed lines. Run with a bounded heap, as {@code java -Xmx1g … TransitionBenchmark 100000}, or with
 * several sizes for the curve.
 */
final class TransitionBenchmark {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PLACES = List.of("1901", "0513", "1931", "0627", "1892");
    private static final int PRODUCTS = 40;
    private static final int PROVIDERS = 300;

    private TransitionBenchmark() {}

    public static void main(String[] args) {
        RuleBook book = ProjectRuleBook.with(
                TransitionType.ID, Map.of("transition.capacity.reindications-per-month", IntNode.valueOf(1000)));
        plan(request(1000), book);
        plan(request(1000), book);
        List<String> curve = new ArrayList<>();
        for (String size : args.length == 0 ? new String[] {"100000"} : args) {
            ObjectNode request = request(Integer.parseInt(size));
            double fastest = Double.MAX_VALUE;
            for (int run = 0; run < 3; run++) {
                System.gc();
                ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
                long busy = processor();
                long start = System.nanoTime();
                Decision decision = plan(request, book);
                double seconds = (System.nanoTime() - start) / 1e9;
                fastest = Math.min(fastest, seconds);
                double processor = (processor() - busy) / 1e9;
                long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
                Sealed lines = (Sealed) decision.particulars().get("lines");
                System.out.printf(
                        Locale.ROOT,
                        "%,d indications: %.2f s (%.2f s of processor), heap at most %,d MB, %,d lines, %s%n",
                        request.path("indications").size(),
                        seconds,
                        processor,
                        peak / 1_000_000,
                        lines == null ? 0 : lines.getCount(),
                        decision.outcome());
            }
            curve.add(String.format(
                    Locale.ROOT,
                    "%,d: %.2f s, %.2f s for each 100,000",
                    Integer.parseInt(size),
                    fastest,
                    fastest * 100_000 / Integer.parseInt(size)));
        }
        System.out.println("The fastest of three: " + String.join("; ", curve));
    }

    /** What the program took of all processors, in nanoseconds: also on a machine that others keep busy. */
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static Decision plan(ObjectNode request, RuleBook book) {
        Input input = new Input(request, DecisionEngine.noContext());
        return ProjectRuleBook.ENGINE.decide(new TransitionType(), input, book, Language.NL);
    }

    private static ObjectNode request(int size) {
        Random random = new Random(size);
        ObjectNode request = JSON.createObjectNode();
        request.put("asOf", "2024-10-01").put("switchOn", "2025-01-01");
        ArrayNode products = request.putArray("products");
        for (int i = 0; i < PRODUCTS; i++) {
            ObjectNode product = products.addObject().put("old", "OUD-" + i);
            ArrayNode next = product.putArray("new");
            for (int k = i % 4; k > 0; k--) {
                next.add("NIEUW-" + (i + k) % PRODUCTS);
            }
            product.put("changed", i % 3 > 0).put("contract", "ambulant-jeugd");
        }
        ArrayNode contracted = request.putArray("contracted");
        for (int i = 0; i < PROVIDERS; i++) {
            ArrayNode held = contracted.addObject().put("provider", "P" + i).putArray("products");
            for (int k = 0; k < 5; k++) {
                held.add("NIEUW-" + random.nextInt(PRODUCTS));
            }
        }
        ArrayNode indications = request.putArray("indications");
        LocalDate day = LocalDate.parse("2024-12-01");
        for (int i = 0; i < size; i++) {
            ObjectNode indication = indications.addObject().put("id", "I-" + i);
            indication.put("municipality", PLACES.get(random.nextInt(5)));
            indication.put("provider", "P" + random.nextInt(PROVIDERS * 2));
            indication.put("product", "OUD-" + random.nextInt(PRODUCTS));
            indication.put("start", "2024-02-01");
            if (random.nextInt(5) > 0) {
                indication.put("end", day.plusDays(random.nextInt(900)).toString());
            }
            indication.put("weeklyValue", random.nextInt(600));
        }
        return request;
    }
}
