package nl.inkoopkompas.exceptioncontract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.exceptioncontract.Mandates.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a case in which status, as the tables {@code flow} and {@code mandates} of a rule book say. What
 * is shown and what is enforced is the same answer.
 */
public final class Flow {

    static final String TABLE = "exceptioncontract/flow";

    /** What can be done all along, and what nobody is waited for to do. */
    private static final Set<CaseAction> ASIDE = Set.of(CaseAction.WITHDRAW, CaseAction.RETURN);

    private final Table table;
    private final Mandates mandates;
    private final LocalDate today;

    /** @param today the day on which somebody acts */
    public Flow(RuleBook book, LocalDate today) {
        this.table = book.requireTable(TABLE);
        this.mandates = new Mandates(book);
        this.today = today;
    }

    /**
     * Whether somebody may take an action now.
     *
     * @param role who may; the role of who asks where that is among them
     * @param personMay whether another status would do
     * @param why it may or may not be taken
     * @param rules the rows that say so, that of this table last
     * @param fields what has to be said with it
     */
    public record Permit(
            CaseAction action,
            String role,
            boolean allowed,
            boolean personMay,
            Bilingual why,
            List<String> rules,
            List<String> fields,
            @Nullable CaseStatus to) {

        /** Why, or why not, with the rules. */
        public Bilingual because() {
            String said = rules.stream().map(rule -> " (" + rule + ")").collect(Collectors.joining()) + ".";
            return new Bilingual(why.nl() + said, why.en() + said);
        }

        /** The row of this table. */
        String rule() {
            return rules.get(rules.size() - 1);
        }
    }

    /** Every action, with whether somebody may take it now. */
    public List<Permit> permits(Standing one, Actor actor) {
        return actions().stream().map(action -> permit(one, actor, action)).toList();
    }

    /** Whether the way on waits for somebody. */
    boolean waitsFor(Standing one, Actor actor) {
        return permits(one, actor).stream().anyMatch(permit -> permit.allowed() && !ASIDE.contains(permit.action()));
    }

    /** The statuses in which a role can lead a case on. */
    Set<CaseStatus> statusesOf(String role) {
        return onward(row -> text(row, "role").equals(role))
                .map(row -> CaseStatus.valueOf(text(row, "status")))
                .collect(Collectors.toSet());
    }

    /** The roles that can lead a case on now. */
    List<String> awaited(Standing one) {
        return onward(row -> text(row, "status").equals(one.line().status().name()))
                .filter(row -> stateRefused(one, action(row), row) == null && hasMandate(one, row))
                .map(row -> text(row, "role"))
                .distinct()
                .toList();
    }

    private Stream<Row> onward(Predicate<Row> which) {
        return table.rows().stream().filter(row -> !ASIDE.contains(action(row))).filter(which);
    }

    private CaseAction action(Row row) {
        return CaseAction.valueOf(text(row, "action"));
    }

    private boolean hasMandate(Standing one, Row row) {
        return !needs(row).contains(Need.MANDATE)
                || mandates.refusal(text(row, "role"), one.line().value(), today) == null;
    }

    private Set<CaseAction> actions() {
        Set<CaseAction> actions = new LinkedHashSet<>();
        table.rows().forEach(row -> CaseAction.of(text(row, "action")).ifPresent(actions::add));
        return actions;
    }

    /**
     * The permit to take an action now: the person is judged first.
     *
     * @throws NotByYou when it is for another person
     * @throws CaseMoved when it is not possible as the case stands
     */
    Permit demand(Standing one, Actor actor, CaseAction action) {
        Permit permit = permit(one, actor, action);
        if (!permit.personMay()) {
            throw new NotByYou(permit.because().nl(), permit.because().en());
        }
        if (!permit.allowed()) {
            throw new CaseMoved(permit, one.line().id());
        }
        return permit;
    }

    /** Refuses whoever may not take an action in whatever status with a {@link NotByYou}. */
    void demandPerson(Standing one, Actor actor, CaseAction action) {
        Permit permit = permit(one, actor, action);
        if (!permit.personMay()) {
            throw new NotByYou(permit.because().nl(), permit.because().en());
        }
    }

    /** What has to be said with an action. */
    List<String> fields(CaseAction action) {
        return fields(rows(action).get(0));
    }

