package nl.inkoopkompas.decision.explanation;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The templates of a rule book, compiled once. */
final class Templates {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);

    private static final Pattern SPACE = Pattern.compile("[ \\n]+");

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    /** Compiles a template; refuses a broken one with a {@link MustacheException}. */
    static Template compile(String text) {
        return COMPILER.compile(text);
    }

    String fill(String text, Map<String, Object> names) {
        String filled = compiled.computeIfAbsent(text, Templates::compile).execute(names);
        return SPACE.matcher(filled).replaceAll(" ").strip();
    }
}
