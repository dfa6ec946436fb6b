package nl.inkoopkompas.lab.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git makes of the one rule book exactly the other. */
class RuleBookPatchTests {

    @TempDir
    private Path directory;

    @Test
    void isAppliedByGitWhateverChanged() throws Exception {
        RuleBookFiles from = ProjectRuleBook.FILES;
        git("init", "-q");
        write(from);
        Random random = new Random(4);
        for (int i = 0; i < 25; i++) {
            RuleBookFiles to = changed(from, random);
            Files.writeString(directory.resolve("change.patch"), RuleBookPatch.between(from, to));
            git("apply", "--check", "change.patch");
            git("apply", "change.patch");

            assertThat(RuleBookFiles.below(directory).hash()).isEqualTo(to.hash());
            from = to;
        }
    }

    @Test
    void isEmptyForTheSameBook() {
        assertThat(RuleBookPatch.between(ProjectRuleBook.FILES, ProjectRuleBook.FILES))
                .isEmpty();
    }

    /** Lines changed, put in and taken out, at the end and at the start too; files made, emptied and removed. */
    private static RuleBookFiles changed(RuleBookFiles files, Random random) {
        RuleBookFiles changed = files;
        List<String> paths = files.paths("", "");
        for (int i = 0; i < 6; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            if (!changed.has(path)) {
                continue;
            }
            List<String> lines = new ArrayList<>(changed.text(path).lines().toList());
            for (int j = 0; j < 4; j++) {
                int at = random.nextInt(lines.size() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> lines.add(at, "ë nieuw " + random.nextInt());
                    case 1 -> {
                        if (at < lines.size()) {
                            lines.remove(at);
                        }
                    }
                    default -> {
                        if (at < lines.size()) {
                            lines.set(at, lines.get(at) + " €");
                        }
                    }
                }
            }
            changed = changed.with(path, String.join("\n", lines) + (random.nextInt(3) == 0 ? "" : "\n"));
        }
        changed = changed.with("rules/new-" + random.nextInt(100) + ".yaml", random.nextBoolean() ? "a: 1\n" : "a: 1");
        if (random.nextInt(3) == 0) {
            changed = changed.without(paths.get(random.nextInt(paths.size())));
        }
        return changed;
    }

    private void write(RuleBookFiles files) {
        files.paths("", "").forEach(path -> {
            try {
                Files.createDirectories(directory.resolve(path).getParent());
                Files.writeString(directory.resolve(path), files.text(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("git %s: %s", List.of(arguments), said).isZero();
    }
}
