package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided on exceptions, for the five municipalities to follow (RFC 4287). It never names a client. */
@RestController
@Tag(name = "Exception contracts")
class ExceptionFeed {

    private static final String PATH = ExceptionContractsApi.PATH + "/feed.atom";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String MUNICIPALITIES = "reference/municipalities";
    private static final int MOST = 50;

    private final ExceptionContracts contracts;
    private final CurrentRuleBook current;
    private final XMLOutputFactory factory = XMLOutputFactory.newFactory();

    ExceptionFeed(ExceptionContracts contracts, CurrentRuleBook current) {
        this.contracts = contracts;
        this.current = current;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @Operation(summary = "Follow what is decided on exceptions, of one municipality or of all")
    ResponseEntity<String> feed(
            @Parameter(description = "CBS code") @RequestParam(required = false) @Nullable String municipality,
            HttpServletRequest request)
            throws XMLStreamException {
        RuleBook book = current.get();
        List<String> known = book.requireTable(MUNICIPALITIES).rows().stream()
                .map(Table.Row::id)
                .toList();
        String asked = municipality == null ? null : Parameters.option("municipality", municipality, known);
        Language language = ApiLanguage.of(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(xml(asked, contracts.lastDecided(asked, MOST), book, language));
    }

    private String xml(@Nullable String municipality, List<ExceptionCase> cases, RuleBook book, Language language)
            throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = factory.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", "urn:inkoopkompas:exception-contracts:" + (municipality == null ? "all" : municipality));
        element(
                xml,
                "title",
                new Bilingual("Besluiten over uitzonderingscontracten", "Decisions on exception contracts")
                        .in(language));
        element(
                xml,
                "updated",
                cases.stream()
                        .map(one -> String.valueOf(one.line().resultAt()))
                        .findFirst()
                        .orElse(Instant.EPOCH.toString()));
        xml.writeStartElement("author");
        element(xml, "name", "RWO");
        xml.writeEndElement();
        link(xml, "self", PATH + (municipality == null ? "" : "?municipality=" + municipality));
        for (ExceptionCase one : cases) {
            entry(xml, one, book, language);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, ExceptionCase one, RuleBook book, Language language)
            throws XMLStreamException {
        Line line = one.line();
        Table municipalities = book.requireTable(MUNICIPALITIES);
        String place = municipalities
                .row(line.municipality())
                .map(row -> String.valueOf(municipalities.cell(row, "name")))
                .orElse(line.municipality());
        String result = new Bilingual(
                        String.valueOf(line.result()).equals("APPROVED") ? "goedgekeurd" : "afgewezen",
                        String.valueOf(line.result()).equals("APPROVED") ? "approved" : "rejected")
                .in(language);
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + line.id());
        element(
                xml,
                "title",
                line.kind() + " " + line.product() + ", " + line.providerName() + ", " + place + ": " + result);
        element(xml, "updated", String.valueOf(line.resultAt()));
        link(xml, "alternate", ExceptionContractsApi.PATH + "/" + line.id());
        category(xml, "municipality", line.municipality());
        category(xml, "result", String.valueOf(line.result()));
        element(
                xml,
                "summary",
                one.decided()
                        .map(act -> String.valueOf(act.said().motivation()))
                        .orElse("")
                        .replace(line.client(), "…"));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void category(XMLStreamWriter xml, String scheme, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", "urn:inkoopkompas:" + scheme);
        xml.writeAttribute("term", term);
    }

    /** Without what XML cannot hold. */
    private static String writable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
