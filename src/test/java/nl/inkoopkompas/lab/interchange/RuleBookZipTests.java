package nl.inkoopkompas.lab.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule book from elsewhere is policy, and nothing but policy. */
class RuleBookZipTests {

    private static final RuleBookFiles HERE = ProjectRuleBook.FILES;
    private static final String PARAMETERS = "rules/admission/parameters.yaml";

    @Test
    void readsWhatWasExported() {
        assertThat(RuleBookZip.read(HERE.zipped(), HERE).hash()).isEqualTo(HERE.hash());
    }

    @Test
    void takesOverOtherPolicy() {
        RuleBookFiles other = HERE.with(PARAMETERS, HERE.text(PARAMETERS).replace("value: 24", "value: 36"));

        assertThat(RuleBookZip.read(other.zipped(), HERE).hash()).isEqualTo(other.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../rules/escape.yaml",
                "rules/../../escape.yaml",
                "/rules/root.yaml",
                "rules\\admission\\x.yaml",
                "rules/admission/Evil.class",
                "rules/admission/run.sh",
                "rules/.hidden.yaml",
                "etc/passwd",
                "rules//x.yaml",
                "rules/RULE-BOOK.yaml"
            })
    void refusesFilesThatAreNoPolicy(String name) {
        assertThatThrownBy(() -> RuleBookZip.read(zip(HERE, name, "x".getBytes(StandardCharsets.UTF_8)), HERE))
                .isInstanceOf(ZipRefused.class);
    }

    @Test
    void refusesOtherCode() {
        String rule = "rules/admission/insurance.drl";
        refuses(HERE.with(rule, HERE.text(rule) + "// "), "insurance.drl");
        refuses(HERE.without(rule), "insurance.drl");
        refuses(HERE.with("rules/admission/more.drl", "package more;"), "more.drl");
        String schema = "rules/admission/input.schema.yaml";
        refuses(HERE.with(schema, HERE.text(schema) + "\n"), "input.schema.yaml");
    }

    @Test
    void refusesWhatIsNoRuleBook() {
        assertThatThrownBy(() -> RuleBookZip.read(new byte[0], HERE)).isInstanceOf(ZipRefused.class);
        assertThatThrownBy(() -> RuleBookZip.read("geen zip".getBytes(StandardCharsets.UTF_8), HERE))
                .isInstanceOf(ZipRefused.class);
        byte[] damaged = HERE.zipped();
        damaged[damaged.length / 3] ^= 0x55;
        assertThatThrownBy(() -> RuleBookZip.read(damaged, HERE))
                .isInstanceOfAny(ZipRefused.class, RuleBookRefused.class);
        assertThatThrownBy(() -> RuleBookZip.read(
                        HERE.with(PARAMETERS, HERE.text(PARAMETERS).replace("value: 24", "value: veel"))
                                .zipped(),
                        HERE))
                .isInstanceOf(RuleBookRefused.class);
        assertThatThrownBy(() ->
                        RuleBookZip.read(HERE.without("rules/rule-book.yaml").zipped(), HERE))
                .isInstanceOf(ZipRefused.class);
    }

    @Test
    void refusesWhatIsTooLargeUnpacked() {
        byte[] large = new byte[RuleBookZip.MOST_BYTES];

        assertThatThrownBy(() -> RuleBookZip.read(zip(HERE, "rules/large.md", large), HERE))
                .isInstanceOfSatisfying(
                        ZipRefused.class,
                        refused -> assertThat(refused.sentence().en()).contains("20 MB"));
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> RuleBookZip.read(zip(HERE, "rules/x.md", new byte[] {(byte) 0xC3, 0x28}), HERE))
                .isInstanceOf(ZipRefused.class);
    }

    private static void refuses(RuleBookFiles other, String named) {
        assertThatThrownBy(() -> RuleBookZip.read(other.zipped(), HERE))
                .isInstanceOfSatisfying(
                        ZipRefused.class,
                        refused -> assertThat(refused.sentence().nl()).contains(named));
    }

    private static byte[] zip(RuleBookFiles files, String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String path : files.paths("", "")) {
                entry(out, Map.entry(path, files.text(path).getBytes(StandardCharsets.UTF_8)));
            }
            entry(out, Map.entry(name, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream out, Map.Entry<String, byte[]> file) throws IOException {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
    }
}
