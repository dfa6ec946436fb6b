package nl.inkoopkompas.lab.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.lab.domain.Enumeration.Visitor;

/** Every request over a small world of values, with nothing left out: what the enumeration is held against. */
final class BruteForce {

    private static final Object UNKNOWN = new Object();

    private final RandomRules.Theme theme;
    private final Element request;
    private final LocalDate day;

    BruteForce(RandomRules.Theme theme, Element base, LocalDate day) {
        this.theme = theme;
        this.request = base;
        this.day = day;
    }

    void run(Visitor visitor) {
        switch (theme) {
            case INSURANCE ->
                scalars(
                        List.of("/applicant/employees", "/applicant/usesVolunteers"),
                        List.of(List.of(0L, 1L, 2L, UNKNOWN), List.of(true, UNKNOWN)),
                        0,
                        true,
                        known -> lists(
                                "/applicant/insurances",
                                elements(
                                        "/applicant/insurances",
                                        values("perEvent", 0L, 1L, 2L, UNKNOWN),
                                        values("perYear", 0L, 2L, UNKNOWN),
                                        values("proofProvided", true, UNKNOWN)),
                                2,
                                known,
                                visitor));
            case EVENTS ->
                lists(
                        "/applicant/contractEvents",
                        elements(
                                "/applicant/contractEvents",
                                values("kind", "DISSOLVED", "TERMINATED", "REFUSED"),
                                values("date", dates(true)),
                                values("contract", "ambulant-jeugd", "OTHER", UNKNOWN),
                                values("improvements", 0, UNKNOWN)),
                        2,
                        true,
                        visitor);
            case ACCOUNTS -> accounts(visitor);
            case CERTIFICATES ->
                scalars(
                        List.of("/applicant/legalForm"),
                        List.of(List.of("EENMANSZAAK", "BV", UNKNOWN)),
                        0,
                        true,
                        known -> {
                            for (List<String> directors : List.of(List.of("A"), List.of("A", "B"), List.<String>of())) {
                                set("/applicant/directors", directors(directors));
                                lists(
                                        "/applicant/certificatesOfConduct",
                                        certificates(),
                                        2,
                                        known && !directors.isEmpty(),
                                        visitor);
                            }
                        });
            case STAFF -> {
                for (String code : codes()) {
                    set("/products/0/code", code);
                    lists(
                            "/products/0/staff",
                            elements(
                                    "/products/0/staff",
                                    values("qualification", "MBO2", "MBO3", "HBO", UNKNOWN),
                                    values(
                                            "fte",
                                            BigDecimal.ZERO,
                                            new BigDecimal("0.5"),
                                            BigDecimal.ONE,
                                            BigDecimal.valueOf(2),
                                            UNKNOWN)),
                            3,
                            true,
                            visitor);
                }
            }
        }
    }

    private static List<String> codes() {
        return List.of("45A01", "45A04");
    }

    private interface Found {
        void with(boolean known);
    }

    private void scalars(List<String> pointers, List<List<Object>> values, int at, boolean known, Found found) {
        if (at == pointers.size()) {
            found.with(known);
            return;
        }
        for (Object value : values.get(at)) {
            set(pointers.get(at), value == UNKNOWN ? null : value);
            scalars(pointers, values, at + 1, known && value != UNKNOWN, found);
        }
    }

    private void set(String pointer, Object value) {
        Leaf leaf = request.at(pointer);
        leaf.owner().set(leaf.field(), value);
    }

    private Element[] directors(List<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        Leaf leaf = request.at("/applicant/directors");
        Element[] elements = new Element[names.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = new Element(leaf.field().requireItem(), leaf.owner(), "directors/" + i);
            elements[i].set(elements[i].shape().fields().get(0), names.get(i));
        }
        return elements;
    }

