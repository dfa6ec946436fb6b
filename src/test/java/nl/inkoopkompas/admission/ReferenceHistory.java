package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The criteria about entry and about what lies behind the applicant: windows, events, experience, measures. */
final class ReferenceHistory {

    private static final String EVENT_YEARS = "admission.negative-experience.look-back-years";
    private static final String EXPERIENCE_YEARS = "admission.experience.look-back-years";
    private static final String MEASURE_YEARS = "admission.administrative-measure.look-back-years";

    private ReferenceHistory() {}

    /**
     * "A row for the contract (and product) holds asOf: MET; rows but none holds: NOT_MET; not procured: NOT_MET; by
     * invitation only: NOT_APPLICABLE; no row at all: UNDETERMINED."
     */
    static Verdict entryWindow(ReferenceCase c, int product) {
        String entry = c.entry();
        if (entry == null) {
            return Verdict.UNDETERMINED;
        }
        if (entry.equals("CLOSED")) {
            return Verdict.NOT_MET;
        }
        if (entry.equals("INVITATION")) {
            return Verdict.NOT_APPLICABLE;
        }
        List<Map<String, Object>> rows = c.windows(product);
        if (rows.isEmpty()) {
            return Verdict.UNDETERMINED;
        }
        return Verdict.metWhen(rows.stream().map(c::holds).reduce(ReferenceTruth.NO, ReferenceTruth::or));
    }

    /** The reading chooses the test; while it is unset, the verdict on which both readings agree. */
    static Verdict reEntryBan(ReferenceCase c) {
        String reading = c.norms().text("admission.re-entry-ban.reading");
        if (reading == null) {
            Verdict one = bannedAtReopening(c);
            return one == bannedInRegion(c) ? one : Verdict.UNDETERMINED;
        }
        return reading.equals("ANY_DISSOLUTION_IN_REGION") ? bannedInRegion(c) : bannedAtReopening(c);
    }

    /**
     * "In a REOPENED window of any product applied for, a DISSOLVED event up to asOf with this contract, initiated by
     * the commissioner: NOT_MET."
     */
    private static Verdict bannedAtReopening(ReferenceCase c) {
        ReferenceTruth reopened = ReferenceTruth.NO;
        for (int i = 0; i < c.products(); i++) {
            for (Map<String, Object> row : c.windows(i)) {
                if ("REOPENED".equals(row.get("kind"))) {
                    reopened = reopened.or(c.holds(row));
                }
            }
        }
        ReferenceTruth dissolved = ReferenceTruth.NO;
        List<JsonNode> events = ReferenceFacts.list(c.applicant(), "contractEvents");
        if (events == null) {
            dissolved = ReferenceTruth.UNKNOWN;
        } else {
            for (JsonNode event : events) {
                dissolved = dissolved.or(dissolvedByAsOf(c, event)
                        .and(ReferenceFacts.is(event, "contract", c.contract()))
                        .and(ReferenceFacts.is(event, "initiatedBy", "COMMISSIONER")));
            }
        }
        return Verdict.metWhen(reopened.and(dissolved).not());
    }

    /** "Any DISSOLVED event with inThisRegion, in any window": NOT_MET. */
    private static Verdict bannedInRegion(ReferenceCase c) {
        List<JsonNode> events = ReferenceFacts.list(c.applicant(), "contractEvents");
        if (events == null) {
            return Verdict.UNDETERMINED;
        }
        ReferenceTruth dissolved = ReferenceTruth.NO;
        for (JsonNode event : events) {
            dissolved = dissolved.or(dissolvedByAsOf(c, event).and(ReferenceFacts.truth(event, "inThisRegion")));
        }
        return Verdict.metWhen(dissolved.not());
    }

    private static ReferenceTruth dissolvedByAsOf(ReferenceCase c, JsonNode event) {
        return ReferenceFacts.is(event, "kind", "DISSOLVED").and(c.notAfter(ReferenceFacts.date(event, "date")));
    }

    /**
     * "In the look-back an event (whole or partial) initiated by the commissioner: NOT_MET; if each such event has
     * improvements: JUDGEMENT; none: MET." Each event weighs 0 (does not decide), 1 (decides, improved) or 2 (decides,
     * not improved), the heaviest gives the verdict, and what is unknown leaves a lightest and a heaviest weight.
     */
    static Verdict negativeExperience(ReferenceCase c) {
        List<JsonNode> events = ReferenceFacts.list(c.applicant(), "contractEvents");
        if (events == null) {
            return Verdict.UNDETERMINED;
        }
        int least = 0;
        int most = 0;
        for (JsonNode event : events) {
            ReferenceTruth decides = c.inLookBack(ReferenceFacts.date(event, "date"), EVENT_YEARS)
                    .and(initiatorCounts(c, event));
            List<JsonNode> improvements = ReferenceFacts.list(event, "improvements");
            boolean surelyBare = improvements != null && improvements.isEmpty();
            boolean maybeBare = improvements == null || improvements.isEmpty();
            if (decides == ReferenceTruth.YES) {
                least = Math.max(least, surelyBare ? 2 : 1);
            }
            if (decides != ReferenceTruth.NO) {
                most = Math.max(most, maybeBare ? 2 : 1);
            }
        }
        if (least != most) {
            return Verdict.UNDETERMINED;
        }
        return least == 0 ? Verdict.MET : least == 1 ? Verdict.JUDGEMENT : Verdict.NOT_MET;
    }

