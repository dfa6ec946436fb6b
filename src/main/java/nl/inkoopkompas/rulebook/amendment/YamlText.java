package nl.inkoopkompas.rulebook.amendment;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A YAML file with the places of its values, so that one of them changes and all comments stay. */
final class YamlText {

    private static final ObjectMapper WRITER = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build());

    private final String text;
    private final Optional<Node> root;

    YamlText(String text) {
        this.text = text;
        this.root = new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
    }

    Optional<Node> root() {
        return root;
    }

    static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> scalar(tuple.getKeyNode()).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    static String scalar(Node node) {
        return node instanceof ScalarNode value ? value.getValue() : "";
    }

    /** Where a value begins. */
    int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** Where a value ends, without the blank lines and comments that follow it. */
    int end(Node node) {
        int end = offset(node.getEndMark().orElseThrow());
        if (node instanceof MappingNode mapping
                && !isFlow(node)
                && !mapping.getValue().isEmpty()) {
            NodeTuple last = mapping.getValue().get(mapping.getValue().size() - 1);
            return end(last.getValueNode());
        }
        if (node instanceof SequenceNode sequence
                && !isFlow(node)
                && !sequence.getValue().isEmpty()) {
            return end(sequence.getValue().get(sequence.getValue().size() - 1));
        }
        return end;
    }

    boolean isFlow(Node node) {
        int start = start(node);
        return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
    }

    /** How far the line on which a value begins is indented up to the value. */
    int column(Node node) {
        return node.getStartMark().orElseThrow().getColumn();
    }

    int startOfLine(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    String replaced(int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }

    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** A value as YAML in lines of its own, each indented. */
    static String block(JsonNode value, int indent) {
        String margin = " ".repeat(indent);
        return WRITER.writeValueAsString(value)
                .stripTrailing()
                .indent(0)
                .lines()
                .map(line -> margin + line)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }
}
