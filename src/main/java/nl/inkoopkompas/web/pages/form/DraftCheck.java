package nl.inkoopkompas.web.pages.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.OpenQuestions;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides on an application as far as it is filled in; what is wrong in it is left out, and said. */
@Component
class DraftCheck {

    private static final int MOST_TRIES = 5;

    private final DecisionEngine engine;
    private final Decisions decisions;
    private final Admissions admissions;
    private final RuleBooks ruleBooks;

    DraftCheck(DecisionEngine engine, Decisions decisions, Admissions admissions, RuleBooks ruleBooks) {
        this.engine = engine;
        this.decisions = decisions;
        this.admissions = admissions;
        this.ruleBooks = ruleBooks;
    }

    /**
     * What an application comes to so far.
     *
     * @param errors what is wrong, by pointer
     * @param decision null while what has to be known first is not
     * @param deciding keys of the open findings that can still change the outcome
     */
    record Checked(
            RuleBook book,
            Map<String, String> errors,
            @Nullable Decision decision,
            Set<String> deciding) {

        Shape schema() {
            return book.policy(AdmissionType.ID).schema();
        }

        List<Finding> findings() {
            return decision == null ? List.of() : decision.findings();
        }

        boolean decides(Finding finding) {
            return deciding.contains(finding.criterion() + " " + finding.subject());
        }

        /** What is wrong with what stands in these units. */
        Map<String, String> errorsIn(List<Unit> units) {
            Map<String, String> here = new LinkedHashMap<>();
            errors.forEach((pointer, error) -> {
                if (units.stream().anyMatch(unit -> unit.holds(pointer))) {
                    here.put(pointer, error);
                }
            });
            return here;
        }
    }

    Checked check(ObjectNode request, Language language) {
        Map<String, String> errors = new LinkedHashMap<>();
        RuleBook book = book(request, errors, language);
        ObjectNode sound = request.deepCopy();
        for (int tries = 0; tries < MOST_TRIES && !errors.containsKey("/asOf"); tries++) {
            try {
                Element element = engine.read(book, AdmissionType.ID, sound);
                Decision decision = admissions.decide(sound.toString().getBytes(StandardCharsets.UTF_8), language);
                return new Checked(
                        book,
                        errors,
                        decision,
                        OpenQuestions.deciding(
                                new AdmissionType(), element, engine.judge(book, AdmissionType.ID, element)));
            } catch (RequestRefused refused) {
                if (!leaveOut(refused, book, sound, errors, language)) {
                    break;
                }
            }
        }
        return new Checked(book, errors, null, Set.of());
    }

    private RuleBook book(ObjectNode request, Map<String, String> errors, Language language) {
        try {
            return decisions.effective(request);
        } catch (RequestRefused refused) {
            refused.refusals().forEach(refusal -> add(errors, refusal, language));
            return ruleBooks.newest();
        }
    }

    /** False where something is wrong that nothing can be decided without. */
    private static boolean leaveOut(
            RequestRefused refused, RuleBook book, ObjectNode sound, Map<String, String> errors, Language language) {
        Shape schema = book.policy(AdmissionType.ID).schema();
        List<Unit> needed = new ArrayList<>(Unit.basis(schema));
        needed.addAll(Unit.lists(schema));
        boolean left = true;
        for (Refusal refusal : refused.refusals()) {
            add(errors, refusal, language);
            Optional<Unit> unit = Unit.at(schema, refusal.pointer());
            if (unit.isEmpty()
                    || needed.contains(unit.get())
                    || !remove(sound, unit.get().pointer())) {
                left = false;
            }
        }
        return left;
    }

    private static boolean remove(ObjectNode sound, String pointer) {
        int end = pointer.lastIndexOf('/');
        JsonNode holder = sound.at(pointer.substring(0, end));
        if (holder instanceof ObjectNode object) {
            object.remove(pointer.substring(end + 1));
            return true;
        }
        return holder instanceof ArrayNode || holder.isMissingNode();
    }

    private static void add(Map<String, String> errors, Refusal refusal, Language language) {
        String text = refusal.detail().in(language);
        String capital = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        errors.putIfAbsent(refusal.pointer(), capital);
    }
}
