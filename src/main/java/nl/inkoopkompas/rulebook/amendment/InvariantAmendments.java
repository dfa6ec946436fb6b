package nl.inkoopkompas.rulebook.amendment;

import java.util.List;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What may never happen, changed in its files: one more, or one less. */
public final class InvariantAmendments {

    private final RuleBookFiles files;

    public InvariantAmendments(RuleBookFiles files) {
        this.files = files;
    }

    /** The files with one more, after the others of the decision. */
    public RuleBookFiles with(String decision, ObjectNode invariant) {
        String id = invariant.path("id").asString("");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new AmendmentRefused(
                    "addInvariant/id",
                    "verwacht een id van kleine letters, cijfers en streepjes",
                    "expected a lower-case id with hyphens");
        }
        if (files.paths("rules/", "/invariants.yaml").stream().anyMatch(path -> at(path, id) != null)) {
            throw new AmendmentRefused(
                    "addInvariant/id",
                    "er is al een regel \"" + id + "\" over wat nooit mag gebeuren",
                    "there is an invariant \"" + id + "\" already");
        }
        String path = "rules/" + decision + "/invariants.yaml";
        String before = files.has(path)
                ? files.text(path).stripTrailing() + "\n\n"
                : "# What may never happen, whatever the norms are.\n";
        ArrayNode one = JsonNodeFactory.instance.arrayNode().add(invariant);
        return files.with(path, before + YamlText.block(one, 0) + "\n");
    }

    /** The files without one. */
    public RuleBookFiles without(String id) {
        for (String path : files.paths("rules/", "/invariants.yaml")) {
            String text = files.text(path);
            YamlText yaml = new YamlText(text);
            List<Node> all = yaml.root().map(YamlText::items).orElse(List.of());
            for (int i = 0; i < all.size(); i++) {
                if (isOf(all.get(i), id)) {
                    int start = yaml.startOfLine(yaml.start(all.get(i)));
                    int end = i + 1 < all.size() ? yaml.startOfLine(yaml.start(all.get(i + 1))) : text.length();
                    return files.with(path, (text.substring(0, start) + text.substring(end)).stripTrailing() + "\n");
                }
            }
        }
        throw new AmendmentRefused(
                "removeInvariant",
                "er is geen regel \"" + id + "\" over wat nooit mag gebeuren",
                "there is no invariant \"" + id + "\"");
    }

    private @Nullable Node at(String path, String id) {
        return new YamlText(files.text(path))
                .root().map(YamlText::items).orElse(List.of()).stream()
                        .filter(item -> isOf(item, id))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isOf(Node item, String id) {
        return YamlText.value(item, "id").map(YamlText::scalar).orElse("").equals(id);
    }
}
