package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule book that is wrong is refused when it is read, in a sentence that says where and what. */
class BadRuleBookTests {

    private static final DecisionEngine ENGINE = new DecisionEngine(new EngineReceipt("test", "bad"));
    private static final String INSURANCE = "rules/admission/insurance.drl";
    private static final String PARAMETERS = "rules/admission/parameters.yaml";
    private static final String PRODUCTS = "decision-tables/admission/products.csv";
    private static final String CRITERIA = "decision-tables/admission/criteria.csv";
    private static final String TEXTS = "rules/admission/texts_nl.yaml";
    private static final String MET_RULE = "rule \"Eén verzekering met beide bedragen en bewijs: voldoet\"";

    private final List<DynamicTest> cases = new ArrayList<>();

    /** A book with one criterion, in which one text is replaced by another. */
    private void refuses(String criterion, String path, String from, String to, String place, String sentence) {
        String name = path.substring(path.lastIndexOf('/') + 1) + ": " + sentence;
        cases.add(DynamicTest.dynamicTest(name, () -> {
            RuleBookFiles good = SingleCriterionBook.of("admission." + criterion);
            assertThat(good.text(path)).contains(from);
            expect(good.with(path, good.text(path).replace(from, to)), path, place, sentence);
        }));
    }

    private void refuses(String from, String to, String place, String sentence) {
        refuses("insurance", INSURANCE, from, to, place, sentence);
    }

    private void refusesFile(String path, String from, String to, String place, String sentence) {
        refuses("insurance", path, from, to, place, sentence);
    }

    /** The problem shows in another file than the one that was changed. */
    private void refusesElsewhere(String path, String from, String to, String file, String place, String sentence) {
        cases.add(DynamicTest.dynamicTest(file + ": " + sentence, () -> {
            RuleBookFiles good = SingleCriterionBook.of("admission.insurance");
            assertThat(good.text(path)).contains(from);
            expect(good.with(path, good.text(path).replace(from, to)), file, place, sentence);
        }));
    }

    static void expect(RuleBookFiles bad, String file, String place, String sentence) {
        RuleBookRefused refused = catchThrowableOfType(RuleBookRefused.class, () -> {
            RuleBook book = RuleBookReader.read(bad);
            ENGINE.prepare(book);
        });
        assertThat(refused).as("the book was read").isNotNull();
        assertThat(refused.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .matches(found -> found.file().equals(file), "in " + file)
                        .matches(found -> found.place().contains(place), "at " + place)
                        .matches(found -> found.sentence().contains(sentence), "says " + sentence))
                .allSatisfy(problem -> assertThat(problem.sentence()).isNotBlank());
    }

