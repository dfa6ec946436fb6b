package nl.inkoopkompas.web.pages.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The texts of the help pages, and the lists that they show. */
@Component
class HelpTexts {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<Task> tasks;
    private final List<Group> masterclass;
    private final List<Term> terms;

    HelpTexts() {
        tasks = list(yaml("/help/tasks.yaml"), HelpTexts::task);
        masterclass = list(yaml("/help/masterclass.yaml"), HelpTexts::group);
        terms = list(yaml("/help/glossary.yaml"), HelpTexts::term);
    }

    /** How something is done, and where. */
    record Task(String id, String href, Bilingual title, Bilingual lead, List<Bilingual> steps) {}

    record Group(Bilingual title, List<Question> questions) {}

    /** @param answer null where no source gives one */
    record Question(Bilingual question, @Nullable Bilingual answer, String source) {}

    /** @param name what code and API call it */
    record Term(String dutch, String name, String meaning, String source) {}

    /** A part of the program that others made. */
    record Part(String name, String version, String licences) {}

    List<Task> tasks() {
        return tasks;
    }

    Optional<Task> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    List<Group> masterclass() {
        return masterclass;
    }

    List<Term> terms() {
        return terms;
    }

    /** What the bill of materials lists, by name; empty where the program was not packaged. */
    List<Part> parts() {
        try (InputStream bill = HelpTexts.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            if (bill == null) {
                return List.of();
            }
            List<Part> parts = list(JsonMapper.shared().readTree(bill).path("components"), HelpTexts::part);
            return parts.stream()
                    .sorted(Comparator.comparing((Part part) -> part.name().toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part part(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode licence : component.path("licenses")) {
            JsonNode one = licence.path("license");
            String named = one.path("id").asString(one.path("name").asString(""));
            licences.add(licence.path("expression").asString(named));
        }
        return new Part(
                component.path("name").asString(""),
                component.path("version").asString(""),
                String.join(", ", licences));
    }

    private static Task task(JsonNode task) {
        return new Task(
                task.path("id").asString(),
                task.path("href").asString(),
                bilingual(task.path("title")),
                bilingual(task.path("lead")),
                list(task.path("steps"), HelpTexts::bilingual));
    }

    private static Group group(JsonNode group) {
        return new Group(bilingual(group.path("group")), list(group.path("questions"), HelpTexts::question));
    }

    private static Question question(JsonNode question) {
        return new Question(
                bilingual(question.path("q")),
                question.has("a") ? bilingual(question.path("a")) : null,
                question.path("source").asString(""));
    }

    private static Term term(JsonNode term) {
        JsonNode source = term.path("source");
        return new Term(
                term.path("nl").asString(),
                term.path("en").asString(),
                term.path("meaning").asString(),
                source.isMissingNode()
                        ? ""
                        : source.path("document").asString("") + " § "
                                + source.path("section").asString(""));
    }

    private static Bilingual bilingual(JsonNode text) {
        return new Bilingual(text.path("nl").asString(), text.path("en").asString());
    }

    /** Makes something of a node. */
    private interface Reader<T> {

        T read(JsonNode node);
    }

    private static <T> List<T> list(JsonNode nodes, Reader<T> reader) {
        List<T> list = new ArrayList<>();
        for (JsonNode node : nodes) {
            list.add(reader.read(node));
        }
        return List.copyOf(list);
    }

    private static JsonNode yaml(String path) {
        try (InputStream content = HelpTexts.class.getResourceAsStream(path)) {
            return YAML.readTree(Objects.requireNonNull(content, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
