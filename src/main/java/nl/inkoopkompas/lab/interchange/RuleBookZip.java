package nl.inkoopkompas.lab.interchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.sheets.Quoted;

/**
 * A rule book that comes from elsewhere as a zip. Its policy is taken over as a draft; its rules and schemas are code
 * and must be those of the book that it is compared with, for code is published with the program.
 */
public final class RuleBookZip {

    static final int MOST_FILES = 2_000;
    static final int MOST_BYTES = 20_000_000;

    private static final Pattern NAME =
            Pattern.compile("(rules|decision-tables)(/[A-Za-z0-9_][A-Za-z0-9._-]*)+\\.(yaml|csv|md|drl)");

    private RuleBookZip() {}

    /**
     * Reads a zip.
     *
     * @param base the book that brings the code
     * @throws ZipRefused when it is no zip, too large, or holds what a rule book does not
     * @throws RuleBookRefused when its files are no rule book
     */
    public static RuleBookFiles read(byte[] zip, RuleBookFiles base) {
        RuleBookFiles files = new RuleBookFiles(unpacked(zip));
        if (!files.has("rules/rule-book.yaml")) {
            throw new ZipRefused(
                    "In deze zip zit geen regelboek: rules/rule-book.yaml ontbreekt.",
                    "This zip holds no rule book: rules/rule-book.yaml is missing.");
        }
        Stream.concat(base.paths("rules/", "").stream(), files.paths("rules/", "").stream())
                .filter(RuleBookZip::isCode)
                .filter(path ->
                        !files.has(path) || !base.has(path) || !files.text(path).equals(base.text(path)))
                .findFirst()
                .ifPresent(path -> {
                    throw new ZipRefused(
                            "Het bestand " + path + " is anders dan in het regelboek van hier. Regels en schema's zijn"
                                    + " programmacode; die neemt het lab niet over.",
                            "The file " + path + " differs from that of the rule book here. Rules and schemas are code;"
                                    + " the lab does not take them over.");
                });
        RuleBookReader.readDraft(files);
        return files;
    }

    private static boolean isCode(String path) {
        return path.endsWith(".drl") || path.endsWith(".schema.yaml");
    }

    private static Map<String, byte[]> unpacked(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>();
        Set<String> names = new HashSet<>();
        int left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (names.size() >= MOST_FILES) {
                    throw new ZipRefused(
                            "De zip bevat meer dan " + MOST_FILES + " bestanden.",
                            "The zip holds more than " + MOST_FILES + " files.");
                }
                String name = entry.getName();
                boolean folder = entry.isDirectory();
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new ZipRefused(
                            "De zip bevat " + Quoted.of(name) + " twee keer.",
                            "The zip holds " + Quoted.of(name) + " twice.");
                }
                if (!NAME.matcher(folder ? name + "x.md" : name).matches()) {
                    throw new ZipRefused(
                            Quoted.of(name) + " hoort niet in een regelboek.",
                            Quoted.of(name) + " does not belong in a rule book.");
                }
                byte[] bytes = in.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new ZipRefused(
                            "De zip is uitgepakt groter dan 20 MB.", "Unpacked, the zip is larger than 20 MB.");
                }
                if (!folder) {
                    files.put(name, text(name, bytes));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ZipRefused("Dit is geen zip, of hij is beschadigd.", "This is no zip, or it is damaged.");
        }
        if (names.isEmpty()) {
            throw new ZipRefused("Dit is geen zip, of hij is leeg.", "This is no zip, or it is empty.");
        }
        return files;
    }

    private static byte[] text(String name, byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new ZipRefused(
                    Quoted.of(name) + " is geen tekst in UTF-8.", Quoted.of(name) + " is no text in UTF-8.");
        }
        return bytes;
    }
}
