package nl.inkoopkompas.rulebook.amendment;

import java.time.LocalDate;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.snakeyaml.engine.v2.nodes.Node;

/** The version of a rule book, the day from which it holds, and its changelog. */
public final class HeadAmendments {

    private static final String MANIFEST = "rules/rule-book.yaml";
    private static final String CHANGELOG = "rules/CHANGELOG.md";

    private HeadAmendments() {}

    /** The same files as another version. */
    public static RuleBookFiles withHead(RuleBookFiles files, String version, LocalDate validFrom) {
        RuleBookFiles named = withScalar(files, "version", '"' + version + '"');
        return withScalar(named, "validFrom", validFrom.toString());
    }

    private static RuleBookFiles withScalar(RuleBookFiles files, String field, String value) {
        YamlText yaml = new YamlText(files.text(MANIFEST));
        Node node = yaml.root().flatMap(root -> YamlText.value(root, field)).orElseThrow();
        return files.with(MANIFEST, yaml.replaced(yaml.start(node), yaml.end(node), value));
    }

    /** The same files with an entry in the changelog above the others. */
    public static RuleBookFiles withChangelog(RuleBookFiles files, String entry) {
        String text = files.has(CHANGELOG) ? files.text(CHANGELOG) : "# Wijzigingen in het beleid\n";
        int place = text.indexOf("\n## ");
        String head = place < 0 ? text.stripTrailing() + "\n" : text.substring(0, place);
        String rest = place < 0 ? "" : text.substring(place);
        return files.with(CHANGELOG, head + "\n" + entry.stripTrailing() + "\n" + rest);
    }
}
