package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import nl.inkoopkompas.rulebook.Shape.Field;

/**
 * What conditions read and where it makes a difference, as they tell it themselves. A verdict rests on nothing else, so
 * two inputs that no reading tells apart have the same verdict: the ground of an exact analysis.
 */
public final class Survey {

    /** A field, by a JSON Pointer in which a star stands for any element of a list. */
    public record Place(String pointer, Field field) {}

    /** One way in which a field counts. */
    public sealed interface Reading {
        Place at();
    }

    /** Its value as it is: a truth, or whether a list holds anything. */
    public record Plain(Place at) implements Reading {}

    /** Whether it is one of these. */
    public record OneOf(Place at, Set<Object> values) implements Reading {}

    /** Which of these it is, if any. */
    public record Which(Place at, Set<Object> values) implements Reading {}

    /** Whether it is each of these or more; options count in their order. */
    public record AtLeast(Place at, Collection<Object> lowest) implements Reading {}

    /** Where a date lies, seen from the reference date: the first day of each next part. */
    public record Since(Place at, Function<LocalDate, Collection<LocalDate>> parts) implements Reading {}

    /** Whether it is the same as another field. */
    public record SameAs(Place at, Place other) implements Reading {}

    /** What part it is of another field. */
    public record Share(Place at, Place whole, Collection<BigDecimal> lowest) implements Reading {}

    /** What the elements of a list say, all of them together; within the lists around it. */
    public record Quantified(Place at, List<String> within) implements Reading {}

    /** What a field of the elements of a list adds up to. */
    public record Added(Place at, Place amount, List<String> within) implements Reading {}

    /** The elements of the latest years, of which papers are due from one of these months on. */
    public record Latest(Place at, Place year, Collection<Long> howMany, Collection<Long> months) implements Reading {}

    private final String subject;
    private final String definitionSubject;
    private final Deque<String> around = new ArrayDeque<>();
    private final Deque<String> lists = new ArrayDeque<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final SortedSet<LocalDate> days = new TreeSet<>();

    /** What something besides the rules reads. */
    public static Survey of(Collection<? extends Reading> readings) {
        Survey survey = new Survey("", "");
        survey.readings.addAll(readings);
        return survey;
    }

    Survey(String subject, String definitionSubject) {
        this.subject = subject;
        this.definitionSubject = definitionSubject;
        around.push(subject);
    }

    public List<Reading> readings() {
        return readings;
    }

    /** Keys of the parameters that are read. */
    public Set<String> parameters() {
        return parameters;
    }

    /** Ids of the tables that are read. */
    public Set<String> tables() {
        return tables;
    }

    /** The days on which a norm turns. */
    public SortedSet<LocalDate> days() {
        return days;
    }

    void add(Reading reading) {
        readings.add(reading);
    }

    /** Adds what picks a row of a table. */
    public void picks(String pointer, Field field, Collection<?> values) {
        readings.add(new Which(new Place(pointer, field), new HashSet<>(values)));
    }

    /** Adds a table that is read. */
    public void table(String id) {
        tables.add(id);
    }

    void parameter(String key) {
        parameters.add(key);
    }

    List<String> within() {
        List<String> within = new ArrayList<>(lists);
        Collections.reverse(within);
        return within;
    }

    void inside(Place list, Runnable elements) {
        around.push(list.pointer() + "/*");
        lists.push(list.pointer());
        elements.run();
        lists.pop();
        around.pop();
    }

    void definition(Condition condition) {
        Deque<String> before = new ArrayDeque<>(around);
        around.clear();
        around.push(definitionSubject);
        condition.survey(this);
        around.clear();
        around.addAll(before);
    }

    String pointer(Path.Origin origin) {
        return switch (origin) {
            case HERE -> around.element();
            case REQUEST, CONTEXT -> "";
            case SUBJECT -> subject;
            case OUTER -> around.stream().skip(1).findFirst().orElse(subject);
        };
    }
}
