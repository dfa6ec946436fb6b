package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the parts of an applicant, each either good (it meets the norms) or wild (anything that is valid). */
final class RandomApplicants {

    /** The parts; each is made good or wild on its own. */
    enum Part {
        EVENTS,
        MEASURES,
        ACCOUNTS,
        MEMBERSHIPS,
        CONDUCT,
        DECLARATIONS,
        SIZE,
        VOLUNTEERS,
        INSURANCES,
        QUALITY,
        HOUSING
    }

    /** How the accounts of an applicant look: all at the upper bound, none below the lower one, or any. */
    private enum Finances {
        SOUND,
        BETWEEN,
        ANY
    }

    private static final List<String> LEGAL_FORMS =
            List.of("BV", "NV", "STICHTING", "VERENIGING", "COOPERATIE", "VOF", "CV", "MAATSCHAP", "EENMANSZAAK");

    private final RandomSource random;
    private final ReferenceNorms norms;
    private final LocalDate asOf;
    private final String contract;

    RandomApplicants(RandomSource random, ReferenceNorms norms, LocalDate asOf, String contract) {
        this.random = random;
        this.norms = norms;
        this.asOf = asOf;
        this.contract = contract;
    }

    ObjectNode applicant(List<Part> wild) {
        ObjectNode applicant = object();
        applicant.put("name", random.pick("Zorg Voorbeeld BV", "Stichting Proef", "De Uitweg"));
        applicant.put("kvkNumber", String.format("%08d", random.between(10_000_000, 99_999_999)));
        for (Part part : Part.values()) {
            put(applicant, part, wild.contains(part));
        }
        return applicant;
    }

    private void put(ObjectNode applicant, Part part, boolean wild) {
        switch (part) {
            case EVENTS -> put(applicant, "contractEvents", wild, wild ? events() : List.of());
            case MEASURES -> put(applicant, "supervisoryMeasures", wild, wild ? measures() : List.of());
            case ACCOUNTS -> put(applicant, "annualAccounts", wild, accounts(wild));
            case MEMBERSHIPS -> put(applicant, "memberships", wild, memberships(wild));
            case CONDUCT -> putConduct(applicant, wild);
            case DECLARATIONS -> put(applicant, "procurementDeclarations", wild, declarations(wild));
            case SIZE -> putSize(applicant, wild);
            case VOLUNTEERS -> putVolunteers(applicant, wild);
            case INSURANCES -> put(applicant, "insurances", wild, insurances(wild));
            case QUALITY -> put(applicant, "qualityCertificates", wild, qualityCertificates(wild));
            case HOUSING -> random.put(applicant, "housingAvailable", wild ? random.maybe(40) : Boolean.TRUE);
        }
    }

    private void put(ObjectNode applicant, String list, boolean wild, List<?> elements) {
        boolean none = wild && random.chance(10);
        random.putOrUnknown(applicant, list, wild ? 10 : 0, none ? List.of() : elements);
    }

    private List<ObjectNode> events() {
        return list(1, 4, () -> {
            ObjectNode event = object();
            event.put("kind", random.pick("DISSOLVED", "DISSOLVED", "TERMINATED", "REFUSED"));
            event.put(
                    "date",
                    random.day(asOf, years("admission.negative-experience.look-back-years"))
                            .toString());
            String other =
                    (String) random.pick(norms.rows("reference/contracts")).get("id");
            random.putOrUnknown(event, "contract", 10, random.pick(contract, contract, other, "OTHER"));
            random.putOrUnknown(event, "counterparty", 30, "Regio X");
            random.put(event, "inThisRegion", random.maybe(50));
            random.putOrUnknown(event, "initiatedBy", 15, random.pick("COMMISSIONER", "COMMISSIONER", "PROVIDER"));
            random.put(event, "partial", random.maybe(50));
            List<String> improvements = random.chance(65) ? List.of("Nieuwe kwaliteitsmanager") : List.of();
            random.putOrUnknown(event, "improvements", 12, improvements);
            return event;
        });
    }

