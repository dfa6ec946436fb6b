package nl.inkoopkompas.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Whether a PDF is whole, can be read by everybody, and holds nothing that runs or hides. */
final class PdfCheck {

    /** Keys that hold a program, another file, or a form that is a program. */
    private static final Set<String> KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EmbeddedFile", "EF", "RichMediaContent", "XFA");

    /** What actions and annotations may not be. */
    private static final Set<String> KINDS =
            Set.of("JavaScript", "Launch", "ImportData", "Rendition", "RichMedia", "FileAttachment", "EmbeddedFile");

    private static final Set<COSName> KIND_OF = Set.of(COSName.S, COSName.SUBTYPE, COSName.TYPE);

    private PdfCheck() {}

    static void check(Path file) {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            if (document.getNumberOfPages() == 0) {
                throw broken();
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                refuseActive(object.getObject());
            }
            refuseActive(document.getDocument().getTrailer());
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (EvidenceRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw broken();
        }
    }

    /** Looks at an object and at what it holds directly; what it refers to is looked at by itself. */
    private static void refuseActive(COSBase object) {
        Deque<COSBase> next = new ArrayDeque<>();
        if (object != null) {
            next.add(object);
        }
        while (!next.isEmpty()) {
            COSBase base = next.remove();
            if (base instanceof COSDictionary dictionary) {
                for (COSName name : dictionary.keySet()) {
                    COSBase value = dictionary.getItem(name);
                    if (KEYS.contains(name.getName())
                            || (KIND_OF.contains(name)
                                    && value instanceof COSName kind
                                    && KINDS.contains(kind.getName()))) {
                        throw active();
                    }
                    add(next, value);
                }
            } else if (base instanceof COSArray array) {
                array.forEach(value -> add(next, value));
            }
        }
    }

    private static void add(Deque<COSBase> next, COSBase value) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            next.add(value);
        }
    }

    private static EvidenceRefused encrypted() {
        return EvidenceRefused.wrong(
                "De PDF is versleuteld of heeft een wachtwoord. Lever haar zonder wachtwoord in.",
                "The PDF is encrypted or has a password. Hand it in without a password.");
    }

    private static EvidenceRefused broken() {
        return EvidenceRefused.wrong(
                "De PDF is beschadigd. Maak haar opnieuw en lever haar weer in.",
                "The PDF is damaged. Make it again and hand it in once more.");
    }

    private static EvidenceRefused active() {
        return EvidenceRefused.wrong(
                "De PDF bevat een script, een formulier dat een programma is, of een ander bestand."
                        + " Druk haar af naar een gewone PDF en lever die in.",
                "The PDF holds a script, a form that is a program, or another file."
                        + " Print it to a plain PDF and hand that in.");
    }
}
