package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.inkoopkompas.admission.ReferenceAdmission.Finding;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes valid admission applications from a seed, the same one for the same seed and norms. Three in five are almost
 * good: everything is met but one or two parts; the others are wild in any number of parts.
 */
final class RandomApplications {

    /** No rule book holds before this day. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private final Function<LocalDate, ReferenceNorms> book;

    /** @param book the norms in force on a reference date, from 2024-01-01 on */
    RandomApplications(Function<LocalDate, ReferenceNorms> book) {
        this.book = book;
    }

    /** Norms that are the same on every date. */
    RandomApplications(ReferenceNorms norms) {
        this(asOf -> norms);
    }

    /** The application of a seed. */
    ObjectNode application(long seed) {
        RandomSource random = new RandomSource(seed);
        boolean almostGood = random.chance(60);
        ReferenceNorms first = book.apply(FIRST_DAY);
        String contract = contract(random, first, almostGood);
        LocalDate asOf = asOf(random, first, contract, almostGood && random.chance(85));
        ReferenceNorms norms = book.apply(asOf);

        List<RandomApplicants.Part> parts = List.of(RandomApplicants.Part.values());
        List<RandomApplicants.Part> wild = almostGood ? random.some(parts, 0, 2) : random.some(parts, 1, parts.size());
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("asOf", asOf.toString());
        request.put("contract", contract);
        request.set("applicant", new RandomApplicants(random, norms, asOf, contract).applicant(wild));
        ArrayNode products = request.putArray("products");
        for (Map<String, Object> row : random.some(products(norms, contract), 1, 3)) {
            products.add(product(random, norms, asOf, row, almostGood ? 15 : 60));
        }
        putEvidence(random, asOf, request);
        if (random.chance(almostGood ? 60 : 40)) {
            putActs(random, norms, request, "judgements", Verdict.JUDGEMENT);
        }
        if (random.chance(almostGood ? 60 : 40)) {
            putActs(random, norms, request, "responses", Verdict.NOT_MET);
        }
        return request;
    }

    /** A contract with products; for an almost good application one that has entry windows. */
    private static String contract(RandomSource random, ReferenceNorms norms, boolean open) {
        List<String> contracts = norms.rows("reference/contracts").stream()
                .map(row -> (String) row.get("id"))
                .filter(contract -> !products(norms, contract).isEmpty())
                .toList();
        List<String> opened = contracts.stream()
                .filter(contract -> !windows(norms, contract).isEmpty())
                .toList();
        return random.pick(open && random.chance(90) && !opened.isEmpty() ? opened : contracts);
    }

    private static List<Map<String, Object>> products(ReferenceNorms norms, String contract) {
        return of(norms.rows("admission/products"), contract);
    }

    private static List<Map<String, Object>> windows(ReferenceNorms norms, String contract) {
        return of(norms.rows("admission/entry-windows"), contract).stream()
                .filter(row -> row.get("opensOn") != null && row.get("closesOn") != null)
                .toList();
    }

    private static List<Map<String, Object>> of(List<Map<String, Object>> rows, String contract) {
        return rows.stream().filter(row -> contract.equals(row.get("contract"))).toList();
    }

    /** A day in a window, on or beside its edges, on a boundary of the calendar, or any day. */
    private static LocalDate asOf(RandomSource random, ReferenceNorms norms, String contract, boolean inWindow) {
        List<Map<String, Object>> windows = windows(norms, contract);
        LocalDate day;
        if (!windows.isEmpty() && (inWindow || random.chance(75))) {
            Map<String, Object> window = random.pick(windows);
            LocalDate opens = (LocalDate) window.get("opensOn");
            LocalDate closes = (LocalDate) window.get("closesOn");
            LocalDate inside = opens.plusDays(random.between(0, (int) (closes.toEpochDay() - opens.toEpochDay())));
            LocalDate beside = random.pick(opens.minusDays(1), closes.plusDays(1));
            day = inWindow || random.chance(75) ? random.pick(inside, inside, opens, closes) : beside;
        } else {
            int year = random.between(2024, 2028);
            Long dueMonth = norms.whole("admission.financial-health.accounts-due-month");
            LocalDate due = LocalDate.of(year, dueMonth == null ? 6 : dueMonth.intValue(), 1);
            LocalDate leap = RandomSource.leapDay(year).plusYears(random.between(0, 3));
            LocalDate any = LocalDate.of(year, 1, 1).plusDays(random.between(0, 364));
            day = random.pick(due, due.minusDays(1), leap, leap.plusDays(1), any, any);
        }
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
    }

    private static ObjectNode product(
            RandomSource random, ReferenceNorms norms, LocalDate asOf, Map<String, Object> row, int wildPercent) {
        ObjectNode product = JsonNodeFactory.instance.objectNode();
        product.put("code", (String) row.get("code"));
        boolean wildExperience = random.chance(wildPercent);
        boolean wildStaff = random.chance(wildPercent);
        int none = random.between(0, 9);
        random.putOrUnknown(
                product,
                "experience",
                wildExperience ? 10 : 0,
                wildExperience && none == 0 ? List.of() : experience(random, norms, asOf, row, wildExperience));
        random.putOrUnknown(
                product,
                "staff",
                wildStaff ? 10 : 0,
                wildStaff && none == 1 ? List.of() : staff(random, row, wildStaff));
        return product;
    }

