package nl.inkoopkompas.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Clause.Claim;
import nl.inkoopkompas.rulebook.Clause.Direction;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.ClauseBook.Explained;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the clauses of the sources. */
final class ClauseReader {

    static final String FILE = "rules/clauses.yaml";

    private static final String HASH = "[0-9a-f]{64}";

    private final Yaml yaml;

    private ClauseReader(Yaml yaml) {
        this.yaml = yaml;
    }

    static ClauseBook read(RuleBookFiles files, List<Problem> problems) {
        if (!files.has(FILE)) {
            return ClauseBook.EMPTY;
        }
        Yaml yaml = new Yaml(FILE, problems);
        return new ClauseReader(yaml).read(yaml.read(files.text(FILE)));
    }

    private ClauseBook read(JsonNode root) {
        Map<String, Document> documents = yaml.map(
                root.path("documents"), (id, node) -> new Document(id, number(node, id, "characters"), hash(node, id)));
        Map<String, Clause> clauses = yaml.map(root.path("clauses"), this::clause);
        List<Explained> explained = new ArrayList<>();
        for (JsonNode node : root.path("explained")) {
            explained.add(
                    new Explained(yaml.texts(node.path("what")), yaml.bilingual(node.path("why"), "explained, why")));
        }
        clauses.values()
                .forEach(clause -> check(clause, documents.get(clause.source().document())));
        return new ClauseBook(documents, clauses, List.copyOf(explained));
    }

    private Clause clause(String id, JsonNode node) {
        List<Claim> norms = new ArrayList<>();
        for (JsonNode norm : node.path("norms")) {
            norms.add(new Claim(
                    yaml.text(norm, id, "norm"),
                    yaml.option(norm, id, "direction", Direction.class),
                    yaml.optionalText(norm, "value")));
        }
        JsonNode span = node.path("span");
        return new Clause(
                id,
                yaml.source(node, id),
                yaml.text(node, id, "quote"),
                span.path(0).asInt(-1),
                span.path(1).asInt(-1),
                hash(node, id),
                List.copyOf(norms),
                yaml.texts(node.path("rules")));
    }

    private int number(JsonNode node, String place, String field) {
        int number = node.path(field).asInt(-1);
        if (number < 0) {
            yaml.problem(place, "\"" + field + "\" is no number");
        }
        return number;
    }

    private String hash(JsonNode node, String place) {
        String hash = yaml.text(node, place, "sha256");
        if (!hash.matches(HASH)) {
            yaml.problem(place, "\"sha256\" is no SHA-256 in hexadecimal");
        }
        return hash;
    }

    private void check(Clause clause, @Nullable Document document) {
        if (document == null) {
            yaml.problem(clause.id(), "document \"" + clause.source().document() + "\" is not among the documents");
        } else if (clause.start() < 0 || clause.start() >= clause.end() || clause.end() > document.characters()) {
            yaml.problem(clause.id(), "the span does not lie in the text of " + document.id());
        } else if (clause.quote().length() > clause.end() - clause.start()) {
            yaml.problem(clause.id(), "the quotation is longer than the clause");
        }
    }
}
