package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.junit.jupiter.api.Test;

/** A rule book that lacks a file, or what belongs to a rule file, is refused when it is read. */
class MissingFileTests {

    private static final String INSURANCE = "rules/admission/insurance.drl";
    private static final String PARAMETERS = "rules/admission/parameters.yaml";
    private static final String PRODUCTS = "decision-tables/admission/products.csv";
    private static final String CRITERIA = "decision-tables/admission/criteria.csv";
    private static final String TEXTS = "rules/admission/texts_nl.yaml";

    @Test
    void refusesABookInWhichAFileIsMissing() {
        RuleBookFiles files = SingleCriterionBook.of("admission.insurance");
        BadRuleBookTests.expect(files.without("rules/sources.yaml"), "rules/sources.yaml", "", "the file is missing");
        BadRuleBookTests.expect(files.without(PARAMETERS), PARAMETERS, "", "the file is missing");
        BadRuleBookTests.expect(files.without(TEXTS), TEXTS, "", "the file is missing");
        BadRuleBookTests.expect(files.without(PRODUCTS), PRODUCTS, "", "the file is missing or empty");
        BadRuleBookTests.expect(files.without(INSURANCE), CRITERIA, "admission.insurance", "has no rule file");
        String[] lines = files.text(CRITERIA).split("\n");
        BadRuleBookTests.expect(files.with(CRITERIA, lines[0] + "\n"), INSURANCE, "", "has no row for it");
        RuleBookFiles silent = files;
        for (String path : files.paths("rules/admission/scenarios/", ".yaml")) {
            silent = path.endsWith("bases.yaml") ? silent : silent.without(path);
        }
        BadRuleBookTests.expect(silent, "rules/admission/scenarios", "admission.insurance", "has no scenario");
    }

    @Test
    void namesEveryProblemAtOnce() {
        RuleBookFiles files = SingleCriterionBook.of("admission.insurance");
        RuleBookFiles bad = files.with(PRODUCTS, files.text(PRODUCTS).replace("HBO", "hbo"))
                .with(PARAMETERS, files.text(PARAMETERS).replace("value: EITHER", "value: EITHR"));
        RuleBookRefused refused = catchThrowableOfType(RuleBookRefused.class, () -> RuleBookReader.read(bad));
        assertThat(refused.problems()).extracting(Problem::file).contains(PRODUCTS, PARAMETERS);
        assertThat(refused).hasMessageContaining(PRODUCTS + ", row 2, column minLevel: ");
    }
}
