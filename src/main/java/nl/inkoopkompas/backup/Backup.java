package nl.inkoopkompas.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip with the H2 database and the files of evidence. The database goes in first: a file is stored before the
 * database names it, so that no file is missing from a copy that is made while people work.
 */
final class Backup {

    private static final String DATABASE = "inkoopkompas.mv.db";
    private static final String FILES = "files/";

    private Backup() {}

    /**
     * Makes a copy; a copy that is there already is never overwritten.
     *
     * @param owner of the database
     */
    static void write(Connection owner, Path files, Path target) throws IOException, SQLException {
        Path zip = target.toAbsolutePath();
        if (Files.exists(zip)) {
            throw new BackupRefused(zip + " is there already and is not overwritten.");
        }
        Files.createDirectories(zip.getParent());
        Path database = zip.resolveSibling(zip.getFileName() + ".database");
        Path unfinished = zip.resolveSibling(zip.getFileName() + ".unfinished");
        try {
            try (PreparedStatement backup = owner.prepareStatement("backup to ?")) {
                backup.setString(1, database.toString());
                backup.execute();
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                addDatabase(database, out);
                addFiles(files, out);
            }
            Files.move(unfinished, zip, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(database);
            Files.deleteIfExists(unfinished);
        }
    }

    private static void addDatabase(Path backup, ZipOutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            ZipEntry database = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow(() -> new BackupRefused("A database in memory cannot be copied."));
            out.putNextEntry(new ZipEntry(DATABASE));
            try (InputStream in = zip.getInputStream(database)) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
    }

    private static void addFiles(Path files, ZipOutputStream out) throws IOException {
        if (!Files.isDirectory(files)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> walk = Files.walk(files)) {
            found = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            out.putNextEntry(
                    new ZipEntry(FILES + files.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, out);
            out.closeEntry();
        }
    }

    /** Puts a copy back where nothing is yet. */
    static void restore(Path zip, Path database, Path files) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new BackupRefused(zip.toAbsolutePath() + " is not there.");
        }
        if (Files.exists(database) || isFilled(files)) {
            throw new BackupRefused(database.toAbsolutePath() + " or " + files.toAbsolutePath()
                    + " is there already and is not overwritten: move both away first.");
        }
        try (ZipFile copy = new ZipFile(zip.toFile())) {
            ZipEntry kept = copy.getEntry(DATABASE);
            if (kept == null) {
                throw new BackupRefused(zip.toAbsolutePath() + " is not a copy that this program made.");
            }
            for (Enumeration<? extends ZipEntry> entries = copy.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(FILES)) {
                    put(copy, entry, inside(files, entry.getName().substring(FILES.length())));
                }
            }
            put(copy, kept, database);
        }
    }

    private static Path inside(Path directory, String name) {
        Path root = directory.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new BackupRefused("The copy holds a file that would end up elsewhere: nothing of it is trusted.");
        }
        return file;
    }

    private static boolean isFilled(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isPresent();
        }
    }

    private static void put(ZipFile copy, ZipEntry entry, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (InputStream in = copy.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
