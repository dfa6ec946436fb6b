package nl.inkoopkompas.decision.rules;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.algebra.Condition;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.decision.algebra.Elements;
import nl.inkoopkompas.decision.algebra.FieldWord;
import nl.inkoopkompas.decision.algebra.Findings;
import nl.inkoopkompas.decision.algebra.NormReference;
import nl.inkoopkompas.decision.algebra.Rows;
import nl.inkoopkompas.decision.algebra.Total;

/**
 * Checks that a declaration holds only the words of the algebra, strings, names and parentheses: an initialiser is Java
 * and runs when a book is read, so nothing else may stand there.
 */
final class DeclarationWords {

    private static final Set<String> TYPES = Set.of("Condition", "Elements", "Total", "Rows");
    private static final Set<String> WORDS = words();
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*\"|[A-Za-z]\\w*|\\s+|[().,:=]|.", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("(?m)^\\s*(\\w+)\\s*:\\s*\\w+\\s*=");

    private DeclarationWords() {}

    private static Set<String> words() {
        Set<String> words = new HashSet<>();
        for (Method method : Criterion.class.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())) {
                words.add(method.getName());
            }
        }
        for (Class<?> type : List.of(
                Condition.class,
                Elements.class,
                Total.class,
                Rows.class,
                Findings.class,
                FieldWord.class,
                NormReference.class)) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    words.add(method.getName());
                }
            }
        }
        return words;
    }

    /** The names of the conditions, in the order in which they are declared. */
    static Set<String> names(String declaration) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(declaration);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static List<String> check(String declaration) {
        List<String> problems = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(declaration);
        while (matcher.find()) {
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String following = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (following.equals(":")) {
                names.add(token);
            } else if (following.equals("(") && Character.isLetter(token.charAt(0))) {
                if (!WORDS.contains(token)) {
                    problems.add("\"" + token + "\" is no word of the algebra");
                }
            } else if (Character.isLetter(token.charAt(0)) && !TYPES.contains(token) && !names.contains(token)) {
                problems.add("\"" + token + "\" is no condition that stands above it");
            } else if (!token.startsWith("\"")
                    && token.length() == 1
                    && "().,:=".indexOf(token.charAt(0)) < 0
                    && !Character.isLetter(token.charAt(0))) {
                problems.add("\"" + token + "\" may not stand in a declaration");
            }
        }
        return problems;
    }
}
