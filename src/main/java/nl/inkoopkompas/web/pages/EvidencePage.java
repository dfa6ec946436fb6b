package nl.inkoopkompas.web.pages;

import java.util.List;

/**
 * The page with the evidence of a dossier.
 *
 * @param facts what can be proven, each with where it stands
 * @param today as a field of a form has it
 * @param writes whether this person may take in and check documents
 */
record EvidencePage(
        String href,
        String dossierHref,
        String applicant,
        List<Fact> facts,
        List<Document> documents,
        String today,
        boolean writes) {

    /**
     * A value of the application.
     *
     * @param status {@code DECLARED} when no document was handed in for it
     */
    record Fact(String pointer, String label, String value, String status) {}

    /**
     * A document.
     *
     * @param proves labels of what it is to prove, of which the application may hold another value by now
     * @param expires empty where it does not
     */
    record Document(
            String href,
            String checkHref,
            String name,
            String size,
            boolean scanned,
            List<String> proves,
            String received,
            String receivedBy,
            String expires,
            String status,
            List<Check> checks) {}

    /** What somebody found. */
    record Check(String result, String note, String on, String by) {}
}
