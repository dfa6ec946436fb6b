package nl.inkoopkompas.rulebook;

/**
 * One thing wrong with a rule book.
 *
 * @param file path of the file, as {@code rules/admission/insurance.drl}
 * @param place where in it: a row and column, a key, a condition, a line; may be empty
 * @param sentence what is wrong and what was expected
 */
public record Problem(String file, String place, String sentence) {

    @Override
    public String toString() {
        return place.isEmpty() ? file + ": " + sentence : file + ", " + place + ": " + sentence;
    }
}
