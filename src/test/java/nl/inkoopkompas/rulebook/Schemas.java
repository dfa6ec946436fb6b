package nl.inkoopkompas.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Input schemas for tests that need no whole rule book. */
public final class Schemas {

    private Schemas() {}

    /** The schema of a decision as it stands in the rules. */
    public static Shape of(String decision) {
        try {
            return read(Files.readString(Path.of("rules", decision, "input.schema.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Shape read(String text) {
        List<Problem> problems = new ArrayList<>();
        Yaml yaml = new Yaml("input.schema.yaml", problems);
        Shape shape = SchemaReader.read("", yaml, yaml.read(text));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return shape;
    }
}
