package nl.inkoopkompas.web.pages.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.web.pages.form.FormPage.Question;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Asks about an applicant, as the rule book describes one, in a form about something else. */
@Component
public class ApplicantQuestions {

    private final MessageSource messages;

    ApplicantQuestions(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What to ask about some places in a request, each once.
     *
     * @param request holds an applicant where an application has one
     * @param errors what is wrong, by pointer
     */
    public List<Question> ask(
            RuleBook book, ObjectNode request, Collection<String> pointers, Map<String, String> errors, Locale locale) {
        var questions = new Questions(book, request, errors, Language.of(locale), messages);
        return units(book, pointers).stream().map(questions::question).toList();
    }

    /**
     * Writes what was filled in into a request.
     *
     * @param asked pointers of the questions that were in the form
     * @return where a citizen's number was filled in; it is not kept
     */
    public List<String> fill(RuleBook book, ObjectNode request, List<String> asked, Map<String, String> given) {
        var filledIn = new FilledIn(given);
        filledIn.into(request, units(book, asked));
        return filledIn.citizenNumbers();
    }

    /** The id that a field has in the page. */
    public static String id(String pointer) {
        return Questions.id(pointer);
    }

    private static List<Unit> units(RuleBook book, Collection<String> pointers) {
        Shape schema = book.policy(AdmissionType.ID).schema();
        Map<String, Unit> units = new LinkedHashMap<>();
        pointers.forEach(
                pointer -> Unit.at(schema, pointer).ifPresent(unit -> units.putIfAbsent(unit.pointer(), unit)));
        return new ArrayList<>(units.values());
    }
}
