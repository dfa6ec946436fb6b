package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The criteria about what the applicant can carry: finances, staff, volunteers, insurance, housing. */
final class ReferenceCapacity {

    private static final List<String> LEVELS = List.of("MBO2", "MBO3", "MBO4", "HBO", "WO");

    private ReferenceCapacity() {}

    /**
     * "The three latest Y whose accounts are due on asOf; any known year below the lower bound: NOT_MET; else unknown
     * year or bound: UNDETERMINED; all ≥ upper bound: MET; else JUDGEMENT."
     */
    static Verdict financialHealth(ReferenceCase c) {
        Long dueMonth = c.norms().whole("admission.financial-health.accounts-due-month");
        Long years = c.norms().whole("admission.financial-health.years");
        BigDecimal lower = c.norms().number("admission.financial-health.solvency-lower");
        BigDecimal upper = c.norms().number("admission.financial-health.solvency-upper");
        if (dueMonth == null) {
            return Verdict.UNDETERMINED;
        }
        int latest = latestYear(c.asOf(), dueMonth.intValue());
        boolean unknown = lower == null || upper == null;
        boolean allAtUpper = true;
        for (int year = latest; year > latest - (years == null ? 3 : years); year--) {
            JsonNode account = account(c, year);
            BigDecimal equity = account == null ? null : ReferenceFacts.number(account, "equity");
            BigDecimal assets = account == null ? null : ReferenceFacts.number(account, "totalAssets");
            if (equity == null || assets == null) {
                unknown = true;
                continue;
            }
            if (lower != null && equity.compareTo(lower.multiply(assets)) < 0) {
                return Verdict.NOT_MET;
            }
            allAtUpper &= upper != null && equity.compareTo(upper.multiply(assets)) >= 0;
        }
        return unknown ? Verdict.UNDETERMINED : allAtUpper ? Verdict.MET : Verdict.JUDGEMENT;
    }

    /** The latest Y with asOf on or after the first day of the due month in Y+1. */
    static int latestYear(LocalDate asOf, int dueMonth) {
        return asOf.isBefore(LocalDate.of(asOf.getYear(), dueMonth, 1)) ? asOf.getYear() - 2 : asOf.getYear() - 1;
    }