    private List<ObjectNode> measures() {
        return list(1, 3, () -> {
            ObjectNode measure = object();
            measure.put("kind", random.pick("ADMINISTRATIVE", "ADMINISTRATIVE", "CORRECTIVE"));
            measure.put(
                    "imposedOn",
                    random.day(asOf, years("admission.administrative-measure.look-back-years"))
                            .toString());
            String status = random.pick("IN_FORCE", "IN_FORCE", "ENDED", "SUSPENDED", "WITHDRAWN");
            random.putOrUnknown(measure, "status", 15, status);
            random.put(measure, "locationServesRegion", random.maybe(70));
            return measure;
        });
    }

    private List<ObjectNode> accounts(boolean wild) {
        Long dueMonth = norms.whole("admission.financial-health.accounts-due-month");
        int latest = ReferenceCapacity.latestYear(asOf, dueMonth == null ? 6 : dueMonth.intValue());
        int years = (int) years("admission.financial-health.years");
        boolean complete = random.chance(70);
        Finances finances = random.pick(Finances.values());
        List<ObjectNode> accounts = new ArrayList<>();
        for (int year = latest + 2; year > latest - years - 2; year--) {
            boolean asked = year <= latest && year > latest - years;
            if (wild ? random.chance(asked && complete ? 97 : 60) : asked) {
                accounts.add(account(year, wild, finances));
            }
        }
        return accounts;
    }

    /** Solvency on, just under and around the bounds. */
    private ObjectNode account(int year, boolean wild, Finances finances) {
        BigDecimal lower = orElse(norms.number("admission.financial-health.solvency-lower"), "0.15");
        BigDecimal upper = orElse(norms.number("admission.financial-health.solvency-upper"), "0.25");
        long assets = random.pick(1L, 100_000L, 2_000_000L, 2_000_000L);
        long lowEdge = edge(lower, assets);
        long highEdge = edge(upper, assets);
        long equity =
                switch (finances) {
                    case SOUND -> random.pick(highEdge, highEdge + 1, assets);
                    case BETWEEN -> random.pick(lowEdge, lowEdge, highEdge - 1, highEdge, assets);
                    case ANY -> random.pick(lowEdge, lowEdge - 1, highEdge, 0L, -assets);
                };
        ObjectNode account = object();
        account.put("year", year);
        random.putOrUnknown(account, "equity", wild ? 5 : 0, wild ? equity : assets);
        random.putOrUnknown(account, "totalAssets", wild ? 5 : 0, assets);
        return account;
    }

