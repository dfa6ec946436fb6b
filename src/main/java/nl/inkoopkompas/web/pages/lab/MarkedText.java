package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.List;

/** A text in pieces, of which those are marked that another text has not got. */
record MarkedText(List<Piece> pieces) {

    /** Some words. */
    record Piece(String text, boolean marked) {}

    /** The first of two texts, with what the second lacks marked. */
    static MarkedText of(String text, String other) {
        String[] words = words(text);
        boolean[] shared = shared(words, words(other));
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < words.length) {
            StringBuilder run = new StringBuilder();
            boolean marked = !shared[at];
            while (at < words.length && shared[at] != marked) {
                run.append(run.isEmpty() ? "" : " ").append(words[at++]);
            }
            pieces.add(new Piece(run.toString(), marked));
        }
        return new MarkedText(pieces);
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }

    /** Which words are part of the longest row of words that both have in the same order. */
    private static boolean[] shared(String[] words, String[] others) {
        int[][] longest = new int[words.length + 1][others.length + 1];
        for (int i = words.length - 1; i >= 0; i--) {
            for (int k = others.length - 1; k >= 0; k--) {
                longest[i][k] = words[i].equals(others[k])
                        ? longest[i + 1][k + 1] + 1
                        : Math.max(longest[i + 1][k], longest[i][k + 1]);
            }
        }
        boolean[] shared = new boolean[words.length];
        int i = 0;
        int k = 0;
        while (i < words.length && k < others.length) {
            if (words[i].equals(others[k])) {
                shared[i++] = true;
                k++;
            } else if (longest[i + 1][k] >= longest[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
        return shared;
    }
}