    private static @Nullable JsonNode account(ReferenceCase c, int year) {
        List<JsonNode> accounts = ReferenceFacts.list(c.applicant(), "annualAccounts");
        return accounts == null
                ? null
                : accounts.stream()
                        .filter(account -> account.get("year").intValue() == year)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * "FTE of staff at or above the minimum level, summed, ≥ the minimum FTE; such staff but no FTE norm: JUDGEMENT."
     */
    static Verdict competentStaff(ReferenceCase c, int product) {
        Map<String, Object> row = c.productRow(product);
        String minLevel = (String) row.get("minLevel");
        BigDecimal minFte = ReferenceNorms.decimal(row.get("minFte"));
        List<JsonNode> staff = ReferenceFacts.list(c.product(product), "staff");
        ReferenceSum sum = new ReferenceSum();
        ReferenceTruth some = ReferenceTruth.NO;
        if (staff == null) {
            some = ReferenceTruth.UNKNOWN;
            sum.addUnbounded();
        } else {
            for (JsonNode member : staff) {
                ReferenceTruth qualified = atLevel(ReferenceFacts.text(member, "qualification"), minLevel);
                some = some.or(qualified);
                sum.add(qualified, ReferenceFacts.number(member, "fte"));
            }
        }
        if (minFte != null) {
            return Verdict.metWhen(sum.atLeast(minFte));
        }
        return switch (some) {
            case YES -> Verdict.JUDGEMENT;
            case NO -> Verdict.NOT_MET;
            case UNKNOWN -> Verdict.UNDETERMINED;
        };
    }

    /** An unknown qualification cannot matter where the lowest level is enough; without a level nobody can tell. */
    private static ReferenceTruth atLevel(@Nullable String qualification, @Nullable String minLevel) {
        if (minLevel == null) {
            return ReferenceTruth.UNKNOWN;
        }
        if (qualification == null) {
            return LEVELS.indexOf(minLevel) == 0 ? ReferenceTruth.YES : ReferenceTruth.UNKNOWN;
        }
        return ReferenceTruth.of(LEVELS.indexOf(qualification) >= LEVELS.indexOf(minLevel));
    }

    /**
     * "Micro-enterprise: fewer than 10 employees and (EITHER) turnover or balance sheet total below 2,000,000, (BOTH)
     * each of them." While the reading is unset, what both readings say, or unknown.
     */
    static ReferenceTruth micro(ReferenceCase c) {
        BigDecimal amountBelow = c.norms().number("admission.micro.amount-below");
        ReferenceTruth few = ReferenceFacts.below(
                ReferenceFacts.number(c.applicant(), "employees"), c.norms().number("admission.micro.employees-below"));
        ReferenceTruth turnover =
                ReferenceFacts.below(ReferenceFacts.number(c.applicant(), "annualTurnover"), amountBelow);
        ReferenceTruth balance =
                ReferenceFacts.below(ReferenceFacts.number(c.applicant(), "balanceSheetTotal"), amountBelow);
        ReferenceTruth either = few.and(turnover.or(balance));
        ReferenceTruth both = few.and(turnover.and(balance));
        String reading = c.norms().text("admission.micro.reading");
        if (reading == null) {
            return either == both ? either : ReferenceTruth.UNKNOWN;
        }
        return reading.equals("BOTH") ? both : either;
    }

    /**
     * "Micro-enterprise or no volunteers: NOT_APPLICABLE; policy: MET (whenever not known to be NOT_APPLICABLE); none:
     * NOT_MET."
     */
    static Verdict volunteerPolicy(ReferenceCase c) {
        ReferenceTruth exempt = micro(c).or(
                        ReferenceFacts.truth(c.applicant(), "usesVolunteers").not());
        ReferenceTruth policy = ReferenceFacts.truth(c.applicant(), "volunteerPolicy");
        if (exempt == ReferenceTruth.YES) {
            return Verdict.NOT_APPLICABLE;
        }
        if (policy == ReferenceTruth.YES) {
            return Verdict.MET;
        }
        return policy == ReferenceTruth.NO && exempt == ReferenceTruth.NO ? Verdict.NOT_MET : Verdict.UNDETERMINED;
    }

    /** "One insurance with both sums at least those of its size (micro or other) and proof: MET." */
    static Verdict insurance(ReferenceCase c) {
        ReferenceTruth asMicro = insuredFor(c, "MICRO");
        ReferenceTruth asOther = insuredFor(c, "OTHER");
        return switch (micro(c)) {
            case YES -> Verdict.metWhen(asMicro);
            case NO -> Verdict.metWhen(asOther);
            case UNKNOWN -> asMicro == asOther ? Verdict.metWhen(asMicro) : Verdict.UNDETERMINED;
        };
    }

    private static ReferenceTruth insuredFor(ReferenceCase c, String size) {
        List<JsonNode> insurances = ReferenceFacts.list(c.applicant(), "insurances");
        if (insurances == null) {
            return ReferenceTruth.UNKNOWN;
        }
        Map<String, Object> row = c.norms().rows("admission/insurance").stream()
                .filter(candidate -> size.equals(candidate.get("size")))
                .findFirst()
                .orElse(Map.of());
        BigDecimal perEvent = ReferenceNorms.decimal(row.get("perEvent"));
        BigDecimal perYear = ReferenceNorms.decimal(row.get("perYear"));
        ReferenceTruth insured = ReferenceTruth.NO;
        for (JsonNode insurance : insurances) {
            ReferenceTruth event = ReferenceFacts.below(ReferenceFacts.number(insurance, "perEvent"), perEvent);
            ReferenceTruth year = ReferenceFacts.below(ReferenceFacts.number(insurance, "perYear"), perYear);
            insured = insured.or(event.not().and(year.not()).and(ReferenceFacts.truth(insurance, "proofProvided")));
        }
        return insured;
    }

    /** "Available: MET; not: JUDGEMENT (switchable to NOT_MET)." */
    static Verdict housing(ReferenceCase c) {
        String missing = c.norms().text("admission.housing.missing");
        return switch (ReferenceFacts.truth(c.applicant(), "housingAvailable")) {
            case YES -> Verdict.MET;
            case UNKNOWN -> Verdict.UNDETERMINED;
            case NO ->
                missing == null
                        ? Verdict.UNDETERMINED
                        : missing.equals("NOT_MET") ? Verdict.NOT_MET : Verdict.JUDGEMENT;
        };
    }
}
