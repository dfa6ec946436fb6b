package nl.inkoopkompas.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to list. An empty list and null leave all.
 *
 * @param unsettled id of a criterion with a finding that is not settled
 * @param text part of the applicant's name, or the start of the KvK number
 * @param from first moment of recording that counts
 * @param until first moment of recording that no longer counts
 * @param latest whether only the last round of each dossier counts
 * @param ruleBook version of the rule book that was applied
 * @param hidden a type that is not for whoever looks
 * @param undetermined whether only decisions count on which no determination holds
 * @param among ids that were found before, or null when nothing was looked for before
 */
public record DecisionFilter(
        @Nullable String type,
        List<String> outcomes,
        List<String> contracts,
        @Nullable String unsettled,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID importId,
        boolean latest,
        @Nullable String ruleBook,
        @Nullable String hidden,
        boolean undetermined,
        @Nullable List<UUID> among) {

    public static DecisionFilter all() {
        return new DecisionFilter(
                null, List.of(), List.of(), null, null, null, null, null, false, null, null, false, null);
    }

    public DecisionFilter ofType(@Nullable String type) {
        return changed(with -> with.type = type);
    }

    public DecisionFilter withOutcomes(List<String> outcomes) {
        return changed(with -> with.outcomes = outcomes);
    }

    public DecisionFilter withContracts(List<String> contracts) {
        return changed(with -> with.contracts = contracts);
    }

    public DecisionFilter withUnsettled(@Nullable String criterion) {
        return changed(with -> with.unsettled = criterion);
    }

    public DecisionFilter withText(@Nullable String text) {
        return changed(with -> with.text = text);
    }

    public DecisionFilter recordedBetween(@Nullable Instant from, @Nullable Instant until) {
        return changed(with -> {
            with.from = from;
            with.until = until;
        });
    }

    public DecisionFilter ofImport(@Nullable UUID importId) {
        return changed(with -> with.importId = importId);
    }

    /** Only the last round of each dossier. */
    public DecisionFilter latestRounds() {
        return changed(with -> with.latest = true);
    }

    /** Only what was decided under this version of the rule book. */
    public DecisionFilter under(String version) {
        return changed(with -> with.ruleBook = version);
    }

    /** Without decisions of a type. */
    public DecisionFilter without(String type) {
        return changed(with -> with.hidden = type);
    }

    /** Only what no determination holds on. */
    public DecisionFilter undetermined(boolean only) {
        return changed(with -> with.undetermined = only);
    }

    /** Only these, of which is known already that they have the text. */
    DecisionFilter foundAs(List<UUID> ids) {
        return changed(with -> {
            with.text = null;
            with.among = List.copyOf(ids);
        });
    }

    private DecisionFilter changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.filter();
    }

    /** The parts of a filter while some of them are changed. */
    private static final class Parts {

        @Nullable
        String type;

        List<String> outcomes;
        List<String> contracts;

        @Nullable
        String unsettled;

        @Nullable
        String text;

        @Nullable
        Instant from;

        @Nullable
        Instant until;

        @Nullable
        UUID importId;

        boolean latest;

        @Nullable
        String ruleBook;

        @Nullable
        String hidden;

        boolean undetermined;

        @Nullable
        List<UUID> among;

        Parts(DecisionFilter of) {
            this.type = of.type;
            this.outcomes = of.outcomes;
            this.contracts = of.contracts;
            this.unsettled = of.unsettled;
            this.text = of.text;
            this.from = of.from;
            this.until = of.until;
            this.importId = of.importId;
            this.latest = of.latest;
            this.ruleBook = of.ruleBook;
            this.hidden = of.hidden;
            this.undetermined = of.undetermined;
            this.among = of.among;
        }

        DecisionFilter filter() {
            return new DecisionFilter(
                    type,
                    outcomes,
                    contracts,
                    unsettled,
                    text,
                    from,
                    until,
                    importId,
                    latest,
                    ruleBook,
                    hidden,
                    undetermined,
                    among);
        }
    }

    /** Whether decisions with this outcome are among them, as far as the outcome goes. */
    public boolean hasOutcome(String outcome) {
        return outcomes.isEmpty() || outcomes.contains(outcome);
    }

    /** Whether decisions on this contract are among them, as far as the contract goes. */
    public boolean hasContract(@Nullable String contract) {
        return contracts.isEmpty() || (contract != null && contracts.contains(contract));
    }

    /** An order as SQL: by type first where there is one, so that an index that starts with it can be followed. */
    String ordered(DecisionOrder order) {
        return type != null && among == null ? "type, " + order.sql() : order.sql();
    }

    /** The same as SQL. */
    Where where() {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        if (among != null) {
            conditions.add(among.isEmpty() ? "1 = 0" : "id in (:among)");
            values.put("among", among);
        }
        if (type != null) {
            conditions.add("type = :type");
            values.put("type", type);
        }
        if (hidden != null) {
            conditions.add("type <> :hidden");
            values.put("hidden", hidden);
        }
        if (!outcomes.isEmpty()) {
            conditions.add("outcome in (:outcomes)");
            values.put("outcomes", outcomes);
        }
        if (!contracts.isEmpty()) {
            conditions.add("contract in (:contracts)");
            values.put("contracts", contracts);
        }
        if (unsettled != null) {
            conditions.add("',' || unsettled like :unsettled escape '!'");
            values.put("unsettled", "%," + literally(unsettled) + ",%");
        }
        if (text != null) {
            conditions.add("(lower(applicant_name) like :name escape '!' or kvk_number like :kvk escape '!')");
            values.put("name", "%" + literally(Columns.text(text)).toLowerCase(Locale.ROOT) + "%");
            values.put("kvk", literally(Columns.text(text)) + "%");
        }
        if (from != null) {
            conditions.add("recorded_at >= :from");
            values.put("from", Columns.time(from));
        }
        if (until != null) {
            conditions.add("recorded_at < :until");
            values.put("until", Columns.time(until));
        }
        if (importId != null) {
            conditions.add("import_id = :importId");
            values.put("importId", importId);
        }
        if (ruleBook != null) {
            conditions.add("rule_book_version = :ruleBook");
            values.put("ruleBook", ruleBook);
        }
        if (latest) {
            conditions.add("not exists (select 1 from decision later where later.previous_id = decision.id)");
        }
        if (undetermined) {
            conditions.add("not exists (select 1 from determination t where t.decision_id = decision.id and (not"
                    + " t.second_reader or exists (select 1 from determination_reading r"
                    + " where r.determination_id = t.id and r.agreed)))");
        }
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    record Where(String sql, Map<String, Object> values) {}
}
