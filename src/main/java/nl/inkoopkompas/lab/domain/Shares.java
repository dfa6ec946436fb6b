package nl.inkoopkompas.lab.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.lab.domain.Kinds.Choice;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** A field that is only read as a part of another: values of both, for each part that makes a difference. */
final class Shares {

    private static final long WHOLE = 1_000_000;

    private Shares() {}

    /** Whether part and whole are read in no other way, and no whole is zero or below it. */
    static boolean isExact(Collection<Reading> ofPart, Collection<Reading> ofWhole) {
        Survey.Reading first = ofPart.iterator().next();
        if (!(first instanceof Survey.Share share)) {
            return false;
        }
        Long minimum = share.whole().field().limits().minimum();
        return minimum != null
                && minimum >= 1
                && Stream.concat(ofPart.stream(), ofWhole.stream())
                        .allMatch(reading -> reading instanceof Survey.Share other
                                && other.at().pointer().equals(share.at().pointer())
                                && other.whole().pointer().equals(share.whole().pointer()));
    }

    static Choice choice(List<Reading> readings, Survey.Share share, String part, String whole) {
        TreeSet<BigDecimal> lowest = new TreeSet<>();
        readings.forEach(reading -> lowest.addAll(((Survey.Share) reading).lowest()));
        BigDecimal total = total(lowest);
        List<@Nullable Object[]> values = new ArrayList<>();
        Field field = share.at().field();
        Object all = Cells.number(total, share.whole().field());
        for (BigDecimal bound : lowest) {
            add(values, bound.multiply(total), field, all);
        }
        BigDecimal below = (lowest.isEmpty() ? BigDecimal.ZERO : lowest.first())
                .multiply(total)
                .subtract(BigDecimal.ONE);
        add(values, below, field, all);
        if (!field.limits().required()) {
            values.add(new @Nullable Object[] {null, all});
        } else if (!share.whole().field().limits().required()) {
            values.add(new @Nullable Object[] {Cells.number(BigDecimal.ZERO.max(below), field), null});
        }
        return new Choice(List.of(part, whole), values);
    }

    private static void add(List<@Nullable Object[]> values, BigDecimal amount, Field field, Object all) {
        Long minimum = field.limits().minimum();
        Long maximum = field.limits().maximum();
        if ((minimum == null || amount.compareTo(BigDecimal.valueOf(minimum)) >= 0)
                && (maximum == null || amount.compareTo(BigDecimal.valueOf(maximum)) <= 0)) {
            values.add(new Object[] {Cells.number(amount, field), all});
        }
    }

    /** A round number of which every bound takes a whole part, and between any two of them lies another. */
    private static BigDecimal total(TreeSet<BigDecimal> lowest) {
        BigDecimal total = BigDecimal.valueOf(WHOLE);
        for (BigDecimal bound : lowest) {
            while (total.scale() < 0
                    || bound.multiply(total).stripTrailingZeros().scale() > -2) {
                if (bound.signum() == 0) {
                    break;
                }
                total = total.multiply(BigDecimal.TEN);
            }
        }
        return total;
    }
}
