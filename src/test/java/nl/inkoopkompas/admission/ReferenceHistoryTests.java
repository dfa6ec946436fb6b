package nl.inkoopkompas.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the reference evaluator: entry windows, events, experience, measures. */
class ReferenceHistoryTests {

    private static final String NO_IMPROVEMENTS = ", 'improvements': []";
    private static final String IMPROVED = ", 'improvements': ['Nieuw beleid']";
    private static final String BY_COMMISSIONER = ", 'initiatedBy': 'COMMISSIONER'";

    private static ReferenceExample good() {
        return new ReferenceExample();
    }

    private static String event(String kind, String date, String rest) {
        return "{'kind': '" + kind + "', 'date': '" + date + "'" + rest + "}";
    }

    private static Verdict negative(String... events) {
        return good().with("applicant/contractEvents", "[" + String.join(",", events) + "]")
                .verdict("negative-experience");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, NOT_MET",
        "2024-02-01, MET",
        "2024-05-31, MET",
        "2024-06-01, NOT_MET",
        "2026-02-01, MET",
    })
    void windowHoldsBothItsEnds(String asOf, Verdict expected) {
        assertEquals(expected, good().with("asOf", "'" + asOf + "'").verdict("entry-window"));
    }

    @Test
    void entryDependsOnTheContract() {
        String crisis = "[{'code': 'CR-1'}]";
        assertEquals(
                Verdict.NOT_MET,
                good().with("contract", "'crisisdienst'")
                        .with("products", crisis)
                        .verdict("entry-window"));
        assertEquals(
                Verdict.NOT_APPLICABLE,
                good().with("contract", "'jeugdbescherming-jeugdreclassering'")
                        .with("products", "[{'code': 'JB-1'}]")
                        .verdict("entry-window"));
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("contract", "'hoog-specialistisch-jeugd'")
                        .with("products", "[{'code': 'HS-1'}]")
                        .verdict("entry-window"));
        ReferenceExample openEnded = good().norms(norms -> norms.without("admission/entry-windows"))
                .norms(norms -> norms.window("ambulant-jeugd", "*", "INITIAL", LocalDate.of(2024, 2, 1), null));
        assertEquals(Verdict.UNDETERMINED, openEnded.verdict("entry-window"));
        assertEquals(Verdict.NOT_MET, openEnded.with("asOf", "'2024-01-31'").verdict("entry-window"));
    }

    private static ReferenceExample reopened(String rest) {
        return good().with("asOf", "'2026-02-01'")
                .with("applicant/contractEvents", "[" + event("DISSOLVED", "2020-01-01", rest) + "]");
    }

    @Test
    void dissolvedProviderDoesNotReEnter() {
        String same = ", 'contract': 'ambulant-jeugd'";
        assertEquals(Verdict.NOT_MET, reopened(same + BY_COMMISSIONER).verdict("re-entry-ban"));
        assertEquals(Verdict.UNDETERMINED, reopened(same).verdict("re-entry-ban"));
        assertEquals(Verdict.UNDETERMINED, reopened(BY_COMMISSIONER).verdict("re-entry-ban"));
        assertEquals(Verdict.MET, reopened(", 'contract': 'OTHER'").verdict("re-entry-ban"));
        assertEquals(Verdict.MET, reopened(", 'initiatedBy': 'PROVIDER'").verdict("re-entry-ban"));
        ReferenceExample initial = reopened(same + BY_COMMISSIONER).with("asOf", "'2024-04-01'");
        assertEquals(Verdict.MET, initial.verdict("re-entry-ban"));
        assertEquals(Verdict.MET, initial.with("applicant/contractEvents", null).verdict("re-entry-ban"));
        assertEquals(
                Verdict.UNDETERMINED,
                reopened("").with("applicant/contractEvents", null).verdict("re-entry-ban"));
        assertEquals("REJECTED", reopened(same + BY_COMMISSIONER).result().outcome());
    }

    @Test
    void strictReadingLooksAtTheRegionInAnyWindow() {
        String strict = "ANY_DISSOLUTION_IN_REGION";
        ReferenceExample in = reopened(", 'inThisRegion': true").norm("re-entry-ban.reading", strict);
        assertEquals(Verdict.NOT_MET, in.with("asOf", "'2024-04-01'").verdict("re-entry-ban"));
        assertEquals(Verdict.MET, in.with("asOf", "'2019-12-31'").verdict("re-entry-ban"));
        assertEquals(
                Verdict.UNDETERMINED,
                reopened("").norm("re-entry-ban.reading", strict).verdict("re-entry-ban"));
        assertEquals(
                Verdict.MET,
                reopened(", 'inThisRegion': false")
                        .norm("re-entry-ban.reading", strict)
                        .verdict("re-entry-ban"));
        ReferenceExample unset = reopened(", 'inThisRegion': true, 'contract': 'OTHER'");
        assertEquals(
                Verdict.UNDETERMINED, unset.norm("re-entry-ban.reading", null).verdict("re-entry-ban"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-04-01, 2024-04-01, NOT_MET", "2021-03-31, 2024-04-01, MET", "2024-04-01, 2024-04-01, NOT_MET",
        "2024-04-02, 2024-04-01, MET", "2024-02-29, 2027-02-28, NOT_MET", "2024-02-29, 2027-03-01, MET",
        "2025-02-28, 2028-02-29, MET", "2025-03-01, 2028-02-29, NOT_MET",
    })
    void lookBackOfThreeYears(String date, String asOf, Verdict expected) {
        ReferenceExample example = good().with("asOf", "'" + asOf + "'")
                .with("applicant/contractEvents", "[" + event("REFUSED", date, NO_IMPROVEMENTS) + "]");
        assertEquals(expected, example.verdict("negative-experience"));
    }

    @Test
    void eventsDecideTogether() {
        String day = "2023-01-01";
        String bare = event("DISSOLVED", day, BY_COMMISSIONER + NO_IMPROVEMENTS);
        String improved = event("TERMINATED", day, BY_COMMISSIONER + IMPROVED);
        String whoever = event("TERMINATED", day, IMPROVED);
        String whoeverBare = event("TERMINATED", day, NO_IMPROVEMENTS);
        String own = event("TERMINATED", day, ", 'initiatedBy': 'PROVIDER'" + NO_IMPROVEMENTS);
        assertEquals(Verdict.MET, negative(own));
        assertEquals(Verdict.JUDGEMENT, negative(improved));
        assertEquals(Verdict.JUDGEMENT, negative(improved, whoever));
        assertEquals(Verdict.UNDETERMINED, negative(whoever));
        assertEquals(Verdict.UNDETERMINED, negative(whoeverBare, improved));
        assertEquals(Verdict.NOT_MET, negative(whoeverBare, bare));
        assertEquals(Verdict.NOT_MET, negative(improved, bare));
        assertEquals(Verdict.UNDETERMINED, negative(event("REFUSED", day, "")));
        assertEquals(Verdict.NOT_MET, negative(event("REFUSED", day, ""), bare));
        assertEquals(
                Verdict.UNDETERMINED, good().without("applicant/contractEvents").verdict("negative-experience"));
    }

    @Test
    void ownNoticeCountsOnlyByParameter() {
        ReferenceExample own =
                good().with("applicant/contractEvents", "[" + event("TERMINATED", "2023-01-01", NO_IMPROVEMENTS) + "]");
        assertEquals(Verdict.UNDETERMINED, own.verdict("negative-experience"));
        own.norm("negative-experience.provider-initiated-counts", true);
        assertEquals(Verdict.NOT_MET, own.verdict("negative-experience"));
        own.norm("negative-experience.look-back-years", null);
        assertEquals(Verdict.UNDETERMINED, own.verdict("negative-experience"));
    }

    private static String entry(String from, String to, String trajectories, String rest) {
        return "{'from': " + from + ", 'to': " + to + ", 'trajectories': " + trajectories
                + ", 'independently': true, 'toSatisfaction': true, 'statement': true" + rest + "}";
    }

    private static ReferenceExample experienced(String... entries) {
        return good().with("products/0/experience", "[" + String.join(",", entries) + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 2022-04-01, CARRIED_OUT, MET", "2021-01-01, 2022-03-31, CARRIED_OUT, NOT_MET",
        "2024-04-01, 2024-09-01, CARRIED_OUT, MET", "2024-04-02, 2024-09-01, CARRIED_OUT, NOT_MET",
        "2024-01-01, 2024-04-02, COMPLETED, NOT_MET", "2024-01-01, 2024-04-01, COMPLETED, MET",
        "2021-01-01, 2022-04-01, COMPLETED, MET", "2021-01-01, 2022-03-31, COMPLETED, NOT_MET",
    })
    void experienceTouchesItsLookBack(String from, String to, String reading, Verdict expected) {
        ReferenceExample example = experienced(entry("'" + from + "'", "'" + to + "'", "10", ""));
        assertEquals(expected, example.norm("experience.reading", reading).verdict("experience"));
    }

    @Test
    void experienceIsSummedWithWhatMayCount() {
        String nine = entry("'2023-01-01'", "'2023-06-01'", "9", "");
        String one = entry("'2023-01-01'", "'2023-06-01'", "1", "");
        assertEquals(Verdict.MET, experienced(nine, one).verdict("experience"));
        assertEquals(Verdict.NOT_MET, experienced(nine).verdict("experience"));
        assertEquals(Verdict.NOT_MET, experienced().verdict("experience"));
        assertEquals(
                Verdict.UNDETERMINED, good().without("products/0/experience").verdict("experience"));
        String maybeOne = entry("null", "'2023-06-01'", "1", "");
        assertEquals(Verdict.UNDETERMINED, experienced(nine, maybeOne).verdict("experience"));
        assertEquals(Verdict.NOT_MET, experienced(one, maybeOne).verdict("experience"));
        assertEquals(Verdict.MET, experienced(nine, one, maybeOne).verdict("experience"));
        String many = entry("'2023-01-01'", "'2023-06-01'", "null", "");
        assertEquals(Verdict.UNDETERMINED, experienced(many).verdict("experience"));
        String old = entry("null", "'2020-06-01'", "null", "");
        assertEquals(Verdict.NOT_MET, experienced(nine, old).verdict("experience"));
        String unstated = one.replace("'statement': true", "'statement': false");
        assertEquals(Verdict.NOT_MET, experienced(nine, unstated).verdict("experience"));
        assertEquals(
                Verdict.UNDETERMINED,
                experienced(nine, unstated.replace("false", "null")).verdict("experience"));
    }

    @Test
    void experienceFollowsTheProduct() {
        assertEquals(
                Verdict.NOT_APPLICABLE, good().with("products/0/code", "'AJ-4'").verdict("experience"));
        assertEquals(
                Verdict.UNDETERMINED, good().with("products/0/code", "'AJ-2'").verdict("experience"));
        ReferenceExample successor = good().with("contract", "'wonen-jeugd'").with("products/0/code", "'WJ-3'");
        assertEquals(Verdict.MET, successor.verdict("experience"));
        assertEquals(
                Verdict.UNDETERMINED,
                good().norm("experience.look-back-years", null).verdict("experience"));
    }

    private static Verdict measured(String rest) {
        return measured("2021-04-01", rest);
    }

    private static Verdict measured(String imposedOn, String rest) {
        String measures = "[{'imposedOn': '" + imposedOn + "', " + rest + "}]";
        return good().with("applicant/supervisoryMeasures", measures).verdict("administrative-measure");
    }

    @Test
    void onlyStandingAdministrativeMeasuresHereCount() {
        String full = "'kind': 'ADMINISTRATIVE', 'status': 'ENDED', 'locationServesRegion': true";
        assertEquals(Verdict.NOT_MET, measured(full));
        assertEquals(Verdict.MET, measured(full.replace("ADMINISTRATIVE", "CORRECTIVE")));
        assertEquals(Verdict.MET, measured(full.replace("ENDED", "SUSPENDED")));
        assertEquals(Verdict.MET, measured(full.replace("ENDED", "WITHDRAWN")));
        assertEquals(Verdict.MET, measured(full.replace("true", "false")));
        assertEquals(Verdict.UNDETERMINED, measured(full.replace("true", "null")));
        assertEquals(Verdict.UNDETERMINED, measured(full.replace("'ENDED'", "null")));
        assertEquals(Verdict.MET, measured(full.replace("'ENDED'", "null").replace("true", "false")));
        assertEquals(Verdict.MET, measured("2021-03-31", full));
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("applicant/supervisoryMeasures", null).verdict("administrative-measure"));
    }
}
