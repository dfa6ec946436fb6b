package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.inkoopkompas.web.pages.ApplicationArchive.Listing;
import nl.inkoopkompas.web.pages.ApplicationFilter.Order;
import nl.inkoopkompas.web.pages.ApplicationList.Chip;
import nl.inkoopkompas.web.pages.ApplicationList.ChipKind;
import nl.inkoopkompas.web.pages.ApplicationList.Choice;
import nl.inkoopkompas.web.pages.ApplicationList.Row;
import nl.inkoopkompas.web.pages.ApplicationList.Sorting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of applications from what the archive found. */
@Component
class ApplicationListViews {

    /** The order in which outcomes are offered. */
    static final List<String> OUTCOMES =
            List.of("ADMISSIBLE", "ASSESS", "HEARING", "INCOMPLETE", "REJECTED", "NOT_OPEN", "MIXED");

    private final Words.Dictionary dictionary;

    ApplicationListViews(Words.Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** @param importName the file of the import that the list is narrowed to, null for none */
    ApplicationList list(Listing found, ApplicationFilter filter, @Nullable String importName, Locale locale) {
        var words = dictionary.current(locale);
        return new ApplicationList(
                found.all(),
                found.providers(),
                found.total(),
                outcomes(found, filter),
                choices(found.contracts(), filter.contracts(), words::contract),
                choices(found.criteria(), single(filter.criterion()), words::criterion),
                filter.text() == null ? "" : filter.text(),
                filter.importId() == null ? null : filter.importId().toString(),
                filter.sort(),
                chips(filter, importName, words),
                sorting(filter, Order.APPLICANT, false),
                sorting(filter, Order.AS_OF, true),
                sorting(filter, Order.RECORDED, true),
                rows(found, words, new Formats(locale)),
                Pager.of(filter.page(), ApplicationFilter.PAGE_SIZE, found.total(), page -> filter.atPage(page)
                        .address()));
    }

    private static List<Choice> outcomes(Listing found, ApplicationFilter filter) {
        return OUTCOMES.stream()
                .map(outcome -> new Choice(
                        outcome,
                        outcome,
                        found.outcomes().getOrDefault(outcome, 0),
                        filter.outcomes().contains(outcome)))
                .toList();
    }

    private static List<Choice> choices(Map<String, Integer> counts, List<String> chosen, UnaryOperator<String> label) {
        return Stream.concat(counts.keySet().stream(), chosen.stream())
                .distinct()
                .map(id -> new Choice(id, label.apply(id), counts.getOrDefault(id, 0), chosen.contains(id)))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<Chip> chips(ApplicationFilter filter, @Nullable String importName, Words words) {
        var chips = new ArrayList<Chip>();
        if (filter.text() != null) {
            chips.add(
                    new Chip(ChipKind.TEXT, filter.text(), filter.withoutText().address()));
        }
        if (importName != null) {
            chips.add(
                    new Chip(ChipKind.IMPORT, importName, filter.withoutImport().address()));
        }
        for (var outcome : filter.outcomes()) {
            chips.add(new Chip(
                    ChipKind.OUTCOME, outcome, filter.withoutOutcome(outcome).address()));
        }
        for (var contract : filter.contracts()) {
            chips.add(new Chip(
                    ChipKind.CONTRACT,
                    words.contract(contract),
                    filter.withoutContract(contract).address()));
        }
        if (filter.criterion() != null) {
            chips.add(new Chip(
                    ChipKind.CRITERION,
                    words.criterion(filter.criterion()),
                    filter.withoutCriterion().address()));
        }
        return chips;
    }

    /** Asks for the other direction when the list is already sorted by it. */
    private static Sorting sorting(ApplicationFilter filter, Order order, boolean descendingFirst) {
        if (filter.order() != order) {
            return new Sorting(filter.sortedBy(order, descendingFirst).address(), null);
        }
        return new Sorting(
                filter.sortedBy(order, !filter.descending()).address(),
                filter.descending() ? "descending" : "ascending");
    }

    private static List<Row> rows(Listing found, Words words, Formats formats) {
        return found.rows().stream()
                .map(row -> new Row(
                        ApplicationFilter.PATH + "/" + row.id(),
                        row.applicant(),
                        row.kvkNumber(),
                        words.contract(row.contract()),
                        row.products(),
                        row.outcome(),
                        row.determined(),
                        String.join(
                                " · ",
                                row.unsettled().stream().map(words::criterion).toList()),
                        formats.shortDate(row.asOf()),
                        formats.shortDate(Formats.dateOf(row.recordedAt()))))
                .toList();
    }

    private static List<String> single(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
