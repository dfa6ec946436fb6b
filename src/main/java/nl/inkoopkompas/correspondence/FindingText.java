package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * A finding as it is printed.
 *
 * @param product code of the product that it is about; empty where it is about the applicant
 * @param about whom or what it is about, in words
 * @param facts all that it rests on
 * @param given those of the facts that the provider gave
 * @param missing what the provider has to supply
 * @param interpretations the readings that were applied
 */
record FindingText(
        String criterion,
        String product,
        String about,
        Verdict verdict,
        String verdictWord,
        String reason,
        List<Line> facts,
        List<Line> given,
        List<NormLine> norms,
        List<String> sources,
        List<String> interpretations,
        List<String> missing,
        String remedy) {

    private static final String PRODUCT = "/products/";

    /** Says which finding a judgement or response is about. */
    private static final Pattern ADDRESSING = Pattern.compile("/(judgements|responses)/\\d+/(criterion|subject)");

    /** What people said in the procedure. */
    private static final Pattern ACT = Pattern.compile("/(judgements|responses)\\b");

    /** A value with what it is called. */
    record Line(String label, String value) {}

    /**
     * A norm that was applied.
     *
     * @param example whether the figure is an example that nobody has set yet
     * @param choice whether it only says what applies, as a row does that is all yes or no
     */
    record NormLine(String label, String value, String from, String source, boolean example, boolean choice) {}

    /** The norms that a reader can weigh: what applies, a letter tells by what it speaks of. */
    public List<NormLine> weighed() {
        return norms.stream().filter(norm -> !norm.choice()).toList();
    }

    static FindingText of(JsonNode finding, JsonNode products, CaseWords words) {
        String subject = finding.path("subject").asString();
        String product = subject.startsWith(PRODUCT)
                ? products.path(Integer.parseInt(subject.substring(PRODUCT.length())))
                        .path("code")
                        .asString()
                : "";
        List<Line> facts = new ArrayList<>();
        List<Line> given = new ArrayList<>();
        for (JsonNode fact : finding.path("facts")) {
            String pointer = fact.path("pointer").asString();
            if (!ADDRESSING.matcher(pointer).matches()) {
                Line line = new Line(words.field(pointer), words.value(pointer, fact.path("value")));
                facts.add(line);
                if (!ACT.matcher(pointer).lookingAt()) {
                    given.add(line);
                }
            }
        }
        List<NormLine> norms = new ArrayList<>();
        for (JsonNode norm : finding.path("norms")) {
            norms.add(new NormLine(
                    words.norm(norm.path("key").asString()),
                    words.normValue(norm),
                    words.date(LocalDate.parse(norm.path("validFrom").asString())),
                    words.source(norm.path("source")),
                    norm.path("example").asBoolean(false),
                    isChoice(norm.path("value"))));
        }
        Verdict verdict = Verdict.valueOf(finding.path("verdict").asString());
        return new FindingText(
                words.criterion(finding.path("criterion").asString()),
                product,
                product.isEmpty() ? "uw organisatie" : words.product(product),
                verdict,
                words.verdict(verdict.name()),
                finding.path("reason").asString(),
                facts,
                given,
                norms,
                finding.path("sources")
                        .valueStream()
                        .map(words::source)
                        .distinct()
                        .toList(),
                finding.path("interpretation")
                        .valueStream()
                        .map(id -> words.interpretation(id.asString()))
                        .toList(),
                finding.at("/remedy/missing")
                        .valueStream()
                        .map(pointer -> words.field(pointer.asString()))
                        .toList(),
                Optional.ofNullable(finding.at("/remedy/text").asString(null)).orElse(""));
    }

    private static boolean isChoice(JsonNode value) {
        return value.isObject() && value.valueStream().allMatch(JsonNode::isBoolean);
    }

    boolean isAboutApplicant() {
        return product.isEmpty();
    }
}
