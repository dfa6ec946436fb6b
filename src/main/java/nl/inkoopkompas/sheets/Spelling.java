package nl.inkoopkompas.sheets;

import java.util.Locale;

/** When two names are the same, and how far they are apart. */
public final class Spelling {

    private Spelling() {}

    /** The number of letters to add, drop or replace; long names are compared by their first letters. */
    public static int distance(String one, String other) {
        String a = one.substring(0, Math.min(one.length(), 60));
        String b = other.substring(0, Math.min(other.length(), 60));
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }

    /** A name without what people vary: case, spaces, underscores and hyphens. */
    public static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && !Cell.isSpace(c)) {
                normal.append(c);
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