    private static List<ObjectNode> experience(
            RandomSource random, ReferenceNorms norms, LocalDate asOf, Map<String, Object> row, boolean wild) {
        BigDecimal set = ReferenceNorms.decimal(row.get("minTrajectories"));
        long minimum = set == null ? 5 : set.longValueExact();
        Long lookBack = norms.whole("admission.experience.look-back-years");
        List<ObjectNode> entries = new ArrayList<>();
        for (int i = random.between(1, wild ? 4 : 1); i > 0; i--) {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            LocalDate to = wild ? random.day(asOf, lookBack == null ? 2 : lookBack) : asOf.minusDays(i);
            LocalDate from = to.minusDays(random.pick(0, 30, 400, 1200));
            boolean any = wild && random.chance(35);
            random.putOrUnknown(entry, "commissioner", 20, "Gemeente Y");
            random.putOrUnknown(entry, "from", any ? 20 : 0, from);
            random.putOrUnknown(entry, "to", any ? 20 : 0, to);
            long many = random.pick(random.around(minimum), minimum / 2, (minimum + 1) / 2, 1L);
            random.putOrUnknown(entry, "trajectories", any ? 15 : 0, wild ? many : minimum + random.between(0, 3));
            for (String flag : List.of("independently", "toSatisfaction", "statement")) {
                random.put(entry, flag, any ? random.maybe(80) : Boolean.TRUE);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static List<ObjectNode> staff(RandomSource random, Map<String, Object> row, boolean wild) {
        List<String> levels = List.of("MBO2", "MBO3", "MBO4", "HBO", "WO");
        String minLevel = (String) row.get("minLevel");
        BigDecimal set = ReferenceNorms.decimal(row.get("minFte"));
        BigDecimal minimum = set == null ? new BigDecimal("1.5") : set;
        BigDecimal step = new BigDecimal("0.01");
        List<ObjectNode> staff = new ArrayList<>();
        for (int i = random.between(1, wild ? 4 : 2); i > 0; i--) {
            ObjectNode member = JsonNodeFactory.instance.objectNode();
            int least = minLevel == null ? 0 : levels.indexOf(minLevel);
            String below = levels.get(Math.max(0, least - 1));
            String any = random.pick(random.pick(levels), below, levels.get(least));
            String good = levels.get(random.between(least, levels.size() - 1));
            random.putOrUnknown(member, "qualification", wild ? 12 : 0, wild ? any : good);
            BigDecimal rest = minimum.subtract(step).max(BigDecimal.ZERO);
            BigDecimal fte = random.pick(minimum, rest, step, BigDecimal.ZERO, minimum.add(step));
            random.putOrUnknown(member, "fte", wild ? 12 : 0, wild ? fte : minimum);
            staff.add(member);
        }
        return staff;
    }

    /** Documents under declarations and certificates that are there; they carry no verdict. */
    private static void putEvidence(RandomSource random, LocalDate asOf, ObjectNode request) {
        if (random.chance(60)) {
            return;
        }
        ArrayNode evidence = request.putArray("evidence");
        for (String list : List.of("procurementDeclarations", "certificatesOfConduct", "insurances")) {
            if (request.path("applicant").path(list).size() > 0 && random.chance(60)) {
                ObjectNode document = evidence.addObject();
                document.put("pointer", "/applicant/" + list + "/0");
                document.put("document", list + ".pdf");
                document.put("receivedOn", asOf.minusDays(random.between(0, 10)).toString());
                document.put("verified", random.chance(50));
            }
        }
    }

    /** Aims at some findings on which the act has something to do, and at some on which it may not. */
    private static void putActs(
            RandomSource random, ReferenceNorms norms, ObjectNode request, String list, Verdict target) {
        Set<List<String>> aims = new LinkedHashSet<>();
        for (Finding finding : ReferenceAdmission.evaluate(request, norms).findings()) {
            if (finding.verdict() == target && random.chance(75)) {
                aims.add(List.of(finding.criterion(), finding.subject()));
            }
        }
        while (random.chance(25)) {
            String criterion = random.pick(ReferenceAdmission.CRITERIA);
            boolean perProduct = ReferenceAdmission.PER_PRODUCT.contains(criterion);
            String product =
                    "/products/" + random.between(0, request.path("products").size() - 1);
            aims.add(List.of(criterion, perProduct ? product : ReferenceAdmission.APPLICANT));
        }
        ArrayNode acts = request.putArray(list);
        for (List<String> aim : random.some(List.copyOf(aims), 0, aims.size() + 2)) {
            boolean lapsed = list.equals("responses") && random.chance(15);
            acts.add(act(random, aim, list.equals("responses") ? (lapsed ? "LAPSED" : "MEASURES") : null));
        }
    }

    private static ObjectNode act(RandomSource random, List<String> aim, @Nullable String kind) {
        ObjectNode act = JsonNodeFactory.instance.objectNode();
        act.put("criterion", aim.get(0));
        act.put("subject", aim.get(1));
        if (kind != null) {
            act.put("kind", kind);
        }
        act.put("accepted", !"LAPSED".equals(kind) && random.chance(65));
        act.put("motivation", "Na gesprek met de aanbieder en inzage in de stukken.");
        return act;
    }
}
