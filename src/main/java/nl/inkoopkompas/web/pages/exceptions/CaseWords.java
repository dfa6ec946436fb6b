package nl.inkoopkompas.web.pages.exceptions;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.Formats;

/** What products, contracts and municipalities are called in a rule book, and amounts as people write them. */
record CaseWords(RuleBook book, Locale locale) {

    private static final char NO_BREAK = '\u00a0';

    String product(String code) {
        return name("admission/products", "code", code);
    }

    /** The codes of the products of which the name suits. */
    Set<String> productsNamed(Predicate<String> suits) {
        Table rows = book.requireTable("admission/products");
        return rows.rows().stream()
                .filter(row -> suits.test(String.valueOf(rows.cell(row, "name"))))
                .map(row -> String.valueOf(rows.cell(row, "code")))
                .collect(Collectors.toSet());
    }

    String contract(String id) {
        return name("reference/contracts", "id", id);
    }

    String municipality(String code) {
        return name("reference/municipalities", "id", code);
    }

    private String name(String table, String column, String value) {
        Table rows = book.requireTable(table);
        return rows.rows().stream()
                .filter(row -> value.equals(column.equals("id") ? row.id() : rows.cell(row, column)))
                .map(row -> String.valueOf(rows.cell(row, "name")))
                .findFirst()
                .orElse(value);
    }

    /** € 14.880, or € 118,20 where there are cents. */
    String euro(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        boolean cents = amount.stripTrailingZeros().scale() > 0;
        format.setMinimumFractionDigits(cents ? 2 : 0);
        format.setMaximumFractionDigits(2);
        return "€" + NO_BREAK + format.format(amount);
    }

    String day(Instant moment) {
        return new Formats(locale).shortDate(Formats.dateOf(moment));
    }

    String day(LocalDate date) {
        return new Formats(locale).shortDate(date);
    }

    String time(Instant moment) {
        return new Formats(locale).time(moment);
    }
}
