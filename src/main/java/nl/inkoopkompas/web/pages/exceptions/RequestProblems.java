package nl.inkoopkompas.web.pages.exceptions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.form.ApplicantQuestions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What is wrong with a request that somebody filled in.
 *
 * @param inQuality what is wrong with what was said of the quality of the provider, by pointer
 */
record RequestProblems(List<Problem> all, Map<String, String> inQuality) {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("/asOf", "asOf"),
            Map.entry("/client", "client"),
            Map.entry("/contract", "product"),
            Map.entry("/product", "product"),
            Map.entry("/provider/name", "providerName"),
            Map.entry("/provider/kvkNumber", "kvkNumber"),
            Map.entry("/need", "need"),
            Map.entry("/longTermImpact", "impact"),
            Map.entry("/period/from", "from"),
            Map.entry("/period/to", "to"),
            Map.entry("/value", "value"),
            Map.entry("/tariff/amount", "amount"),
            Map.entry("/tariff/unit", "unit"));

    /**
     * A problem, and the field of the form that it is of.
     *
     * @param field its id in the page; empty for the whole
     */
    record Problem(String field, String label, String sentence) {}

    /** What is wrong by the id of its field, the first where there are more. */
    Map<String, String> byField() {
        Map<String, String> byField = new LinkedHashMap<>();
        all.forEach(problem -> byField.putIfAbsent(problem.field(), problem.sentence()));
        return byField;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    static RequestProblems of(
            @Nullable Refusals refused, List<String> citizenNumbers, Locale locale, MessageSource messages) {
        List<Problem> all = new ArrayList<>();
        Map<String, String> inQuality = new LinkedHashMap<>();
        String quality = messages.getMessage("exception.form.quality", null, locale);
        for (int i = 0; refused != null && i < refused.pointers().size(); i++) {
            String pointer = refused.pointers().get(i);
            String sentence = refused.details().get(i);
            if (ProviderQuality.isGivenElsewhere(pointer)) {
                continue;
            }
            if (pointer.startsWith(ProviderQuality.APPLICANT + "/")) {
                inQuality.put(pointer, sentence);
            } else {
                String field = FIELDS.getOrDefault(pointer, "");
                String label = field.isEmpty() ? "" : messages.getMessage("exception.form." + field, null, locale);
                all.add(new Problem(field, label, sentence));
            }
        }
        String refusal = messages.getMessage("form.bsn", null, locale);
        citizenNumbers.forEach(pointer -> inQuality.put(pointer, refusal));
        inQuality.forEach(
                (pointer, sentence) -> all.add(new Problem(ApplicantQuestions.id(pointer), quality, sentence)));
        return new RequestProblems(all, inQuality);
    }
}
