package nl.inkoopkompas.transition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The value of what runs through exception contracts from the day of the switch on: bought without a procedure. */
final class Spending {

    private static final int WEEK = 7;

    /**
     * What runs through exception contracts under one contract.
     *
     * @param value in euro, for the days from the switch up to the last day on old terms
     * @param withoutValue indications of which the value or the last day is not known, and that are not in it
     */
    public record OfContract(String contract, int indications, BigDecimal value, int withoutValue) {}

    private final LocalDate switchOn;
    private final Map<String, Sum> contracts = new TreeMap<>();

    private static final class Sum {
        private BigDecimal days = BigDecimal.ZERO;
        private int indications;
        private int withoutValue;

        OfContract of(String contract) {
            BigDecimal value = days.divide(BigDecimal.valueOf(WEEK), 2, RoundingMode.HALF_UP);
            return new OfContract(contract, indications, value, withoutValue);
        }
    }

    Spending(LocalDate switchOn) {
        this.switchOn = switchOn;
    }

    void add(String contract, @Nullable BigDecimal weeklyValue, @Nullable LocalDate until) {
        Sum sum = contracts.computeIfAbsent(contract, none -> new Sum());
        sum.indications++;
        if (weeklyValue == null || until == null) {
            sum.withoutValue++;
        } else {
            long days = ChronoUnit.DAYS.between(switchOn, until) + 1;
            sum.days = sum.days.add(weeklyValue.multiply(BigDecimal.valueOf(days)));
        }
    }

    List<OfContract> byContract() {
        return contracts.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }

    /** All contracts together. */
    BigDecimal total() {
        return byContract().stream().map(OfContract::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
