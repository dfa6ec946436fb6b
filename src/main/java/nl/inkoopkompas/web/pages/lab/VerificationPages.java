package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.scenarios.ScenarioReport;
import nl.inkoopkompas.lab.tables.TableFinding;
import nl.inkoopkompas.lab.verification.Verification;
import nl.inkoopkompas.lab.verification.Verifications;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is found about a draft: one line for each kind, quiet where nothing is wrong. */
@Controller
class VerificationPages {

    private final Verifications verifications;
    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final MessageSource messages;

    VerificationPages(
            Verifications verifications,
            Drafts drafts,
            DraftBooks draftBooks,
            DraftAddress address,
            MessageSource messages) {
        this.verifications = verifications;
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.messages = messages;
    }

    /** Something in a table. */
    record InTable(String table, String name, String words, String why, String example, List<String> rows) {}

    /**
     * A golden case that came out otherwise.
     *
     * @param besides what else differs than outcome and verdicts; may be empty
     */
    record Case(String id, String name, String expected, String got, String besides, List<String> norms) {}

    /** Something that may never happen. */
    record Never(
            String text,
            boolean holds,
            @Nullable String provenBy,
            @Nullable String example) {}

    record Unseen(String what, String why) {}

    @GetMapping(DraftAddress.ONE + "/controle")
    String verification(@PathVariable String id, Locale locale, Model model) {
        Draft draft = address.draft(id);
        Language language = Language.of(locale);
        Verification found = verifications.verify(draft);
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        BookNames names = new BookNames(draftBooks.book(draft), locale, messages);
        model.addAttribute("gaps", inTables(found.gaps(), names));
        model.addAttribute("overlaps", inTables(found.overlaps(), names));
        model.addAttribute("unreachable", inTables(found.unreachable(), names));
        model.addAttribute("names", names);
        model.addAttribute("criteria", found.criteria());
        model.addAttribute("passed", found.scenarios().passed());
        model.addAttribute("changed", cases(found.scenarios().changedByEdit(), names));
        model.addAttribute("failed", cases(found.scenarios().failed(), names));
        model.addAttribute(
                "invariants",
                found.invariants().stream()
                        .map(checked -> new Never(
                                checked.text().in(language),
                                checked.holds(),
                                checked.provenBy(),
                                checked.counterexample() == null
                                        ? null
                                        : checked.counterexample().toPrettyString()))
                        .toList());
        model.addAttribute(
                "unexplained",
                found.clauses().stream()
                        .filter(finding -> !finding.isExplained())
                        .count());
        model.addAttribute("clauses", found.clauses().size());
        model.addAttribute(
                "notAnalysed",
                found.notAnalysed().stream()
                        .map(one -> new Unseen(names.of(one.what()), one.why().in(language)))
                        .toList());
        model.addAttribute(
                "blocking",
                found.blocking().stream().map(block -> block.in(language)).toList());
        return "lab/controle";
    }

    private static List<InTable> inTables(List<TableFinding> findings, BookNames names) {
        Language language = Language.of(names.locale());
        return findings.stream()
                .map(finding -> new InTable(
                        finding.table(),
                        names.of(finding.table()),
                        finding.words().in(language),
                        finding.why().in(language),
                        names.cells(finding.table(), finding.example()),
                        finding.rows()))
                .toList();
    }

    private List<Case> cases(List<ScenarioReport.Differing> differing, BookNames names) {
        return differing.stream()
                .map(one -> new Case(
                        one.scenario(),
                        one.name(),
                        said(one.expected(), one.type(), names),
                        said(one.got(), one.type(), names),
                        String.join("; ", one.besides()),
                        one.norms().stream().map(names::of).toList()))
                .toList();
    }

    private String said(ScenarioReport.Answer answer, String type, BookNames names) {
        Locale locale = names.locale();
        if (answer.refused() != null) {
            return answer.refused();
        }
        Texts texts = names.book().policy(type).texts(Language.of(locale));
        List<String> parts = new ArrayList<>();
        if (answer.outcome() != null) {
            parts.add(texts.outcome(answer.outcome()).label());
        }
        answer.verdicts().forEach((key, verdict) -> {
            String[] about = key.split(" ", 2);
            String subject = about.length > 1 ? " (" + names.subject(type, about[1]) + ")" : "";
            parts.add(texts.criterion(about[0]).name() + subject + ": "
                    + Stream.of(verdict.split(" \\+ "))
                            .map(code -> messages.getMessage("verdict." + code, null, code, locale))
                            .collect(Collectors.joining(", ")));
        });
        return String.join("; ", parts);
    }
}
