package nl.inkoopkompas.web.pages.lab;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import nl.inkoopkompas.web.pages.lab.TableGrid.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/** The tables of a draft, and the editor of one. */
@Controller
class TablePages {

    static final String TABLES = DraftAddress.ONE + "/tabellen";
    static final String ONE = TABLES + "/{decision}/{table}";

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final Clock clock;

    TablePages(Drafts drafts, DraftBooks draftBooks, DraftAddress address, Clock clock) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.clock = clock;
    }

    /** A table in the list. */
    record Line(String id, String label, int rows, long changed) {}

    @GetMapping(TABLES)
    String tables(@PathVariable String id, Locale locale, Model model) {
        Draft draft = address.draft(id);
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        RuleBook book = draftBooks.book(draft);
        model.addAttribute(
                "tables",
                book.tables().values().stream()
                        .map(table -> new Line(
                                table.id(),
                                table.label().in(Language.of(locale)),
                                table.rows().size(),
                                draft.edits().stream()
                                        .filter(made -> made.edit().target().startsWith(table.id() + "#"))
                                        .count()))
                        .toList());
        return "lab/tabellen";
    }

    @GetMapping(ONE)
    String editor(
            @PathVariable String id,
            @PathVariable String decision,
            @PathVariable String table,
            Locale locale,
            Model model) {
        Draft draft = address.draft(id);
        fill(draft, decision + "/" + table, Map.of(), Map.of(), locale, model);
        return "lab/tabel";
    }

    @PostMapping(ONE)
    ModelAndView save(
            @PathVariable String id,
            @PathVariable String decision,
            @PathVariable String table,
            @RequestParam Map<String, String> sent,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        String name = decision + "/" + table;
        Sent edits = TableGrid.edits(table(draft, name), sent);
        if (edits.edits().isEmpty()) {
            redirect.addFlashAttribute("done", "nothing");
            return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/tabellen/" + name);
        }
        ObjectNode body = edits.body(sent.getOrDefault("reden", ""), sent.containsKey("samen"), clock.instant());
        Outcome<Draft> outcome = Refusals.of(
                locale,
                () -> drafts.edit(
                        draft, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), principal.getName()));
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", "saved");
            return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/tabellen/" + name);
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        for (int i = 0; i < refused.pointers().size(); i++) {
            wrong.put(edits.field(refused.pointers().get(i)), refused.details().get(i));
        }
        fill(draft, name, sent, wrong, locale, model);
        model.addAttribute("refused", refused.sentences());
        return new ModelAndView("lab/tabel", model.asMap(), refused.status());
    }

    private Table table(Draft draft, String name) {
        Table found = draftBooks.book(draft).table(name);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    private void fill(
            Draft draft, String name, Map<String, String> sent, Map<String, String> wrong, Locale locale, Model model) {
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute(
                "grid",
                TableGrid.of(draftBooks.book(draft), draftBooks.base(draft), table(draft, name), sent, wrong, locale));
        model.addAttribute("map", TableMap.of(draftBooks.book(draft), table(draft, name), locale));
        model.addAttribute("sent", sent);
        model.addAttribute("wrong", wrong);
    }
}
