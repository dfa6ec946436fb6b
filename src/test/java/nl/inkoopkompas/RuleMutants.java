package nl.inkoopkompas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one thing in a rule file, a parameter or a cell, as a slip of the pen would. */
final class RuleMutants {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("any(", "every("),
            Map.entry("every(", "any("),
            Map.entry("isAtLeast(", "isBelow("),
            Map.entry("isBelow(", "isAtLeast("),
            Map.entry("holds(", "fails("),
            Map.entry("fails(", "holds("),
            Map.entry("isTrue()", "isFalse()"),
            Map.entry("isFalse()", "isTrue()"),
            Map.entry("isWithinYears(", "endedWithinYears("),
            Map.entry("endedWithinYears(", "isWithinYears("),
            Map.entry("hasBegun()", "hasNotPassed()"),
            Map.entry("hasNotPassed()", "hasBegun()"),
            Map.entry("isNoneOf(", "isOneOf("),
            Map.entry(".and(", ".or("),
            Map.entry(".or(", ".and("),
            Map.entry("solvency-lower", "solvency-upper"),
            Map.entry("solvency-upper", "solvency-lower"),
            Map.entry("\"MICRO\"", "\"OTHER\""),
            Map.entry("\"OTHER\"", "\"MICRO\""),
            Map.entry("\"perEvent\"", "\"perYear\""),
            Map.entry("\"perYear\"", "\"perEvent\""),
            Map.entry("\"REOPENED\"", "\"INITIAL\""),
            Map.entry("\"COMMISSIONER\"", "\"PROVIDER\""),
            Map.entry("\"DISSOLVED\"", "\"TERMINATED\""),
            Map.entry("\"REFUSED\"", "\"TERMINATED\""),
            Map.entry("\"ADMINISTRATIVE\"", "\"CORRECTIVE\""),
            Map.entry("\"LEGAL_ENTITY\"", "\"DIRECTOR\""),
            Map.entry("\"DIRECTOR\"", "\"LEGAL_ENTITY\""),
            Map.entry("\"EENMANSZAAK\"", "\"BV\""),
            Map.entry("\"EITHER\"", "\"BOTH\""),
            Map.entry("\"INVITATION\"", "\"CLOSED\""),
            Map.entry("\"CLOSED\"", "\"INVITATION\""),
            Map.entry("\"CARRIED_OUT\"", "\"COMPLETED\""),
            Map.entry("\"SUSPENDED\", \"WITHDRAWN\"", "\"SUSPENDED\""),
            Map.entry("\"SUSPENDED\",", "\"ENDED\","),
            Map.entry("not( ", "( "));

    /** A conjunct: from a dot and its word to the end of its sentence. */
    private static final Pattern CONJUNCT =
            Pattern.compile("\\s*\\.(whose\\(\"\\w+\"\\)\\.\\w+|where|has|and|or|spanning|orElseUnset)\\(");

    private RuleMutants() {}

    static Set<String> ofRules(String drl) {
        Set<String> mutants = new LinkedHashSet<>();
        WORDS.forEach((word, other) -> {
            for (int at = drl.indexOf(word); at >= 0; at = drl.indexOf(word, at + 1)) {
                boolean part = Character.isLetter(word.charAt(0)) && Character.isLetter(drl.charAt(at - 1));
                if (!part && !isComment(drl, at)) {
                    mutants.add(drl.substring(0, at) + other + drl.substring(at + word.length()));
                }
            }
        });
        Matcher conjunct = CONJUNCT.matcher(drl);
        while (conjunct.find()) {
            int end = closing(drl, conjunct.end());
            mutants.add(drl.substring(0, conjunct.start()) + drl.substring(end));
        }
        mutants.remove(drl);
        return mutants;
    }

    private static boolean isComment(String drl, int at) {
        return drl.substring(drl.lastIndexOf('\n', at) + 1, at).contains("//");
    }

    private static int closing(String drl, int after) {
        int open = 1;
        int at = after;
        while (open > 0) {
            char c = drl.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return at;
    }

    /** One number or truth of a parameter changed. */
    static List<String> ofParameters(String yaml) {
        List<String> mutants = new ArrayList<>();
        Matcher value = Pattern.compile("value: ([\\d.]+|true|false)").matcher(yaml);
        while (value.find()) {
            String before = yaml.substring(0, value.start());
            String key = before.substring(before.lastIndexOf("\nadmission."));
            if (key.startsWith("\nadmission.client-survey") || key.startsWith("\nadmission.outcome-indicators")) {
                continue; // the term of an obligation decides no verdict
            }
            mutants.add(yaml.substring(0, value.start(1)) + shifted(value.group(1)) + yaml.substring(value.end(1)));
        }
        return mutants;
    }

    /** One cell of a column changed. */
    static List<String> ofTable(String csv, int column) {
        List<String> mutants = new ArrayList<>();
        String[] lines = csv.split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            if (!cells[column].isEmpty()) {
                cells[column] = shifted(cells[column]);
                String[] changed = lines.clone();
                changed[i] = String.join(",", cells);
                mutants.add(String.join("\n", changed) + "\n");
            }
        }
        return mutants;
    }

    private static String shifted(String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            return cell.equals("true") ? "false" : "true";
        }
        if (cell.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return java.time.LocalDate.parse(cell).plusDays(1).toString();
        }
        if (cell.matches("\\d+")) {
            return String.valueOf(Long.parseLong(cell) + 1);
        }
        if (cell.matches("[\\d.]+")) {
            return new java.math.BigDecimal(cell)
                    .add(new java.math.BigDecimal("0.01"))
                    .toString();
        }
        return Map.of("MBO2", "MBO3", "MBO3", "MBO4", "MBO4", "HBO", "HBO", "WO", "WO", "HBO")
                .getOrDefault(cell, cell + "x");
    }
}
