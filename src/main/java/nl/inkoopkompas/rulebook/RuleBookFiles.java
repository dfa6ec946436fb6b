package nl.inkoopkompas.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a rule book: every file below {@code rules/} and {@code decision-tables/}, by path. The hash covers
 * paths and bytes, in order of path, so that the order in which files are read does not matter and every byte does.
 */
public final class RuleBookFiles {

    /** The folders that make a rule book. */
    public static final List<String> ROOTS = List.of("rules", "decision-tables");

    private final SortedMap<String, byte[]> files;

    /** Made when it is first asked for: of files between two edits nobody asks it. */
    private @Nullable String hash;

    public RuleBookFiles(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** Reads the folders {@code rules} and {@code decision-tables} below a directory. */
    public static RuleBookFiles below(Path directory) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String root : ROOTS) {
            try (Stream<Path> paths = Files.walk(directory.resolve(root))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String name = directory.relativize(path).toString().replace('\\', '/');
                    files.put(name, Files.readAllBytes(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + root + " of the rule book cannot be read", e);
            }
        }
        return new RuleBookFiles(files);
    }

    /** Reads what {@link #zipped()} wrote. */
    public static RuleBookFiles unzipped(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sealed rule book cannot be read", e);
        }
        return new RuleBookFiles(files);
    }

    public byte[] zipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** SHA-256 over paths and bytes, in hexadecimal. */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = hash(files);
            hash = known;
        }
        return known;
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** The text of a file; refuses a path that is not there with an {@link IllegalArgumentException}. */
    public String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("There is no file " + path);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Paths that start and end so, in order. */
    public List<String> paths(String prefix, String suffix) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.endsWith(suffix))
                .toList();
    }

    /** The same files with one of them replaced or added. */
    public RuleBookFiles with(String path, String text) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new RuleBookFiles(changed);
    }

    /** The same files without one of them. */
    public RuleBookFiles without(String path) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(path);
        return new RuleBookFiles(changed);
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                byte[] name = path.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(name.length)
                        .putInt(bytes.length)
                        .array());
                digest.update(name);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
