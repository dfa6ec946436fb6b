package nl.inkoopkompas.correspondence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.inkoopkompas.rulebook.Language;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates of letters, and prints them as PDF/UA-1 and PDF/A-2a with their fonts in them. */
@Component
class Paper {

    private static final String FOLDER = "letters/";
    private static final String REGULAR = "fonts/400Regular.ttf";
    private static final String BOLD = "fonts/600SemiBold.ttf";
    private static final String FAMILY = "Source Sans 3";
    private static final Pattern HEADING = Pattern.compile("(</?h)([1-4])(?=[ >])");

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final String style = read("letter.css");
    private final Glyphs glyphs = new Glyphs(List.of(REGULAR, BOLD));

    Paper() {
        XRLog.setLoggingEnabled(false);
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Paper.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /** A whole document in well-formed HTML. */
    String document(String template, Map<String, Object> values) {
        return templates.process(template, context(values));
    }

    /** The text of a document as a piece of a page, with its headings some levels lower. */
    String article(String template, Map<String, Object> values, int lower) {
        String article = templates.process(template, Set.of("article"), context(values));
        return HEADING.matcher(article).replaceAll(tag -> tag.group(1) + (Integer.parseInt(tag.group(2)) + lower));
    }

    private Context context(Map<String, Object> values) {
        Context context = new Context(Language.NL.locale(), values);
        context.setVariable("style", style);
        return context;
    }

    /** What is in a text that the fonts lack. */
    List<String> unprintable(String text) {
        return glyphs.unprintable(text);
    }

    byte[] print(String document) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument target = new PDDocument();
                TrueTypeFont regular = font(REGULAR);
                TrueTypeFont bold = font(BOLD)) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(target);
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            use(builder, PDType0Font.load(target, regular, true), 400);
            use(builder, PDType0Font.load(target, bold, true), 700);
            builder.withProducer("Inkoopkompas");
            builder.withHtmlContent(glyphs.printable(document), null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void use(PdfRendererBuilder builder, PDFont font, int weight) {
        builder.useFont(new PDFontSupplier(font), FAMILY, weight, FontStyle.NORMAL, true);
    }

    /** Without its ligatures: PDFBox does not say which letters they stand for, as PDF/A asks. */
    static TrueTypeFont font(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            return font;
        }
    }

    static InputStream open(String resource) {
        InputStream in = Paper.class.getResourceAsStream("/" + FOLDER + resource);
        if (in == null) {
            throw new IllegalStateException("The program lacks " + FOLDER + resource);
        }
        return in;
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
