package nl.inkoopkompas.decision.algebra;

import java.util.ArrayList;
import java.util.List;

/** The facts and norms that a finding rests on, each once, in the order in which they were met. */
public final class Citations {

    private final List<Leaf> facts = new ArrayList<>(8);
    private final List<Norm> norms = new ArrayList<>(4);

    public List<Leaf> facts() {
        return facts;
    }

    public List<Norm> norms() {
        return norms;
    }

    public void add(Leaf leaf) {
        if (leaf.owner().isGhost()) {
            return;
        }
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).isSame(leaf)) {
                return;
            }
        }
        facts.add(leaf);
    }

    public void add(Norm norm) {
        for (int i = 0; i < norms.size(); i++) {
            if (norms.get(i) == norm) {
                return;
            }
        }
        norms.add(norm);
    }

    public boolean cites(Leaf leaf) {
        return facts.stream().anyMatch(leaf::isSame);
    }
}
