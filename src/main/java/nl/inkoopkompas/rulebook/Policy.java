package nl.inkoopkompas.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one decision consists of in a rule book.
 *
 * @param decision {@code admission}, {@code procedure} …
 * @param context what is read besides the request; null where nothing is
 * @param rules DRL by path, in order of path
 */
public record Policy(
        String decision,
        Shape schema,
        @Nullable Shape context,
        Map<String, Parameter> parameters,
        Map<String, String> rules,
        Map<Language, Texts> texts,
        List<Scenario> scenarios,
        List<Invariant> invariants) {

    /** The same policy with other parameters. */
    public Policy with(Map<String, Parameter> others) {
        return new Policy(decision, schema, context, others, rules, texts, scenarios, invariants);
    }

    public Texts texts(Language language) {
        Texts found = texts.get(language);
        if (found == null) {
            throw new IllegalStateException("A rule book has texts in both languages");
        }
        return found;
    }
}
