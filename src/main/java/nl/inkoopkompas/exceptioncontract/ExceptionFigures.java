package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many exceptions there are, of what value and with what result, in a year beside the year before. */
@Component
public class ExceptionFigures {

    private static final String SPENDING = "exception.value.annual-spending";

    private final ExceptionCases cases;
    private final RuleBooks ruleBooks;

    ExceptionFigures(ExceptionCases cases, RuleBooks ruleBooks) {
        this.cases = cases;
        this.ruleBooks = ruleBooks;
    }

    /**
     * Cases that were asked for in one period.
     *
     * @param approvedValue the value of those that were approved
     * @param approvalRate the share of those decided on that was approved; null where none was decided on
     * @param leadDays how long it took from request to decision on average; null where none was decided on
     */
    public record Count(
            int submitted,
            int decided,
            int approved,
            int rejected,
            int withdrawn,
            int notNeeded,
            BigDecimal approvedValue,
            @Nullable Double approvalRate,
            @Nullable Double leadDays) {}

    /** What the cases of one group come to, in the year and in the year before. */
    public record Group(String key, Count year, Count before) {}

    /**
     * All figures of a year.
     *
     * @param spendingShare the approved value as a share of all spending; null where nobody has filled that in
     */
    public record Figures(
            int year,
            Count total,
            Count totalBefore,
            List<Group> municipalities,
            List<Group> providers,
            List<Group> products,
            List<Group> kinds,
            List<Group> reasons,
            List<Group> months,
            @Nullable Double spendingShare) {}

    /** The figures of the cases that somebody may see. */
    public Figures of(int year, Actor seenBy) {
        List<Line> lines = cases.between(seenBy, start(year - 1), start(year + 1));
        Count total = count(lines, year);
        return new Figures(
                year,
                total,
                count(lines, year - 1),
                groups(lines, year, line -> List.of(line.municipality())),
                groups(lines, year, line -> List.of(line.kvkNumber())),
                groups(lines, year, line -> List.of(line.product())),
                groups(lines, year, line -> List.of(line.kind().name())),
                groups(lines, year, Line::reasons),
                groups(lines, year, line -> List.of(month(line))),
                share(total.approvedValue(), year));
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ExceptionCases.ZONE).toInstant();
    }

    private static LocalDate day(Line line) {
        return LocalDate.ofInstant(line.submittedAt(), ExceptionCases.ZONE);
    }

    private static String month(Line line) {
        int month = day(line).getMonthValue();
        return month < 10 ? "0" + month : String.valueOf(month);
    }

    private static List<Group> groups(List<Line> lines, int year, Function<Line, List<String>> keys) {
        Map<String, List<Line>> groups = new TreeMap<>();
        for (Line line : lines) {
            keys.apply(line).forEach(key -> groups.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(line));
        }
        List<Group> counted = new ArrayList<>();
        groups.forEach((key, some) -> counted.add(new Group(key, count(some, year), count(some, year - 1))));
        return counted;
    }

    private static Count count(List<Line> lines, int year) {
        Map<CaseResult, Integer> results = new HashMap<>();
        int submitted = 0;
        int notNeeded = 0;
        BigDecimal value = BigDecimal.ZERO;
        Duration lead = Duration.ZERO;
        for (Line line : lines) {
            if (day(line).getYear() != year) {
                continue;
            }
            submitted++;
            notNeeded += line.kind() == ExceptionKind.NOT_NEEDED ? 1 : 0;
            CaseResult result = line.result();
            if (result != null) {
                results.merge(result, 1, Integer::sum);
            }
            if (result == CaseResult.APPROVED) {
                value = value.add(line.value());
            }
            if (result != null && result.isDecided() && line.resultAt() != null) {
                lead = lead.plus(Duration.between(line.submittedAt(), line.resultAt()));
            }
        }
        int approved = results.getOrDefault(CaseResult.APPROVED, 0);
        int decided = approved + results.getOrDefault(CaseResult.REJECTED, 0);
        return new Count(
                submitted,
                decided,
                approved,
                decided - approved,
                results.getOrDefault(CaseResult.WITHDRAWN, 0),
                notNeeded,
                value,
                decided == 0 ? null : rounded((double) approved / decided, 1_000),
                decided == 0 ? null : rounded(lead.toMinutes() / (24.0 * 60 * decided), 10));
    }

    private static double rounded(double number, int parts) {
        return (double) Math.round(number * parts) / parts;
    }

    private @Nullable Double share(BigDecimal approved, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        Object spending = ruleBooks
                .effectiveOn(last)
                .flatMap(book -> book.parameter(SPENDING))
                .map(parameter -> valueOn(parameter, last))
                .orElse(null);
        if (!(spending instanceof Long all) || all == 0) {
            return null;
        }
        return rounded(approved.doubleValue() / all, 10_000);
    }

    private static @Nullable Object valueOn(Parameter parameter, LocalDate day) {
        Object value = null;
        for (Parameter.DatedValue dated : parameter.values()) {
            if (!dated.from().isAfter(day)) {
                value = dated.value();
            }
        }
        return value;
    }
}
