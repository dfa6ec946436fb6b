package nl.inkoopkompas.decision.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The rules that the program carries, compiled when it was built. Found by the hash of what they were compiled from, so
 * that other rules, however little they differ, are compiled from their text.
 */
final class PrecompiledRules {

    private static final String FOLDER = "compiled-rules";
    private static final String MODELS = "drools-model";
    private static final String CLASS = ".class";

    private PrecompiledRules() {}

    /** Run by the build: compiles the rules below a directory for the program in another. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1], FOLDER));
        try (var before = Files.newDirectoryStream(folder)) {
            for (Path old : before) {
                Files.delete(old);
            }
        }
        try {
            for (Policy policy : RuleBookReader.read(RuleBookFiles.below(Path.of(args[0])))
                    .policies()
                    .values()) {
                Files.write(folder.resolve(key(policy.rules()) + ".zip"), compile(policy.rules()));
            }
        } catch (RuleBookRefused refused) {
            System.out.println("The rules are not compiled: " + refused.getMessage());
        }
    }

    /** What these rules were compiled to; null where the build did not compile them. */
    static @Nullable KieBase find(Map<String, String> drl) throws IOException {
        try (InputStream found = Criterion.class.getResourceAsStream("/" + FOLDER + "/" + key(drl) + ".zip")) {
            return found == null ? null : load(found.readAllBytes());
        }
    }

    /** Compiles rules to what {@link #load} takes. */
    static byte[] compile(Map<String, String> drl) {
        InternalKieModule module = (InternalKieModule) RuleCompiler.module(drl);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : module.getFileNames().stream().sorted().toList()) {
                if (name.endsWith(CLASS) || name.endsWith(MODELS)) {
                    ZipEntry entry = new ZipEntry(name);
                    entry.setTime(0);
                    out.putNextEntry(entry);
                    out.write(module.getBytes(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static KieBase load(byte[] compiled) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(compiled))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        Classes classes = new Classes(files);
        List<Model> models = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(MODELS)) {
                for (String line : new String(file.getValue(), StandardCharsets.UTF_8).split("\n")) {
                    if (!line.isBlank() && !line.contains(":")) {
                        models.add(classes.model(line.strip()));
                    }
                }
            }
        }
        return KieBaseBuilder.createKieBaseFromModel(models);
    }

    /** The hash of rules, of the Drools that compiles them and of the verbs that they are compiled against. */
    private static String key(Map<String, String> drl) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        drl.forEach((path, text) -> parts.put(path, text.getBytes(StandardCharsets.UTF_8)));
        String drools = Objects.requireNonNullElse(Model.class.getPackage().getImplementationVersion(), "");
        parts.put("drools", drools.getBytes(StandardCharsets.UTF_8));
        try (InputStream verbs = Criterion.class.getResourceAsStream("Criterion.class")) {
            parts.put("verbs", Objects.requireNonNull(verbs).readAllBytes());
        }
        return new RuleBookFiles(parts).hash();
    }

    /** The compiled classes of one decision, apart from those of other rule books under the same names. */
    private static final class Classes extends ClassLoader {

        private final Map<String, byte[]> files;

        Classes(Map<String, byte[]> files) {
            super(Criterion.class.getClassLoader());
            this.files = files;
        }

        Model model(String name) {
            try {
                return (Model) loadClass(name).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The compiled rules hold no model " + name, e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = files.get(name.replace('.', '/') + CLASS);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
