package nl.inkoopkompas.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files themselves, each under the hash of its content: never under a name that somebody typed. */
@Component
class EvidenceFiles {

    private final Path root;
    private final long limit;

    EvidenceFiles(
            @Value("${inkoopkompas.files:./data/files}") Path root,
            @Value("${inkoopkompas.evidence.max-size:20MB}") DataSize limit) {
        this.root = root.toAbsolutePath().normalize();
        this.limit = limit.toBytes();
    }

    /** A file that came in and is not kept yet. */
    record Incoming(Path path, String sha256, long bytes) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes what comes in to a file of its own; refuses more than the limit, and nothing at all. */
    Incoming take(InputStream content) throws IOException {
        Path arrivals = Files.createDirectories(root.resolve("incoming"));
        Path file = Files.createTempFile(arrivals, "evidence", ".part");
        MessageDigest digest = sha256();
        long bytes = 0;
        boolean taken = false;
        try {
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    bytes += read;
                    if (bytes > limit) {
                        throw new EvidenceRefused(
                                EvidenceRefused.Kind.TOO_LARGE,
                                "Het bestand is groter dan " + limit / 1_048_576 + " MB. Maak het kleiner.",
                                "The file is larger than " + limit / 1_048_576 + " MB. Make it smaller.");
                    }
                    out.write(buffer, 0, read);
                }
            }
            if (bytes == 0) {
                throw EvidenceRefused.wrong(
                        "Het bestand is leeg. Kies een ander bestand.", "The file is empty. Choose another file.");
            }
            taken = true;
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Keeps it: after this it is there, whatever happens, and never half. */
    void keep(Incoming incoming) throws IOException {
        try (FileChannel channel = FileChannel.open(incoming.path(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path shelf = Files.createDirectories(shelf(incoming.sha256()));
        Path kept = shelf.resolve(incoming.sha256());
        try {
            Files.move(incoming.path(), kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The directory for files must be on one file system", e);
        }
        forceDirectory(shelf);
    }

    /** The content that has this hash; empty where it is not here. */
    Optional<Path> find(String sha256) {
        return Optional.of(shelf(sha256).resolve(sha256)).filter(Files::isRegularFile);
    }

    private Path shelf(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("This is no SHA-256");
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    /** A directory can be flushed on most systems; where it cannot, there is nothing more to do. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            return;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
