package nl.inkoopkompas.coverage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * How many providers there are on a day, for each product in each municipality, and in each place that contractings
 * name.
 *
 * @param supposed decisions that were counted as if they were determined as proposed
 */
public record Coverage(LocalDate on, String ruleBook, List<UUID> supposed, List<Area> areas) {

    /** Whether there are enough providers. */
    public enum State {
        COVERED,
        TOO_FEW,
        /** The rule book does not say how many there must be. */
        UNDETERMINED
    }

    /**
     * A product in a municipality, or in a place that contractings name.
     *
     * @param municipality CBS code; null for a place
     * @param place as contractings name it; null for a municipality
     * @param norm how many there are at least; null where the rule book does not say
     * @param providers how many are contracted
     * @param stopped how many of those take no new clients
     * @param after how many there are with what is supposed
     * @param state of the number after
     * @param steps what may follow on that
     */
    public record Area(
            String contract,
            String product,
            @Nullable String municipality,
            @Nullable String place,
            @Nullable LeastProviders norm,
            int providers,
            int stopped,
            int after,
            State state,
            List<Step> steps) {

        /** Whether there were too few without what is supposed. */
        public boolean wasShort() {
            return norm != null && providers < norm.value();
        }

        @JsonIgnore
        public boolean isShort() {
            return state == State.TOO_FEW;
        }

        boolean isAt(String contract, String product, @Nullable String municipality, @Nullable String place) {
            return this.contract.equals(contract)
                    && this.product.equals(product)
                    && Objects.equals(this.municipality, municipality)
                    && Objects.equals(this.place, place);
        }
    }

    /** The least number of providers, with where it stands. */
    public record LeastProviders(String key, long value, SourceReference source) {}

    /**
     * Something that may follow; people decide whether it does.
     *
     * @param key the row that says so
     * @param interpretation id of the interpretation that was applied; null for none
     */
    public record Step(String key, String step, @Nullable String interpretation, SourceReference source) {}

    public long countShort() {
        return areas.stream().filter(Area::isShort).count();
    }
}
