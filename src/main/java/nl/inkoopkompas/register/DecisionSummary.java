package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a decision.
 *
 * @param contract null where the type of decision knows no contract, and so for the applicant
 * @param products how many products were decided on
 * @param unsettled ids of the criteria with a finding that is not settled, in the order of the criteria
 * @param importId null when it was not imported
 */
public record DecisionSummary(
        UUID id,
        String type,
        int round,
        @Nullable UUID previous,
        String outcome,
        LocalDate asOf,
        @Nullable String contract,
        @Nullable String applicantName,
        @Nullable String kvkNumber,
        int products,
        List<String> unsettled,
        Instant recordedAt,
        String recordedBy,
        String ruleBookVersion,
        @Nullable UUID importId) {}
