package nl.inkoopkompas.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sealed rule book with decisions that were made with it, in a directory that is never changed: {@code rule-book.zip}
 * and {@code decisions.jsonl.gz}, one decision with its request and context a line.
 */
record Corpus(Path directory) {

    private static final Path ROOT = Path.of("src/test/resources/corpus");

    /** Every one that is kept. */
    static List<Corpus> all() {
        try (Stream<Path> directories = Files.list(ROOT)) {
            return directories
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(Corpus::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of a rule book; refuses one that is there already. */
    static Corpus write(RuleBookFiles book, String version, Consumer<Consumer<RegisteredDecision>> decisions)
            throws IOException {
        Path directory = Files.createDirectory(Files.createDirectories(ROOT)
                .resolve(version + "-" + book.hash().substring(0, 12)));
        Files.write(directory.resolve("rule-book.zip"), book.zipped());
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(directory.resolve("decisions.jsonl.gz"))),
                StandardCharsets.UTF_8)) {
            decisions.accept(decision -> writeLine(out, decision));
        }
        return new Corpus(directory);
    }

    private static void writeLine(Writer out, RegisteredDecision decision) {
        ObjectNode line = Json.object();
        line.set("request", decision.request());
        line.set("context", decision.context());
        line.set("decision", decision.decision());
        try {
            out.write(Json.text(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RuleBookFiles book() {
        try {
            return RuleBookFiles.unzipped(Files.readAllBytes(directory.resolve("rule-book.zip")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<RegisteredDecision> decisions() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(directory.resolve("decisions.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> decision(Json.object(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RegisteredDecision decision(ObjectNode line) {
        ObjectNode decision = (ObjectNode) line.get("decision");
        UUID id = UUID.fromString(decision.get("id").asString());
        DecisionSummary summary = new DecisionSummary(
                id,
                decision.get("type").asString(),
                decision.get("round").asInt(),
                null,
                decision.get("outcome").asString(),
                LocalDate.parse(decision.get("asOf").asString()),
                line.at("/request/contract").asString(null),
                null,
                null,
                0,
                List.of(),
                Instant.parse(decision.get("recordedAt").asString()),
                decision.get("recordedBy").asString(),
                decision.at("/ruleBook/version").asString(),
                null);
        return new RegisteredDecision(
                summary,
                id,
                (ObjectNode) line.get("request"),
                (ObjectNode) line.get("context"),
                decision,
                null,
                List.of(summary),
                null);
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