    private List<Element> certificates() {
        return elements(
                        "/applicant/certificatesOfConduct",
                        values("subject", "DIRECTOR", "LEGAL_ENTITY"),
                        values("holder", "A", "B", "C", UNKNOWN),
                        values("issuedOn", dates(false)))
                .stream()
                .filter(element -> !"DIRECTOR".equals(get(element, "subject")) || get(element, "holder") != null)
                .toList();
    }

    private static Object get(Element element, String field) {
        return element.get(element.shape().require(field));
    }

    /** Every day on which a term of up to two years or months turns, with the days around it. */
    private Object[] dates(boolean years) {
        List<Object> dates = new ArrayList<>();
        for (int term = 0; term <= 2; term++) {
            LocalDate turn = years ? day.minusYears(term) : day.minusMonths(term);
            dates.add(turn.minusDays(1));
            dates.add(turn);
        }
        dates.add(day.plusDays(1));
        return dates.toArray();
    }

    private void accounts(Visitor visitor) {
        List<Element> elements = elements(
                "/applicant/annualAccounts",
                values("year", 2020L, 2021L, 2022L, 2023L),
                values("equity", -1L, 5L, 10L, 15L, 20L, UNKNOWN),
                values("totalAssets", 10L, UNKNOWN));
        lists("/applicant/annualAccounts", elements, 3, false, (request, subject, complete) -> {
            long years = Arrays.stream(list())
                    .map(each -> get(each, "year"))
                    .distinct()
                    .count();
            if (years == list().length) {
                visitor.visit(request, subject, complete);
            }
        });
    }

    private Element[] list() {
        return request.at("/applicant/annualAccounts").value() instanceof Element[] list ? list : new Element[0];
    }

    private static Map.Entry<String, Object[]> values(String field, Object... values) {
        return Map.entry(field, values);
    }

    @SafeVarargs
    private List<Element> elements(String list, Map.Entry<String, Object[]>... fields) {
        Leaf leaf = request.at(list);
        List<Element> elements = new ArrayList<>();
        elements.add(new Element(
                leaf.field().requireItem(), leaf.owner(), leaf.field().name() + "/0"));
        for (Map.Entry<String, Object[]> field : fields) {
            List<Element> more = new ArrayList<>();
            for (Element element : elements) {
                for (Object value : field.getValue()) {
                    Element copy = element.copy(leaf.owner());
                    Object content = value == UNKNOWN ? null : value;
                    if (value instanceof Integer size) {
                        content = new Element[size];
                        for (int i = 0; i < size; i++) {
                            ((Element[]) content)[i] = new Element(
                                    copy.shape().require(field.getKey()).requireItem(), copy, field.getKey() + "/" + i);
                        }
                    }
                    copy.set(copy.shape().require(field.getKey()), content);
                    more.add(copy);
                }
            }
            elements = more;
        }
        return elements;
    }

    private void lists(String pointer, List<Element> elements, int most, boolean known, Visitor visitor) {
        set(pointer, null);
        visit(false, visitor);
        lists(pointer, elements, new ArrayList<>(), 0, most, known, visitor);
    }

    private void lists(
            String pointer,
            List<Element> elements,
            List<Element> chosen,
            int first,
            int most,
            boolean known,
            Visitor visitor) {
        set(pointer, chosen.toArray(Element[]::new));
        visit(known && chosen.stream().allMatch(BruteForce::isKnown), visitor);
        for (int i = first; i < elements.size() && chosen.size() < most; i++) {
            chosen.add(elements.get(i));
            lists(pointer, elements, chosen, i, most, known, visitor);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Whether every field that rules read is known; counterparties and the like are read by none. */
    private static boolean isKnown(Element element) {
        return element.shape().fields().stream()
                .filter(field -> !List.of("counterparty", "inThisRegion", "initiatedBy", "partial")
                        .contains(field.name()))
                .allMatch(field -> element.get(field) != null);
    }

    private void visit(boolean known, Visitor visitor) {
        Element subject = theme == RandomRules.Theme.STAFF
                ? request.list(request.shape().require("products"))[0]
                : request.child(request.shape().require("applicant"));
        visitor.visit(request, subject, known);
    }
}
