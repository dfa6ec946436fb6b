package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;

/** Whole and decimal numbers of requests and norms, compared and added exactly. */
final class Numbers {

    private Numbers() {}

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) number);
    }

    /** The number as the type of another holds it. */
    static Object like(Object example, BigDecimal number) {
        return example instanceof Long ? (Object) number.longValueExact() : number;
    }
}
