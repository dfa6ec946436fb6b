package nl.inkoopkompas.transition;

import org.jspecify.annotations.Nullable;

/** Which lines of a plan to show; what is null does not narrow. */
public record LineFilter(
        @Nullable String municipality,
        @Nullable String product,
        @Nullable Integer situation,
        @Nullable Scenario scenario,
        @Nullable String provider) {

    /** Every line. */
    public static LineFilter all() {
        return new LineFilter(null, null, null, null, null);
    }

    boolean narrows() {
        return municipality != null || product != null || situation != null || scenario != null || provider != null;
    }

    boolean holds(ShownLine line) {
        return (municipality == null || municipality.equals(line.municipality()))
                && (product == null || product.equals(line.product()))
                && (situation == null || situation == line.situation())
                && (scenario == null || scenario == line.scenario())
                && (provider == null || provider.equals(line.provider()));
    }
}
