package nl.inkoopkompas.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.StatedRows.Said;
import nl.inkoopkompas.decision.algebra.Why;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** What follows from all findings and trade-offs together: the choice itself, and the document that goes with it. */
final class DrawnFindings {

    private static final String CHOICE = "procedure.choice";
    private static final String DOCUMENT = "procedure.document";
    private static final String PROCEDURES = "procedure/procedures";

    private final Case asked;
    private final List<Judged> findings;
    private final Weighing weighing;
    private final Choice choice;
    private final Element subject;

    DrawnFindings(Case asked, List<Judged> findings, Weighing weighing, Choice choice) {
        this.asked = asked;
        this.findings = findings;
        this.weighing = weighing;
        this.choice = choice;
        this.subject = asked.request().child(asked.request().shape().require("profile"));
    }

    List<Judged> all() {
        return List.of(choice(), document());
    }

    private Judged choice() {
        Citations citations = new Citations();
        Norm margin = asked.norm(Terms.MARGIN, citations);
        if (findings.stream().anyMatch(DrawnFindings::defers)) {
            return drawn(CHOICE, Verdict.NOT_APPLICABLE, deferred(), reasons());
        }
        if (margin.value() == null) {
            return drawn(CHOICE, Verdict.UNDETERMINED, citations, List.of(Why.unset(margin)));
        }
        cite(citations);
        return drawn(CHOICE, choice.chosen() ? Verdict.MET : Verdict.JUDGEMENT, citations, List.of());
    }

    private Judged document() {
        Citations citations = new Citations();
        if (findings.stream().anyMatch(DrawnFindings::defers)) {
            return drawn(DOCUMENT, Verdict.NOT_APPLICABLE, deferred(), reasons());
        }
        asked.norm(Terms.MARGIN, citations);
        cite(citations);
        Table table = asked.ruleBook().requireTable(PROCEDURES);
        Table.Row row = choice.chosen() ? row(table, choice.best()) : null;
        if (row == null) {
            return drawn(DOCUMENT, Verdict.NOT_APPLICABLE, citations, reasons());
        }
        citations.add(Norm.of(table, row, "document"));
        if (table.cell(row, "document") == null) {
            return drawn(DOCUMENT, Verdict.NOT_APPLICABLE, citations, reasons());
        }
        if (table.cell(row, "obligatoryWmoFrom") instanceof LocalDate) {
            citations.add(Norm.of(table, row, "obligatoryWmoFrom"));
        }
        boolean several = Boolean.TRUE.equals(table.cell(row, "documentChoice"));
        return drawn(DOCUMENT, several ? Verdict.JUDGEMENT : Verdict.MET, citations, List.of());
    }

    private static Table.@Nullable Row row(Table table, Procedure procedure) {
        return table.rows().stream()
                .filter(row -> procedure.name().equals(table.cell(row, "procedure")))
                .findFirst()
                .orElse(null);
    }

    private Judged drawn(String criterion, Verdict verdict, Citations citations, List<Why> because) {
        return asked.drawn(criterion, subject, verdict, citations, because, List.of("X-42"));
    }

    private static boolean defers(Judged finding) {
        return Blocks.defers(finding.effect(), finding.verdict());
    }

    private Citations deferred() {
        Citations citations = new Citations();
        findings.stream().filter(DrawnFindings::defers).forEach(finding -> add(finding, citations));
        return citations;
    }

    /** Everything that the scores and the blocks rest on. */
    private void cite(Citations citations) {
        findings.stream()
                .filter(finding -> finding.effect().equals(Procedure.UNDECIDED)
                        || !Procedure.of(finding.effect()).isEmpty())
                .forEach(finding -> add(finding, citations));
        for (int i = 0; i < weighing.rows().size(); i++) {
            Said said = weighing.said().get(i);
            if (said.why() != null) {
                said.why().cite(citations);
            }
            if (weighing.applies(i)) {
                citations.add(weighing.rows().get(i).norm());
            }
        }
    }

    private static void add(Judged finding, Citations citations) {
        finding.citations().facts().forEach(citations::add);
        finding.citations().norms().forEach(citations::add);
    }

    private List<Why> reasons() {
        List<Why> reasons = new ArrayList<>();
        findings.forEach(finding -> reasons.addAll(finding.because()));
        return reasons;
    }
}
