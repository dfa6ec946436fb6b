package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;

/** Whole and decimal numbers of requests and norms, compared and added exactly. */
final class Numbers {

    private Numbers() {}

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) number);
    }

    /** The same number without zeros that say nothing: 2 for 2.00. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
