package nl.inkoopkompas.lab.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.lab.domain.Bases;
import nl.inkoopkompas.lab.domain.BookRules;
import nl.inkoopkompas.lab.domain.Enumeration;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.domain.Requests;
import nl.inkoopkompas.rulebook.RuleBook;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inputs on which the rules of a criterion give no verdict, or more than one.
 *
 * <p>Where the patterns of the rules give exactly one verdict for every combination of truths that the conditions can
 * have, no input needs to be looked at; else all of them are. A book that was read has no such rules: reading refuses
 * them, and this is the second look.
 */
public final class Gaps {

    private final DecisionEngine engine;

    public Gaps(DecisionEngine engine) {
        this.engine = engine;
    }

    /** What was found, and what could not be looked at. */
    public record GapReport(List<Gap> findings, List<NotAnalysed> notAnalysed) {}

    /**
     * An input without a verdict, or with several.
     *
     * @param verdicts none, or more than one
     */
    public record Gap(String type, String criterion, Set<Verdict> verdicts, ObjectNode example) {}

    /**
     * Looks through the criteria of a book.
     *
     * @param from the first reference date that is looked at
     */
    public GapReport find(Collection<? extends DecisionType> types, RuleBook book, LocalDate from) {
        List<Gap> gaps = new ArrayList<>();
        Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
        for (DecisionType type : types) {
            if (!book.policies().containsKey(type.id())) {
                continue;
            }
            Criteria criteria = engine.criteria(book, type.id());
            List<String> open =
                    criteria.ids().stream().filter(id -> !criteria.isTotal(id)).toList();
            if (open.isEmpty()) {
                continue;
            }
            Bases bases = Bases.of(engine, type.id(), List.of(book), from);
            open.parallelStream()
                    .map(id -> find(type.id(), id, book, criteria, bases, from))
                    .toList()
                    .forEach(report -> {
                        gaps.addAll(report.findings());
                        notAnalysed.addAll(report.notAnalysed());
                    });
        }
        return new GapReport(gaps, List.copyOf(notAnalysed));
    }

    private static GapReport find(
            String type, String criterion, RuleBook book, Criteria criteria, Bases bases, LocalDate from) {
        BookRules rules = new BookRules(book, criteria, criterion);
        Map<Set<Verdict>, Gap> gaps = new LinkedHashMap<>();
        Enumeration enumeration = new Enumeration(
                criterion, List.of(rules), criteria.declaration(criterion).subject(), bases, from, List.of());
        List<NotAnalysed> notAnalysed = enumeration.run((request, subject, complete) -> {
            Set<Verdict> verdicts = rules.verdicts(request, subject);
            if (verdicts.size() != 1) {
                gaps.computeIfAbsent(verdicts, found -> new Gap(type, criterion, found, Requests.json(request)));
            }
        });
        return new GapReport(List.copyOf(gaps.values()), notAnalysed);
    }
}
