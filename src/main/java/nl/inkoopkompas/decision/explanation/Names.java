package nl.inkoopkompas.decision.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.Why;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;

/** The names that a template can use: the cited facts and norms of one finding, and nothing else. */
final class Names {

    private final Formats formats;
    private final Labels labels;
    private final Map<String, Object> names = new HashMap<>();
    private final Map<Element, Map<String, Object>> elements = new LinkedHashMap<>();

    Names(Formats formats, Labels labels) {
        this.formats = formats;
        this.labels = labels;
    }

    Map<String, Object> of(Judged finding) {
        elements.put(finding.subject(), names);
        for (Leaf fact : finding.citations().facts()) {
            add(fact, finding.subject());
        }
        norms(finding.citations().norms());
        Map<String, BigDecimal> totals = new HashMap<>();
        for (Why why : finding.because()) {
            why.counted(totals);
        }
        Map<String, Object> total = new HashMap<>();
        totals.forEach((field, amount) -> total.put(field, formats.value(amount, field.equals("fte") ? "fte" : null)));
        names.put("total", total);
        Map<String, Object> holds = new HashMap<>();
        finding.holding().forEach(condition -> holds.put(condition, true));
        names.put("holds", holds);
        Set<String> criteria = new LinkedHashSet<>();
        finding.because().forEach(why -> why.found(criteria));
        names.put(
                "criteria",
                formats.enumeration(criteria.stream().map(labels::criterion).toList()));
        names.put(
                "missing",
                formats.enumeration(
                        finding.missing().facts().stream().map(labels::field).toList()));
        names.put(
                "missingNorms",
                formats.enumeration(
                        finding.missing().norms().stream().map(labels::norm).toList()));
        return names;
    }

    private void add(Leaf fact, Element subject) {
        if (fact.field().type() == Type.LIST || fact.field().type() == Type.OBJECT) {
            return;
        }
        String name = fact.field().name();
        String text = fact.value() == null
                ? ""
                : formats.value(fact.value(), fact.field().notes().unit());
        if (name.isEmpty()) {
            listBelow(fact.owner(), subject).add(text);
        } else {
            namesOf(fact.owner(), subject).put(name, text);
        }
    }

    /** Where the fields of an element are put: at the top for the subject and the request, else in a list or object. */
    private Map<String, Object> namesOf(Element element, Element subject) {
        Map<String, Object> known = elements.get(element);
        if (known != null) {
            return known;
        }
        Map<String, Object> made = new LinkedHashMap<>();
        if (element.parent() == null) {
            made = names;
        } else if (isListed(element)) {
            listBelow(element, subject).add(made);
        } else {
            namesOf(parent(element), subject).put(element.shape().name(), made);
        }
        elements.put(element, made);
        return made;
    }

    @SuppressWarnings("unchecked")
    private List<Object> listBelow(Element element, Element subject) {
        return (List<Object>) namesOf(parent(element), subject)
                .computeIfAbsent(element.shape().name(), name -> new ArrayList<>());
    }

    private static Element parent(Element element) {
        Element parent = element.parent();
        if (parent == null) {
            throw new IllegalStateException("The request stands below nothing");
        }
        return parent;
    }

    private static boolean isListed(Element element) {
        Field field = parent(element).shape().field(element.shape().name());
        return field != null && field.type() == Type.LIST; // the context is no field of the request
    }

    private void norms(List<Norm> cited) {
        Map<String, Object> norms = new HashMap<>();
        for (Norm norm : cited) {
            String text = norm.value() == null ? "" : formats.value(norm.value(), norm.unit());
            String column = norm.column();
            if (norm.value() instanceof Map<?, ?> cells) {
                cells.forEach(
                        (name, cell) -> row(norms, norm.key()).put(String.valueOf(name), formats.value(cell, null)));
            } else if (column == null) {
                norms.put(norm.key().substring(norm.key().lastIndexOf('.') + 1), text);
            } else {
                row(norms, norm.key()).put(column, text);
            }
        }
        names.put("norm", norms);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Map<String, Object> norms, String key) {
        String table = key.split("#")[0];
        return (Map<String, Object>) norms.computeIfAbsent(
                table.substring(table.lastIndexOf('/') + 1), name -> new HashMap<String, Object>());
    }
}
