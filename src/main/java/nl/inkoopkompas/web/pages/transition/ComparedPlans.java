package nl.inkoopkompas.web.pages.transition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sets two plans side by side. */
@Component
class ComparedPlans {

    private final RuleBooks ruleBooks;

    ComparedPlans(RuleBooks ruleBooks) {
        this.ruleBooks = ruleBooks;
    }

    /** The figures of two plans beside each other. */
    List<PlanPage.Compared> compared(RegisteredDecision one, RegisteredDecision other, Locale locale) {
        PlanWriting here = PlanWriting.of(one, ruleBooks, locale);
        List<PlanPage.Compared> compared = new ArrayList<>();
        JsonNode left = one.decision().path("figures");
        JsonNode right = other.decision().path("figures");
        for (String figure : List.of(
                "indications",
                "running",
                "continuing",
                "moved",
                "reindications",
                "exceeding",
                "providerChanges",
                "onOldTerms",
                "viaExceptionContract",
                "exceptionValue",
                "unplanned")) {
            boolean money = figure.equals("exceptionValue");
            BigDecimal a = left.path(figure).decimalValue();
            BigDecimal b = right.path(figure).decimalValue();
            compared.add(new PlanPage.Compared(
                    figure,
                    money ? here.euro(a) : here.count(a.longValue()),
                    money ? here.euro(b) : here.count(b.longValue()),
                    a.compareTo(b) != 0));
        }
        return compared;
    }

    /** The groups of which two plans choose another scenario: product, situation and both scenarios. */
    List<List<String>> chosenOtherwise(RegisteredDecision one, RegisteredDecision other) {
        Map<String, String> chosen = new LinkedHashMap<>();
        one.decision()
                .path("groups")
                .forEach(group -> chosen.put(key(group), group.path("chosen").asString("")));
        List<List<String>> differing = new ArrayList<>();
        for (JsonNode group : other.decision().path("groups")) {
            String before = Objects.requireNonNullElse(chosen.remove(key(group)), "");
            String after = group.path("chosen").asString("");
            if (!before.equals(after)) {
                differing.add(List.of(
                        group.path("product").asString(""),
                        group.path("situation").asString(),
                        before,
                        after));
            }
        }
        chosen.forEach((key, before) -> differing.add(
                List.of(key.substring(0, key.length() - 2), key.substring(key.length() - 1), before, "")));
        return differing;
    }

    private static String key(JsonNode group) {
        return group.path("product").asString("") + " "
                + group.path("situation").asInt();
    }
}
