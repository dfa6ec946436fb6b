package nl.inkoopkompas.sheets;

import nl.inkoopkompas.rulebook.Bilingual;

/** A file that cannot be read as sheets at all, with a sentence that says what to do. */
public final class SheetsRefused extends RuntimeException {

    private final transient Bilingual sentence;

    public SheetsRefused(String nl, String en) {
        super(en);
        this.sentence = new Bilingual(nl, en);
    }

    public Bilingual sentence() {
        return sentence;
    }
}
