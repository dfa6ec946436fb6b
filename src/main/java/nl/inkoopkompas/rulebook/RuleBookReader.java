package nl.inkoopkompas.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.Row;
import tools.jackson.databind.JsonNode;

/** Reads a rule book from its files and checks all that can be checked without compiling its rules. */
public final class RuleBookReader {

    private static final String MANIFEST = "rules/rule-book.yaml";
    private static final String SOURCES = "rules/sources.yaml";
    private static final String INTERPRETATIONS = "rules/interpretations.yaml";

    private final RuleBookFiles files;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> flaws = new ArrayList<>();

    private RuleBookReader(RuleBookFiles files) {
        this.files = files;
    }

    /** Reads a rule book; refuses a bad one with a {@link RuleBookRefused} that names every problem. */
    public static RuleBook read(RuleBookFiles files) {
        return new RuleBookReader(files).book(false);
    }

    /**
     * Reads a rule book that people are still working on. Rows that overlap, or refer to a row that is not there, do
     * not refuse it: they are for the verification to tell. Any other problem does.
     */
    public static RuleBook readDraft(RuleBookFiles files) {
        return new RuleBookReader(files).book(true);
    }

    /**
     * Reads one table as far as it can be read, for whoever is still changing it; its problems are found when the book
     * is read.
     */
    public static Optional<Table> table(RuleBookFiles files, String id) {
        String path = "decision-tables/" + id + ".table.yaml";
        return files.has(path)
                ? Optional.of(TableReader.read(files, path, new ArrayList<>(), new ArrayList<>()))
                : Optional.empty();
    }

    private RuleBook book(boolean draft) {
        Yaml manifest = new Yaml(MANIFEST, problems);
        JsonNode head = content(manifest);
        Map<String, Table> tables = new TreeMap<>();
        for (String path : files.paths("decision-tables/", ".table.yaml")) {
            Table table = TableReader.read(files, path, problems, flaws);
            tables.put(table.id(), table);
        }
        Map<String, Policy> policies = new TreeMap<>();
        for (String path : files.paths("rules/", "/input.schema.yaml")) {
            String decision = path.split("/")[1];
            policies.put(decision, new PolicyReader(files, decision, problems).read(decision));
        }
        RuleBook book = new RuleBook(
                manifest.text(head, "", "version"),
                manifest.date(head, "", "validFrom"),
                files,
                sources(),
                interpretations(),
                tables,
                policies,
                ClauseReader.read(files, problems));
        checkSources(book);
        checkClauses(book);
        checkReferences(book);
        checkInterpretations(book);
        if (!draft) {
            problems.addAll(flaws);
        }
        if (!problems.isEmpty()) {
            throw new RuleBookRefused(problems);
        }
        return book;
    }

    private JsonNode content(Yaml yaml) {
        if (!files.has(yaml.file())) {
            yaml.problem("", "the file is missing");
            return yaml.read("{}");
        }
        return yaml.read(files.text(yaml.file()));
    }

    private Map<String, Source> sources() {
        Yaml yaml = new Yaml(SOURCES, problems);
        return yaml.map(content(yaml), (id, node) -> {
            Map<String, String> sections = new LinkedHashMap<>();
            node.path("sections")
                    .properties()
                    .forEach(s -> sections.put(s.getKey(), s.getValue().asString()));
            return new Source(
                    id,
                    yaml.text(node, id, "title"),
                    yaml.text(node, id, "publisher"),
                    yaml.text(node, id, "version"),
                    sections);
        });
    }

    private Map<String, Interpretation> interpretations() {
        Yaml yaml = new Yaml(INTERPRETATIONS, problems);
        return yaml.map(content(yaml), (id, node) -> {
            List<SourceReference> where = new ArrayList<>();
            node.path("where").forEach(source -> where.add(yaml.source(source, id)));
            return new Interpretation(
                    id,
                    yaml.bilingual(node.path("title"), id + ", title"),
                    where,
                    yaml.bilingual(node.path("question"), id + ", question"),
                    yaml.bilinguals(node.path("readings"), id + ", readings"),
                    yaml.text(node, id, "applied"),
                    yaml.optionalText(node, "switch"),
                    yaml.bilingual(node.path("why"), id + ", why"),
                    yaml.text(node, id, "mayChange"),
                    yaml.texts(node.path("criteria")));
        });
    }

