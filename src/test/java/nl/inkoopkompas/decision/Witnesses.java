package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Table;

/**
 * Looks for a request that proves that a named fact matters: in it the verdict is still what it was, and another value
 * of this one fact makes it another. What is not named may differ, and so may other named facts, as long as the verdict
 * stays: they decide the same way.
 */
final class Witnesses {

    /** How a fact was proved to matter. */
    enum Proof {
        /** By itself, whatever is not named. */
        ALONE,
        /** Together with other named facts that decide the same way. */
        TOGETHER,
        /** Not at all. */
        NONE
    }

    private static final int ALONE = 200;
    private static final int TOGETHER = 600;
    private static final int ADDED = 6;

    private final Mutants mutants = new Mutants(11);
    private final Criteria criteria = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, "admission");

    Proof of(Element request, Judged finding, Leaf fact) {
        Set<String> named = new LinkedHashSet<>();
        finding.citations().facts().forEach(leaf -> named.add(leaf.pointer()));
        mutants.focusOn(finding);
        mutants.leaveRoomFor(fact);
        if (turns(request, finding, fact, named)) {
            return Proof.ALONE;
        }
        for (int i = 0; i < ALONE; i++) {
            Element start = mutants.mutant(request, named);
            if (start != null && turns(start, finding, fact, named)) {
                return Proof.ALONE;
            }
        }
        List<String> others = new ArrayList<>(named);
        others.remove(fact.pointer());
        List<String> sums = others.stream()
                .filter(pointer -> pointer.endsWith("/trajectories") || pointer.endsWith("/fte"))
                .toList();
        for (int i = 0; i < TOGETHER && !others.isEmpty(); i++) {
            Set<String> staying = new HashSet<>(named);
            if (i % 2 == 0 || sums.isEmpty()) {
                mutants.someOf(others).forEach(staying::remove);
            } else {
                staying.removeAll(sums);
            }
            Element start = mutants.mutant(request, staying);
            if (start != null && verdict(start, finding) == finding.verdict() && turns(start, finding, fact, named)) {
                return Proof.TOGETHER;
            }
        }
        return Proof.NONE;
    }

    /** Whether another value of the fact gives another verdict. */
    private boolean turns(Element start, Judged finding, Leaf fact, Set<String> named) {
        Leaf at = start.at(fact.pointer());
        if (at == null) {
            return false;
        }
        for (Element changed : changes(start, finding, at, named)) {
            if (mutants.isValid(changed) && verdict(changed, finding) != finding.verdict()) {
                return true;
            }
        }
        return false;
    }

    Verdict verdict(Element request, Judged finding) {
        List<Judged> again = new Acts(request).applyTo(criteria.judge(request, finding.criterion()));
        return again.stream()
                .filter(found -> found.subjectPointer().equals(finding.subjectPointer()))
                .findFirst()
                .map(Judged::verdict)
                .orElse(finding.verdict());
    }

    private List<Element> changes(Element start, Judged finding, Leaf fact, Set<String> named) {
        return switch (fact.pointer()) {
            case "/asOf" -> days(start, finding);
            case "/contract" -> suited(contracts(start, finding), named);
            default ->
                fact.field().type() == Shape.Type.LIST
                        ? lists(start, fact)
                        : isAct(fact)
                                ? acts(start, finding, fact, named)
                                : fact.field().name().equals("code")
                                        ? codes(onlySubject(start, finding, named), fact, named)
                                        : values(start, fact);
        };
    }

    private List<Element> values(Element start, Leaf fact) {
        List<Element> changes = new ArrayList<>();
        for (Object value : mutants.values(fact)) {
            changes.add(with(start, fact, value));
        }
        if (!fact.field().limits().required()) {
            changes.add(with(start, fact, null));
        }
        return changes;
    }

    private static boolean isAct(Leaf fact) {
        return fact.pointer().startsWith("/judgements/") || fact.pointer().startsWith("/responses/");
    }

    /** Of an act, with what is not named of it as it takes to count, and with another act behind it. */
    private List<Element> acts(Element start, Judged finding, Leaf fact, Set<String> named) {
        Element ready = start.copy(null);
        Element act = ready.at(fact.pointer()).owner();
        String list = fact.pointer().split("/")[1];
        answer(act, finding, named);
        List<Element> changes = values(start, fact);
        changes.addAll(values(ready, ready.at(fact.pointer())));
        if (!named.contains("/" + list)) {
            answer(ready.append(ready.shape().require(list)), finding, named);
            changes.addAll(values(ready, ready.at(fact.pointer())));
        }
        return changes;
    }

    private static void answer(Element act, Judged finding, Set<String> named) {
        for (Field field : act.shape().fields()) {
            if (!named.contains(act.pointer() + "/" + field.name())) {
                switch (field.name()) {
                    case "criterion" -> act.set(field, finding.criterion());
                    case "subject" -> act.set(field, finding.subjectPointer());
                    case "kind" -> act.set(field, "MEASURES");
                    case "accepted" -> act.set(field, true);
                    default -> act.set(field, null);
                }
            }
        }
    }

    private static Element with(Element start, Leaf fact, Object value) {
        Element changed = start.copy(null);
        Leaf leaf = changed.at(fact.pointer());
        leaf.owner().set(leaf.field(), value);
        return changed;
    }

    /** Unknown, empty, or with one element more. */
    private List<Element> lists(Element start, Leaf fact) {
        List<Element> changes = new ArrayList<>();
        Field field = fact.field();
        boolean holdsNothing = !(fact.value() instanceof Element[] list) || list.length == 0;
        if (!field.limits().required() && holdsNothing && fact.value() != null) {
            changes.add(with(start, fact, null));
        }
        if (field.limits().minItems() == 0 && fact.value() == null) {
            changes.add(with(start, fact, new Element[0]));
        }
        for (int i = 0; i < ADDED; i++) {
            Element changed = start.copy(null);
            Leaf leaf = changed.at(fact.pointer());
            mutants.fill(leaf.owner().append(field));
            changes.add(changed);
        }
        return changes;
    }

    private List<Element> days(Element start, Judged finding) {
        Field asOf = start.shape().require("asOf");
        SortedSet<LocalDate> days =
                criteria.declaration(finding.criterion()).turningDays(criteria.open(start), subject(start, finding));
        Set<LocalDate> tried = new LinkedHashSet<>(days);
        days.forEach(day -> tried.add(day.minusDays(1)));
        LocalDate day = (LocalDate) start.get(asOf);
        for (int years = -3; years <= 4; years++) {
            tried.add(day.plusYears(years).withDayOfYear(1));
            tried.add(day.plusYears(years));
        }
        List<Element> changes = new ArrayList<>();
        for (LocalDate other : tried) {
            changes.add(with(start, new Leaf(start, asOf.slot()), other));
        }
        return changes;
    }

    private static Element subject(Element start, Judged finding) {
        String[] parts = finding.subjectPointer().substring(1).split("/");
        Field field = start.shape().require(parts[0]);
        return parts.length == 1 ? start.child(field) : start.list(field)[Integer.parseInt(parts[1])];
    }

    /** Every contract, with products of its own; where it has too few, only what is judged is applied for. */
    private static List<Element> contracts(Element start, Judged finding) {
        Table products = ProjectRuleBook.BOOK.requireTable("admission/products");
        Field contract = start.shape().require("contract");
        Field applied = start.shape().require("products");
        List<Element> changes = new ArrayList<>();
        for (String option : contract.limits().options()) {
            List<Object> codes = products.rows().stream()
                    .filter(row -> option.equals(products.cell(row, "contract")))
                    .map(row -> products.cell(row, "code"))
                    .toList();
            for (int first = 0; first < codes.size(); first++) {
                Element changed = with(start, new Leaf(start, contract.slot()), option);
                Element[] list = changed.list(applied);
                if (list.length > codes.size()) {
                    Element judged = Arrays.stream(list)
                            .filter(product -> product.pointer().equals(finding.subjectPointer()))
                            .findFirst()
                            .orElse(list[0]);
                    changed.set(applied, new Element[] {judged});
                }
                Element[] kept = changed.list(applied);
                for (int i = 0; i < kept.length; i++) {
                    kept[i].set(kept[i].shape().require("code"), codes.get((first + i) % codes.size()));
                }
                changes.add(changed);
            }
        }
        return changes;
    }

    /**
     * Every code of the contract, where another product that has it takes the code of this one; and of other contracts,
     * where what stands beside it is not named.
     */
    private List<Element> codes(Element start, Leaf fact, Set<String> named) {
        Table products = ProjectRuleBook.BOOK.requireTable("admission/products");
        Field contract = start.shape().require("contract");
        Field applied = start.shape().require("products");
        boolean alone = start.list(applied).length == 1 && !named.contains("/contract");
        List<Element> changes = new ArrayList<>();
        for (Table.Row row : products.rows()) {
            Object code = products.cell(row, "code");
            boolean fits = products.cell(row, "contract").equals(start.get(contract));
            if (!fits && !alone) {
                continue;
            }
            Element changed = start.copy(null);
            changed.set(contract, products.cell(row, "contract"));
            for (Element product : changed.list(applied)) {
                if (fact.pointer().equals(product.pointer() + "/code")) {
                    product.set(fact.field(), code);
                } else if (code.equals(product.get(fact.field()))) {
                    product.set(fact.field(), fact.value());
                }
            }
            changes.add(changed);
        }
        return changes;
    }

    /** With events that concern the new contract, and on days in its windows, where those are not named. */
    private static List<Element> suited(List<Element> moved, Set<String> named) {
        Table windows = ProjectRuleBook.BOOK.requireTable("admission/entry-windows");
        List<Element> suited = new ArrayList<>(moved);
        for (Element request : moved) {
            Field contract = request.shape().require("contract");
            Field asOf = request.shape().require("asOf");
            Element applicant = request.child(request.shape().require("applicant"));
            for (Element event : applicant.list(applicant.shape().require("contractEvents"))) {
                if (!named.contains(event.pointer() + "/contract")) {
                    event.set(event.shape().require("contract"), request.get(contract));
                }
            }
            for (Table.Row row : windows.rows()) {
                if (!named.contains("/asOf") && request.get(contract).equals(windows.cell(row, "contract"))) {
                    suited.add(with(request, new Leaf(request, asOf.slot()), windows.cell(row, "opensOn")));
                }
            }
        }
        return suited;
    }

    /** Only what is judged, so that it can move to another contract; the same where other products are named. */
    private static Element onlySubject(Element start, Judged finding, Set<String> named) {
        Field applied = start.shape().require("products");
        String subject = finding.subjectPointer().startsWith("/products/") ? finding.subjectPointer() : "/products/0";
        if (named.stream().anyMatch(pointer -> pointer.startsWith("/products/") && !pointer.startsWith(subject))) {
            return start;
        }
        Element changed = start.copy(null);
        Element[] judged = Arrays.stream(changed.list(applied))
                .filter(product -> product.pointer().equals(subject))
                .toArray(Element[]::new);
        changed.set(applied, judged);
        return changed;
    }
}
