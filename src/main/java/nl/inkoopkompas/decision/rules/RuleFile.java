package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * A rule file, read as the small language that it is allowed to be: one declaration in the words of the algebra, and
 * one rule for each verdict that does nothing but report. Anything else is a problem.
 *
 * @param path as {@code rules/admission/insurance.drl}
 * @param criterion {@code <decision>.<file name>}, where the decision may be cut short: {@code exception.kind} in the
 *     folder {@code exceptioncontract}
 * @param packageName the package of its own
 * @param declared the name of the declared class
 * @param subject what is judged
 */
record RuleFile(
        String path,
        String criterion,
        String packageName,
        String declared,
        String subject,
        String text,
        List<Rule> rules,
        int line) {

    /** The file in a decision's folder that holds what criteria share. */
    static final String DEFINITIONS = "definitions";

    /**
     * A rule.
     *
     * @param when alternatives; in each, the truth that conditions have to have
     */
    record Rule(
            String name,
            int line,
            Verdict verdict,
            List<SourceReference> sources,
            List<String> interpretations,
            List<Map<String, Truth>> when,
            List<String> because) {

        /**
         * The one truth that a condition may not have, where the rule speaks for both others; null where it is none.
         */
        @Nullable
        Truth avoids(String condition) {
            Set<Map<String, Truth>> open = without(condition, Truth.UNKNOWN);
            for (Truth known : List.of(Truth.TRUE, Truth.FALSE)) {
                if (!open.isEmpty() && open.equals(without(condition, known))) {
                    return known.not();
                }
            }
            return null;
        }

        private Set<Map<String, Truth>> without(String condition, Truth truth) {
            Set<Map<String, Truth>> rest = new HashSet<>();
            for (Map<String, Truth> alternative : when) {
                if (alternative.get(condition) == truth) {
                    Map<String, Truth> others = new HashMap<>(alternative);
                    others.remove(condition);
                    rest.add(others);
                }
            }
            return rest;
        }
    }

    private static final Pattern PACKAGE = Pattern.compile("package ([a-z_.]+);");
    private static final Pattern IMPORT = Pattern.compile(
            "import nl\\.inkoopkompas\\.decision\\.algebra\\.(Criterion|Condition|Elements|Total|Rows|Findings);"
                    + "|import static nl\\.inkoopkompas\\.decision\\.Verdict\\.\\*;");
    private static final Pattern DECLARE = Pattern.compile(
            "declare (\\w+) extends Criterion\\s+@subject\\(\"([^\"]+)\"\\)(.*?)\\nend", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile(
            "rule \"([^\"]+)\"(.*?)\\nwhen\\s+\\$c : (\\w+)\\((.*?)\\)\\s+then\\s+\\$c\\.report\\(([A-Z_]+)((?:, \\$c\\.get\\w+\\(\\))+)\\);\\s+end",
            Pattern.DOTALL);
    private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)\\(\"([^\"]*)\"\\)");
    private static final Pattern GETTER = Pattern.compile("\\$c\\.get(\\w)(\\w*)\\(\\)");
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*");

    static @Nullable RuleFile read(String path, String text, List<Problem> problems) {
        return new Reader(path, text, problems).read();
    }

    boolean isDefinitions() {
        return criterion.endsWith("." + DEFINITIONS);
    }

    /** Reads one file. */
    private static final class Reader {

        private final String path;
        private final String text;
        private final List<Problem> problems;
        private final StringBuilder rest;

        Reader(String path, String text, List<Problem> problems) {
            this.path = path;
            this.text = text;
            this.problems = problems;
            this.rest = new StringBuilder(COMMENT.matcher(text)
                    .replaceAll(match -> " ".repeat(match.group().length())));
        }

        @Nullable
        RuleFile read() {
            String[] parts = path.split("/");
            String name = parts[2].replace(".drl", "");
            String criterion = decision(parts[1], name) + "." + name;
            String expected = (parts[1] + "." + name).replace('-', '_');
            Matcher packages = take(PACKAGE);
            if (packages == null || !packages.group(1).equals(expected)) {
                problem(0, "the file starts with \"package " + expected + ";\"");
                return null;
            }
            for (Matcher match = take(IMPORT); match != null; match = take(IMPORT)) {
                // an import that is allowed needs nothing more
            }
            Matcher declare = take(DECLARE);
            if (declare == null) {
                problem(0, "the file declares one criterion: \"declare Name extends Criterion @subject(\"…\") … end\"");
                return null;
            }
            int line = lineOf(declare.start());
            DeclarationWords.check(declare.group(3)).forEach(sentence -> problem(declare.start(3), sentence));
            List<Rule> rules = new ArrayList<>();
            for (Matcher rule = take(RULE); rule != null; rule = take(RULE)) {
                rules.add(rule(rule, declare.group(1), criterion));
            }
            leftovers();
            rules.forEach(rule -> names(rule, DeclarationWords.names(declare.group(3))));
            return new RuleFile(path, criterion, expected, declare.group(1), declare.group(2), text, rules, line);
        }

        /** The first rule names the decision, by its folder or by the start of it. */
        private String decision(String folder, String name) {
            Matcher named = Pattern.compile("@criterion\\(\"([a-z]+)\\." + Pattern.quote(name) + "\"\\)")
                    .matcher(text);
            return named.find() && folder.startsWith(named.group(1)) ? named.group(1) : folder;
        }

        private void names(Rule rule, Set<String> declared) {
            Set<String> used = new LinkedHashSet<>(rule.because());
            rule.when().forEach(alternative -> used.addAll(alternative.keySet()));
            used.removeAll(declared);
            used.forEach(name -> problems.add(new Problem(
                    path,
                    "line " + rule.line(),
                    "rule \"" + rule.name() + "\" names " + name + "; there are " + declared)));
        }

        private Rule rule(Matcher match, String declared, String criterion) {
            int at = match.start();
            String name = match.group(1);
            if (!match.group(3).equals(declared)) {
                problem(at, "rule \"" + name + "\" matches " + match.group(3) + "; this file declares " + declared);
            }
            List<SourceReference> sources = new ArrayList<>();
            List<String> interpretations = new ArrayList<>();
            boolean named = false;
            Matcher annotations = ANNOTATION.matcher(match.group(2));
            while (annotations.find()) {
                String value = annotations.group(2);
                switch (annotations.group(1)) {
                    case "criterion" -> {
                        named = true;
                        if (!value.equals(criterion)) {
                            problem(
                                    at,
                                    "rule \"" + name + "\" has @criterion " + value + "; after its file it is "
                                            + criterion);
                        }
                    }
                    case "source" -> sources.add(source(at, name, value));
                    case "interpretation" -> interpretations.addAll(List.of(value.split(", *")));
                    default ->
                        problem(
                                at,
                                "rule \"" + name + "\" has @" + annotations.group(1) + ", which means nothing here");
                }
            }
            if (!annotations.replaceAll("").isBlank()) {
                problem(
                        at,
                        "rule \"" + name
                                + "\" has an attribute; only @criterion, @source and @interpretation are allowed");
            }
            if (!named) {
                problem(at, "rule \"" + name + "\" has no @criterion");
            }
            if (sources.isEmpty()) {
                problem(at, "rule \"" + name + "\" has no @source");
            }
            return new Rule(
                    name,
                    lineOf(at),
                    verdict(at, name, match.group(5)),
                    sources,
                    interpretations,
                    when(at, name, match.group(4)),
                    because(match.group(6)));
        }

        private SourceReference source(int at, String rule, String value) {
            String[] parts = value.split("§", 2);
            if (parts.length < 2) {
                problem(at, "rule \"" + rule + "\" has @source \"" + value + "\"; expected \"document § section\"");
                return new SourceReference(value, "");
            }
            return new SourceReference(parts[0].strip(), parts[1].strip());
        }

        private Verdict verdict(int at, String rule, String name) {
            for (Verdict verdict : Verdict.values()) {
                if (verdict.name().equals(name) && verdict != Verdict.REMEDIED) {
                    return verdict;
                }
            }
            problem(at, "rule \"" + rule + "\" reports " + name + ", which no rule can report");
            return Verdict.UNDETERMINED;
        }

        private List<Map<String, Truth>> when(int at, String rule, String pattern) {
            try {
                return Alternatives.parse(pattern);
            } catch (IllegalArgumentException e) {
                problem(at, "rule \"" + rule + "\": " + e.getMessage());
                return List.of();
            }
        }

        private static List<String> because(String arguments) {
            List<String> names = new ArrayList<>();
            Matcher getters = GETTER.matcher(arguments);
            while (getters.find()) {
                names.add(getters.group(1).toLowerCase(Locale.ROOT) + getters.group(2));
            }
            return names;
        }

        private void leftovers() {
            Matcher word = Pattern.compile("\\S+").matcher(rest);
            if (word.find()) {
                problem(
                        word.start(),
                        "\"" + word.group() + "\" is not part of a declaration or of a rule that only reports");
            }
        }

        /** Finds the next match and blanks it out, so that what is left over at the end is what may not be there. */
        private @Nullable Matcher take(Pattern pattern) {
            Matcher match = pattern.matcher(rest.toString());
            if (!match.find()) {
                return null;
            }
            for (int i = match.start(); i < match.end(); i++) {
                if (rest.charAt(i) != '\n') {
                    rest.setCharAt(i, ' ');
                }
            }
            return match;
        }

        private int lineOf(int position) {
            return 1
                    + (int) text.substring(0, position)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }

        private void problem(int position, String sentence) {
            problems.add(new Problem(path, "line " + lineOf(position), sentence));
        }
    }
}
