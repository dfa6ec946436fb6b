package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.Change;
import nl.inkoopkompas.decision.Finding.Fact;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A criterion on a new field costs a schema field, a rule file, a row, texts and a scenario, and no Java. */
class NewCriterionTests {

    private static final String RULES = "rules/admission/";

    private static final String DRL = """
            package admission.complaints_procedure;

            import nl.inkoopkompas.decision.algebra.Condition;
            import nl.inkoopkompas.decision.algebra.Criterion;
            import static nl.inkoopkompas.decision.Verdict.*;

            declare ComplaintsProcedure extends Criterion
                @subject("/applicant")

                present : Condition =
                    the("complaintsProcedure").isTrue()
            end

            rule "Er is een klachtenregeling: voldoet"
                @criterion("admission.complaints-procedure") @source("inkoopplan-2025 § 4.4.1")
            when
                $c : ComplaintsProcedure( holds(present) )
            then
                $c.report(MET, $c.getPresent());
            end

            rule "Er is geen klachtenregeling: voldoet niet"
                @criterion("admission.complaints-procedure") @source("inkoopplan-2025 § 4.4.1")
            when
                $c : ComplaintsProcedure( fails(present) )
            then
                $c.report(NOT_MET, $c.getPresent());
            end

            rule "Onbekend of er een klachtenregeling is"
                @criterion("admission.complaints-procedure") @source("inkoopplan-2025 § 4.4.1")
            when
                $c : ComplaintsProcedure( open(present) )
            then
                $c.report(UNDETERMINED, $c.getPresent());
            end
            """;

    private static final String TEXTS = """
            criteria:
              admission.complaints-procedure:
                name: Klachtenregeling
                verdicts:
                  MET: "Er is een klachtenregeling."
                  NOT_MET: "Er is geen klachtenregeling."
                  UNDETERMINED: "Dit ontbreekt: {{missing}}."
                remedies:
                  NOT_MET: "Stel een klachtenregeling vast."
                  UNDETERMINED: "Vraag ernaar."
            """;

    private static final String SCENARIO = """
            - id: complaints-procedure-absent
              name: Zonder klachtenregeling
              source: { document: inkoopplan-2025, section: "4.4.1" }
              base: ambulant-jeugd
              change: { "/applicant/complaintsProcedure": false }
              expect:
                verdicts: { admission.complaints-procedure: NOT_MET }
            """;

    @Test
    void answersANewCriterionOnANewFieldWithoutAnyJava() {
        RuleBook book = RuleBookReader.read(extended());
        ProjectRuleBook.ENGINE.prepare(book);

        Finding absent = finding(book, false);
        assertThat(absent.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(absent.facts()).contains(new Fact("/applicant/complaintsProcedure", false));
        assertThat(absent.reason()).isEqualTo("Er is geen klachtenregeling.");
        assertThat(absent.remedy().change()).containsExactly(new Change("/applicant/complaintsProcedure", false, true));
        assertThat(finding(book, true).verdict()).isEqualTo(Verdict.MET);
        Finding unknown = finding(book, null);
        assertThat(unknown.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(unknown.reason()).isEqualTo("Dit ontbreekt: klachtenregeling.");
    }

    private static RuleBookFiles extended() {
        RuleBookFiles files = ProjectRuleBook.FILES;
        String schema = files.text(RULES + "input.schema.yaml")
                .replace(
                        "      housingAvailable:\n",
                        "      complaintsProcedure:\n"
                                + "        type: [boolean, \"null\"]\n"
                                + "        x-actionable: true\n"
                                + "        x-label: { nl: Klachtenregeling, en: Complaints procedure }\n"
                                + "        x-column: klachtenregeling\n"
                                + "      housingAvailable:\n");
        String criteria = "decision-tables/admission/criteria.csv";
        return files.with(RULES + "input.schema.yaml", schema)
                .with(RULES + "complaints-procedure.drl", DRL)
                .with(RULES + "texts_nl.yaml", withTexts(files, "nl"))
                .with(RULES + "texts_en.yaml", withTexts(files, "en"))
                .with(RULES + "scenarios/complaints-procedure.yaml", SCENARIO)
                .with(
                        criteria,
                        files.text(criteria)
                                + "complaints-procedure,*,admission.complaints-procedure,true,true,KNOCK_OUT,,inkoopplan-2025 § 4.4.1\n");
    }

    private static String withTexts(RuleBookFiles files, String language) {
        return files.text(RULES + "texts_" + language + ".yaml").replaceFirst("(?m)^criteria:\n", TEXTS);
    }

    private static Finding finding(RuleBook book, Boolean present) {
        ObjectNode request = (ObjectNode)
                book.policy("admission").scenarios().get(0).request().deepCopy();
        ((ObjectNode) request.get("applicant")).put("complaintsProcedure", present);
        Decision decision = ProjectRuleBook.ENGINE.decide(
                new AdmissionType(), new Input(request, DecisionEngine.noContext()), book, Language.NL);
        return decision.findings().stream()
                .filter(finding -> finding.criterion().equals("admission.complaints-procedure"))
                .findFirst()
                .orElseThrow();
    }
}
