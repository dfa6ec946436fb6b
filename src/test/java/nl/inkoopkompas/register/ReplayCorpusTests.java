package nl.inkoopkompas.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.ProjectTypes;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ever decided is decided the same today, with the rule book that it was decided with. */
class ReplayCorpusTests {

    static List<Corpus> corpora() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void decidesAllTheSame(Corpus corpus) {
        RuleBookFiles files = corpus.book();
        RuleBook book = RuleBookReader.read(files);
        Replays replays = new Replays(ProjectRuleBook.ENGINE, only(book), ProjectTypes.ALL);

        List<RegisteredDecision> decisions = corpus.decisions();

        assertThat(decisions).hasSizeGreaterThanOrEqualTo(200);
        for (RegisteredDecision decision : decisions) {
            assertThat(decision.decision().at("/ruleBook/hash").asString()).isEqualTo(files.hash());
            Replay replay = replays.replay(decision);
            assertThat(replay.identical())
                    .as("%s: %s", decision.summary().id(), replay)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void coversEveryContractAndLaterRoundsWithContext(Corpus corpus) {
        List<RegisteredDecision> decisions = corpus.decisions();

        assertThat(decisions.stream()
                        .map(decision -> decision.summary().contract())
                        .collect(Collectors.toSet()))
                .containsAll(RuleBookReader.read(corpus.book()).requireTable("reference/contracts").rows().stream()
                        .map(row -> row.id())
                        .toList());
        assertThat(decisions)
                .anyMatch(decision -> decision.summary().round() == 2
                        && !decision.context().path("handedIn").isEmpty());
    }

    /** The first corpus holds admissions alone. */
    @Test
    void oneCoversEveryKindOfDecision() {
        assertThat(corpora()).anySatisfy(corpus -> assertThat(corpus.decisions().stream()
                        .map(decision -> decision.summary().type())
                        .collect(Collectors.toSet()))
                .containsAll(ProjectTypes.ALL.stream().map(DecisionType::name).toList()));
    }

    /** A replay that finds nothing must be able to find something. */
    @Test
    void noticesAChangedDecision() {
        Corpus corpus = corpora().get(0);
        RegisteredDecision decision = corpus.decisions().get(0);
        decision.decision().put("outcome", "SOMETHING_ELSE");
        Replays replays =
                new Replays(ProjectRuleBook.ENGINE, only(RuleBookReader.read(corpus.book())), ProjectTypes.ALL);

        assertThat(replays.replay(decision).differences())
                .extracting(Replay.Difference::pointer)
                .containsExactly("/outcome");
    }

    private static RuleBooks only(RuleBook book) {
        return new RuleBooks() {
            @Override
            public Optional<RuleBook> effectiveOn(LocalDate asOf) {
                return Optional.of(book);
            }

            @Override
            public Optional<RuleBook> byVersion(String version) {
                return Optional.of(book).filter(one -> one.version().equals(version));
            }

            @Override
            public List<RuleBook> all() {
                return List.of(book);
            }
        };
    }
}
