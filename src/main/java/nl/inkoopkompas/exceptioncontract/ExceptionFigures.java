package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many exceptions there are, of what value and with what result, in a year beside the year before. */
@Component
public class ExceptionFigures {

    private static final String SPENDING = "exception.value.annual-spending";
    private static final List<String> MONTHS =
            List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");

    private final JdbcClient jdbc;
    private final RuleBooks ruleBooks;

    ExceptionFigures(JdbcClient jdbc, RuleBooks ruleBooks) {
        this.jdbc = jdbc;
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
        Tally total = new Tally();
        Tallies municipalities = new Tallies();
        Tallies providers = new Tallies();
        Tallies products = new Tallies();
        Tallies kinds = new Tallies();
        Tallies reasons = new Tallies();
        Tallies months = new Tallies();
        count(seenBy, start(year - 1), start(year + 1), one -> {
            LocalDate day = LocalDate.ofInstant(one.submittedAt(), ExceptionCases.ZONE);
            boolean before = day.getYear() < year;
            total.add(one, before);
            municipalities.of(one.municipality()).add(one, before);
            providers.of(one.kvkNumber()).add(one, before);
            products.of(one.product()).add(one, before);
            kinds.of(one.kind().name()).add(one, before);
            one.reasons().forEach(reason -> reasons.of(reason).add(one, before));
            months.of(MONTHS.get(day.getMonthValue() - 1)).add(one, before);
        });
        Count all = total.year.count();
        return new Figures(
                year,
                all,
                total.before.count(),
                municipalities.groups(),
                providers.groups(),
                products.groups(),
                kinds.groups(),
                reasons.groups(),
                months.groups(),
                share(all.approvedValue(), year));
    }

    /** Counts every case that was asked for in a period and that somebody may see. */
    private void count(Actor seenBy, Instant from, Instant until, Consumer<Counted> counting) {
        CaseFilter.Where where = CaseFilter.seenBy(seenBy).where();
        jdbc.sql("select municipality, kvk_number, product, kind, reasons, amount, submitted_at, result, result_at"
                        + " from exception_case" + ExceptionCases.and(where)
                        + "submitted_at >= :from and submitted_at < :until")
                .params(where.values())
                .param("from", ExceptionCases.time(from))
                .param("until", ExceptionCases.time(until))
                .query(rs -> {
                    counting.accept(Counted.of(rs));
                });
    }

    /**
     * What is counted of a case.
     *
     * @param result null as long as there is none
     * @param resultAt null as long as there is no result
     */
    private record Counted(
            String municipality,
            String kvkNumber,
            String product,
            ExceptionKind kind,
            List<String> reasons,
            BigDecimal value,
            Instant submittedAt,
            @Nullable CaseResult result,
            @Nullable Instant resultAt) {

        static Counted of(ResultSet rs) throws SQLException {
            return new Counted(
                    rs.getString("municipality"),
                    rs.getString("kvk_number"),
                    rs.getString("product"),
                    ExceptionKind.valueOf(rs.getString("kind")),
                    ExceptionCases.reasons(rs),
                    ExceptionCases.plain(rs.getBigDecimal("amount")),
                    ExceptionCases.moment(rs, "submitted_at"),
                    ExceptionCases.result(rs),
                    rs.getObject("result_at") == null ? null : ExceptionCases.moment(rs, "result_at"));
        }
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ExceptionCases.ZONE).toInstant();
    }

    /** What was counted of each group, by its key. */
    private static final class Tallies {

        private final Map<String, Tally> tallies = new HashMap<>();

        Tally of(String key) {
            return tallies.computeIfAbsent(key, any -> new Tally());
        }

        List<Group> groups() {
            return tallies.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> new Group(
                            each.getKey(),
                            each.getValue().year.count(),
                            each.getValue().before.count()))
                    .toList();
        }
    }

    /** What was counted of a year and of the year before. */
    private static final class Tally {

        private final Sum year = new Sum();
        private final Sum before = new Sum();

        void add(Counted one, boolean beforeTheYear) {
            (beforeTheYear ? before : year).add(one);
        }
    }

    private static final class Sum {

        private int submitted;
        private int approved;
        private int rejected;
        private int withdrawn;
        private int notNeeded;
        private BigDecimal value = BigDecimal.ZERO;
        private Duration lead = Duration.ZERO;

        void add(Counted one) {
            submitted++;
            if (one.kind() == ExceptionKind.NOT_NEEDED) {
                notNeeded++;
            }
            CaseResult result = one.result();
            if (result == null) {
                return;
            }
            switch (result) {
                case APPROVED -> {
                    approved++;
                    value = value.add(one.value());
                }
                case REJECTED -> rejected++;
                case WITHDRAWN -> withdrawn++;
            }
            if (result.isDecided() && one.resultAt() != null) {
                lead = lead.plus(Duration.between(one.submittedAt(), one.resultAt()));
            }
        }

        Count count() {
            int decided = approved + rejected;
            return new Count(
                    submitted,
                    decided,
                    approved,
                    rejected,
                    withdrawn,
                    notNeeded,
                    value,
                    decided == 0 ? null : rounded((double) approved / decided, 1_000),
                    decided == 0 ? null : rounded(lead.toMinutes() / (24.0 * 60 * decided), 10));
        }
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
