package nl.inkoopkompas.lab.simulation;

import java.time.LocalDate;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** A case while it is made: what is drawn from, and where a value is wanted. */
final class Making {

    final Draws draws;
    final Element root;
    final int number;
    final LocalDate notBefore;
    LocalDate day;
    int place;

    Making(Draws draws, Element root, int number, LocalDate notBefore) {
        this.draws = draws;
        this.root = root;
        this.number = number;
        this.notBefore = notBefore;
        this.day = notBefore;
    }

    /** What stands at the end of a way of fields from the top; null where nothing does. */
    @Nullable
    Object at(Field[] way) {
        Element element = root;
        for (int i = 0; i < way.length - 1; i++) {
            if (!(element.get(way[i]) instanceof Element child)) {
                return null;
            }
            element = child;
        }
        return element.get(way[way.length - 1]);
    }
}
