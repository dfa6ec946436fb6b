package nl.inkoopkompas.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the reference evaluator: memberships, certificates of conduct, declarations, quality certificates. */
class ReferenceEvidenceTests {

    private static final String ENTITY = "{'subject': 'LEGAL_ENTITY', 'issuedOn': '2023-11-02'}";
    private static final String DIRECTOR = "{'subject': 'DIRECTOR', 'holder': 'D-1', 'issuedOn': '2023-11-02'}";

    private static ReferenceExample good() {
        return new ReferenceExample();
    }

    @Test
    void membershipsAreListedForTheContract() {
        assertEquals(Verdict.MET, good().verdict("association"));
        assertEquals(
                Verdict.MET,
                good().with("applicant/memberships", "['Elders', 'Valente']").verdict("association"));
        assertEquals(
                Verdict.JUDGEMENT,
                good().with("applicant/memberships", "['Zorgthuisnl']").verdict("association"));
        assertEquals(Verdict.NOT_MET, good().with("applicant/memberships", "[]").verdict("association"));
        assertEquals(
                Verdict.UNDETERMINED, good().with("applicant/memberships", null).verdict("association"));
    }

    private static ReferenceExample certified(String legalForm, String directors, String... certificates) {
        return good().with("applicant/legalForm", legalForm)
                .with("applicant/directors", directors)
                .with("applicant/certificatesOfConduct", "[" + String.join(",", certificates) + "]");
    }

    private static Verdict conduct(String legalForm, String directors, String... certificates) {
        return certified(legalForm, directors, certificates).verdict("certificate-of-conduct");
    }

    @Test
    void certificatesOfConductCoverEntityAndDirectors() {
        assertEquals(Verdict.MET, conduct("'BV'", "['D-1']", ENTITY, DIRECTOR));
        assertEquals(Verdict.NOT_MET, conduct("'BV'", "['D-1']", DIRECTOR));
        assertEquals(Verdict.MET, conduct("'EENMANSZAAK'", "['D-1']", DIRECTOR));
        assertEquals(Verdict.UNDETERMINED, conduct(null, "['D-1']", DIRECTOR));
        assertEquals(Verdict.MET, conduct(null, "['D-1']", ENTITY, DIRECTOR));
        assertEquals(Verdict.NOT_MET, conduct(null, "['D-1', 'D-2']", DIRECTOR));
        assertEquals(Verdict.NOT_MET, conduct("'BV'", "['D-2']", ENTITY, DIRECTOR));
        assertEquals(Verdict.UNDETERMINED, conduct("'BV'", null, ENTITY, DIRECTOR));
        assertEquals(Verdict.NOT_MET, conduct("'BV'", null, ENTITY));
        assertEquals(Verdict.NOT_MET, conduct("'BV'", null, DIRECTOR));
        assertEquals(Verdict.NOT_MET, conduct(null, null));
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("applicant/certificatesOfConduct", null).verdict("certificate-of-conduct"));
    }

    @Test
    void certificatesOfConductAgeOnlyByParameter() {
        String late = ENTITY.replace("2023-11-02", "2024-04-02");
        assertEquals(Verdict.NOT_MET, conduct("'BV'", "['D-1']", late, DIRECTOR));
        String old = ENTITY.replace("2023-11-02", "1999-01-01");
        assertEquals(Verdict.MET, conduct("'BV'", "['D-1']", old, DIRECTOR));
        ReferenceExample limited = certified("'BV'", "['D-1']", ENTITY, DIRECTOR);
        limited.norm("certificate-of-conduct.max-age-months", 5L);
        assertEquals(Verdict.MET, limited.with("asOf", "'2024-04-02'").verdict("certificate-of-conduct"));
        assertEquals(Verdict.NOT_MET, limited.with("asOf", "'2024-04-03'").verdict("certificate-of-conduct"));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-04-01, 2024-04-01, MET", "2022-03-31, 2024-04-01, NOT_MET", "2024-04-01, 2024-04-01, MET",
        "2024-04-02, 2024-04-01, NOT_MET", "2024-02-29, 2026-02-28, MET", "2024-02-29, 2026-03-01, NOT_MET",
    })
    void procurementDeclarationsAge(String issuedOn, String asOf, Verdict expected) {
        ReferenceExample example = good().with("asOf", "'" + asOf + "'")
                .with("applicant/procurementDeclarations", "[{'issuedOn': '" + issuedOn + "'}]");
        assertEquals(expected, example.verdict("procurement-declaration"));
    }

    @Test
    void procurementDeclarationsMayBeUnknownOrUnlimited() {
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("applicant/procurementDeclarations", null).verdict("procurement-declaration"));
        assertEquals(
                Verdict.NOT_MET,
                good().with("applicant/procurementDeclarations", "[]").verdict("procurement-declaration"));
        assertEquals(
                Verdict.MET,
                good().with("applicant/procurementDeclarations", "[{'issuedOn': '1999-01-01'}]")
                        .norm("procurement-declaration.max-age-months", null)
                        .verdict("procurement-declaration"));
    }

    private static Verdict quality(String... certificates) {
        return good().with("applicant/qualityCertificates", "[" + String.join(",", certificates) + "]")
                .verdict("quality-certificate");
    }

    @Test
    void qualityCertificatesAreListedAndValid() {
        String listed = "{'scheme': 'ISO9001', 'validUntil': '2024-04-01'}";
        String expired = "{'scheme': 'ISO9001', 'validUntil': '2024-03-31'}";
        String open = "{'scheme': 'HKZ'}";
        String other = "{'scheme': 'ELDERS', 'validUntil': '2025-01-01'}";
        String openOther = "{'scheme': 'ELDERS', 'validUntil': null}";
        assertEquals(Verdict.MET, quality(listed));
        assertEquals(Verdict.NOT_MET, quality(expired));
        assertEquals(Verdict.UNDETERMINED, quality(open));
        assertEquals(Verdict.JUDGEMENT, quality(other));
        assertEquals(Verdict.JUDGEMENT, quality(other, openOther));
        assertEquals(Verdict.UNDETERMINED, quality(openOther));
        assertEquals(Verdict.UNDETERMINED, quality(other, open));
        assertEquals(Verdict.MET, quality(open, listed));
        assertEquals(Verdict.NOT_MET, quality());
        assertEquals(
                Verdict.UNDETERMINED,
                good().with("applicant/qualityCertificates", null).verdict("quality-certificate"));
    }
}
