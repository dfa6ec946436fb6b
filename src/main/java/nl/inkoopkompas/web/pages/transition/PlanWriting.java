package nl.inkoopkompas.web.pages.transition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.Formats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How what stands in a plan is written: its book, names, days and numbers. */
record PlanWriting(RuleBook book, Map<String, String> municipalities, Formats formats, NumberFormat numbers) {

    static PlanWriting of(RegisteredDecision plan, RuleBooks ruleBooks, Locale locale) {
        RuleBook book = ruleBooks.require(plan.summary().ruleBookVersion());
        Table table = book.requireTable("reference/municipalities");
        Map<String, String> names = new LinkedHashMap<>();
        table.rows().forEach(row -> names.put(row.id(), String.valueOf(table.cell(row, "name"))));
        return new PlanWriting(book, names, new Formats(locale), NumberFormat.getIntegerInstance(locale));
    }

    String day(JsonNode node) {
        return formats.date(LocalDate.parse(node.asString("")));
    }

    @Nullable
    String dayOrNull(JsonNode node) {
        return node.isString() ? day(node) : null;
    }

    @Nullable
    String shortDay(@Nullable LocalDate day) {
        return day == null ? null : formats.shortDate(day);
    }

    String count(long number) {
        return numbers.format(number);
    }

    String euro(BigDecimal amount) {
        return "€\u00a0" + numbers.format(amount.setScale(0, RoundingMode.HALF_UP));
    }

    String municipality(String code) {
        return municipalities.getOrDefault(code, code);
    }
}
