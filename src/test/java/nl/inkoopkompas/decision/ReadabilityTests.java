package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.ProjectTypes;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people read is short, whole and active, and the same findings always say the same. */
class ReadabilityTests {

    private static final int MOST_WORDS = 20;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PASSIVE =
            Pattern.compile("\\b(wordt|worden|werd|werden)\\b[^.?!:]*\\bge\\w+(d|t|en)\\b");
    private static final Pattern UNFILLED =
            Pattern.compile("\\{\\{|\\}\\}|  | [.,;:?!](\\s|$)|“\\s*”|\"\\s*\"|\\(\\s*\\)|: *\\.|\\bnull\\b|^\\s*$");

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysItInShortWholeSentences(Language language) {
        Map<String, String> wrong = new TreeMap<>();
        List<String> labels = new ArrayList<>();
        ProjectRuleBook.BOOK
                .policy("admission")
                .texts(language)
                .verdicts()
                .values()
                .forEach(labels::add);
        for (Scenario scenario : scenarios()) {
            Decision decision = decide(scenario, language);
            for (String text : texts(decision)) {
                if (UNFILLED.matcher(text).find()) {
                    wrong.put("not whole: " + text, scenario.id());
                }
                if (language == Language.NL && PASSIVE.matcher(text).find()) {
                    wrong.put("passive: " + text, scenario.id());
                }
                for (String sentence : sentences(text)) {
                    if (words(sentence) > MOST_WORDS) {
                        wrong.put(words(sentence) + " words: " + sentence, scenario.id());
                    }
                }
            }
            for (Finding finding : decision.findings()) {
                assertThat(decision.explanation().paragraphs())
                        .anyMatch(paragraph -> labels.stream().anyMatch(paragraph::contains));
                assertThat(texts(decision)).noneMatch(text -> text.contains(finding.verdict() + " "));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysTheSameOfTheSame(Language language) {
        for (Scenario scenario : scenarios()) {
            assertThat(JSON.writeValueAsBytes(decide(scenario, language)))
                    .isEqualTo(JSON.writeValueAsBytes(decide(scenario, language)));
        }
    }

    @Test
    void saysOfAFindingOnlyWhatItRestsOn() {
        Map<String, String> said = new TreeMap<>();
        List<String> different = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            for (Finding finding : decide(scenario, Language.NL).findings()) {
                String data = finding.criterion()
                        + finding.subject()
                        + finding.verdict()
                        + finding.facts()
                        + finding.norms()
                        + finding.interpretation()
                        + missing(finding)
                        + scenario.request().path("asOf");
                String before = said.putIfAbsent(data, finding.reason());
                if (before != null && !before.equals(finding.reason())) {
                    different.add(before + " <> " + finding.reason());
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static String missing(Finding finding) {
        return finding.remedy() == null
                ? ""
                : finding.remedy().missing() + " " + finding.remedy().missingNorms();
    }

    private static List<Scenario> scenarios() {
        return Stream.of("admission", "exceptioncontract")
                .flatMap(decision -> ProjectRuleBook.BOOK.policy(decision).scenarios().stream())
                .toList();
    }

    private static Decision decide(Scenario scenario, Language language) {
        DecisionType type = ProjectTypes.of(scenario);
        RuleBook book =
                scenario.set().isEmpty() ? ProjectRuleBook.BOOK : ProjectRuleBook.with(type.id(), scenario.set());
        return ProjectRuleBook.ENGINE.decide(
                type, new Input((ObjectNode) scenario.request(), (ObjectNode) scenario.context()), book, language);
    }

    private static List<String> texts(Decision decision) {
        List<String> texts = new ArrayList<>();
        texts.add(decision.explanation().summary());
        texts.addAll(decision.explanation().paragraphs());
        decision.next().forEach(step -> texts.add(step.action()));
        decision.findings().forEach(finding -> {
            texts.add(finding.reason());
            if (finding.remedy() != null) {
                texts.add(finding.remedy().text());
            }
        });
        return texts;
    }

    /** Sentences; an enumeration after a colon is no sentence, since it grows with what it names. */
    private static List<String> sentences(String text) {
        return Stream.of(text.split("(?<=[.?!])\\s+"))
                .map(sentence -> sentence.replaceAll(":.*", ""))
                .toList();
    }

    private static long words(String sentence) {
        return Stream.of(sentence.strip().split("\\s+"))
                .filter(word -> word.matches(".*\\p{L}.*|.*\\d.*"))
                .count();
    }
}
