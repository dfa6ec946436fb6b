package nl.inkoopkompas.web.pages.exceptions;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.exceptioncontract.Flow.Permit;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why something can be done with a case now, or why not, with links to the rows that say so. */
@Component
class PermitWords {

    /** A role or a status. */
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3,}(_[A-Z]+)*\\b");

    private final MessageSource messages;

    PermitWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A row or a table, by what the table is called. */
    record Rule(String name, String href) {}

    record Reason(String words, List<Rule> rules) {}

    Reason of(Permit permit, RuleBook book, Locale locale) {
        String words =
                permit.allowed() ? messages.getMessage("exception.may", null, locale) : say(permit.why(), locale);
        return new Reason(
                words,
                permit.rules().stream().map(rule -> rule(rule, book, locale)).toList());
    }

    /** A sentence with words for the roles and statuses in it. */
    String say(Bilingual why, Locale locale) {
        Matcher codes = CODE.matcher(why.in(Language.of(locale)));
        String words = codes.replaceAll(code -> Matcher.quoteReplacement(word(code.group(), locale)));
        return words.endsWith(".") ? words : words + ".";
    }

    private String word(String code, Locale locale) {
        String status = messages.getMessage("exception.status." + code, null, null, locale);
        return Objects.requireNonNullElseGet(
                status,
                () -> Objects.requireNonNullElse(messages.getMessage("role." + code, null, null, locale), code));
    }

    private static Rule rule(String rule, RuleBook book, Locale locale) {
        String[] parts = rule.split("#", 2);
        Table table = book.requireTable(parts[0]);
        String place = parts.length == 2 ? MandatePages.place(table, parts[1]) : MandatePages.place(table);
        return new Rule(table.label().in(Language.of(locale)), MandatePages.PATH + "#" + place);
    }
}
