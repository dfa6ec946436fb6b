package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.algebra.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pattern of a rule, as {@code fails(lost), holds(a) || open(b)}, into alternatives: in each, the truth that
 * conditions have to have.
 */
final class Alternatives {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(holds|fails|open)\\((\\w+)\\)|(\\|\\||&&|,|\\(|\\)))");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private Alternatives(String pattern) {
        Matcher matcher = TOKEN.matcher(pattern);
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
        if (!pattern.substring(at).isBlank()) {
            throw new IllegalArgumentException(
                    "\"" + pattern.substring(at).strip().lines().findFirst().orElse("")
                            + "\" is not holds(…), fails(…) or open(…)");
        }
    }

    static List<Map<String, Truth>> parse(String pattern) {
        Alternatives alternatives = new Alternatives(pattern);
        List<Map<String, Truth>> result = alternatives.conjunction(",", true);
        if (alternatives.next < alternatives.tokens.size()) {
            throw new IllegalArgumentException(
                    "\"" + alternatives.tokens.get(alternatives.next) + "\" has no place in the pattern");
        }
        return result;
    }

    /** Conditions joined by a comma, or by &&. */
    private List<Map<String, Truth>> conjunction(String sign, boolean outermost) {
        List<Map<String, Truth>> result = outermost ? disjunction() : single();
        while (next < tokens.size() && tokens.get(next).equals(sign)) {
            next++;
            result = both(result, outermost ? disjunction() : single());
        }
        return result;
    }

    private List<Map<String, Truth>> disjunction() {
        List<Map<String, Truth>> result = new ArrayList<>(conjunction("&&", false));
        while (next < tokens.size() && tokens.get(next).equals("||")) {
            next++;
            result.addAll(conjunction("&&", false));
        }
        return result;
    }

    private List<Map<String, Truth>> single() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("the pattern is not finished");
        }
        String token = tokens.get(next++);
        if (token.equals("(")) {
            List<Map<String, Truth>> inner = disjunction();
            if (next >= tokens.size() || !tokens.get(next++).equals(")")) {
                throw new IllegalArgumentException("a parenthesis is not closed");
            }
            return inner;
        }
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches() || matcher.group(1) == null) {
            throw new IllegalArgumentException("\"" + token + "\" has no place in the pattern");
        }
        Truth truth =
                switch (matcher.group(1)) {
                    case "holds" -> Truth.TRUE;
                    case "fails" -> Truth.FALSE;
                    default -> Truth.UNKNOWN;
                };
        return List.of(Map.of(matcher.group(2), truth));
    }

    private static List<Map<String, Truth>> both(List<Map<String, Truth>> one, List<Map<String, Truth>> other) {
        List<Map<String, Truth>> result = new ArrayList<>();
        for (Map<String, Truth> a : one) {
            for (Map<String, Truth> b : other) {
                Map<String, Truth> merged = merged(a, b);
                if (merged != null) {
                    result.add(merged);
                }
            }
        }
        return result;
    }

    private static @Nullable Map<String, Truth> merged(Map<String, Truth> one, Map<String, Truth> other) {
        Map<String, Truth> merged = new LinkedHashMap<>(one);
        for (Map.Entry<String, Truth> entry : other.entrySet()) {
            Truth before = merged.put(entry.getKey(), entry.getValue());
            if (before != null && before != entry.getValue()) {
                return null;
            }
        }
        return merged;
    }
}
