package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition is judged.
 *
 * @param at the element at hand
 * @param subject what the criterion judges
 * @param outer the scope around it, inside a list
 */
record Scope(
        CaseFile file,
        Element at,
        Element subject,
        @Nullable Scope outer) {

    Scope in(Element element) {
        return new Scope(file, element, subject, this);
    }

    LocalDate day() {
        return file.day();
    }

    Leaf asOf() {
        return file.asOf();
    }

    Scope requireOuter() {
        if (outer == null) {
            throw new IllegalStateException("There is no element around " + at.pointer());
        }
        return outer;
    }
}
