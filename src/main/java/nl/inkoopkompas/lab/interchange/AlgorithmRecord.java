package nl.inkoopkompas.lab.interchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the national register of algorithms asks of one decision, as far as the rule book tells it. A field that it does
 * not tell is open: it is for the organisation to fill in, and nothing is invented.
 *
 * @param standard the publication standard that the fields are of
 */
public record AlgorithmRecord(String standard, String decision, String ruleBook, String hash, List<Field> fields) {

    private static final String STANDARD = "Publicatiestandaard Algoritmeregister 1.0";
    private static final String FILE = "rules/algorithm-register.yaml";
    private static final ObjectMapper YAML = new YAMLMapper();

    /**
     * A field of the standard.
     *
     * @param value null for one that is open
     * @param origin what the value is made of; null for one that is open
     */
    public record Field(
            String id,
            Bilingual label,
            @Nullable Bilingual value,
            @Nullable String origin) {

        @JsonProperty
        public boolean open() {
            return value == null;
        }
    }

    /** The records of a book, one for each decision, as they stand on a day. */
    public static List<AlgorithmRecord> of(RuleBook book, LocalDate day) {
        JsonNode said = said(book);
        return book.policies().values().stream()
                .map(policy -> new AlgorithmRecord(
                        STANDARD,
                        policy.decision(),
                        book.version(),
                        book.hash(),
                        new Filling(book, policy, said.path(policy.decision()), day).fields()))
                .toList();
    }

