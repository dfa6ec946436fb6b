package nl.inkoopkompas.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.StatedRows.Said;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that keep an Open House an Open House, as they stand on a day of its term.
 *
 * @param nextOn the next day on which they have to be looked at; null where no such day follows
 */
public record OpenHouseWatch(
        String contract, LocalDate on, @Nullable LocalDate nextOn, List<Condition> conditions) {

    static final String REGISTER = "register";

    private static final String TABLE = "procedure/open-house-watch";
    private static final String TOLD = "watch";
    private static final List<Verdict> GRAVEST =
            List.of(Verdict.NOT_MET, Verdict.JUDGEMENT, Verdict.UNDETERMINED, Verdict.MET);

    /**
     * One of the conditions.
     *
     * @param verdict the gravest of what was found
     */
    public record Condition(String condition, Verdict verdict, List<Observation> observations) {}

    /**
     * What was found on a condition.
     *
     * @param criterion the criterion that found it; null where the register shows it
     * @param pointer what the register shows; null where it shows nothing
     * @param value null where that is not known
     */
    public record Observation(
            String row,
            Verdict verdict,
            @Nullable String text,
            @Nullable String criterion,
            @Nullable String pointer,
            @Nullable Object value,
            SourceReference source) {}

    /** What the rows say of the register, where a case was decided on with it. */
    static Map<String, Object> told(Case asked) {
        if (!isGathered(asked.request().context())) {
            return Map.of();
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (Said said : asked.said(TABLE)) {
            String pointer = said.stated().pointer();
            Leaf leaf = pointer.isEmpty() ? null : asked.request().at(pointer);
            told.put(said.stated().row().id(), new Told(said.truth(), leaf == null ? null : leaf.value()));
        }
        return Map.of(TOLD, told);
    }

    private static boolean isGathered(Element context) {
        Field field = context.shape().field(REGISTER);
        return field != null
                && context.get(field) instanceof Element register
                && register.shape().fields().stream().anyMatch(shown -> register.get(shown) != null);
    }

    /** What a row says, and the value that it says it of. */
    record Told(Truth truth, @Nullable Object value) {}

    /** What a decision comes to that was made with the register at hand. */
    static OpenHouseWatch of(Decision decision, RuleBook book, String contract, Language language) {
        Table table = book.requireTable(TABLE);
        Map<?, ?> told =
                (Map<?, ?>) Objects.requireNonNull(decision.particulars().get(TOLD));
        Map<String, List<Observation>> found = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            observation(table, row, decision, (Told) Objects.requireNonNull(told.get(row.id())), language)
                    .ifPresent(one -> found.computeIfAbsent(
                                    String.valueOf(table.cell(row, "condition")), condition -> new ArrayList<>())
                            .add(one));
        }
        List<Condition> conditions = new ArrayList<>();
        found.forEach((condition, observations) ->
                conditions.add(new Condition(condition, gravest(observations), withoutRepeats(observations))));
        return new OpenHouseWatch(contract, decision.asOf(), null, conditions);
    }

    OpenHouseWatch next(@Nullable LocalDate day) {
        return new OpenHouseWatch(contract, on, day, conditions);
    }

    private static Optional<Observation> observation(
            Table table, Table.Row row, Decision decision, Told told, Language language) {
        Object criterion = table.cell(row, "criterion");
        if (criterion != null) {
            return decision.findings().stream()
                    .filter(finding -> finding.criterion().equals(criterion))
                    .findFirst()
                    .map(finding -> taken(row, finding));
        }
        if (told.truth() == Truth.FALSE) {
            return Optional.empty();
        }
        boolean known = told.truth() == Truth.TRUE;
        Object text = table.cell(row, language == Language.EN ? "textEn" : "text");
        Object pointer = table.cell(row, "field");
        return Optional.of(new Observation(
                row.id(),
                known ? Verdict.valueOf(String.valueOf(table.cell(row, "verdict"))) : Verdict.UNDETERMINED,
                known ? String.valueOf(text) : null,
                null,
                pointer == null ? null : pointer.toString(),
                told.value(),
                row.source()));
    }

    private static Observation taken(Table.Row row, Finding finding) {
        return new Observation(
                row.id(), finding.verdict(), finding.reason(), finding.criterion(), null, null, row.source());
    }

    private static Verdict gravest(List<Observation> observations) {
        return GRAVEST.stream()
                .filter(verdict -> observations.stream().anyMatch(one -> one.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.NOT_APPLICABLE);
    }

    /** What is not known is said once, however many rows ask for it. */
    private static List<Observation> withoutRepeats(List<Observation> observations) {
        List<Observation> once = new ArrayList<>();
        for (Observation one : observations) {
            boolean repeated = one.text() == null
                    && once.stream()
                            .anyMatch(other -> other.text() == null && Objects.equals(other.pointer(), one.pointer()));
            if (!repeated) {
                once.add(one);
            }
        }
        return once;
    }
}
