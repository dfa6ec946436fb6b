package nl.inkoopkompas.sheets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads an XLSX workbook, or a zip of CSV files, into sheets; refuses everything else with a sentence. */
public final class SheetsReader {

    static final long MAX_UNPACKED = 200L * 1024 * 1024;
    /** How many files a zip may hold. */
    public static final int MAX_ENTRIES = 100;

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private SheetsReader() {}

    /** Reads a file; refuses one that holds no sheets with {@link SheetsRefused}. */
    public static Sheets read(Path file) {
        return read(file, null);
    }

    private static Sheets read(Path file, @Nullable String only) {
        try {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(4096);
            }
            if (only != null && isBareText(start)) {
                return SheetCsv.read(Map.of(only, Files.readAllBytes(file)));
            }
            refuseOther(start);
            return unpack(file);
        } catch (ZipException e) {
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    /** Reads a stream, by way of a file that is removed afterwards. */
    public static Sheets read(InputStream in) {
        return readByFile(in, null);
    }

    /** Reads a stream that may also be a bare CSV file, which then is the one sheet of this name. */
    public static Sheets read(InputStream in, String only) {
        return readByFile(in, only);
    }

    private static Sheets readByFile(InputStream in, @Nullable String only) {
        try {
            Path file = Files.createTempFile("rekenblad", ".upload");
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return read(file, only);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be stored", e);
        }
    }

    private static void refuseOther(byte[] start) {
        if (start.length == 0) {
            throw new SheetsRefused(
                    "Het bestand is leeg. Vul het sjabloon in.", "The file is empty. Fill in the template.");
        }
        if (startsWith(start, ZIP)) {
            return;
        }
        if (startsWith(start, EMPTY_ZIP)) {
            throw empty();
        }
        if (startsWith(start, OLE)) {
            throw new SheetsRefused(
                    "Dit is een oud Excel-bestand (xls) of een bestand met een wachtwoord."
                            + " Sla het zonder wachtwoord op als Excel-werkmap (xlsx).",
                    "This is an old Excel file (xls) or a file with a password."
                            + " Save it without a password as an Excel workbook (xlsx).");
        }
        if (startsWith(start, PDF)) {
            throw new SheetsRefused(
                    "Dit is een pdf. Lever een Excel-werkmap (xlsx) aan, of een zip met CSV-bestanden.",
                    "This is a PDF. Hand in an Excel workbook (xlsx), or a zip of CSV files.");
        }
        if (isText(start)) {
            throw new SheetsRefused(
                    "Dit is één tekst- of CSV-bestand. Zet de bladen als CSV-bestanden in een zip,"
                            + " of gebruik het sjabloon.",
                    "This is a single text or CSV file. Put the sheets as CSV files in a zip, or use the template.");
        }
        throw new SheetsRefused(
                "Dit bestand is geen Excel-werkmap (xlsx) en geen zip met CSV-bestanden.",
                "This file is neither an Excel workbook (xlsx) nor a zip of CSV files.");
    }

    private static Sheets unpack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MAX_ENTRIES) {
                throw new SheetsRefused(
                        "De zip bevat meer dan " + MAX_ENTRIES + " bestanden. Zet er alleen de bladen in.",
                        "The zip holds more than " + MAX_ENTRIES + " files. Put only the sheets in it.");
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            refuseTwins(entries);
            measure(zip, entries);
            if (zip.getEntry("[Content_Types].xml") == null) {
                refuseOtherZip(zip);
                return SheetCsv.read(zip, entries);
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new SheetsRefused(
                        "Dit bestand is geen Excel-werkmap (xlsx). Sla het in Excel op als xlsx.",
                        "This file is no Excel workbook (xlsx). Save it as xlsx in Excel.");
            }
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
        return SheetXlsx.read(file);
    }

    private static void refuseOtherZip(ZipFile zip) throws IOException {
        ZipEntry type = zip.getEntry("mimetype");
        if (type != null) {
            try (InputStream in = zip.getInputStream(type)) {
                if (new String(in.readNBytes(200), StandardCharsets.US_ASCII).contains("opendocument")) {
                    throw new SheetsRefused(
                            "Dit is een OpenDocument-bestand (ods). Sla het op als Excel-werkmap (xlsx).",
                            "This is an OpenDocument file (ods). Save it as an Excel workbook (xlsx).");
                }
            }
        }
    }

    private static void refuseTwins(List<? extends ZipEntry> entries) {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new SheetsRefused(
                        "De zip bevat het bestand " + Quoted.of(entry.getName()) + " twee keer.",
                        "The zip holds the file " + Quoted.of(entry.getName()) + " twice.");
            }
        }
    }

    /** Unpacks everything once without keeping it: the sizes that a zip states about itself may lie. */
    private static void measure(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (ZipEntry entry : entries) {
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    if (total > MAX_UNPACKED) {
                        throw new SheetsRefused(
                                "Het bestand is uitgepakt groter dan 200 MB. Splits het in kleinere bestanden.",
                                "Unpacked, the file is larger than 200 MB. Split it into smaller files.");
                    }
                }
            } catch (ZipException | EOFException e) {
                throw damaged();
            }
        }
    }

    static SheetsRefused damaged() {
        return new SheetsRefused(
                "Het bestand is beschadigd of heeft een wachtwoord. Sla het opnieuw op, zonder wachtwoord.",
                "The file is damaged or has a password. Save it again, without a password.");
    }

    static SheetsRefused empty() {
        return new SheetsRefused(
                "De zip bevat geen CSV-bestanden. Zet er voor elk blad één bestand in.",
                "The zip holds no CSV files. Put one file in it for each sheet.");
    }

    private static boolean isBareText(byte[] start) {
        return start.length > 0
                && !startsWith(start, ZIP)
                && !startsWith(start, EMPTY_ZIP)
                && !startsWith(start, OLE)
                && !startsWith(start, PDF)
                && isText(start);
    }

    private static boolean isText(byte[] start) {
        int control = 0;
        for (byte b : start) {
            if (b == 0) {
                return startsWith(start, new byte[] {(byte) 0xFF, (byte) 0xFE});
            }
            if (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                control++;
            }
        }
        return control == 0;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
