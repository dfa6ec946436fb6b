package nl.inkoopkompas.lab.clauses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Explanation;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Kind;
import nl.inkoopkompas.lab.clauses.ClauseFinding.Quotation;
import nl.inkoopkompas.lab.clauses.ClauseReport.NotCompared;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Clause;
import nl.inkoopkompas.rulebook.Clause.Claim;
import nl.inkoopkompas.rulebook.Clause.Direction;
import nl.inkoopkompas.rulebook.ClauseBook;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;

/** Compares a rule book with the clauses of its sources. */
final class ClauseCheck {

    private final RuleBook book;
    private final ClauseBook clauses;
    private final List<NormValue> norms;
    private final Map<String, Optional<Object>> before = new HashMap<>();
    private final boolean compared;
    private final List<ClauseFinding> findings = new ArrayList<>();
    private final Map<String, NotCompared> notCompared = new LinkedHashMap<>();

    private ClauseCheck(RuleBook book, @Nullable RuleBook base) {
        this.book = book;
        this.clauses = book.clauses();
        this.norms = NormValue.of(book);
        this.compared = base != null;
        if (base != null) {
            NormValue.of(base).forEach(norm -> before.put(norm.key(), Optional.ofNullable(norm.value())));
        }
    }

    /**
     * What a book and its sources differ in.
     *
     * @param base the book that it is a draft of: what that explains is explained as long as the value is the same;
     *     null for a book by itself
     * @param changes what became of clauses in newer texts
     */
    static ClauseReport of(RuleBook book, @Nullable RuleBook base, Collection<SourceChange> changes) {
        ClauseCheck check = new ClauseCheck(book, base);
        check.lookAtNorms();
        check.lookAtRules();
        check.lookAtClauses();
        changes.forEach(check::lookAt);
        return new ClauseReport(List.copyOf(check.findings), List.copyOf(check.notCompared.values()));
    }

    private void lookAtNorms() {
        Map<String, List<NormValue>> bare = new LinkedHashMap<>();
        for (NormValue norm : norms) {
            boolean tied = false;
            for (Clause clause : clauses.clauses().values()) {
                for (Claim claim : clause.norms()) {
                    if (norm.names().contains(claim.norm())) {
                        tied = true;
                        compare(norm, clause, claim);
                    }
                }
            }
            if (!tied) {
                bare.computeIfAbsent(norm.subject(), same -> new ArrayList<>()).add(norm);
            }
        }
        bare.forEach(this::tellBare);
    }

    /** Norms that the book explains as they are apart from those that somebody has to explain still. */
    private void tellBare(String subject, List<NormValue> values) {
        for (boolean explained : new boolean[] {true, false}) {
            List<NormValue> some = values.stream()
                    .filter(norm -> explained == (explanation(norm).isPresent()))
                    .toList();
            if (some.isEmpty()) {
                continue;
            }
            NormValue first = some.get(0);
            List<String> rows = some.stream()
                    .map(NormValue::row)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .toList();
            add(
                    Kind.NORM_WITHOUT_CLAUSE,
                    subject,
                    first.label(),
                    rows,
                    null,
                    some.size() == 1 ? first.value() : null,
                    null,
                    some.stream().map(norm -> norm.key() + "=" + norm.value()).toList(),
                    new Bilingual(
                            "Geen clausule van een bron noemt deze norm.", "No clause of a source names this norm."),
                    explanation(first));
        }
    }

    private void compare(NormValue norm, Clause clause, Claim claim) {
        Object text = claim.value() == null ? null : norm.type().parse(claim.value());
        if (claim.direction() == Direction.NONE) {
            notCompared.putIfAbsent(
                    norm.subject(),
                    new NotCompared(
                            norm.subject(),
                            norm.label(),
                            clause.id(),
                            new Bilingual(
                                    "De clausule vraagt om een norm en noemt geen waarde.",
                                    "The clause asks for a norm and gives no value.")));
            return;
        }
        if (norm.value() == null || !departs(claim.direction(), norm.value(), text)) {
            return;
        }
        boolean other = claim.direction() == Direction.EXACTLY;
        add(
                other ? Kind.OTHER : Kind.STRICTER,
                norm.subject(),
                norm.label(),
                norm.row() == null ? List.of() : List.of(norm.row()),
                clause,
                norm.value(),
                claim.value(),
                List.of(norm.key() + "=" + norm.value(), clause.id()),
                other
                        ? new Bilingual(
                                "De tekst zegt " + claim.value() + "; hier staat " + norm.value() + ".",
                                "The text says " + claim.value() + "; here it is " + norm.value() + ".")
                        : new Bilingual(
                                (claim.value() == null
                                                ? "De tekst stelt geen grens"
                                                : "De tekst noemt " + claim.value())
                                        + "; hier staat " + norm.value() + ", dat is strenger.",
                                (claim.value() == null ? "The text sets no limit" : "The text says " + claim.value())
                                        + "; here it is " + norm.value() + ", which is stricter."),
                explanation(norm));
    }

