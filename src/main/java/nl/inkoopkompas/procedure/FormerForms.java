package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** The procurement models and the forms of funding of 2014, with the procedure or the funding that each is today. */
public final class FormerForms {

    private static final String MODELS = "procedure/models";
    private static final String FUNDING = "procedure/funding-forms";
    private static final String FORM = "form";

    private FormerForms() {}

    /**
     * A model or a form of funding as it was called in 2014.
     *
     * @param funding whether it is a form of funding
     * @param today the procedure or the funding that it is today; null where it is none of them
     * @param arguments keys of the trade-offs that stand for it
     */
    public record FormerForm(
            String id,
            String name,
            boolean funding,
            @Nullable String today,
            String note,
            List<String> arguments) {}

    /** All of them, models first. */
    public static List<FormerForm> of(RuleBook book, Language language) {
        Table arguments = book.requireTable(TradeOff.TABLE);
        List<FormerForm> forms = new ArrayList<>();
        for (String id : List.of(MODELS, FUNDING)) {
            Table table = book.table(id);
            if (table == null || arguments.indexOf(FORM) < 0) {
                continue;
            }
            for (Table.Row row : table.rows()) {
                forms.add(new FormerForm(
                        row.id(),
                        String.valueOf(table.cell(row, "name")),
                        id.equals(FUNDING),
                        Optional.ofNullable(table.cell(row, "today"))
                                .map(String::valueOf)
                                .orElse(null),
                        String.valueOf(table.cell(row, language == Language.EN ? "noteEn" : "note")),
                        arguments.rows().stream()
                                .filter(argument -> row.id().equals(arguments.cell(argument, FORM)))
                                .map(argument -> TradeOff.TABLE + "#" + argument.id())
                                .toList()));
            }
        }
        return forms;
    }

    /** Arguments that stand for a form that nobody knows, or speak for a procedure that a model is not today. */
    static List<Problem> problems(RuleBook book) {
        List<FormerForm> forms = of(book, Language.NL);
        Table table = book.requireTable(TradeOff.TABLE);
        List<Problem> problems = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Object named = table.indexOf(FORM) < 0 ? null : table.cell(row, FORM);
            if (named == null) {
                continue;
            }
            Optional<FormerForm> form =
                    forms.stream().filter(one -> one.id().equals(named)).findFirst();
            if (form.isEmpty()) {
                problems.add(problem(row, "\"" + named + "\" is no model or form of funding of 2014"));
            } else if (!suits(form.get(), table, row)) {
                problems.add(problem(row, "\"" + named + "\" is " + form.get().today() + " today"));
            }
        }
        return problems;
    }

    private static boolean suits(FormerForm form, Table table, Table.Row row) {
        boolean speaksFor = "ADVANTAGE".equals(table.cell(row, "effect"));
        boolean asksFunding = "/profile/funding".equals(table.cell(row, "field"));
        return form.today() == null
                || (form.funding()
                        ? !asksFunding || Objects.equals(form.today(), table.cell(row, "value"))
                        : !speaksFor || Objects.equals(form.today(), table.cell(row, "procedure")));
    }

    private static Problem problem(Table.Row row, String sentence) {
        return new Problem("decision-tables/" + TradeOff.TABLE + ".csv", "row " + row.id() + ", column form", sentence);
    }
}