    @TestFactory
    Stream<DynamicTest> refusesRuleFiles() {
        refuses("inkoopplan-2025 §", "inkoopplan-2099 §", "line", "source \"inkoopplan-2099\" is not in rules/sources");
        refuses("onder 10\"", "onder 99\"", "line", "section \"4.4.1 onder 99\" of inkoopplan-2025 is not in");
        refuses("inkoopplan-2025 § 4", "inkoopplan-2025 4", "line", "expected \"document § section\"");
        refuses("@criterion(\"admission.insurance\") ", "", "line", "has no @criterion");
        refuses("admission.insurance\")", "admission.assurance\")", "line", "after its file it is admission.insurance");
        refuses("@source(", "@interpretation(", "line", "has no @source");
        refuses("@source(", "@interpretation(\"X-99\") @source(", "line", "interpretation X-99 is not in");
        refuses("@source(", "@author(\"ik\") @source(", "line", "has @author, which means nothing here");
        refuses("@source(", "salience 10 @source(", "line", "has an attribute; only @criterion");
        refuses("@source(", "no-loop @source(", "line", "has an attribute; only @criterion");
        refuses("\"perEvent\")", "\"perIncident\")", "enough", "\"perIncident\" is not in insurances, which has");
        refuses("any(\"insurances\")", "any(\"policies\")", "enough", "\"policies\" is not in applicant, which has");
        refuses("any(\"insurances\")", "any(\"employees\")", "enough", "not a list");
        refuses(
                "row(\"insurance\", \"OTHER\", \"perYear\")",
                "row(\"insurance\", \"LARGE\", \"perYear\")",
                "enough",
                "has no row LARGE");
        refuses("\"OTHER\", \"perYear\"", "\"OTHER\", \"perDay\"", "enough", "has no column perDay");
        refuses("row(\"insurance\"", "row(\"assurance\"", "enough", "there is no table admission/assurance");
        refuses("\"OTHER\", \"perYear\"", "\"OTHER\", \"size\"", "enough", "which does not fit");
        refuses(
                "whose(\"proofProvided\").isTrue()",
                "whose(\"perYear\").isTrue()",
                "enough",
                "\"perYear\" is a whole number");
        refuses("defined(\"micro\")", "defined(\"tiny\")", "enough", "\"tiny\" is not defined");
        refuses("fails(enough)", "holds(enough)", "line", "no rule speaks");
        refuses("fails(enough)", "fails(enough) || open(enough)", "line", "two rules speak");
        refuses("report(NOT_MET", "report(MET", "line", "two rules report MET");
        refuses("report(NOT_MET", "report(REMEDIED", "line", "reports REMEDIED, which no rule can report");
        refuses(
                "report(NOT_MET, $c.getEnough()",
                "report(NOT_MET, $c.getProof()",
                "line",
                "names proof; there are [enough]");
        refuses("fails(enough)", "fails(much)", "line", "names much; there are [enough]");
        refuses("Insurance( fails", "Housing( fails", "line", "matches Housing; this file declares Insurance");
        refuses("fails(enough)", "not(enough)", "line", "is not holds(…), fails(…) or open(…)");
        refuses("fails(enough)", "eval(true)", "line", "is not holds(…), fails(…) or open(…)");
        refuses("fails(enough)", "fails(enough), employees > 10", "line", "is not holds(…), fails(…) or open(…)");
        refuses("$c : Insurance( fails", "exists $c : Insurance( fails", "line", "has an attribute; only @criterion");
        refuses(
                "$c : Insurance( fails(enough) )",
                "$c : Insurance( fails(enough) ) from entry-point \"x\"",
                "line",
                "is not holds(…), fails(…) or open(…)");
        refuses(
                "$c : Insurance( fails(enough) )",
                "$c : Insurance( fails(enough) )\n    $d : Insurance()",
                "line",
                "is not holds(…), fails(…) or open(…)");
        refuses(
                "$c.report(NOT_MET",
                "modify($c) {}; $c.report(NOT_MET",
                "line",
                "is not holds(…), fails(…) or open(…)");
        refuses(
                "$c.report(NOT_MET",
                "insert(\"x\"); $c.report(NOT_MET",
                "line",
                "is not holds(…), fails(…) or open(…)");
        refuses(
                "$c.report(NOT_MET",
                "System.exit(1); $c.report(NOT_MET",
                "line",
                "is not holds(…), fails(…) or open(…)");
        refuses("any(\"insurances\")", "any(System.getProperty(\"x\"))", "line", "is no word of the algebra");
        refuses("\"OTHER\", \"perYear\"", "\"OTHER\", 2", "line", "may not stand in a declaration");
        refuses("any(\"insurances\")", "any(\"insur\" + \"ances\")", "line", "may not stand in a declaration");
        refuses("enough : Condition", "enough : Object", "line", "is no condition that stands above it");
        refuses(
                "declare Insurance",
                "import java.util.List;\ndeclare Insurance",
                "line",
                "is not part of a declaration");
        refuses(
                "    enough :",
                "    import static java.lang.Math.abs;\n    enough :",
                "line",
                "is no condition that stands above it");
        refuses(
                "package admission.insurance;",
                "package admission.other;",
                "line",
                "the file starts with \"package admission.insurance;\"");
        refuses(
                "package admission.insurance;",
                "package admission.insurance;\nglobal java.util.List list;",
                "line",
                "is not part of a declaration");
        refuses("declare Insurance extends Criterion", "declare Insurance", "line", "the file declares one criterion");
        refuses("@subject(\"/applicant\")", "@subject(\"/bidder\")", "", "the subject /bidder is not in");
        refuses(MET_RULE, "function int one() { return 1; }\n" + MET_RULE, "line", "is not part of a declaration");
        refuses(MET_RULE, "query \"q\"\nend\n" + MET_RULE, "line", "is not part of a declaration");
        refuses(
                ".isTrue()\nend",
                ".isTrue()\n\n    idle : Condition = the(\"usesVolunteers\").isTrue()\nend",
                "line",
                "condition idle is never used");
        refuses(
                "negative-experience",
                "rules/admission/negative-experience.drl",
                "is(\"REFUSED\")",
                "is(\"REFUSD\")",
                "lost",
                "\"kind\" is never REFUSD; it is one of");
        refuses(
                "negative-experience",
                "rules/admission/negative-experience.drl",
                "norm(\"look-back-years\")",
                "norm(\"look-back\")",
                "lost",
                "there is no parameter admission.negative-experience.look-back");
        refuses(
                "procurement-declaration",
                "rules/admission/procurement-declaration.drl",
                "isNotOlderThanMonths",
                "isWithinYears",
                "valid",
                "is in months; expected years");
        refuses(
                "housing",
                "rules/admission/housing.drl",
                "is(\"JUDGEMENT\")",
                "is(\"JUDGMENT\")",
                "judged",
                "a norm is compared with JUDGMENT; it is one of");
        refuses(
                "housing",
                "rules/admission/housing.drl",
                "norm(\"missing\").is(\"JUDGEMENT\")",
                "whether(norm(\"missing\"))",
                "judged",
                "is compared with true");
        refuses(
                "association",
                "rules/admission/association.drl",
                "where(\"contract\"",
                "where(\"contracts\"",
                "listed",
                "has no column contracts");
        refuses(
                "experience",
                "rules/admission/experience.drl",
                "            .isAtLeast(row(\"products\", subject(\"code\"), \"minTrajectories\"))\n",
                "",
                "enough",
                "a sum says what it is at least");
        refuses(
                "experience",
                "rules/admission/experience.drl",
                "sum(\"trajectories\"",
                "sum(\"statement\"",
                "enough",
                "cannot be added up");
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> refusesTablesParametersAndTexts() {
        refusesFile(
                PRODUCTS,
                "p-48a01,48A01,jeugdbescherming-jeugdreclassering,Jeugdbescherming,10,",
                "p-48a01,48A01,jeugdbescherming-jeugdreclassering,Jeugdbescherming,tien,",
                "row 2, column minTrajectories",
                "\"tien\" is not a whole number");
        refusesFile(
                PRODUCTS,
                "Jeugdreclassering,5,HBO",
                "Jeugdreclassering,5,HBO+",
                "row 3, column minLevel",
                "\"HBO+\" is not one of");
        refusesFile(PRODUCTS, "id,code,contract", "id,kode,contract", "row 1", "the header is");
        refusesFile(PRODUCTS, "p-47a01,47A01", "p-48a01,47A01", "row 3, column id", "\"p-48a01\" stands twice");
        refusesFile(PRODUCTS, "p-47a01,47A01", "p-47a01,48A01", "row 3, column code", "answers the same key as");
        refusesFile(PRODUCTS, "p-47a01,47A01", "p-47a01,*", "row 3, column code", "\"*\" may not stand here");
        refusesFile(
                PRODUCTS,
                "p-47a01,47A01,jeugdbescherming-jeugdreclassering",
                "p-47a01,47A01,jeugdwerk",
                "row p-47a01, column contract",
                "\"jeugdwerk\" is not in reference/contracts");
        refusesFile(PRODUCTS, "p-47a01,47A01,", "p-47a01,,", "row 3, column code", "is empty; expected");
        refusesFile(
                PRODUCTS,
                "Jeugdreclassering,5,HBO,3,false,,6.1",
                "Jeugdreclassering,5,HBO,3,nee,,6.1",
                "row 3, column isNew",
                "\"nee\" is not true or false");
        refusesFile(
                PRODUCTS,
                "Jeugdreclassering,5,HBO,3,false,,6.1",
                "Jeugdreclassering,5,HBO,3,false,6.1",
                "",
                "this is no CSV: Record 3 has 9 fields");
        refusesFile(PRODUCTS, "p-47a01,", "P 47,", "row 3, column id", "\"P 47\" is not a lower-case id");
        refusesFile(
                "decision-tables/admission/entry-windows.csv",
                "2024-02-01",
                "01-02-2024",
                "column opensOn",
                "is not a date");
        refusesFile(
                "decision-tables/admission/entry-windows.csv",
                "huisregel § openstellingen",
                "huisregel",
                "column source",
                "is not a document id");
        refusesFile(
                "decision-tables/admission/entry-windows.csv",
                "huisregel § openstellingen",
                "huisregel § geheim",
                "row ambulant-jeugd-45a04-2026",
                "is not in rules/sources.yaml");
        refusesFile(
                "decision-tables/admission/products.table.yaml",
                "hit: unique",
                "hit: first",
                "",
                "\"hit\" is FIRST; it is one of");
        refusesFile(
                "decision-tables/admission/products.table.yaml",
                "key: [code]",
                "key: [kode]",
                "",
                "the key names \"kode\", which is no column");
        refusesFile(
                "decision-tables/admission/products.table.yaml",
                "id: admission/products",
                "id: admission/product",
                "",
                "after the name of its file");
        refusesElsewhere(
                "decision-tables/admission/products.table.yaml",
                "to: reference/contracts",
                "to: reference/contract",
                PRODUCTS,
                "column contract",
                "which is not there");
        refusesElsewhere(
                PARAMETERS,
                "value: EITHER",
                "value: BOTH",
                "rules/interpretations.yaml",
                "X-23",
                "applies EITHER, but admission.micro.reading says otherwise");
        refusesFile(
                "decision-tables/admission/products.table.yaml",
                "{ nl: Productcode, en: Product code }",
                "{ nl: Productcode }",
                "column code, label",
                "\"en\" is missing");
        refusesFile(
                CRITERIA, "insurance,*,", "insurance,wonen-wmo,", "criterion admission.insurance", "has no row for");
        refusesFile(
                CRITERIA,
                "admission.insurance,true",
                "admission.assurance,true",
                "admission.assurance",
                "has no rule file");
        refusesFile(PARAMETERS, "value: EITHER", "value: EITHR", "admission.micro.reading", "\"EITHR\" is not one of");
        refusesFile(
                PARAMETERS,
                "value: 2000000",
                "value: veel",
                "admission.micro.amount-below",
                "\"veel\" is not a whole number");
        refusesFile(
                PARAMETERS,
                "label: { nl: Lezing van omzet en/of balanstotaal, en: Reading of turnover and/or balance sheet total }",
                "checkedOn: 2026-11-22",
                "",
                "this is no YAML");
        refusesFile(
                PARAMETERS, "admission.micro.employees-below:", "admission.micro.amount-below:", "", "this is no YAML");
        refusesFile(
                PARAMETERS,
                "admission.micro.employees-below:\n",
                "admission.micro.employees-below: [\n",
                "",
                "this is no YAML");
        refusesFile("rules/interpretations.yaml", "applied: EITHER", "applied: BOTH", "X-23", "says otherwise");
        refusesFile(
                "rules/interpretations.yaml", "applied: EITHER", "applied: SOMETIMES", "X-23", "none of its readings");
        refusesFile(
                "rules/interpretations.yaml",
                "switch: admission.micro.reading",
                "switch: admission.micro.lezing",
                "X-23",
                "which is no parameter");
        refusesFile(
                TEXTS, "  admission.insurance:\n", "  admission.assurance:\n", "admission.insurance", "has no text");
        refusesFile(TEXTS, "{{#missing}}", "{{#missing", "admission.insurance", "the template is broken");
        refusesFile(
                "rules/admission/input.schema.yaml",
                "type: [integer, \"null\"]\n        minimum: 0\n        maximum: 9999999\n",
                "type: [int, \"null\"]\n        minimum: 0\n        maximum: 9999999\n",
                "/applicant/employees",
                "\"type\" is one of");
        refusesFile(
                "rules/admission/input.schema.yaml",
                "required: [asOf, contract, applicant, products]",
                "required: [asOf, contract, bidder, products]",
                "the request",
                "required names \"bidder\"");
        refusesFile("rules/rule-book.yaml", "validFrom:", "validSince:", "", "\"validFrom\" is missing");
        refusesFile(
                "rules/admission/scenarios/insurance.yaml",
                "base: ambulant-jeugd",
                "base: ambulant",
                "insurance-exact",
                "base \"ambulant\" is not in bases.yaml");
        refusesFile(
                "rules/admission/scenarios/insurance.yaml",
                "id: insurance-event-one-short",
                "id: insurance-exact",
                "insurance-exact",
                "another scenario has this id");
        return cases.stream();
    }
}
