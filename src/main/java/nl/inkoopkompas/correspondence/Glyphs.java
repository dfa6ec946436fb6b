package nl.inkoopkompas.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The characters that can be printed: those that both weights of the font have. */
final class Glyphs {

    /** Stands for what cannot be printed. */
    static final String MARK = "\u25a1";

    private final List<CmapLookup> fonts = new ArrayList<>();

    Glyphs(List<String> resources) {
        for (String resource : resources) {
            try (TrueTypeFont font = Paper.font(resource)) {
                fonts.add(font.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The text with a mark for each character that cannot be printed. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        composed(text).codePoints().forEach(c -> {
            if (isPrintable(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(MARK);
            }
        });
        return printable.toString();
    }

    /** What of a text cannot be printed, each once. */
    List<String> unprintable(String text) {
        Set<String> found = new LinkedHashSet<>();
        composed(text).codePoints().filter(c -> !isPrintable(c)).forEach(c -> found.add(Character.toString(c)));
        return List.copyOf(found);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private boolean isPrintable(int c) {
        return c == '\n' || c == '\r' || c == '\t' || fonts.stream().allMatch(font -> font.getGlyphId(c) > 0);
    }
}
