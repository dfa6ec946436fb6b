package nl.inkoopkompas.lab.interchange;

import nl.inkoopkompas.rulebook.Bilingual;

/** A zip that holds no rule book that can be taken over, with a sentence that says why. */
public final class ZipRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual sentence;

    ZipRefused(String nl, String en) {
        super(en);
        this.sentence = new Bilingual(nl, en);
    }

    public Bilingual sentence() {
        return sentence;
    }
}
