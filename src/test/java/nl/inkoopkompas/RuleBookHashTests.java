package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.junit.jupiter.api.Test;

/** A rule book is named by its hash: every byte of it counts, and the order in which it is read does not. */
class RuleBookHashTests {

    @Test
    void isNamedByEveryByteAndByNoOrder() {
        Map<String, byte[]> forwards = new LinkedHashMap<>();
        Map<String, byte[]> backwards = new LinkedHashMap<>();
        List<String> paths = ProjectRuleBook.FILES.paths("", "");
        for (int i = 0; i < paths.size(); i++) {
            String last = paths.get(paths.size() - 1 - i);
            forwards.put(paths.get(i), bytes(paths.get(i)));
            backwards.put(last, bytes(last));
        }
        String hash = ProjectRuleBook.FILES.hash();
        assertThat(new RuleBookFiles(forwards).hash()).isEqualTo(hash);
        assertThat(new RuleBookFiles(backwards).hash()).isEqualTo(hash);
        assertThat(RuleBookFiles.unzipped(ProjectRuleBook.FILES.zipped()).hash())
                .isEqualTo(hash);
        for (String path : paths) {
            byte[] changed = bytes(path);
            changed[changed.length / 2] ^= 1;
            Map<String, byte[]> others = new LinkedHashMap<>(forwards);
            others.put(path, changed);
            assertThat(new RuleBookFiles(others).hash()).as(path).isNotEqualTo(hash);
            assertThat(ProjectRuleBook.FILES.without(path).hash()).as(path).isNotEqualTo(hash);
        }
        assertThat(ProjectRuleBook.FILES.with("rules/new.yaml", "").hash()).isNotEqualTo(hash);
        RuleBookFiles moved = new RuleBookFiles(Map.of("a", new byte[] {1, 2}, "b", new byte[] {3}));
        assertThat(moved.hash())
                .isNotEqualTo(new RuleBookFiles(Map.of("a", new byte[] {1}, "b", new byte[] {2, 3})).hash());
    }

    private static byte[] bytes(String path) {
        return ProjectRuleBook.FILES.text(path).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
