package nl.inkoopkompas.decision;

/**
 * Recognises a citizen's number (BSN), which may stand nowhere: exactly nine digits that pass the eleven-test. An RSIN
 * has the same form and is refused with it.
 */
public final class CitizenNumber {

    private static final int LENGTH = 9;

    private CitizenNumber() {}

    /** Whether a text holds one; spaces and dots between digits are ignored, and no digit may stand beside it. */
    public static boolean occursIn(String text) {
        int[] digits = new int[LENGTH];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (count < LENGTH) {
                    digits[count] = c - '0';
                }
                count++;
            } else if (count > 0 && !isSeparator(c)) {
                if (count == LENGTH && passes(digits)) {
                    return true;
                }
                count = 0;
            }
        }
        return count == LENGTH && passes(digits);
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ' ' || c == '\u00a0' || c == '\t';
    }

    private static boolean passes(int[] digits) {
        int sum = -digits[LENGTH - 1];
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * digits[i];
        }
        return sum % 11 == 0;
    }
}
