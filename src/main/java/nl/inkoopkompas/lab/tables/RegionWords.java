package nl.inkoopkompas.lab.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.explanation.Formats;
import nl.inkoopkompas.lab.tables.Region.Extent;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/** Says a region in words, by the labels of the columns. */
final class RegionWords {

    /** More names in a sentence than this are counted instead. */
    private static final int MOST_NAMES = 6;

    private final RuleBook book;
    private final Map<Language, Formats> formats = new EnumMap<>(Language.class);

    RegionWords(RuleBook book, Table table) {
        this.book = book;
        Stream.concat(Stream.ofNullable(book.policies().get(table.decision())), book.policies().values().stream())
                .findFirst()
                .ifPresent(policy -> {
                    for (Language language : Language.values()) {
                        formats.put(language, new Formats(policy, language));
                    }
                });
    }

    Region region(List<Dimension> dimensions, Cluster cluster) {
        List<Extent> extents = new ArrayList<>();
        Map<String, Object> example = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            BitSet parts = cluster.parts().get(i);
            extents.add(extent(dimension, parts));
            int part = Math.max(parts.nextSetBit(dimension.first()), 0);
            example.put(dimension.id(), dimension.example(part));
        }
        return new Region(extents, new Bilingual(words(extents, Language.NL), words(extents, Language.EN)), example);
    }

    private Extent extent(Dimension dimension, BitSet parts) {
        BitSet named = new BitSet();
        named.set(dimension.first(), dimension.lastNamed());
        named.andNot(parts);
        boolean whole = named.isEmpty();
        Object from = null;
        Object until = null;
        List<Object> values = null;
        if (dimension.isOrdered()) {
            from = dimension.from(parts.nextSetBit(0));
            until = dimension.until(parts.length() - 1);
        } else {
            values = new ArrayList<>();
            for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
                values.add(dimension.example(part));
            }
        }
        Bilingual words = new Bilingual(
                words(dimension, from, until, values, whole, Language.NL),
                words(dimension, from, until, values, whole, Language.EN));
        return new Extent(
                dimension.id(),
                dimension.range() == null ? null : dimension.range().end(),
                dimension.label(),
                from,
                until,
                values,
                whole,
                words);
    }

    private String words(
            Dimension dimension,
            @Nullable Object from,
            @Nullable Object until,
            @Nullable List<Object> values,
            boolean whole,
            Language language) {
        boolean dutch = language == Language.NL;
        if (whole) {
            return dutch ? "alle" : "all";
        }
        if (values == null) {
            return between(dimension, from, until, language);
        }
        List<String> names = values.stream()
                .map(value -> value.equals("…")
                        ? (dutch ? "elke andere waarde" : "any other value")
                        : name(dimension, value, language))
                .toList();
        if (names.size() > MOST_NAMES) {
            return String.join(", ", names.subList(0, MOST_NAMES))
                    + (dutch ? " en nog " : " and ")
                    + (names.size() - MOST_NAMES)
                    + (dutch ? "" : " more");
        }
        Formats words = formats.get(language);
        return words == null ? String.join(", ", names) : words.enumeration(names);
    }

    private String between(Dimension dimension, @Nullable Object from, @Nullable Object until, Language language) {
        boolean dutch = language == Language.NL;
        if (from != null && until != null && until.equals(dimension.isOrdered() ? next(from) : null)) {
            return name(dimension, from, language);
        }
        boolean through = until instanceof LocalDate;
        String end = until == null
                ? ""
                : (dutch ? (through ? "tot en met " : "tot ") : (through ? "up to and including " : "up to "))
                        + name(dimension, until instanceof LocalDate date ? date.minusDays(1) : until, language);
        String begin = from == null ? "" : (dutch ? "vanaf " : "from ") + name(dimension, from, language);
        return from == null || until == null ? begin + end : begin + " " + end;
    }

    private static @Nullable Object next(Object value) {
        return value instanceof LocalDate date ? date.plusDays(1) : value instanceof Long number ? number + 1 : null;
    }

    /** A value of a dimension by itself. */
    Bilingual name(Dimension dimension, Object value) {
        return new Bilingual(name(dimension, value, Language.NL), name(dimension, value, Language.EN));
    }

    private String name(Dimension dimension, Object value, Language language) {
        if (dimension.column().type() == ValueType.REFERENCE) {
            return name(dimension.column().to(), value, language);
        }
        String unit = dimension.column().type() == ValueType.MONTH
                ? "month"
                : dimension.column().unit();
        Formats words = formats.get(language);
        return words == null ? value.toString() : words.value(value, unit);
    }

    private String name(@Nullable String to, Object value, Language language) {
        if (Table.CRITERIA.equals(to)) {
            return book.policies().values().stream()
                    .map(policy -> policy.texts(language).criteria().get(value.toString()))
                    .filter(texts -> texts != null)
                    .map(texts -> texts.name())
                    .findFirst()
                    .orElse(value.toString());
        }
        Table target = to == null ? null : book.table(to);
        Row row = target == null ? null : Grid.referred(target).get(value);
        if (target == null || row == null || target.indexOf("name") < 0) {
            return value.toString();
        }
        Object name = target.cell(row, "name");
        return name == null ? value.toString() : name.toString();
    }

    private static String words(List<Extent> extents, Language language) {
        List<String> told = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (Extent extent : extents) {
            String label = inSentence(extent.label().in(language));
            if (extent.whole()) {
                whole.add(label);
            } else {
                told.add(label + " " + extent.words().in(language));
            }
        }
        if (told.isEmpty()) {
            return language == Language.EN ? "everything" : "alles";
        }
        String words = String.join(", ", told);
        if (!whole.isEmpty()) {
            words += (language == Language.EN ? ", whatever the " : ", ongeacht ") + String.join(", ", whole);
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** With a small letter, unless it is an abbreviation. */
    private static String inSentence(String label) {
        boolean small = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return small ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }
}
