package nl.inkoopkompas.web.pages.lab;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.explanation.TableWords;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A rule book as a document to read: criteria with their rules, norms, tables, readings and sources. */
@Controller
class RuleBookPages {

    static final String PATH = "/regelboek";
    static final String ONE = PATH + "/{version}";

    private final RuleBooks ruleBooks;
    private final DecisionEngine engine;
    private final Words.Dictionary dictionary;
    private final Clock clock;

    RuleBookPages(RuleBooks ruleBooks, DecisionEngine engine, Words.Dictionary dictionary, Clock clock) {
        this.ruleBooks = ruleBooks;
        this.engine = engine;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** A decision of the book. */
    record Chapter(String decision, List<Criterion> criteria, List<Norm> norms) {}

    /** A criterion with its rules, each a Dutch sentence. */
    record Criterion(String id, String name, List<Rule> rules) {}

    record Rule(String text, String verdict, List<String> sources, List<String> interpretations) {}

    record Norm(String key, String label, List<Value> values) {}

    record Value(String from, @Nullable String value, String source, boolean example) {}

    record Grid(String id, String anchor, String label, List<String> columns, List<List<String>> rows) {}

    /** A place where the sources can be read in more than one way. */
    record Reading(
            String id, String title, String question, String applied, String why, List<String> others, String where) {}

    @GetMapping(PATH)
    String current(Locale locale, Model model) {
        return read(ruleBooks.effectiveOnOrNewest(LocalDate.now(clock)), locale, model);
    }

    @GetMapping(ONE)
    String one(@PathVariable String version, Locale locale, Model model) {
        return read(ruleBooks.byVersion(version).orElseThrow(NotFound::new), locale, model);
    }

    private String read(RuleBook book, Locale locale, Model model) {
        Language language = Language.of(locale);
        Formats formats = new Formats(locale);
        Words words = dictionary.of(book.version(), locale);
        model.addAttribute("version", book.version());
        model.addAttribute("validFrom", formats.date(book.validFrom()));
        model.addAttribute("hash", book.hash());
        model.addAttribute(
                "chapters",
                book.policies().values().stream()
                        .map(policy -> chapter(book, policy, language, formats, words))
                        .toList());
        model.addAttribute(
                "grids",
                book.tables().values().stream()
                        .map(table -> grid(table, new TableWords(book, table, language), language))
                        .toList());
        model.addAttribute(
                "readings",
                book.interpretations().values().stream()
                        .map(interpretation -> reading(interpretation, language, words))
                        .toList());
        model.addAttribute("sources", List.copyOf(book.sources().values()));
        return "lab/regelboek";
    }

    private Chapter chapter(RuleBook book, Policy policy, Language language, Formats formats, Words words) {
        Criteria criteria = engine.criteria(book, policy.decision());
        List<Criterion> read = new ArrayList<>();
        for (String id : criteria.ids()) {
            read.add(new Criterion(
                    id,
                    policy.texts(language).criterion(id).name(),
                    criteria.sentences(id).stream()
                            .map(rule -> new Rule(
                                    rule.text(),
                                    rule.verdict().name(),
                                    rule.sources().stream().map(words::source).toList(),
                                    rule.interpretations()))
                            .toList()));
        }
        return new Chapter(
                policy.decision(),
                read,
                policy.parameters().values().stream()
                        .map(parameter -> norm(parameter, language, formats, words))
                        .toList());
    }

    private static Norm norm(Parameter parameter, Language language, Formats formats, Words words) {
        return new Norm(
                parameter.key(),
                parameter.label().in(language),
                parameter.values().stream()
                        .map(value -> new Value(
                                formats.shortDate(value.from()),
                                Optional.ofNullable(value.value())
                                        .map(set -> words.parameterValue(parameter, set))
                                        .orElse(null),
                                words.source(value.source()),
                                value.example()))
                        .toList());
    }

    private static Grid grid(Table table, TableWords words, Language language) {
        return new Grid(
                table.id(),
                table.id().replace('/', '-'),
                table.label().in(language),
                table.columns().stream()
                        .map(column -> column.label().in(language))
                        .toList(),
                table.rows().stream()
                        .map(row -> table.columns().stream()
                                .map(column -> words.cell(column, table.cell(row, column.id())))
                                .toList())
                        .toList());
    }

    private static Reading reading(Interpretation interpretation, Language language, Words words) {
        return new Reading(
                interpretation.id(),
                interpretation.title().in(language),
                interpretation.question().in(language),
                Objects.requireNonNull(interpretation.readings().get(interpretation.applied()))
                        .in(language),
                interpretation.why().in(language),
                interpretation.readings().entrySet().stream()
                        .filter(other -> !other.getKey().equals(interpretation.applied()))
                        .map(other -> other.getValue().in(language))
                        .toList(),
                String.join(
                        "; ", interpretation.where().stream().map(words::source).toList()));
    }
}