    private Permit permit(Standing one, Actor actor, CaseAction action) {
        List<Row> all = rows(action);
        List<Row> theirs = all.stream()
                .filter(row -> text(row, "role").equals(actor.role()))
                .toList();
        if (theirs.isEmpty()) {
            Row first = all.get(0);
            List<String> roles =
                    all.stream().map(row -> text(row, "role")).distinct().toList();
            return refused(
                    action,
                    first,
                    false,
                    new Bilingual("Dit doet " + words(roles, Language.NL), "This is for " + words(roles, Language.EN)));
        }
        Row first = theirs.get(0);
        Refusal person = personRefused(one, actor, first);
        if (person != null) {
            return refused(action, first, false, person);
        }
        Row now = theirs.stream()
                .filter(row -> text(row, "status").equals(one.line().status().name()))
                .findFirst()
                .orElse(null);
        if (now == null) {
            List<String> status = List.of(one.line().status().name());
            return refused(
                    action,
                    first,
                    true,
                    new Bilingual(
                            "Dit kan niet in de stand " + words(status, Language.NL),
                            "This is not possible in status " + words(status, Language.EN)));
        }
        Bilingual state = stateRefused(one, action, now);
        if (state != null) {
            return refused(action, now, true, state);
        }
        return new Permit(
                action,
                actor.role(),
                true,
                true,
                new Bilingual("U kunt dit nu doen", "You can do this now"),
                List.of(rule(now)),
                fields(now),
                reached(one, now));
    }

    private @Nullable Refusal personRefused(Standing one, Actor actor, Row row) {
        if (actor.isOfAMunicipality() && !actor.worksFor(one.line().municipality())) {
            return new Refusal(
                    new Bilingual(
                            "Dit doet de gemeente die de aanvraag deed", "This is for the municipality that asked"),
                    rule(row));
        }
        for (Need need : needs(row)) {
            if (need == Need.NOT_AN_ADVISER && one.wasAdvisedBy(actor.username())) {
                return new Refusal(
                        new Bilingual(
                                "U adviseerde over deze zaak. Een ander besluit (X-38)",
                                "You advised on this case. Another person decides (X-38)"),
                        rule(row));
            }
            if (need == Need.MANDATE) {
                Refusal without = mandates.refusal(actor.role(), one.line().value(), today);
                if (without != null) {
                    return without;
                }
            }
        }
        return null;
    }

    private @Nullable Bilingual stateRefused(Standing one, CaseAction action, Row row) {
        for (Need need : needs(row)) {
            boolean open = one.hasOpenQuestion();
            if (need == Need.NO_OPEN_QUESTION && open) {
                return new Bilingual("Er staat nog een vraag open", "A question is still open");
            }
            if (need == Need.OPEN_QUESTION && !open) {
                return new Bilingual("Er staat geen vraag open", "No question is open");
            }
            if (need == Need.NOT_DONE && one.isDone(action)) {
                return new Bilingual("Dit is al gedaan", "This was done already");
            }
        }
        return null;
    }

    private Permit refused(CaseAction action, Row row, boolean personMay, Bilingual why) {
        return refused(action, row, personMay, new Refusal(why, rule(row)));
    }

    private Permit refused(CaseAction action, Row row, boolean personMay, Refusal refusal) {
        List<String> rules = Stream.of(refusal.rule(), rule(row)).distinct().toList();
        return new Permit(action, text(row, "role"), false, personMay, refusal.why(), rules, fields(row), null);
    }

    private static String rule(Row row) {
        return TABLE + "#" + row.id();
    }

    /** The status after it: the one that the row names, once what has to be done with it is done too. */
    private CaseStatus reached(Standing one, Row row) {
        boolean waits = CaseAction.of(text(row, "with"))
                .filter(other -> !one.isDone(other))
                .isPresent();
        return waits ? one.line().status() : CaseStatus.valueOf(text(row, "to"));
    }

    private List<String> fields(Row row) {
        List<String> fields = new ArrayList<>(split(text(row, "fields")));
        if (Boolean.TRUE.equals(table.cell(row, "motivation"))) {
            fields.add("motivation");
        }
        return fields;
    }

    private List<Row> rows(CaseAction action) {
        return table.rows().stream()
                .filter(row -> text(row, "action").equals(action.name()))
                .toList();
    }

    /** What must be so besides the status and the role. */
    private enum Need {
        NO_OPEN_QUESTION,
        OPEN_QUESTION,
        NOT_AN_ADVISER,
        MANDATE,
        NOT_DONE
    }

    private List<Need> needs(Row row) {
        return split(text(row, "needs")).stream().map(Need::valueOf).toList();
    }

    /** What roles and statuses are called. */
    private String words(List<String> codes, Language language) {
        Map<String, Bilingual> words = new HashMap<>();
        for (String column : List.of("role", "status", "to")) {
            table.column(column).ifPresent(found -> words.putAll(found.words()));
        }
        return codes.stream()
                .map(code -> words.getOrDefault(code, new Bilingual(code, code)).in(language))
                .collect(Collectors.joining(", "));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", 0));
    }

    private String text(Row row, String column) {
        Object cell = table.cell(row, column);
        return cell == null ? "" : cell.toString();
    }
}
