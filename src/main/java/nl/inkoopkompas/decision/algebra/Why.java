package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * True, false or unknown, and what that rests on: leaves, a norm and other whys. It is faithful: as long as what it
 * cites stays as it is, no other change of the input changes the truth.
 */
public class Why {

    private static final Why[] NONE = {};

    private final Truth truth;
    private final @Nullable Leaf leaf;
    private final @Nullable Leaf other;
    private final @Nullable Norm norm;
    private final Why[] because;

    Why(Truth truth, @Nullable Leaf leaf, @Nullable Leaf other, @Nullable Norm norm, Why... because) {
        this.truth = truth;
        this.leaf = leaf;
        this.other = other;
        this.norm = norm;
        this.because = because;
    }

    /** That somebody still has to set a norm. */
    public static Why unset(Norm norm) {
        return of(Truth.UNKNOWN, null, null, norm);
    }

    static Why of(Truth truth, @Nullable Leaf leaf, @Nullable Leaf other, @Nullable Norm norm) {
        return new Why(truth, leaf, other, norm, NONE);
    }

    static Why of(Truth truth, Leaf leaf) {
        return new Why(truth, leaf, null, null, NONE);
    }

    static Why from(Truth truth, Why... because) {
        return new Why(truth, null, null, null, because);
    }

    /** Every conjunct counts; one that is false has to be returned by itself. */
    static Why all(Why... whys) {
        Truth truth = Truth.TRUE;
        for (Why why : whys) {
            if (why.truth == Truth.UNKNOWN) {
                truth = Truth.UNKNOWN;
            }
        }
        return whys.length == 1 ? whys[0] : from(truth, whys);
    }

    public Truth truth() {
        return truth;
    }

    Why not() {
        return new Why(truth.not(), leaf, other, norm, because);
    }

    /** Whether it rests on a leaf of this element; else that the element is there has to be cited apart. */
    boolean touches(Element element) {
        if ((leaf != null && leaf.owner() == element) || (other != null && other.owner() == element)) {
            return true;
        }
        for (Why why : because) {
            if (why.touches(element)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what it rests on. */
    public void cite(Citations citations) {
        if (leaf != null) {
            citations.add(leaf);
        }
        if (other != null) {
            citations.add(other);
        }
        if (norm != null) {
            citations.add(norm);
        }
        for (Why why : because) {
            why.cite(citations);
        }
    }

    /** Adds what keeps it from a truth that it has not got; it may have either of the two others. */
    public void citeAgainst(Truth avoided, Citations citations) {
        cite(citations);
    }

    /** Some parts of which the truth is open, all or one of them asked for. */
    static Why open(boolean all, Why... parts) {
        return new Why(Truth.UNKNOWN, null, null, null, parts) {
            @Override
            public void citeAgainst(Truth avoided, Citations citations) {
                for (Why part : parts) {
                    boolean suffices = avoided == Truth.of(all) && part.truth() == Truth.UNKNOWN;
                    if (suffices || avoided != Truth.of(all)) {
                        part.citeAgainst(avoided, citations);
                    }
                    if (suffices) {
                        return;
                    }
                }
            }
        };
    }

    /** Adds what is missing: unknown leaves by pointer and unset norms by key, where the truth is unknown for them. */
    public void missing(Set<String> pointers, Set<String> norms) {
        if (truth != Truth.UNKNOWN) {
            return;
        }
        missing(leaf, pointers);
        missing(other, pointers);
        if (norm != null && norm.isUnset()) {
            norms.add(norm.key());
        }
        for (Why why : because) {
            why.missing(pointers, norms);
        }
    }

    private static void missing(@Nullable Leaf leaf, Set<String> pointers) {
        if (leaf != null && leaf.isUnknown() && !leaf.owner().isGhost()) {
            pointers.add(leaf.pointer());
        }
    }

    /** Adds what was counted, by the name of the field that was added up. */
    public void counted(Map<String, BigDecimal> totals) {
        for (Why why : because) {
            why.counted(totals);
        }
    }

    /** Adds the criteria of another decision of which the findings decide. */
    public void found(Set<String> criteria) {
        for (Why why : because) {
            why.found(criteria);
        }
    }

    /** An element that should be in a list and is not. */
    static Why absent(Leaf list) {
        return new Why(Truth.UNKNOWN, list, null, null) {
            @Override
            public void missing(Set<String> pointers, Set<String> norms) {
                pointers.add(list.pointer() + "/-");
            }
        };
    }

    /** A sum of a field over elements. */
    static Why total(Truth truth, String field, BigDecimal amount, @Nullable Norm norm, Why... because) {
        return new Why(truth, null, null, norm, because) {
            @Override
            public void counted(Map<String, BigDecimal> totals) {
                totals.put(field, amount);
            }
        };
    }
}
