package nl.inkoopkompas.web.pages.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.interchange.TableUpload;
import nl.inkoopkompas.lab.interchange.TableUpload.Result;
import nl.inkoopkompas.lab.interchange.TableWorkbook;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.WorkbookAnswer;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table of a draft as a workbook: out, in to see what it changes, and taken over by whoever wants that. */
@Controller
class TableFilePages {

    private static final String FILE = TablePages.ONE + ".xlsx";
    private static final String VIEW = "lab/tabel-inlezen";
    private static final String GROUP = "werkmap";

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final Clock clock;
    private final JsonMapper json;

    TableFilePages(Drafts drafts, DraftBooks draftBooks, DraftAddress address, Clock clock, JsonMapper json) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.clock = clock;
        this.json = json;
    }

    /** Something that the workbook changes; without a column it is a row that is new or gone. */
    record Line(
            String row,
            @Nullable String column,
            @Nullable String was,
            @Nullable String becomes) {}

    @GetMapping(FILE)
    ResponseEntity<StreamingResponseBody> workbook(
            @PathVariable String id, @PathVariable String decision, @PathVariable String table) {
        RuleBook book = draftBooks.book(address.draft(id));
        Table found = table(book, decision + "/" + table);
        return WorkbookAnswer.of(decision + "-" + table + ".xlsx", out -> TableWorkbook.write(book, found, out));
    }

    @PostMapping(FILE)
    ModelAndView upload(
            @PathVariable String id,
            @PathVariable String decision,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable MultipartFile bestand,
            Locale locale,
            Model model)
            throws IOException {
        Draft draft = address.draft(id);
        Language language = Language.of(locale);
        Table found = table(draftBooks.book(draft), decision + "/" + table);
        fill(draft, found, locale, model);
        try {
            if (bestand == null || bestand.isEmpty()) {
                throw new SheetsRefused("Kies een bestand dat niet leeg is.", "Choose a file that is not empty.");
            }
            Result result = TableUpload.read(bestand.getInputStream(), draftBooks.files(draft), found);
            if (!result.errors().isEmpty()) {
                return refused(
                        model,
                        result.errors().stream()
                                .map(error -> error.detail().in(language))
                                .toList());
            }
            model.addAttribute(
                    "lines",
                    result.changes().stream()
                            .map(change -> new Line(
                                    change.row(),
                                    change.column() == null
                                            ? null
                                            : change.column().label().in(language),
                                    change.was(),
                                    change.becomes()))
                            .toList());
            model.addAttribute("edits", json.writeValueAsString(result.edits()));
            return new ModelAndView(VIEW, model.asMap());
        } catch (SheetsRefused e) {
            return refused(model, List.of(e.sentence().in(language)));
        }
    }

    @PostMapping(TablePages.ONE + "/overnemen")
    ModelAndView take(
            @PathVariable String id,
            @PathVariable String decision,
            @PathVariable String table,
            @RequestParam String wijzigingen,
            @RequestParam(defaultValue = "") String reden,
            @RequestParam(required = false) @Nullable String samen,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        Table found = table(draftBooks.book(draft), decision + "/" + table);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("edits", edits(wijzigingen, samen != null));
        body.put("reason", reden);
        Outcome<Draft> outcome = Refusals.of(
                locale,
                () -> drafts.edit(
                        draft, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), principal.getName()));
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", "saved");
            return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/tabellen/" + found.id());
        }
        fill(draft, found, locale, model);
        return refused(model, refused.sentences());
    }

    /** What a page sent back is checked like whatever else is sent. */
    private JsonNode edits(String sent, boolean together) {
        try {
            JsonNode edits = json.readTree(sent);
            if (together) {
                edits.forEach(edit -> {
                    if (edit instanceof ObjectNode object) {
                        object.put("group", GROUP + "-" + clock.millis());
                    }
                });
            }
            return edits;
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    private static ModelAndView refused(Model model, List<String> sentences) {
        model.addAttribute("refused", sentences);
        return new ModelAndView(VIEW, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Table table(RuleBook book, String name) {
        Table found = book.table(name);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    private void fill(Draft draft, Table table, Locale locale, Model model) {
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute("table", table.id());
        model.addAttribute("label", table.label().in(Language.of(locale)));
    }
}
