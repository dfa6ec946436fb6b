package nl.inkoopkompas.decision.explanation;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** Values as people read them: {@code 10 mei 2022}, {@code € 2.500.000}, {@code 3 jaar}, {@code ja}. */
public final class Formats {

    private static final char NO_BREAK = '\u00a0';

    private final Language language;
    private final DateTimeFormatter days;
    private final Map<String, Bilingual> options = new HashMap<>();
    private final Map<String, DecimalFormat> numbers = new ConcurrentHashMap<>();

    /** @param schema where the labels of options are found */
    public Formats(Shape schema, Language language) {
        this.language = language;
        this.days = DateTimeFormatter.ofPattern("d MMMM yyyy", locale());
        collect(schema);
    }

    /** @param policy where the labels of options are found */
    public Formats(Policy policy, Language language) {
        this(policy.context() == null ? new Shape("") : policy.context(), language);
        collect(policy.schema());
    }

    private void collect(Shape shape) {
        for (Field field : shape.fields()) {
            options.putAll(field.notes().optionLabels());
            if (field.item() != null) {
                collect(field.requireItem());
            }
        }
    }

    /** A value in words, with its unit. */
    public String value(@Nullable Object value, @Nullable String unit) {
        if (value == null) {
            return language == Language.EN ? "unknown" : "onbekend";
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof Boolean truth) {
            return yesOrNo(truth);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof BigDecimal) {
            return number(new BigDecimal(value.toString()), unit == null ? "" : unit);
        }
        Bilingual label = options.get(value.toString());
        return label == null ? value.toString() : label.in(language);
    }

    /** A day in full, as {@code 10 mei 2022}. */
    public String date(LocalDate date) {
        return days.format(date).replace(' ', NO_BREAK);
    }

    private Locale locale() {
        return language == Language.EN ? Locale.UK : language.locale();
    }

    private String yesOrNo(boolean truth) {
        return switch (language) {
            case NL -> truth ? "ja" : "nee";
            case EN -> truth ? "yes" : "no";
        };
    }

    private String number(BigDecimal number, String unit) {
        return switch (unit) {
            case "euro" -> "€" + NO_BREAK + plain(number, isWhole(number) ? "#,##0" : "#,##0.00");
            case "ratio" -> plain(number.movePointRight(2), "0.##") + NO_BREAK + "%";
            case "month" -> Month.of(number.intValue()).getDisplayName(TextStyle.FULL, locale());
            case "years" -> count(number, "jaar", "jaar", "year", "years");
            case "days" -> count(number, "dag", "dagen", "day", "days");
            case "months" -> count(number, "maand", "maanden", "month", "months");
            case "fte" -> plain(number, "0.##") + NO_BREAK + "fte";
            case "year" -> number.toPlainString();
            default -> plain(number, "#,##0.##");
        };
    }

    private String count(BigDecimal number, String een, String meer, String one, String more) {
        boolean single = number.compareTo(BigDecimal.ONE) == 0;
        String noun = language == Language.EN ? (single ? one : more) : (single ? een : meer);
        return plain(number, "0.##") + NO_BREAK + noun;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private String plain(BigDecimal number, String pattern) {
        DecimalFormat format =
                numbers.computeIfAbsent(pattern, p -> new DecimalFormat(p, DecimalFormatSymbols.getInstance(locale())));
        return ((DecimalFormat) format.clone()).format(number); // a copy, because it is not safe for many threads
    }

    /** An enumeration: {@code a, b en c}. */
    public String enumeration(List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        String last = items.get(items.size() - 1);
        if (items.size() == 1) {
            return last;
        }
        return String.join(", ", items.subList(0, items.size() - 1))
                + (language == Language.EN ? " and " : " en ")
                + last;
    }
}
