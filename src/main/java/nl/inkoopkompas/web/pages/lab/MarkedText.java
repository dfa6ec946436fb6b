package nl.inkoopkompas.web.pages.lab;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text in pieces, of which those are marked that another text has not got. */
record MarkedText(List<Piece> pieces) {

    /** Some words. */
    record Piece(String text, boolean marked) {}

    /** The first of two texts, with what the second lacks marked. */
    static MarkedText of(String text, String other) {
        List<String> words = words(text);
        boolean[] marked = new boolean[words.size()];
        DiffUtils.diff(words, words(other)).getDeltas().forEach(delta -> {
            int first = delta.getSource().getPosition();
            Arrays.fill(marked, first, first + delta.getSource().size(), true);
        });
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < marked.length) {
            int end = at;
            while (end < marked.length && marked[end] == marked[at]) {
                end++;
            }
            pieces.add(new Piece(String.join(" ", words.subList(at, end)), marked[at]));
            at = end;
        }
        return new MarkedText(pieces);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
