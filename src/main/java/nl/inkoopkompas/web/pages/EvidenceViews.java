package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.inkoopkompas.evidence.Evidence;
import nl.inkoopkompas.evidence.Evidence.Status;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.web.pages.EvidencePage.Check;
import nl.inkoopkompas.web.pages.EvidencePage.Document;
import nl.inkoopkompas.web.pages.EvidencePage.Fact;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the page with the evidence of a dossier. */
@Component
class EvidenceViews {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DECLARED = "DECLARED";
    private static final int LONGEST_VALUE = 140;
    private static final int KILOBYTE = 1024;

    private final Words.Dictionary dictionary;
    private final Evidences evidences;

    EvidenceViews(Words.Dictionary dictionary, Evidences evidences) {
        this.dictionary = dictionary;
        this.evidences = evidences;
    }

    EvidencePage page(RegisteredDecision latest, LocalDate today, boolean writes, Locale locale) {
        Words words = dictionary.of(latest.summary().ruleBookVersion(), locale);
        String href = ApplicationFilter.PATH + "/" + latest.summary().id() + "/bewijs";
        Map<String, Status> standing = evidences.standing(latest.dossier(), latest.request(), today);
        List<Document> documents = new ArrayList<>();
        for (Evidence evidence : evidences.of(latest.dossier())) {
            documents.add(0, document(latest.summary().id(), href, evidence, today, words, new Formats(locale)));
        }
        return new EvidencePage(
                href,
                ApplicationFilter.PATH + "/" + latest.summary().id(),
                String.valueOf(latest.summary().applicantName()),
                facts(latest.request(), standing, words),
                documents,
                today.toString(),
                writes);
    }

    /** Every element of a list of the application, and every yes or no about the applicant. */
    private static List<Fact> facts(JsonNode request, Map<String, Status> standing, Words words) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "/applicant", request.path("applicant"), standing, words);
        for (int i = 0; i < request.path("products").size(); i++) {
            add(facts, "/products/" + i, request.path("products").path(i), standing, words);
        }
        return facts;
    }

    private static void add(
            List<Fact> facts, String above, JsonNode object, Map<String, Status> standing, Words words) {
        object.properties().forEach(field -> {
            String pointer = above + "/" + field.getKey();
            JsonNode value = field.getValue();
            if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    facts.add(fact(pointer + "/" + i, value.path(i), standing, words));
                }
            } else if (value.isBoolean()) {
                facts.add(fact(pointer, value, standing, words));
            }
        });
    }

    private static Fact fact(String pointer, JsonNode value, Map<String, Status> standing, Words words) {
        String shown = words.value(pointer, JSON.convertValue(value, Object.class));
        Status status = standing.get(pointer);
        return new Fact(
                pointer,
                words.field(pointer),
                shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown,
                status == null ? DECLARED : status.name());
    }

    private static Document document(
            UUID decision, String href, Evidence evidence, LocalDate today, Words words, Formats formats) {
        return new Document(
                "/api/v1/decisions/" + decision + "/evidence/" + evidence.id() + "/file",
                href + "/" + evidence.id(),
                evidence.name(),
                Math.max(1, evidence.file().bytes() / KILOBYTE) + "\u00a0kB",
                evidence.file().scanned(),
                evidence.pointers().stream().map(words::field).toList(),
                formats.shortDate(evidence.receivedOn()),
                evidence.receivedBy(),
                evidence.lastDay() == null ? "" : formats.shortDate(evidence.lastDay()),
                evidence.statusOn(today).name(),
                evidence.checks().stream()
                        .map(check -> new Check(
                                check.result().name(),
                                check.note(),
                                formats.shortDate(Formats.dateOf(check.checkedAt())),
                                check.checkedBy()))
                        .toList());
    }
}