    @SuppressWarnings("unchecked")
    private static boolean departs(Direction direction, Object value, @Nullable Object text) {
        if (text == null) {
            return direction != Direction.NONE;
        }
        int order = ((Comparable<Object>) value).compareTo(text);
        return switch (direction) {
            case AT_LEAST -> order > 0;
            case AT_MOST -> order < 0;
            case EXACTLY -> order != 0;
            case NONE -> false;
        };
    }

    private void lookAtRules() {
        Set<String> tied = new LinkedHashSet<>();
        clauses.clauses().values().forEach(clause -> tied.addAll(clause.rules()));
        for (Policy policy : book.policies().values()) {
            policy.texts(Language.NL).criteria().forEach((criterion, texts) -> {
                if (!tied.contains(criterion)) {
                    String english =
                            policy.texts(Language.EN).criterion(criterion).name();
                    add(
                            Kind.RULE_WITHOUT_CLAUSE,
                            criterion,
                            new Bilingual(texts.name(), english),
                            List.of(),
                            null,
                            null,
                            null,
                            List.of(),
                            new Bilingual(
                                    "Geen clausule van een bron vraagt om deze regel.",
                                    "No clause of a source asks for this rule."),
                            explanation(List.of(criterion)));
                }
            });
        }
    }

    private void lookAtClauses() {
        Set<String> criteria = new LinkedHashSet<>();
        book.policies()
                .values()
                .forEach(policy ->
                        criteria.addAll(policy.texts(Language.NL).criteria().keySet()));
        Predicate<Claim> found =
                claim -> norms.stream().anyMatch(norm -> norm.names().contains(claim.norm()));
        for (Clause clause : clauses.clauses().values()) {
            if (clause.rules().stream().noneMatch(criteria::contains)
                    && clause.norms().stream().noneMatch(found)) {
                add(
                        Kind.CLAUSE_WITHOUT_RULE,
                        clause.id(),
                        new Bilingual(clause.id(), clause.id()),
                        List.of(),
                        clause,
                        null,
                        null,
                        List.of(),
                        new Bilingual(
                                "Geen regel en geen norm werkt deze clausule uit.",
                                "No rule and no norm carries out this clause."),
                        explanation(List.of(clause.id())));
            }
        }
    }

    private void lookAt(SourceChange change) {
        Clause clause = clauses.clauses().get(change.clause());
        if (clause == null) {
            return;
        }
        Bilingual what =
                switch (change.kind()) {
                    case MOVED ->
                        new Bilingual(
                                "De clausule staat woordelijk op een andere plaats.",
                                "The clause stands at another place, word for word.");
                    case REWORDED ->
                        new Bilingual(
                                "De aangehaalde woorden staan er nog; de rest van de clausule is veranderd.",
                                "The quoted words still stand there; the rest of the clause has changed.");
                    case GONE ->
                        new Bilingual(
                                "De aangehaalde woorden staan niet meer in de tekst.",
                                "The quoted words are no longer in the text.");
                };
        add(
                Kind.SOURCE_CHANGED,
                clause.id(),
                new Bilingual(clause.id(), clause.id()),
                List.of(),
                clause,
                null,
                null,
                List.of(change.kind().name(), clause.sha256()),
                what,
                Optional.empty());
    }

    private Optional<Explanation> explanation(NormValue norm) {
        if (compared && !Objects.equals(before.get(norm.key()), Optional.ofNullable(norm.value()))) {
            return Optional.empty();
        }
        return explanation(norm.names());
    }

    private Optional<Explanation> explanation(Collection<String> names) {
        return clauses.explained().stream()
                .filter(one -> one.what().stream().anyMatch(names::contains))
                .findFirst()
                .map(one -> new Explanation(one.why(), null, null));
    }

    private void add(
            Kind kind,
            String subject,
            Bilingual label,
            List<String> rows,
            @Nullable Clause clause,
            @Nullable Object value,
            @Nullable String text,
            List<String> values,
            Bilingual what,
            Optional<Explanation> explanation) {
        String id = kind + ":" + subject + ":"
                + SourceText.sha256(String.join("\n", values)).substring(0, 12);
        findings.add(new ClauseFinding(
                id,
                kind,
                subject,
                label,
                rows,
                clause == null ? null : clause.id(),
                clause == null ? null : Quotation.of(clause),
                value,
                text,
                what,
                explanation.orElse(null)));
    }
}
