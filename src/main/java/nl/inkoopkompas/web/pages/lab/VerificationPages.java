package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import nl.inkoopkompas.rulebook.RuleBook;
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
    record InTable(String table, String words, String why, String example, List<String> rows) {}

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
        model.addAttribute("gaps", inTables(found.gaps(), language));
        model.addAttribute("overlaps", inTables(found.overlaps(), language));
        model.addAttribute("unreachable", inTables(found.unreachable(), language));
        model.addAttribute("criteria", found.criteria());
        model.addAttribute("passed", found.scenarios().passed());
        RuleBook book = draftBooks.book(draft);
        model.addAttribute("changed", cases(found.scenarios().changedByEdit(), book, locale));
        model.addAttribute("failed", cases(found.scenarios().failed(), book, locale));
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
                        .map(one -> new Unseen(one.what(), one.why().in(language)))
                        .toList());
        model.addAttribute(
                "blocking",
                found.blocking().stream().map(block -> block.in(language)).toList());
        return "lab/controle";
    }

    private static List<InTable> inTables(List<TableFinding> findings, Language language) {
        return findings.stream()
                .map(finding -> new InTable(
                        finding.table(),
                        finding.words().in(language),
                        finding.why().in(language),
                        said(finding.example()),
                        finding.rows()))
                .toList();
    }

    private List<Case> cases(List<ScenarioReport.Differing> differing, RuleBook book, Locale locale) {
        return differing.stream()
                .map(one -> new Case(
                        one.scenario(),
                        one.name(),
                        said(one.expected(), one.type(), book, locale),
                        said(one.got(), one.type(), book, locale),
                        String.join("; ", one.besides()),
                        one.norms()))
                .toList();
    }

    private String said(ScenarioReport.Answer answer, String type, RuleBook book, Locale locale) {
        if (answer.refused() != null) {
            return answer.refused();
        }
        Texts texts = book.policy(type).texts(Language.of(locale));
        List<String> parts = new ArrayList<>();
        if (answer.outcome() != null) {
            parts.add(texts.outcome(answer.outcome()).label());
        }
        answer.verdicts().forEach((key, verdict) -> {
            String[] about = key.split(" ", 2);
            String subject = about.length > 1 ? " (" + about[1] + ")" : "";
            parts.add(texts.criterion(about[0]).name() + subject + ": "
                    + Stream.of(verdict.split(" \\+ "))
                            .map(code -> messages.getMessage("verdict." + code, null, code, locale))
                            .collect(Collectors.joining(", ")));
        });
        return String.join("; ", parts);
    }

    private static String said(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