    /** "A REFUSED event counts whatever its initiator; the provider's own notice counts only by parameter." */
    private static ReferenceTruth initiatorCounts(ReferenceCase c, JsonNode event) {
        if ("REFUSED".equals(ReferenceFacts.text(event, "kind"))) {
            return ReferenceTruth.YES;
        }
        ReferenceTruth ownNoticeCounts = ReferenceTruth.ofNullable(
                (Boolean) c.norms().parameter("admission.negative-experience.provider-initiated-counts"));
        return ReferenceFacts.is(event, "initiatedBy", "COMMISSIONER").or(ownNoticeCounts);
    }

    /**
     * "Sum of trajectories of entries whose period touches the look-back (carried out), done independently, to
     * satisfaction, with a statement ≥ the product's minimum; new without predecessor: NOT_APPLICABLE."
     */
    static Verdict experience(ReferenceCase c, int product) {
        Map<String, Object> row = c.productRow(product);
        if (Boolean.TRUE.equals(row.get("isNew")) && row.get("predecessor") == null) {
            return Verdict.NOT_APPLICABLE;
        }
        BigDecimal minimum = ReferenceNorms.decimal(row.get("minTrajectories"));
        if (minimum == null || c.norms().whole(EXPERIENCE_YEARS) == null) {
            return Verdict.UNDETERMINED;
        }
        ReferenceSum sum = new ReferenceSum();
        List<JsonNode> entries = ReferenceFacts.list(c.product(product), "experience");
        if (entries == null) {
            sum.addUnbounded();
        } else {
            for (JsonNode entry : entries) {
                sum.add(experienceCounts(c, entry), ReferenceFacts.number(entry, "trajectories"));
            }
        }
        return Verdict.metWhen(sum.atLeast(minimum));
    }

    private static ReferenceTruth experienceCounts(ReferenceCase c, JsonNode entry) {
        return inPeriod(c, entry)
                .and(ReferenceFacts.truth(entry, "independently"))
                .and(ReferenceFacts.truth(entry, "toSatisfaction"))
                .and(ReferenceFacts.truth(entry, "statement"));
    }

    /** Carried out: from ≤ asOf and to + n years ≥ asOf. Completed: to lies in the look-back. */
    private static ReferenceTruth inPeriod(ReferenceCase c, JsonNode entry) {
        boolean completed = "COMPLETED".equals(c.norms().text("admission.experience.reading"));
        LocalDate to = ReferenceFacts.date(entry, "to");
        LocalDate pastDay = completed ? to : ReferenceFacts.date(entry, "from");
        return c.notAfter(pastDay).and(c.reaches(to, EXPERIENCE_YEARS));
    }

    /**
     * "ADMINISTRATIVE, imposed in the look-back, locationServesRegion, status other than SUSPENDED or WITHDRAWN:
     * NOT_MET; CORRECTIVE never counts."
     */
    static Verdict administrativeMeasure(ReferenceCase c) {
        List<JsonNode> measures = ReferenceFacts.list(c.applicant(), "supervisoryMeasures");
        if (measures == null) {
            return Verdict.UNDETERMINED;
        }
        ReferenceTruth decided = ReferenceTruth.NO;
        for (JsonNode measure : measures) {
            decided = decided.or(ReferenceFacts.is(measure, "kind", "ADMINISTRATIVE")
                    .and(c.inLookBack(imposedOn(measure), MEASURE_YEARS))
                    .and(ReferenceFacts.truth(measure, "locationServesRegion"))
                    .and(standing(ReferenceFacts.text(measure, "status"))));
        }
        return Verdict.metWhen(decided.not());
    }

    private static LocalDate imposedOn(JsonNode measure) {
        return Objects.requireNonNull(ReferenceFacts.date(measure, "imposedOn"));
    }

    private static ReferenceTruth standing(@Nullable String status) {
        return ReferenceTruth.ofNullable(
                status == null ? null : !status.equals("SUSPENDED") && !status.equals("WITHDRAWN"));
    }
}
