package nl.inkoopkompas.decision.algebra;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field in a sentence: the next word says what it must be. Published words keep their meaning for ever, since sealed
 * rule books use them.
 *
 * @param <T> what the sentence becomes
 */
public final class FieldWord<T> {

    private final Path path;
    private final @Nullable Path whole;
    private final Function<Condition, T> sentence;

    FieldWord(Path path, Function<Condition, T> sentence) {
        this(path, null, sentence);
    }

    FieldWord(Path path, @Nullable Path whole, Function<Condition, T> sentence) {
        this.path = path;
        this.whole = whole;
        this.sentence = sentence;
    }

    Path path() {
        return path;
    }

    public T is(String option) {
        return sentence.apply(new OptionTest(path, List.of(option)));
    }

    public T isOneOf(String... options) {
        return sentence.apply(new OptionTest(path, List.of(options)));
    }

    public T isNoneOf(String... options) {
        return sentence.apply(new Negation(new OptionTest(path, List.of(options))));
    }

    public T isTrue() {
        return sentence.apply(new TruthTest(path, true));
    }

    public T isFalse() {
        return sentence.apply(new TruthTest(path, false));
    }

    /** The list is known to hold nothing. */
    public T isEmpty() {
        return sentence.apply(new EmptyTest(path));
    }

    /** The text is the same as that of another field. */
    public T isSameAs(FieldWord<?> other) {
        return sentence.apply(new SameTest(path, other.path));
    }

    /** The number, ratio or ordered option is the norm or more. */
    public T isAtLeast(NormReference norm) {
        return sentence.apply(new BoundTest(path, whole, norm, BoundTest.Kind.AT_LEAST));
    }

    public T isBelow(NormReference norm) {
        return sentence.apply(new BoundTest(path, whole, norm, BoundTest.Kind.BELOW));
    }

    /** The number is the norm or less. */
    public T isAtMost(NormReference norm) {
        return sentence.apply(new BoundTest(path, whole, norm, BoundTest.Kind.AT_MOST));
    }

    /** This is filled in; it fails where a word says that there is no number. */
    public T isStated() {
        return sentence.apply(new StatedTest(path));
    }

    /** The text stands in a list of texts. */
    public T isAmong(FieldWord<?> list) {
        return sentence.apply(new AmongTest(path, list.path));
    }

    /** The date is not after the reference date, and no longer ago than a number of years (contract: look-back). */
    public T isWithinYears(NormReference years) {
        return sentence.apply(new DateTest(path, DateTest.Kind.WITHIN_YEARS, years));
    }

    /** The date is not after the reference date, and no longer ago than a number of months. */
    public T isNotOlderThanMonths(NormReference months) {
        return sentence.apply(new DateTest(path, DateTest.Kind.NOT_OLDER_THAN_MONTHS, months));
    }

    /** The date is not after the reference date. */
    public T hasBegun() {
        return sentence.apply(new DateTest(path, DateTest.Kind.BEGUN, null));
    }

    /** The date is no longer ago than a number of years, or still to come. */
    public T endedWithinYears(NormReference years) {
        return sentence.apply(new DateTest(path, DateTest.Kind.ENDED_WITHIN_YEARS, years));
    }

    /** The date is the reference date or later. */
    public T hasNotPassed() {
        return sentence.apply(new DateTest(path, DateTest.Kind.NOT_PASSED, null));
    }
}
