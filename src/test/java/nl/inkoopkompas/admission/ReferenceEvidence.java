package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The criteria that a paper answers: memberships, certificates of conduct, declarations, quality certificates. */
final class ReferenceEvidence {

    private static final String CONDUCT_MONTHS = "admission.certificate-of-conduct.max-age-months";
    private static final String DECLARATION_MONTHS = "admission.procurement-declaration.max-age-months";

    private ReferenceEvidence() {}

    /** "A membership on admission/associations for the contract: MET; others only: JUDGEMENT; []: NOT_MET." */
    static Verdict association(ReferenceCase c) {
        List<JsonNode> memberships = ReferenceFacts.list(c.applicant(), "memberships");
        if (memberships == null) {
            return Verdict.UNDETERMINED;
        }
        if (memberships.isEmpty()) {
            return Verdict.NOT_MET;
        }
        boolean listed = memberships.stream().anyMatch(membership -> isRelevant(c, membership.stringValue()));
        return listed ? Verdict.MET : Verdict.JUDGEMENT;
    }

    private static boolean isRelevant(ReferenceCase c, String association) {
        for (Map<String, Object> row : c.norms().rows("admission/associations")) {
            boolean forContract =
                    "*".equals(row.get("contract")) || c.contract().equals(row.get("contract"));
            if (forContract && association.equals(row.get("association"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * "One for the legal entity (not asked of an EENMANSZAAK) and one for every director, issued by asOf, not older
     * than the (optional) maximum age."
     */
    static Verdict certificateOfConduct(ReferenceCase c) {
        List<JsonNode> certificates = ReferenceFacts.list(c.applicant(), "certificatesOfConduct");
        if (certificates == null) {
            return Verdict.UNDETERMINED; // a director is always asked for one, and there is at least one director
        }
        List<JsonNode> valid = certificates.stream()
                .filter(certificate -> c.issuedInTime(issuedOn(certificate), CONDUCT_MONTHS))
                .toList();
        return Verdict.metWhen(entityCertified(c, valid).and(directorsCertified(c, valid)));
    }

    private static ReferenceTruth entityCertified(ReferenceCase c, List<JsonNode> valid) {
        ReferenceTruth notAsked = ReferenceFacts.is(c.applicant(), "legalForm", "EENMANSZAAK");
        boolean present = valid.stream().anyMatch(certificate -> isOf(certificate, "LEGAL_ENTITY", null));
        return notAsked.or(ReferenceTruth.of(present));
    }

    /** Unknown directors are at least one: without any certificate of a director, one of them surely lacks it. */
    private static ReferenceTruth directorsCertified(ReferenceCase c, List<JsonNode> valid) {
        List<JsonNode> directors = ReferenceFacts.list(c.applicant(), "directors");
        if (directors == null) {
            boolean some = valid.stream().anyMatch(certificate -> isOf(certificate, "DIRECTOR", null));
            return some ? ReferenceTruth.UNKNOWN : ReferenceTruth.NO;
        }
        boolean all = true;
        for (JsonNode director : directors) {
            all &= valid.stream().anyMatch(certificate -> isOf(certificate, "DIRECTOR", director.stringValue()));
        }
        return ReferenceTruth.of(all);
    }

    private static boolean isOf(JsonNode certificate, String subject, @Nullable String holder) {
        return subject.equals(ReferenceFacts.text(certificate, "subject"))
                && (holder == null || holder.equals(ReferenceFacts.text(certificate, "holder")));
    }

    /** "One issued by asOf, and issuedOn + (optional) maximum age in months ≥ asOf." */
    static Verdict procurementDeclaration(ReferenceCase c) {
        List<JsonNode> declarations = ReferenceFacts.list(c.applicant(), "procurementDeclarations");
        if (declarations == null) {
            return Verdict.UNDETERMINED;
        }
        boolean present = declarations.stream()
                .anyMatch(declaration -> c.issuedInTime(issuedOn(declaration), DECLARATION_MONTHS));
        return present ? Verdict.MET : Verdict.NOT_MET;
    }

    private static LocalDate issuedOn(JsonNode document) {
        return Objects.requireNonNull(ReferenceFacts.date(document, "issuedOn"));
    }

    /**
     * "A scheme on admission/quality-schemes valid on asOf: MET; another valid scheme: JUDGEMENT; none: NOT_MET." Each
     * certificate weighs 0 (not valid), 1 (another scheme) or 2 (a listed one) and the heaviest gives the verdict; an
     * unknown end leaves a lightest and a heaviest weight.
     */
    static Verdict qualityCertificate(ReferenceCase c) {
        List<JsonNode> certificates = ReferenceFacts.list(c.applicant(), "qualityCertificates");
        if (certificates == null) {
            return Verdict.UNDETERMINED;
        }
        int least = 0;
        int most = 0;
        for (JsonNode certificate : certificates) {
            String scheme = ReferenceFacts.text(certificate, "scheme");
            boolean listed = c.norms().rows("admission/quality-schemes").stream()
                    .anyMatch(row -> Objects.equals(row.get("scheme"), scheme));
            LocalDate until = ReferenceFacts.date(certificate, "validUntil");
            boolean expired = until != null && until.isBefore(c.asOf());
            int weight = expired ? 0 : listed ? 2 : 1;
            least = Math.max(least, until == null ? 0 : weight);
            most = Math.max(most, weight);
        }
        if (least != most) {
            return Verdict.UNDETERMINED;
        }
        return least == 2 ? Verdict.MET : least == 1 ? Verdict.JUDGEMENT : Verdict.NOT_MET;
    }
}
