package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The published rule books. */
public interface RuleBooks {

    /** The book that applies to a reference date; empty before the first book holds. */
    Optional<RuleBook> effectiveOn(LocalDate asOf);

    Optional<RuleBook> byVersion(String version);

    /** The book with a version that something in the register names; refuses with an {@link IllegalStateException}. */
    default RuleBook require(String version) {
        return byVersion(version)
                .orElseThrow(() -> new IllegalStateException("Rule book " + version + " is not in the register"));
    }

    /** All of them, newest first. */
    List<RuleBook> all();

    /** The newest of them, whether it holds yet or not. */
    default RuleBook newest() {
        return all().get(0);
    }

    /** The book that applies to a day; before the first book holds, the newest. */
    default RuleBook effectiveOnOrNewest(LocalDate day) {
        return effectiveOn(day).orElseGet(this::newest);
    }
}
