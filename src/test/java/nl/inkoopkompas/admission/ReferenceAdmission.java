package nl.inkoopkompas.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The reference evaluator of the admission decision: written from the contract alone, by hand, for reading and for
 * comparison; it knows nothing of the engine that it checks.
 */
final class ReferenceAdmission {

    /** The criteria in the order of the contract. */
    static final List<String> CRITERIA = List.of(
            "admission.entry-window",
            "admission.re-entry-ban",
            "admission.negative-experience",
            "admission.experience",
            "admission.administrative-measure",
            "admission.financial-health",
            "admission.association",
            "admission.certificate-of-conduct",
            "admission.competent-staff",
            "admission.procurement-declaration",
            "admission.volunteer-policy",
            "admission.insurance",
            "admission.quality-certificate",
            "admission.housing");

    /** The criteria that are judged per product. */
    static final Set<String> PER_PRODUCT =
            Set.of("admission.entry-window", "admission.experience", "admission.competent-staff");

    static final String APPLICANT = "/applicant";

    private final ReferenceCase application;
    private final Set<String> used = new TreeSet<>();

    private ReferenceAdmission(ReferenceCase application) {
        this.application = application;
    }

    /** Judges a valid application. */
    static Result evaluate(JsonNode request, ReferenceNorms norms) {
        return new ReferenceAdmission(new ReferenceCase(request, norms)).result();
    }

    private Result result() {
        List<Finding> findings = new ArrayList<>();
        for (String criterion : CRITERIA) {
            if (PER_PRODUCT.contains(criterion)) {
                for (int i = 0; i < application.products(); i++) {
                    findings.add(finding(criterion, "/products/" + i, i));
                }
            } else {
                findings.add(finding(criterion, APPLICANT, -1));
            }
        }
        List<ProductOutcome> products = new ArrayList<>();
        for (int i = 0; i < application.products(); i++) {
            products.add(new ProductOutcome(application.code(i), outcome(findings, "/products/" + i)));
        }
        boolean same = products.stream().map(ProductOutcome::outcome).distinct().count() == 1;
        return new Result(findings, products, same ? products.get(0).outcome() : "MIXED", unused());
    }

    private Finding finding(String criterion, String subject, int product) {
        Verdict verdict = applies(criterion) ? judge(criterion, product) : Verdict.NOT_APPLICABLE;
        return withResponse(criterion, subject, withJudgement(criterion, subject, verdict));
    }

    private Verdict judge(String criterion, int product) {
        return switch (criterion) {
            case "admission.entry-window" -> ReferenceHistory.entryWindow(application, product);
            case "admission.re-entry-ban" -> ReferenceHistory.reEntryBan(application);
            case "admission.negative-experience" -> ReferenceHistory.negativeExperience(application);
            case "admission.experience" -> ReferenceHistory.experience(application, product);
            case "admission.administrative-measure" -> ReferenceHistory.administrativeMeasure(application);
            case "admission.financial-health" -> ReferenceCapacity.financialHealth(application);
            case "admission.association" -> ReferenceEvidence.association(application);
            case "admission.certificate-of-conduct" -> ReferenceEvidence.certificateOfConduct(application);
            case "admission.competent-staff" -> ReferenceCapacity.competentStaff(application, product);
            case "admission.procurement-declaration" -> ReferenceEvidence.procurementDeclaration(application);
            case "admission.volunteer-policy" -> ReferenceCapacity.volunteerPolicy(application);
            case "admission.insurance" -> ReferenceCapacity.insurance(application);
            case "admission.quality-certificate" -> ReferenceEvidence.qualityCertificate(application);
            case "admission.housing" -> ReferenceCapacity.housing(application);
            default -> throw new IllegalArgumentException(criterion);
        };
    }

    /** "Where a criterion applies at all is data: what does not apply is NOT_APPLICABLE." Without a row it applies. */
    private boolean applies(String criterion) {
        Map<String, Object> row = criterionRow(criterion);
        return row == null || !Boolean.FALSE.equals(row.get("applies"));
    }

    /** Without a row it can be remedied: nobody is rejected on a finding on which they were not heard. */
    private boolean remediable(String criterion) {
        Map<String, Object> row = criterionRow(criterion);
        return row == null || !Boolean.FALSE.equals(row.get("remediable"));
    }

    /** The row for the contract, else the row for every contract. */
    private @Nullable Map<String, Object> criterionRow(String criterion) {
        for (String contract : List.of(application.contract(), "*")) {
            for (Map<String, Object> row : application.norms().rows("admission/criteria")) {
                if (contract.equals(row.get("contract")) && criterion.equals(row.get("criterion"))) {
                    return row;
                }
            }
        }
        return null;
    }

