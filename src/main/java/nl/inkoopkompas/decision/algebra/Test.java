package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** One comparison of one field. */
abstract class Test extends Condition {

    private final Path path;

    Test(Path path) {
        this.path = path;
    }

    final Path path() {
        return path;
    }

    @Override
    void bind(Binding binding) {
        path.bind(binding);
        if (path.isBound() && !suits(path.field().type())) {
            binding.problem("\"" + path.text() + "\" is " + path.field().type().expected() + ", and "
                    + getClass().getSimpleName() + " asks another type");
        }
    }

    /** Whether a field of this type can be compared so. */
    abstract boolean suits(Shape.Type type);

    /**
     * Values nearest to what stands there now that make it hold, or fail; for what is not there, the most natural ones.
     */
    abstract List<?> values(Scope scope, Leaf leaf, boolean wanted);

    /** Values on each side of every boundary that the comparison has in this book, for a reference date. */
    abstract Collection<Object> boundaries(LocalDate day);

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        if (why(scope).truth() == Truth.of(wanted)) {
            return List.of(Plan.NOTHING);
        }
        Leaf leaf = path.leaf(scope);
        return Plan.set(leaf, values(scope, leaf, wanted));
    }
}
