package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.NextStep;
import nl.inkoopkompas.exceptioncontract.NextStep.Term;
import nl.inkoopkompas.exceptioncontract.WaitingCases;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who has to act by when, and where that term comes from. */
@Component
class NextStepWords {

    private final WaitingCases waiting;
    private final RuleBooks ruleBooks;
    private final MessageSource messages;

    NextStepWords(WaitingCases waiting, RuleBooks ruleBooks, MessageSource messages) {
        this.waiting = waiting;
        this.ruleBooks = ruleBooks;
        this.messages = messages;
    }

    /**
     * @param due the last day; null where there is none
     * @param late whether that day is past
     */
    record Said(String who, @Nullable String due, boolean late, String term) {}

    /** Null where no step is left. */
    @Nullable
    Said of(ExceptionCase one, LocalDate today, Locale locale) {
        RuleBook book = ruleBooks.require(one.line().ruleBook());
        CaseWords words = new CaseWords(book, locale);
        return waiting.nextStep(one, today)
                .map(next -> new Said(
                        next.roles().stream()
                                .map(role -> say("role." + role, locale))
                                .collect(Collectors.joining(" " + say("exception.next.or", locale) + " ")),
                        next.dueOn() == null ? null : words.day(next.dueOn()),
                        one.line().isOverdueOn(today),
                        term(next, one, book, words, locale)))
                .orElse(null);
    }

    private String term(NextStep next, ExceptionCase one, RuleBook book, CaseWords words, Locale locale) {
        Term term = next.term();
        if (term == null) {
            return say("exception.next.none", locale);
        }
        String label = book.parameter(term.key())
                .map(parameter -> parameter.label().in(Language.of(locale)))
                .orElse(term.key());
        Long days = term.days();
        if (days == null) {
            return say("exception.next.unset", locale, label);
        }
        return say(
                term.example() ? "exception.next.example" : "exception.next.term",
                locale,
                label,
                days,
                words.day(one.line().since()),
                source(Objects.requireNonNull(term.source()), book));
    }

    private static String source(SourceReference source, RuleBook book) {
        var document = book.sources().get(source.document());
        return (document == null ? source.document() : document.title()) + " § " + source.section();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