    private static JsonNode said(RuleBook book) {
        try {
            return book.files().has(FILE)
                    ? YAML.readTree(book.files().text(FILE))
                    : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** The record for people, as Markdown. */
    public String readable(Language language) {
        boolean dutch = language == Language.NL;
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title(language)).append("\n\n");
        text.append(STANDARD)
                .append(dutch ? " · regelboek " : " · rule book ")
                .append(ruleBook)
                .append(" · ")
                .append(hash, 0, 12)
                .append("\n");
        for (Field field : fields) {
            text.append("\n## ").append(field.label().in(language)).append("\n\n");
            Bilingual value = field.value();
            text.append(
                    value == null
                            ? (dutch ? "*Open: vul dit zelf in.*" : "*Open: for you to fill in.*")
                            : value.in(language));
            text.append('\n');
        }
        return text.toString();
    }

    private String title(Language language) {
        Bilingual name = fields.get(0).value();
        return name == null ? decision : name.in(language);
    }

    private static final class Filling {

        private final RuleBook book;
        private final Policy policy;
        private final JsonNode said;
        private final LocalDate day;
        private final List<Field> fields = new ArrayList<>();

        Filling(RuleBook book, Policy policy, JsonNode said, LocalDate day) {
            this.book = book;
            this.policy = policy;
            this.said = said;
            this.day = day;
        }

        List<Field> fields() {
            stated("name", "Naam", "Name");
            stated("shortDescription", "Korte omschrijving", "Short description");
            stated("organization", "Organisatie", "Organisation");
            stated("theme", "Thema", "Theme");
            boolean used = !book.validFrom().isAfter(day);
            made(
                    "status",
                    "Status",
                    "Status",
                    "validFrom",
                    used ? "In gebruik" : "In ontwikkeling",
                    used ? "In use" : "In development");
            String month = book.validFrom().toString().substring(0, 7);
            made("startDate", "Begindatum", "Start date", "validFrom", month, month);
            stated("endDate", "Einddatum", "End date");
            stated("contact", "Contactgegevens", "Contact");
            stated("website", "Link naar publiekspagina", "Public page");
            stated("publicationCategory", "Publicatiecategorie", "Publication category");
            stated("sourceRegistration", "Link naar bronregistratie", "Source registration");
            stated("goal", "Doel en impact", "Goal and impact");
            made(
                    "considerations",
                    "Afwegingen",
                    "Considerations",
                    "interpretations",
                    considerations(Language.NL),
                    considerations(Language.EN));
            stated("humanIntervention", "Menselijke tussenkomst", "Human intervention");
            stated("riskManagement", "Risicobeheer", "Risk management");
            made("legalBasis", "Wettelijke basis", "Legal basis", "sources", sources(), sources());
            stated("legalBasisLinks", "Links naar wettelijke basis", "Links to the legal basis");
            stated("impactAssessmentNotes", "Toelichting op impacttoetsen", "Notes on impact assessments");
            stated("impactAssessments", "Impacttoetsen", "Impact assessments");
            stated("impactAssessmentLinks", "Links naar impacttoetsen", "Links to impact assessments");
            made("data", "Gegevens", "Data", "schema", data(Language.NL), data(Language.EN));
            stated("dataLinks", "Links naar gegevensbronnen", "Links to data sources");
            made(
                    "technicalOperation",
                    "Technische werking",
                    "Technical operation",
                    "rules",
                    operation(Language.NL),
                    operation(Language.EN));
            stated("supplier", "Leverancier", "Supplier");
            stated("sourceCode", "Link naar broncode", "Source code");
            return List.copyOf(fields);
        }

        private void stated(String id, String nl, String en) {
            JsonNode value = said.path(id);
            boolean known = value.path("nl").isString() && value.path("en").isString();
            fields.add(new Field(
                    id,
                    new Bilingual(nl, en),
                    known
                            ? new Bilingual(
                                    value.path("nl").asString(),
                                    value.path("en").asString())
                            : null,
                    known ? FILE : null));
        }

        private void made(String id, String nl, String en, String origin, String valueNl, String valueEn) {
            boolean known = !valueNl.isBlank();
            fields.add(new Field(
                    id, new Bilingual(nl, en), known ? new Bilingual(valueNl, valueEn) : null, known ? origin : null));
        }

        private String considerations(Language language) {
            Set<String> criteria = policy.texts(language).criteria().keySet();
            return lines(book.interpretations().values().stream()
                    .filter(one -> one.criteria().stream().anyMatch(criteria::contains))
                    .map(one -> one.title().in(language) + " (" + one.id() + "): "
                            + one.why().in(language))
                    .toList());
        }

        private String sources() {
            Set<String> used = new TreeSet<>();
            policy.parameters().values().forEach(parameter -> parameter
                    .values()
                    .forEach(value -> used.add(value.source().document())));
            book.clauses().clauses().values().stream()
                    .filter(clause ->
                            clause.rules().stream().anyMatch(rule -> rule.startsWith(policy.decision() + ".")))
                    .forEach(clause -> used.add(clause.source().document()));
            return lines(used.stream()
                    .map(book.sources()::get)
                    .filter(Objects::nonNull)
                    .map(Source::title)
                    .toList());
        }

        private String data(Language language) {
            Set<String> labels = new TreeSet<>();
            collect(policy.schema(), labels, label -> label.in(language));
            return lines(List.copyOf(labels));
        }

        private static void collect(Shape shape, Set<String> labels, Function<Bilingual, String> words) {
            for (Shape.Field field : shape.fields()) {
                labels.add(words.apply(field.notes().label()));
                Shape item = field.item();
                if (item != null) {
                    collect(item, labels, words);
                }
            }
        }

        private String operation(Language language) {
            List<String> names = policy.texts(language).criteria().values().stream()
                    .map(texts -> texts.name())
                    .toList();
            String lead = language == Language.NL
                    ? "Vaste regels, door mensen geschreven; geen zelflerend model. Elk criterium geeft per onderwerp één"
                            + " oordeel, met de gegevens, de normen en de bron. De criteria:"
                    : "Fixed rules, written by people; no learning model. Each criterion gives one verdict per subject,"
                            + " with the facts, the norms and the source. The criteria:";
            return lead + "\n" + lines(names);
        }

        private static String lines(List<String> items) {
            return String.join("\n", items.stream().map(item -> "- " + item).toList());
        }
    }
}
