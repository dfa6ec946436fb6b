package nl.inkoopkompas.decision;

/** A citizen's number (BSN): nine digits that pass the eleven-test. An RSIN has the same form. */
public final class CitizenNumber {

    private static final int DIGITS = 9;

    private CitizenNumber() {}

    /** Whether the text holds a run of exactly nine digits, spaces and dots between them ignored, that passes. */
    public static boolean occursIn(String text) {
        int digits = 0;
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits++;
                int weight = digits == DIGITS ? -1 : DIGITS + 1 - digits;
                sum = digits > DIGITS ? sum : sum + weight * digit;
            } else if (c != '.' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                if (passes(digits, sum)) {
                    return true;
                }
                digits = 0;
                sum = 0;
            }
        }
        return passes(digits, sum);
    }

    private static boolean passes(int digits, int sum) {
        return digits == DIGITS && sum % 11 == 0;
    }
}
