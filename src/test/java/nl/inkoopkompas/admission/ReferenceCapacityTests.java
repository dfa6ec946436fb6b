package nl.inkoopkompas.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the reference evaluator: finances, staff, volunteers, insurance, housing. */
class ReferenceCapacityTests {

    private static ReferenceExample good() {
        return new ReferenceExample();
    }

    private static ReferenceExample accounts(String first, String second, String third) {
        String format = "{'year': %d, 'equity': %s, 'totalAssets': 100}";
        return good().with(
                        "applicant/annualAccounts",
                        "[" + String.format(format, 2022, first) + "," + String.format(format, 2021, second) + ","
                                + String.format(format, 2020, third) + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "25, 25, 25, MET", "25, 24, 25, JUDGEMENT", "15, 15, 15, JUDGEMENT", "25, 14, 25, NOT_MET",
        "25, null, 25, UNDETERMINED", "14, null, null, NOT_MET", "-5, 25, 25, NOT_MET", "15, null, 25, UNDETERMINED",
    })
    void solvencyOfThreeYears(String first, String second, String third, Verdict expected) {
        assertEquals(expected, accounts(first, second, third).verdict("financial-health"));
    }

    @Test
    void accountsAreDueFromTheFirstOfTheMonth() {
        ReferenceExample example = good();
        assertEquals(Verdict.MET, example.with("asOf", "'2024-05-31'").verdict("financial-health"));
        assertEquals(Verdict.UNDETERMINED, example.with("asOf", "'2024-06-01'").verdict("financial-health"));
        example.norm("financial-health.accounts-due-month", 7L);
        assertEquals(Verdict.MET, example.verdict("financial-health"));
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("applicant/annualAccounts", "[]").verdict("financial-health"));
    }

    @Test
    void unsetBoundsLeaveFinancesOpen() {
        ReferenceExample poor = accounts("14", "25", "25");
        assertEquals(
                Verdict.NOT_MET,
                poor.norm("financial-health.solvency-upper", null).verdict("financial-health"));
        assertEquals(
                Verdict.UNDETERMINED,
                poor.norm("financial-health.solvency-lower", null).verdict("financial-health"));
        assertEquals(
                Verdict.UNDETERMINED,
                good().norm("financial-health.solvency-upper", null).verdict("financial-health"));
    }

    private static Verdict staffed(String code, String staff) {
        return good().with("products/0/code", "'" + code + "'")
                .with("products/0/staff", staff)
                .verdict("competent-staff");
    }

    @Test
    void staffAtTheLevelIsSummed() {
        String two = "{'qualification': 'HBO', 'fte': 2.5}";
        assertEquals(Verdict.MET, staffed("AJ-1", "[" + two + ", {'qualification': 'WO', 'fte': 1.0}]"));
        assertEquals(Verdict.NOT_MET, staffed("AJ-1", "[" + two + ", {'qualification': 'WO', 'fte': 0.99}]"));
        assertEquals(Verdict.NOT_MET, staffed("AJ-1", "[" + two + ", {'qualification': 'MBO4', 'fte': 9}]"));
        assertEquals(Verdict.NOT_MET, staffed("AJ-1", "[" + two + ", {'qualification': 'MBO4'}]"));
        assertEquals(Verdict.UNDETERMINED, staffed("AJ-1", "[" + two + ", {'qualification': null, 'fte': 1}]"));
        assertEquals(Verdict.NOT_MET, staffed("AJ-1", "[" + two + ", {'qualification': null, 'fte': 0.5}]"));
        assertEquals(Verdict.UNDETERMINED, staffed("AJ-1", "[" + two + ", {'qualification': 'WO'}]"));
        assertEquals(Verdict.UNDETERMINED, staffed("AJ-1", null));
        assertEquals(Verdict.NOT_MET, staffed("AJ-1", "[]"));
    }

    @Test
    void staffWithoutAnFteNormIsJudged() {
        assertEquals(Verdict.JUDGEMENT, staffed("AJ-3", "[{'qualification': 'MBO3'}]"));
        assertEquals(Verdict.NOT_MET, staffed("AJ-3", "[{'qualification': 'MBO2', 'fte': 9}]"));
        assertEquals(Verdict.NOT_MET, staffed("AJ-3", "[]"));
        assertEquals(Verdict.UNDETERMINED, staffed("AJ-3", "[{'fte': 9}]"));
        assertEquals(Verdict.UNDETERMINED, staffed("AJ-3", null));
        ReferenceExample noLevel = good().with("contract", "'wonen-jeugd'").with("products/0/code", "'WJ-3'");
        assertEquals(Verdict.UNDETERMINED, noLevel.verdict("competent-staff"));
        ReferenceExample lowest =
                good().with("contract", "'hulp-bij-huishouden'").with("products/0/code", "'HH-1'");
        assertEquals(
                Verdict.MET, lowest.with("products/0/staff", "[{'fte': 6}]").verdict("competent-staff"));
    }

    private static ReferenceExample size(String employees, String turnover, String balance) {
        return good().with("applicant/employees", employees)
                .with("applicant/annualTurnover", turnover)
                .with("applicant/balanceSheetTotal", balance)
                .with("applicant/volunteerPolicy", "false");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 1999999, 2000000, EITHER, NOT_APPLICABLE",
        "9, 2000000, 2000000, EITHER, NOT_MET",
        "10, 1, 1, EITHER, NOT_MET",
        "9, 1999999, 2000000, BOTH, NOT_MET",
        "9, 1999999, 1999999, BOTH, NOT_APPLICABLE",
        "null, 1, 1, EITHER, UNDETERMINED",
        "null, 2000000, 2000000, EITHER, NOT_MET",
        "9, null, 1, EITHER, NOT_APPLICABLE",
        "9, null, 1, BOTH, UNDETERMINED",
        "9, null, 2000000, EITHER, UNDETERMINED",
        "10, null, null, BOTH, NOT_MET",
    })
    void microEnterprise(String employees, String turnover, String balance, String reading, Verdict expected) {
        ReferenceExample example = size(employees, turnover, balance).norm("micro.reading", reading);
        assertEquals(expected, example.verdict("volunteer-policy"));
    }

    @Test
    void volunteerPolicyIsAskedOfThoseWithVolunteers() {
        assertEquals(Verdict.MET, good().verdict("volunteer-policy"));
        assertEquals(Verdict.MET, good().with("applicant/usesVolunteers", null).verdict("volunteer-policy"));
        ReferenceExample none = good().with("applicant/usesVolunteers", "false").with("applicant/employees", null);
        assertEquals(Verdict.NOT_APPLICABLE, none.verdict("volunteer-policy"));
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("applicant/volunteerPolicy", null).verdict("volunteer-policy"));
        assertEquals(
                Verdict.UNDETERMINED,
                size("42", "9000000", "9000000")
                        .without("applicant/usesVolunteers")
                        .verdict("volunteer-policy"));
        assertEquals(
                Verdict.NOT_APPLICABLE,
                size("9", "1", "1").norm("micro.reading", null).verdict("volunteer-policy"));
        assertEquals(
                Verdict.UNDETERMINED,
                size("9", "1", "2000000").norm("micro.reading", null).verdict("volunteer-policy"));
    }

    private static Verdict insured(String employees, String insurances) {
        return size(employees, "1", "1")
                .with("applicant/insurances", insurances)
                .verdict("insurance");
    }

    private static String insurance(String perEvent, String perYear, String proof) {
        return "{'perEvent': " + perEvent + ", 'perYear': " + perYear + ", 'proofProvided': " + proof + "}";
    }

    @Test
    void insuranceReachesBothSumsOfItsSize() {
        String large = insurance("2500000", "5000000", "true");
        String small = insurance("1250000", "2500000", "true");
        assertEquals(Verdict.MET, insured("42", "[" + large + "]"));
        assertEquals(Verdict.NOT_MET, insured("42", "[" + insurance("2499999", "5000000", "true") + "]"));
        assertEquals(Verdict.NOT_MET, insured("42", "[" + insurance("2500000", "4999999", "null") + "]"));
        assertEquals(Verdict.NOT_MET, insured("42", "[" + insurance("2500000", "5000000", "false") + "]"));
        assertEquals(Verdict.UNDETERMINED, insured("42", "[" + insurance("2500000", "null", "true") + "]"));
        assertEquals(Verdict.MET, insured("9", "[" + small + "]"));
        assertEquals(Verdict.NOT_MET, insured("42", "[" + small + "]"));
        assertEquals(Verdict.UNDETERMINED, insured("null", "[" + small + "]"));
        assertEquals(Verdict.MET, insured("null", "[" + small + "," + large + "]"));
        assertEquals(Verdict.NOT_MET, insured("null", "[" + insurance("1", "5000000", "true") + "]"));
        assertEquals(Verdict.UNDETERMINED, insured("42", null));
        assertEquals(Verdict.NOT_MET, insured("null", "[]"));
        ReferenceExample unset = good().norms(norms -> norms.without("admission/insurance"));
        assertEquals(Verdict.UNDETERMINED, unset.verdict("insurance"));
        assertEquals(Verdict.NOT_MET, unset.with("applicant/insurances", "[]").verdict("insurance"));
    }

    @Test
    void housingIsAskedWhereOneLives() {
        ReferenceExample living = good().with("contract", "'wonen-jeugd'").with("products/0/code", "'WJ-1'");
        assertEquals(Verdict.UNDETERMINED, living.verdict("housing"));
        assertEquals(
                Verdict.MET, living.with("applicant/housingAvailable", "true").verdict("housing"));
        assertEquals(
                Verdict.JUDGEMENT,
                living.with("applicant/housingAvailable", "false").verdict("housing"));
        assertEquals(Verdict.NOT_MET, living.norm("housing.missing", "NOT_MET").verdict("housing"));
        assertEquals(Verdict.UNDETERMINED, living.norm("housing.missing", null).verdict("housing"));
        assertEquals(Verdict.NOT_APPLICABLE, good().verdict("housing"));
    }
}
