package nl.inkoopkompas.evidence;

import static nl.inkoopkompas.evidence.TestDocuments.image;
import static nl.inkoopkompas.evidence.TestDocuments.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTests {

    @TempDir
    Path directory;

    @Test
    void takesWhatIsWhatItSays() throws IOException {
        assertThat(type("gva.PDF", pdf())).isEqualTo(FileType.PDF);
        assertThat(type("foto.png", image("png", 20, 10))).isEqualTo(FileType.PNG);
        assertThat(type("foto.jpeg", image("jpg", 20, 10))).isEqualTo(FileType.JPEG);
        assertThat(type("scan.png", image("png", 7000, 7000))).isEqualTo(FileType.PNG);
    }

    @Test
    void refusesWhatIsSomethingElse() {
        refuses("gva.pdf", image("png", 20, 10), "geen PDF");
        refuses("foto.png", pdf(), "geen PNG");
        refuses("foto.png", image("jpg", 20, 10), "geen PNG");
        refuses("brief.docx", pdf(), "Dit soort bestand");
        refuses("pdf", pdf(), "Dit soort bestand");
        refuses("gva.pdf.exe", pdf(), "Dit soort bestand");
        refuses("gva.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "geen PDF");
        refuses("foto.png", "MZ".getBytes(StandardCharsets.UTF_8), "geen PNG");
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] whole = pdf();
        refuses("gva.pdf", Arrays.copyOf(whole, 20), "beschadigd");
        refuses("gva.pdf", "%PDF-1.7\nniets".getBytes(StandardCharsets.UTF_8), "beschadigd");
        byte[] photo = image("png", 200, 100);
        refuses("foto.png", Arrays.copyOf(photo, 40), "beschadigd");
        refuses("foto.png", image("png", 8000, 8000), "60 miljoen");
    }

    @Test
    void refusesAPdfThatRunsOrHidesSomething() {
        refuses(
                "a.pdf",
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "script");
        refuses("a.pdf", pdf(FileCheckTests::launch), "script");
        refuses("a.pdf", pdf(FileCheckTests::embed), "ander bestand");
        refuses(
                "a.pdf",
                pdf(document -> document.getPage(0).getCOSObject().setString(COSName.getPDFName("XFA"), "<xdp/>")),
                "formulier");
    }

    @Test
    void refusesAnEncryptedPdf() {
        for (String password : new String[] {"", "geheim"}) {
            refuses(
                    "a.pdf",
                    pdf(document -> {
                        try {
                            document.protect(
                                    new StandardProtectionPolicy("eigenaar", password, new AccessPermission()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }),
                    "versleuteld");
        }
    }

    private static void launch(PDDocument document) {
        try {
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            PDPage page = document.getPage(0);
            page.getAnnotations().add(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void embed(PDDocument document) {
        try {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("verborgen.txt");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("verborgen.txt", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuses(String name, byte[] content, String because) {
        assertThatThrownBy(() -> type(name, content))
                .as(name)
                .isInstanceOfSatisfying(
                        EvidenceRefused.class,
                        refused -> assertThat(refused.sentence().nl()).contains(because));
    }

    private FileType type(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("incoming"), content);
        return new FileCheck().type(name, file);
    }
}
