package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.pages.form.ApplicantQuestions;
import nl.inkoopkompas.web.pages.form.FormPage.Input;
import nl.inkoopkompas.web.pages.form.FormPage.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The part of a request that says what is known of the quality of the provider: only what its finding rests on. */
@Component
class ProviderQuality {

    static final String APPLICANT = "/applicant";

    private static final String CRITERION = "exception.quality";
    private static final Set<String> GIVEN = Set.of("name", "kvkNumber");

    private final ApplicantQuestions questions;
    private final RuleBooks ruleBooks;
    private final JsonMapper mapper;

    ProviderQuality(ApplicantQuestions questions, RuleBooks ruleBooks, JsonMapper mapper) {
        this.questions = questions;
        this.ruleBooks = ruleBooks;
        this.mapper = mapper;
    }

    /**
     * What the form asks.
     *
     * @param asked the pointers of all questions
     * @param known what was filled in, as JSON
     */
    record Asked(List<Group> groups, List<String> asked, String known) {}

    /**
     * Questions that are folded together.
     *
     * @param label that of a list; empty where these are single values
     * @param begun whether anything was filled in, or went wrong
     */
    record Group(String label, List<Question> questions, boolean begun) {

        static Group of(String label, List<Question> questions) {
            return new Group(label, questions, questions.stream().anyMatch(Group::isBegun));
        }

        private static boolean isBegun(Question question) {
            Input input = question.input();
            return question.error() != null
                    || question.none()
                    || (input != null && isBegun(input))
                    || question.lines().stream()
                            .anyMatch(line -> line.removeName() != null
                                    || line.inputs().stream().anyMatch(Group::isBegun));
        }

        private static boolean isBegun(Input input) {
            return !input.value().isEmpty() || input.none() || input.error() != null;
        }
    }

    /** Whether it repeats what the form asks of the provider itself. */
    static boolean isGivenElsewhere(String pointer) {
        return GIVEN.stream().anyMatch(field -> pointer.equals(APPLICANT + "/" + field));
    }

    /**
     * Puts what was filled in into the request, with the name and number that stand elsewhere in it.
     *
     * @return where a citizen's number was filled in
     */
    List<String> fill(ObjectNode request, RequestForm form, Map<String, String> given) {
        request.set("applicant", known(form.known()));
        List<String> asked = form.quality() == null ? List.of() : form.quality();
        List<String> citizenNumbers = questions.fill(book(form), request, asked, given);
        ObjectNode applicant = (ObjectNode) request.path("applicant");
        JsonNode provider = request.path("provider");
        for (String field : GIVEN) {
            applicant.remove(field);
            if (provider.has(field)) {
                applicant.set(field, provider.get(field));
            }
        }
        if (applicant.size() < GIVEN.size()) {
            request.remove("applicant");
        }
        return citizenNumbers;
    }

    /** What to ask next; nothing as long as nothing was checked. */
    Asked questions(
            ObjectNode request,
            RequestForm form,
            @Nullable Decision checked,
            Map<String, String> errors,
            Locale locale) {
        Set<String> pointers = new LinkedHashSet<>(form.quality() == null ? List.of() : form.quality());
        if (checked != null) {
            checked.findings().stream()
                    .filter(finding -> finding.criterion().equals(CRITERION))
                    .flatMap(finding -> finding.facts().stream())
                    .map(Finding.Fact::pointer)
                    .forEach(pointers::add);
        }
        JsonNode applicant = request.path("applicant");
        applicant.propertyNames().stream()
                .filter(name -> !GIVEN.contains(name))
                .forEach(name -> pointers.add(APPLICANT + "/" + name));
        List<Question> asked = questions.ask(book(form), request, pointers, errors, locale);
        return new Asked(
                groups(asked),
                asked.stream().map(Question::pointer).toList(),
                applicant.isObject() ? applicant.toString() : "");
    }

    /** Single values together, and each list by itself. */
    private static List<Group> groups(List<Question> asked) {
        List<Question> single =
                asked.stream().filter(question -> !question.list()).toList();
        List<Group> groups = new ArrayList<>();
        if (!single.isEmpty()) {
            groups.add(Group.of("", single));
        }
        asked.stream()
                .filter(Question::list)
                .forEach(question -> groups.add(Group.of(question.label(), List.of(question))));
        return groups;
    }

    private ObjectNode known(@Nullable String json) {
        try {
            if (json != null && mapper.readTree(json) instanceof ObjectNode known) {
                return known;
            }
        } catch (JacksonException changed) {
            // not what this page put there
        }
        return mapper.createObjectNode();
    }

    private RuleBook book(RequestForm form) {
        try {
            return ruleBooks.effectiveOnOrNewest(LocalDate.parse(String.valueOf(form.asOf())));
        } catch (DateTimeParseException noDay) {
            return ruleBooks.newest();
        }
    }
}
