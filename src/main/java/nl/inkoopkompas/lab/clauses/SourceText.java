package nl.inkoopkompas.lab.clauses;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import nl.inkoopkompas.rulebook.Clause;
import org.jspecify.annotations.Nullable;

/**
 * The text of a source as it is measured: Unicode NFC, every run of white space one space, none around it. So a
 * document is the same whatever its lines, columns and pages, as long as its words are.
 */
record SourceText(String text) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    static SourceText of(String raw) {
        return new SourceText(WHITE_SPACE
                .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip());
    }

    String sha256() {
        return sha256(text);
    }

    /** Whether a clause stands where it stood. */
    boolean has(Clause clause) {
        return clause.end() <= text.length()
                && clause.sha256().equals(sha256(text.substring(clause.start(), clause.end())));
    }

    /** Where a clause stands now, word for word; -1 for nowhere. Its quotation leads to it. */
    int find(Clause clause) {
        int length = clause.end() - clause.start();
        int quoted = clause.quote().length();
        for (int at = text.indexOf(clause.quote()); at >= 0; at = text.indexOf(clause.quote(), at + 1)) {
            int first = Math.max(0, at + quoted - length);
            for (int start = first; start <= at && start + length <= text.length(); start++) {
                if (clause.sha256().equals(sha256(text.substring(start, start + length)))) {
                    return start;
                }
            }
        }
        return -1;
    }

    boolean quotes(Clause clause) {
        return text.contains(clause.quote());
    }

    static String sha256(@Nullable String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
