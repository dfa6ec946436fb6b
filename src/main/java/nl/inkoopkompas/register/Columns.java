package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How values stand in columns, so that both databases give back what was put in. */
final class Columns {

    private Columns() {}

    /** To the millisecond, as in the JSON. */
    static Instant moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Without what a database refuses in a text: NUL, and halves of characters. The JSON keeps those. */
    static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
