package nl.inkoopkompas.decision.algebra;

import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** A value of a request, or unknown, and where it stands. */
public record Leaf(Element owner, int slot) {

    public @Nullable Object value() {
        return owner.get(slot);
    }

    /** Whether nobody said what it is; of an object, nothing that is in it either. */
    public boolean isUnknown() {
        return value() == null || (value() instanceof Element object && object.isAssumed());
    }

    public Field field() {
        return owner.shape().fields().get(slot);
    }

    public String pointer() {
        String name = field().name();
        return name.isEmpty() ? owner.pointer() : owner.pointer() + "/" + name;
    }

    boolean isSame(Leaf other) {
        return slot == other.slot && owner == other.owner;
    }
}