    /** The least equity that reaches a solvency. */
    private static long edge(BigDecimal solvency, long assets) {
        return solvency.multiply(BigDecimal.valueOf(assets))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private List<String> memberships(boolean wild) {
        List<String> listed = norms.rows("admission/associations").stream()
                .filter(row -> wild || "*".equals(row.get("contract")) || contract.equals(row.get("contract")))
                .map(row -> (String) row.get("association"))
                .toList();
        List<String> memberships = new ArrayList<>(listed.isEmpty() ? List.of() : random.some(listed, 1, 2));
        if (wild) {
            memberships.removeIf(membership -> random.chance(60));
            memberships.add("Vereniging Elders");
        }
        return memberships.stream().distinct().toList();
    }

    private void putConduct(ObjectNode applicant, boolean wild) {
        String legalForm = random.pick(LEGAL_FORMS);
        List<String> directors = random.some(List.of("D-1", "D-2", "D-3"), 1, 3);
        List<ObjectNode> certificates = new ArrayList<>();
        if (wild ? random.chance(75) : !legalForm.equals("EENMANSZAAK")) {
            certificates.add(conduct("LEGAL_ENTITY", null, wild));
        }
        for (String director : directors) {
            if (!wild || random.chance(80)) {
                certificates.add(conduct("DIRECTOR", wild && random.chance(10) ? "D-9" : director, wild));
            }
        }
        if (wild && random.chance(20)) {
            legalForm = "EENMANSZAAK";
        }
        random.putOrUnknown(applicant, "legalForm", wild ? 15 : 0, legalForm);
        random.putOrUnknown(applicant, "directors", wild ? 15 : 0, directors);
        put(applicant, "certificatesOfConduct", wild, certificates);
    }

    private ObjectNode conduct(String subject, @Nullable String holder, boolean wild) {
        ObjectNode certificate = object();
        certificate.put("subject", subject);
        random.put(certificate, "holder", holder);
        certificate.put("issuedOn", issuedOn("admission.certificate-of-conduct.max-age-months", wild));
        return certificate;
    }

    private List<ObjectNode> declarations(boolean wild) {
        return list(1, wild ? 3 : 1, () -> {
            ObjectNode declaration = object();
            declaration.put("issuedOn", issuedOn("admission.procurement-declaration.max-age-months", wild));
            return declaration;
        });
    }

    private String issuedOn(String maxMonthsKey, boolean wild) {
        Long months = norms.whole(maxMonthsKey);
        LocalDate day = asOf.minusDays(random.between(0, 25));
        return (wild ? random.dayByMonths(asOf, months == null ? 24 : months) : day).toString();
    }

    private void putSize(ObjectNode applicant, boolean wild) {
        long employees =
                orElse(norms.number("admission.micro.employees-below"), "10").longValueExact();
        long amount =
                orElse(norms.number("admission.micro.amount-below"), "2000000").longValueExact();
        int unknown = wild ? 20 : 0;
        boolean small = random.chance(35);
        random.putOrUnknown(applicant, "employees", unknown, small ? employees - 1 : random.around(employees));
        random.putOrUnknown(applicant, "annualTurnover", unknown, random.around(amount));
        random.putOrUnknown(applicant, "balanceSheetTotal", unknown, random.around(amount));
    }

    private void putVolunteers(ObjectNode applicant, boolean wild) {
        random.put(applicant, "usesVolunteers", wild ? random.maybe(75) : Boolean.valueOf(random.chance(70)));
        random.put(applicant, "volunteerPolicy", wild ? random.maybe(40) : Boolean.TRUE);
    }

    private List<ObjectNode> insurances(boolean wild) {
        List<Map<String, Object>> sizes = norms.rows("admission/insurance");
        return list(1, wild ? 3 : 1, () -> {
            ObjectNode insurance = object();
            for (String sum : List.of("perEvent", "perYear")) {
                List<Long> minima = sizes.stream()
                        .map(row -> ReferenceNorms.decimal(row.get(sum)))
                        .filter(Objects::nonNull)
                        .map(BigDecimal::longValue)
                        .sorted()
                        .toList();
                long most = minima.isEmpty() ? 5_000_000L : minima.get(minima.size() - 1);
                long any = minima.isEmpty() || random.chance(60) ? most : random.around(random.pick(minima));
                random.putOrUnknown(insurance, sum, wild ? 10 : 0, wild ? any : most);
            }
            random.put(insurance, "proofProvided", wild ? random.maybe(80) : Boolean.TRUE);
            return insurance;
        });
    }

    private List<ObjectNode> qualityCertificates(boolean wild) {
        return list(1, wild ? 3 : 1, () -> {
            ObjectNode certificate = object();
            List<Map<String, Object>> schemes = norms.rows("admission/quality-schemes");
            boolean other = schemes.isEmpty() || (wild && random.chance(50));
            certificate.put(
                    "scheme",
                    other ? "KEURMERK-X" : (String) random.pick(schemes).get("scheme"));
            LocalDate until = asOf.plusDays(random.pick(0, 0, -1, 1, 365, -400));
            LocalDate good = asOf.plusDays(random.between(0, 700));
            random.putOrUnknown(certificate, "validUntil", wild ? 20 : 0, wild ? until : good);
            return certificate;
        });
    }

    private List<ObjectNode> list(int least, int most, Supplier<ObjectNode> element) {
        List<ObjectNode> elements = new ArrayList<>();
        for (int i = random.between(least, most); i > 0; i--) {
            elements.add(element.get());
        }
        return elements;
    }

    private long years(String key) {
        Long years = norms.whole(key);
        return years == null ? 3 : years;
    }

    private static BigDecimal orElse(@Nullable BigDecimal value, String otherwise) {
        return value == null ? new BigDecimal(otherwise) : value;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
