package nl.inkoopkompas.transition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.transition.Asked.IndicationSlots;
import nl.inkoopkompas.transition.Workload.Load;
import org.jspecify.annotations.Nullable;

/** A plan: groups with their scenarios, a line for each indication, and what that adds up to. */
public final class Plan {

    /** Up to this many lines stand in the decision itself; more are kept beside it. */
    public static final int MOST_LINES_INSIDE = 15_000;

    /** What an indication lacks to be planned. */
    public record Unplanned(String id, String municipality, String provider, String product, String reason) {}

    /**
     * Key figures.
     *
     * @param running indications that run on the day of the switch
     * @param moved indications that are moved to the new product on that day
     * @param onOldTerms indications that run on old terms on that day or later
     * @param exceeding re-indications that do not fit in the capacity
     */
    public record Figures(
            int indications,
            int running,
            int continuing,
            int reindications,
            int moved,
            int providerChanges,
            int onOldTerms,
            int viaExceptionContract,
            BigDecimal exceptionValue,
            int unplanned,
            int exceeding) {}

    /**
     * What the plan was made within; null where policy sets no limit.
     *
     * @param cap the last day on which old terms can run
     * @param reindicateBy by when whoever is re-indicated during the transition is
     * @param reindicationsPerMonth how many a municipality can do
     */
    public record Terms(
            @Nullable LocalDate cap,
            @Nullable LocalDate reindicateBy,
            @Nullable Long reindicationsPerMonth) {}

    /** How many lines there are, and the SHA-256 over them, by which a change shows. */
    public record Seal(int count, String sha256) {}

    /** The lines of a plan, in the order of the request; too many to keep all of them in mind. */
    public static final class All {

        private final Lines lines;
        private final Plan plan;

        private All(Lines lines, Plan plan) {
            this.lines = lines;
            this.plan = plan;
        }

        IndicationSlots slots() {
            return plan.asked.slots();
        }