    private void checkSources(RuleBook book) {
        for (Interpretation interpretation : book.interpretations().values()) {
            interpretation.where().forEach(source -> check(book, source, INTERPRETATIONS, interpretation.id()));
        }
        for (Table table : book.tables().values()) {
            for (Row row : table.rows()) {
                check(book, row.source(), "decision-tables/" + table.id() + ".csv", "row " + row.id());
            }
        }
        for (Policy policy : book.policies().values()) {
            for (Parameter parameter : policy.parameters().values()) {
                for (DatedValue value : parameter.values()) {
                    check(book, value.source(), "rules/" + policy.decision() + "/parameters.yaml", parameter.key());
                }
            }
            policy.scenarios().forEach(scenario -> check(book, scenario.source(), scenario.file(), scenario.id()));
            checkInvariants(book, policy);
        }
    }

    private void checkInvariants(RuleBook book, Policy policy) {
        String file = "rules/" + policy.decision() + "/invariants.yaml";
        Table criteria = book.table(policy.decision() + "/criteria");
        for (Invariant invariant : policy.invariants()) {
            check(book, invariant.source(), file, invariant.id());
            String criterion = invariant.never().criterion();
            boolean known = criterion == null
                    || (criteria != null
                            && criteria.rows().stream()
                                    .anyMatch(row -> criterion.equals(criteria.cell(row, "criterion"))));
            if (!known) {
                problems.add(new Problem(file, invariant.id(), "there is no criterion " + criterion));
            }
            Set<String> outcomes = policy.texts(Language.NL).outcomes().keySet();
            if (criterion == null && !outcomes.contains(invariant.never().value())) {
                problems.add(new Problem(
                        file,
                        invariant.id(),
                        "there is no outcome " + invariant.never().value() + "; there are " + outcomes));
            }
        }
    }

    private void checkClauses(RuleBook book) {
        for (Clause clause : book.clauses().clauses().values()) {
            check(book, clause.source(), ClauseReader.FILE, clause.id());
        }
    }

    private void check(RuleBook book, SourceReference reference, String file, String place) {
        Source source = book.sources().get(reference.document());
        if (source == null) {
            problems.add(new Problem(file, place, "source \"" + reference.document() + "\" is not in " + SOURCES));
        } else if (!source.sections().containsKey(reference.section())) {
            problems.add(new Problem(
                    file,
                    place,
                    "section \"" + reference.section() + "\" of " + source.id() + " is not in " + SOURCES));
        }
    }

    private void checkReferences(RuleBook book) {
        for (Table table : book.tables().values()) {
            for (Column column : table.columns()) {
                String to = column.to();
                if (to == null) {
                    continue;
                }
                String file = "decision-tables/" + table.id() + ".csv";
                if (to.equals(Table.CRITERIA)) {
                    continue; // found when the rules are bound
                }
                Table target = book.table(to);
                if (target == null) {
                    problems.add(new Problem(
                            file, "column " + column.id(), "refers to table " + to + ", which is not there"));
                    continue;
                }
                int at = table.indexOf(column.id());
                for (Row row : table.rows()) {
                    Object cell = row.cells().isEmpty() ? null : row.cell(at);
                    boolean besides = cell != null && column.also().contains(cell.toString());
                    if (cell != null && !cell.equals(Table.ANY) && !besides && !target.holds(cell)) {
                        flaws.add(new Problem(
                                file,
                                "row " + row.id() + ", column " + column.id(),
                                "\"" + cell + "\" is not in " + to));
                    }
                }
            }
        }
    }

    private void checkInterpretations(RuleBook book) {
        for (Interpretation interpretation : book.interpretations().values()) {
            String id = interpretation.id();
            if (!interpretation.readings().containsKey(interpretation.applied())) {
                problems.add(new Problem(INTERPRETATIONS, id, "the applied reading is none of its readings"));
            }
            String key = interpretation.switchedBy();
            if (key == null) {
                continue;
            }
            Parameter parameter = book.parameter(key).orElse(null);
            if (parameter == null) {
                problems.add(new Problem(INTERPRETATIONS, id, "is switched by " + key + ", which is no parameter"));
            } else if (parameter.values().stream()
                    .noneMatch(value -> interpretation.applied().equals(String.valueOf(value.value())))) {
                problems.add(new Problem(
                        INTERPRETATIONS,
                        id,
                        "applies " + interpretation.applied() + ", but " + key + " says otherwise"));
            }
        }
    }
}
