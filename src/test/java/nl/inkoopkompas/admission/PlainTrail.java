package nl.inkoopkompas.admission;

import java.util.Arrays;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Norm;
import org.jspecify.annotations.Nullable;

/** What a plain evaluator has looked at so far; it goes back over its steps where they turn out not to matter. */
final class PlainTrail {

    private static final int NORM = -1;

    private Object[] what = new Object[64];
    private int[] slots = new int[64];
    private int size;

    int mark() {
        return size;
    }

    /** Null stands for an element that an unknown list might hold; nothing of it can be cited. */
    void add(@Nullable Element owner, int slot) {
        if (owner != null) {
            push(owner, slot);
        }
    }

    void add(Norm norm) {
        push(norm, NORM);
    }

    private void push(Object object, int slot) {
        if (size == what.length) {
            what = Arrays.copyOf(what, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
        }
        what[size] = object;
        slots[size++] = slot;
    }

    void back(int to) {
        size = to;
    }

    /** Drops the steps from one mark to a later one. */
    void drop(int from, int to) {
        if (from != to) {
            System.arraycopy(what, to, what, from, size - to);
            System.arraycopy(slots, to, slots, from, size - to);
            size -= to - from;
        }
    }

    void append(PlainTrail other, int from, int to) {
        for (int i = from; i < to; i++) {
            push(other.what[i], other.slots[i]);
        }
    }

    boolean touches(int from, Element element) {
        for (int i = from; i < size; i++) {
            if (what[i] == element) {
                return true;
            }
        }
        return false;
    }

    /** Makes a finding of all steps, each once, and starts again. */
    PlainFinding finding(String criterion, Element subject, Verdict verdict) {
        int facts = 0;
        int norms = 0;
        for (int i = 0; i < size; i++) {
            if (isRepeated(i)) {
                what[i] = null;
            } else if (slots[i] == NORM) {
                norms++;
            } else {
                facts++;
            }
        }
        Leaf[] cited = new Leaf[facts];
        Norm[] applied = new Norm[norms];
        facts = 0;
        norms = 0;
        for (int i = 0; i < size; i++) {
            Object object = what[i];
            if (object instanceof Element owner) {
                cited[facts++] = new Leaf(owner, slots[i]);
            } else if (object != null) {
                applied[norms++] = (Norm) object;
            }
        }
        size = 0;
        return new PlainFinding(criterion, subject, verdict, cited, applied);
    }

    private boolean isRepeated(int at) {
        Object object = what[at];
        int slot = slots[at];
        for (int i = 0; i < at; i++) {
            if (slots[i] == slot && what[i] == object) {
                return true;
            }
        }
        return false;
    }

    /** What a criterion says of a subject: the verdict with the facts and norms that it rests on. */
    record PlainFinding(String criterion, Element subject, Verdict verdict, Leaf[] facts, Norm[] norms) {}
}