        /** Passes every line by, with the indication that it is about. */
        void forEach(Visitor visitor) {
            Workload workload = plan.workload(lines);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.isPlanned(i)) {
                    LocalDate by = lines.reindicateBy(i);
                    String month = by == null ? null : workload.next(lines.municipality(i), by);
                    visitor.visit(lines.indication(i), lines.line(i, month));
                }
            }
        }
    }

    /** Looks at a line and its indication. */
    @FunctionalInterface
    interface Visitor {

        void visit(Element indication, Line line);
    }

    private final Asked asked;
    private final Sorted sorted;
    private final @Nullable Long capacity;
    private final List<Group> groups;
    private final Lines lines;
    private final List<Judged> findings;
    private final Terms terms;

    Plan(Element request, List<Judged> findings, RuleBook book) {
        this.asked = new Asked(request);
        Norms norms = new Norms(book, asked.asOf());
        this.sorted = new Sorted(asked);
        this.capacity = norms.capacity();
        this.groups = new Choices(asked, sorted, norms).groups(findings);
        this.lines = new Lines(asked, sorted, groups, norms);
        this.findings = findings;
        this.terms = new Terms(
                norms.cap(asked.switchOn()), norms.reindicateBy(asked.asOf(), asked.switchOn()), norms.capacity());
    }

    List<Group> groups() {
        return groups;
    }

    /** BLOCKED, INCOMPLETE or PLANNED. */
    String outcome() {
        if (groups.stream().anyMatch(Group::isBlocked)) {
            return "BLOCKED";
        }
        boolean open = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNDETERMINED)
                || groups.stream().anyMatch(group -> group.chosen() == null);
        return open ? "INCOMPLETE" : "PLANNED";
    }

    private Workload workload(Lines of) {
        return new Workload(asked, sorted.municipalities(), of, capacity);
    }

    private List<Unplanned> unplanned() {
        List<Unplanned> unplanned = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.isPlanned(i)) {
                Element indication = lines.indication(i);
                unplanned.add(new Unplanned(
                        asked.slots().id(indication),
                        asked.slots().municipality(indication),
                        asked.slots().provider(indication),
                        asked.slots().product(indication),
                        "UNKNOWN_PRODUCT"));
            }
        }
        return unplanned;
    }

    /** What a decision tells of the plan. */
    Map<String, Object> particulars() {
        List<Load> loads = workload(lines).loads();
        Spending spending = new Spending(asked.switchOn());
        Count count = new Count();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isPlanned(i)) {
                count.add(i);
                if (lines.isViaExceptionContract(i)) {
                    spending.add(
                            lines.product(i).contract(),
                            asked.slots().weeklyValue(lines.indication(i)),
                            lines.continuesUntil(i));
                }
            }
        }
        List<Unplanned> unplanned = unplanned();
        int exceeding = loads.stream().mapToInt(Load::exceeding).sum();
        All all = new All(lines, this);
        Map<String, Object> particulars = new LinkedHashMap<>();
        particulars.put("groups", groups);
        particulars.put("terms", terms);
        if (lines.size() <= MOST_LINES_INSIDE) {
            List<Line> inside = new ArrayList<>(lines.size());
            all.forEach((indication, line) -> inside.add(line));
            particulars.put("indications", inside);
        }
        particulars.put("lines", new Sealed(seal(all), all));
        particulars.put("workload", loads);
        particulars.put("unplanned", unplanned);
        particulars.put("exceptionContracts", spending.byContract());
        particulars.put("figures", count.figures(unplanned.size(), spending.total(), exceeding));
        return particulars;
    }

    /** The seal of the lines, which alone is told, with the lines themselves for whoever keeps them. */
    public static final class Sealed {

        private final Seal seal;
        private final All all;

        private Sealed(Seal seal, All all) {
            this.seal = seal;
            this.all = all;
        }

        public int getCount() {
            return seal.count();
        }

        public String getSha256() {
            return seal.sha256();
        }

        @JsonIgnore
        All all() {
            return all;
        }
    }

    /** Adds up what happens. */
    private final class Count {
        private int running;
        private int continuing;
        private int reindications;
        private int moved;
        private int providerChanges;
        private int onOldTerms;
        private int viaExceptionContract;

        void add(int at) {
            Scenario scenario = lines.scenario(at);
            running += sorted.situation(at) > 0 ? 1 : 0;
            continuing += scenario == Scenario.CONTINUE ? 1 : 0;
            moved += scenario == Scenario.MOVE_AT_SWITCH ? 1 : 0;
            reindications += lines.reindicateBy(at) == null ? 0 : 1;
            providerChanges += lines.providerChanges(at) ? 1 : 0;
            onOldTerms += lines.isOnOldTerms(at) ? 1 : 0;
            viaExceptionContract += lines.isViaExceptionContract(at) ? 1 : 0;
        }

        Figures figures(int unplanned, BigDecimal exceptionValue, int exceeding) {
            return new Figures(
                    lines.size(),
                    running,
                    continuing,
                    reindications,
                    moved,
                    providerChanges,
                    onOldTerms,
                    viaExceptionContract,
                    exceptionValue,
                    unplanned,
                    exceeding);
        }
    }

    private static Seal seal(All all) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int[] count = new int[1];
            Consumer<String> add = text -> digest.update(text.getBytes(StandardCharsets.UTF_8));
            all.forEach((indication, line) -> {
                count[0]++;
                add.accept(text(line));
            });
            return new Seal(count[0], HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A line as it is sealed: every field, the text ones preceded by their length. */
    private static String text(Line line) {
        return line.id().length() + ":" + line.id() + "|" + line.situation() + "|" + line.scenario() + "|"
                + line.continuesUntil() + "|" + line.reindicateBy() + "|"
                + (line.newProduct() == null ? "" : line.newProduct().length() + ":" + line.newProduct()) + "|"
                + line.providerChanges() + "|" + line.viaExceptionContract() + "|" + line.changeReason() + "|"
                + (line.newVolume() == null ? "" : line.newVolume().toPlainString()) + "|" + line.plannedIn() + "\n";
    }
}
