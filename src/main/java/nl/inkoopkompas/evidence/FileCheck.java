package nl.inkoopkompas.evidence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Whether a file is what its name says: found in its content, and opened to prove it. */
final class FileCheck {

    private static final long MOST_PIXELS = 60_000_000;
    private static final int ENOUGH_PIXELS = 4_000_000;

    private final Detector detector = new DefaultDetector();

    /** The type of a file; refuses one that is something else than it says, or that is broken or unsafe. */
    FileType type(String name, Path file) throws IOException {
        FileType said = FileType.byExtension(name)
                .orElseThrow(() -> EvidenceRefused.wrong(
                        "Dit soort bestand nemen wij niet aan. Lever een PDF, PNG of JPEG in.",
                        "This kind of file is not taken. Hand in a PDF, PNG or JPEG."));
        String found;
        try (InputStream in = TikaInputStream.get(file)) {
            found = detector.detect(in, new Metadata()).toString();
        }
        if (!found.equals(said.mediaType())) {
            throw EvidenceRefused.wrong(
                    "De inhoud van het bestand is geen " + said + ", zoals de naam zegt. Sla het opnieuw op.",
                    "The content of the file is no " + said + ", as its name says. Save it again.");
        }
        if (said == FileType.PDF) {
            PdfCheck.check(file);
        } else {
            decode(file, said);
        }
        return said;
    }

    private static void decode(Path file, FileType type) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw EvidenceRefused.wrong(
                            "De afbeelding heeft meer dan 60 miljoen beeldpunten. Maak haar kleiner.",
                            "The image has more than 60 million pixels. Make it smaller.");
                }
                int step = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
                BufferedImage decoded = reader.read(0, param);
                decoded.flush();
            } finally {
                reader.dispose();
            }
        } catch (EvidenceRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw EvidenceRefused.wrong(
                    "De afbeelding is beschadigd. Sla haar opnieuw op.", "The image is damaged. Save it again.");
        }
    }
}