    /** "An accepted judgement turns JUDGEMENT into MET, a refused one into NOT_MET." */
    private Verdict withJudgement(String criterion, String subject, Verdict verdict) {
        Act judgement = verdict == Verdict.JUDGEMENT ? act("judgements", criterion, subject) : null;
        if (judgement == null || judgement.accepted() == ReferenceTruth.UNKNOWN) {
            return verdict;
        }
        used.add(judgement.pointer());
        return judgement.accepted() == ReferenceTruth.YES ? Verdict.MET : Verdict.NOT_MET;
    }

    /**
     * "An accepted MEASURES response turns a remediable NOT_MET into REMEDIED"; one that was refused or LAPSED makes
     * the NOT_MET final, as does a criterion that cannot be remedied.
     */
    private Finding withResponse(String criterion, String subject, Verdict verdict) {
        if (verdict != Verdict.NOT_MET) {
            return new Finding(criterion, subject, verdict, false);
        }
        if (!remediable(criterion)) {
            return new Finding(criterion, subject, verdict, true);
        }
        Act response = act("responses", criterion, subject);
        boolean lapsed = response != null && "LAPSED".equals(response.kind());
        if (response == null || (!lapsed && response.accepted() == ReferenceTruth.UNKNOWN)) {
            return new Finding(criterion, subject, verdict, false);
        }
        used.add(response.pointer());
        return !lapsed && response.accepted() == ReferenceTruth.YES
                ? new Finding(criterion, subject, Verdict.REMEDIED, false)
                : new Finding(criterion, subject, Verdict.NOT_MET, true);
    }

    private @Nullable Act act(String list, String criterion, String subject) {
        List<JsonNode> acts = acts(list);
        for (int i = 0; i < acts.size(); i++) {
            JsonNode act = acts.get(i);
            if (criterion.equals(ReferenceFacts.text(act, "criterion"))
                    && subject.equals(ReferenceFacts.text(act, "subject"))) {
                String pointer = "/" + list + "/" + i;
                return new Act(pointer, ReferenceFacts.truth(act, "accepted"), ReferenceFacts.text(act, "kind"));
            }
        }
        return null;
    }

    private List<JsonNode> acts(String list) {
        return Objects.requireNonNullElse(ReferenceFacts.list(application.request(), list), List.of());
    }

    /** "A judgement or response with nothing to act on changes nothing and is named in unused." */
    private List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (String list : List.of("judgements", "responses")) {
            for (int i = 0; i < acts(list).size(); i++) {
                if (!used.contains("/" + list + "/" + i)) {
                    unused.add("/" + list + "/" + i);
                }
            }
        }
        return unused;
    }

    /** "Outcome per product, over the applicant's findings and that product's", the first that fits. */
    private static String outcome(List<Finding> all, String product) {
        List<Finding> findings = all.stream()
                .filter(finding -> Set.of(APPLICANT, product).contains(finding.subject()))
                .toList();
        List<Finding> notMet = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                .toList();
        if (notMet.stream().anyMatch(finding -> finding.criterion().equals("admission.entry-window"))) {
            return "NOT_OPEN";
        }
        if (notMet.stream().anyMatch(Finding::isFinal)) {
            return "REJECTED";
        }
        if (!notMet.isEmpty()) {
            return "HEARING";
        }
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNDETERMINED)) {
            return "INCOMPLETE";
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.JUDGEMENT) ? "ASSESS" : "ADMISSIBLE";
    }

    /** The verdicts of the contract. */
    enum Verdict {
        MET,
        NOT_MET,
        UNDETERMINED,
        JUDGEMENT,
        NOT_APPLICABLE,
        REMEDIED;

        /** The verdict of a test that is met, not met or not to be told. */
        static Verdict metWhen(ReferenceTruth truth) {
            return switch (truth) {
                case YES -> MET;
                case NO -> NOT_MET;
                case UNKNOWN -> UNDETERMINED;
            };
        }
    }

    /** A verdict on a criterion and subject; final when it is a NOT_MET on which no hearing is left. */
    record Finding(String criterion, String subject, Verdict verdict, boolean isFinal) {}

    /** The outcome of one product applied for. */
    record ProductOutcome(String code, String outcome) {}

    /** All findings in the order of the contract, the outcomes, and the acts that changed nothing. */
    record Result(List<Finding> findings, List<ProductOutcome> products, String outcome, List<String> unused) {

        /** The verdict on one criterion and subject. */
        Verdict verdict(String criterion, String subject) {
            return findings.stream()
                    .filter(finding -> finding.criterion().equals(criterion)
                            && finding.subject().equals(subject))
                    .findFirst()
                    .orElseThrow()
                    .verdict();
        }
    }

    /** A judgement or response aimed at a finding. */
    private record Act(
            String pointer,
            ReferenceTruth accepted,
            @Nullable String kind) {}
}
