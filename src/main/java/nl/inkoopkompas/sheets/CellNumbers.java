package nl.inkoopkompas.sheets;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.sheets.Cell.Kind;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whole numbers, amounts and decimal numbers, as people write them in a cell. */
public final class CellNumbers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("(\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+)(?:,(\\d+))?");
    private static final int MOST_DIGITS = 18;
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern SPACED = Pattern.compile("-?\\d{1,3}( \\d{3})+([.,].*)?");
    private static final Pattern NO_CENTS = Pattern.compile(",(0{1,2}|-{1,2}|—|–)$");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern POINTED = Pattern.compile("\\d+\\.\\d+");

    private CellNumbers() {}

    public static Parsed whole(Cell cell) {
        if (cell.kind() == Kind.NUMBER) {
            BigDecimal number = new BigDecimal(cell.text());
            if (number.stripTrailingZeros().scale() > 0) {
                return Parsed.wrong(
                        "Hier hoort een heel getal, zonder cijfers achter de komma.",
                        "This must be a whole number, without decimals.");
            }
            return whole(number.signum() < 0, number.abs().toBigInteger().toString());
        }
        if (cell.kind() != Kind.TEXT) {
            return notWhole(cell);
        }
        String bare = amount(cell.text());
        boolean negative = bare.startsWith("-");
        String digits = NO_CENTS.matcher(negative ? bare.substring(1) : bare).replaceFirst("");
        if (GROUPED.matcher(digits).matches()) {
            digits = digits.replace(".", "");
        }
        if (DIGITS.matcher(digits).matches()) {
            return whole(negative, digits);
        }
        if (DECIMAL.matcher(digits).matches() && digits.indexOf(',') > 0) {
            return Parsed.wrong(
                    "Hier hoort een heel getal, zonder cijfers achter de komma. Schrijf duizendtallen met een punt.",
                    "This must be a whole number, without decimals. Write thousands with a point.");
        }
        return notWhole(cell);
    }

    private static Parsed whole(boolean negative, String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > MOST_DIGITS) {
            return Parsed.wrong("Dit getal is te groot.", "This number is too large.");
        }
        long number = Long.parseLong(significant);
        return Parsed.of(JSON.numberNode(negative ? -number : number));
    }

    private static Parsed notWhole(Cell cell) {
        return Parsed.wrong(
                "Hier hoort een heel getal, zoals 1250 of 1.250, maar er staat " + PlainValues.shown(cell) + ".",
                "This must be a whole number, such as 1250 or 1.250, but it says " + PlainValues.shown(cell) + ".");
    }

    public static Parsed decimal(Cell cell) {
        if (cell.kind() == Kind.NUMBER) {
            return number(new BigDecimal(cell.text()));
        }
        if (cell.kind() == Kind.TEXT) {
            String bare = amount(cell.text());
            boolean negative = bare.startsWith("-");
            String digits = negative ? bare.substring(1) : bare;
            if (AMBIGUOUS.matcher(digits).matches()) {
                String without = digits.replace(".", "");
                String comma = digits.replace('.', ',');
                return Parsed.wrong(
                        Quoted.of(cell.text()) + " is op twee manieren te lezen. Schrijf " + without + " of " + comma
                                + ".",
                        Quoted.of(cell.text()) + " can be read in two ways. Write " + without + " or " + comma + ".");
            }
            Matcher dutch = DECIMAL.matcher(digits);
            String plain = null;
            if (dutch.matches()) {
                String decimals = dutch.group(2);
                plain = dutch.group(1).replace(".", "") + (decimals == null ? "" : "." + decimals);
            } else if (POINTED.matcher(digits).matches()) {
                plain = digits;
            }
            if (plain != null && plain.length() <= MOST_DIGITS) {
                BigDecimal number = new BigDecimal(plain);
                return number(negative ? number.negate() : number);
            }
        }
        return Parsed.wrong(
                "Hier hoort een getal, zoals 3,5, maar er staat " + PlainValues.shown(cell) + ".",
                "This must be a number, such as 3.5, but it says " + PlainValues.shown(cell) + ".");
    }

    private static Parsed number(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.precision() - bare.scale() > MOST_DIGITS) {
            return Parsed.wrong("Dit getal is te groot.", "This number is too large.");
        }
        return Parsed.of(bare.scale() <= 0 ? JSON.numberNode(bare.longValueExact()) : JSON.numberNode(bare));
    }

    /** Without the euro sign and spaces between thousands, and with an ordinary minus. */
    private static String amount(String text) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u2212' || (c == '\u2013' && i == 0)) {
                bare.append('-');
            } else if (Cell.isSpace(c)) {
                bare.append(' ');
            } else if (c != '€') {
                bare.append(c);
            }
        }
        String plain = bare.toString().strip().replaceFirst("^-\\s+", "-");
        return SPACED.matcher(plain).matches() ? plain.replace(" ", "") : plain;
    }
}
