package nl.inkoopkompas.rulebook;

/** A text in both languages. */
public record Bilingual(String nl, String en) {

    public String in(Language language) {
        return language == Language.EN ? en : nl;
    }
}
