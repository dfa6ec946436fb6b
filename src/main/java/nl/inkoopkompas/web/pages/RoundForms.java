package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.web.pages.RoundForm.Addition;
import nl.inkoopkompas.web.pages.RoundForm.InputField;
import nl.inkoopkompas.web.pages.RoundForm.OpenOne;
import nl.inkoopkompas.web.pages.RoundPages.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes the form for a round from the findings that are open: what they rest on can be changed, what is missing can be
 * filled in, and what asks a person can be answered.
 */
@Component
class RoundForms {

    private final Words.Dictionary dictionary;
    private final Rounds rounds;

    RoundForms(Words.Dictionary dictionary, Rounds rounds) {
        this.dictionary = dictionary;
        this.rounds = rounds;
    }

    /**
     * @param application the last round, with its remedies
     * @param filledIn values by the names in the form
     * @param errors what is wrong, by the names in the form; what has no name stands above the form
     */
    RoundForm form(
            Application application,
            Dossier dossier,
            Kind kind,
            String on,
            Map<String, String> filledIn,
            Map<String, String> errors,
            @Nullable Decision outcome,
            Locale locale) {
        var words = dictionary.of(application.decision().ruleBook().version(), locale);
        var assembly = new Assembly(application, dossier, rounds.hearable(dossier), words, filledIn, errors);
        return new RoundForm(
                dossier.asked().summary().id().toString(),
                application.applicant(),
                kind.path(),
                application.decision().round() + 1,
                dossier.turn(),
                on,
                DossierStandings.notBefore(dossier).toString(),
                assembly.findings(kind),
                outcome == null ? null : Previews.of(application, outcome, words),
                errors.entrySet().stream()
                        .filter(error -> !assembly.shown.contains(error.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** The parts of one form. */
    private static final class Assembly {

        private final Application application;
        private final Dossier dossier;
        private final Words words;
        private final Map<String, String> filledIn;
        private final Map<String, String> errors;
        private final Set<String> hearable;
        private final Set<String> shown = new LinkedHashSet<>();

        Assembly(
                Application application,
                Dossier dossier,
                Set<String> hearable,
                Words words,
                Map<String, String> filledIn,
                Map<String, String> errors) {
            this.hearable = hearable;
            this.application = application;
            this.dossier = dossier;
            this.words = words;
            this.filledIn = filledIn;
            this.errors = errors;
        }

        List<OpenOne> findings(Kind kind) {
            return application.decision().findings().stream()
                    .filter(finding -> kind.verdicts().contains(finding.verdict()))
                    .filter(finding -> kind != Kind.HOORZITTING || hearable.contains(key(finding)))
                    .map(finding -> open(finding, kind))
                    .toList();
        }

        private OpenOne open(Finding finding, Kind kind) {
            var key = key(finding);
            var remedy = finding.remedy();
            boolean editable = kind != Kind.OORDEEL;
            return new OpenOne(
                    key,
                    words.criterion(finding.criterion()),
                    Previews.product(application, finding.subject(), words),
                    finding.verdict(),
                    finding.reason(),
                    remedy == null ? "" : remedy.text(),
                    kind == Kind.OORDEEL,
                    kind == Kind.HOORZITTING && hearable.contains(key),
                    filledIn.getOrDefault(RoundSubmission.ACT + key, ""),
                    filledIn.getOrDefault(RoundSubmission.MOTIVATION + key, ""),
                    editable ? fields(finding) : List.of(),
                    editable ? additions(finding) : List.of());
        }

        private static String key(Finding finding) {
            return finding.criterion() + " " + finding.subject();
        }

        private List<InputField> fields(Finding finding) {
            var fields = new ArrayList<InputField>();
            for (var pointer : byLine(pointers(finding))) {
                words.input(pointer)
                        .filter(input -> input.kind() != Words.Input.Kind.LIST && !pointer.endsWith("/-"))
                        .ifPresent(input -> fields.add(field(pointer, input, current(pointer))));
            }
            return fields;
        }

        /** The fields of one line of a list together, as the schema has them. */
        private List<String> byLine(Set<String> pointers) {
            var lines = new LinkedHashMap<String, List<String>>();
            for (var pointer : pointers) {
                lines.computeIfAbsent(pointer.substring(0, pointer.lastIndexOf('/')), line -> new ArrayList<>())
                        .add(pointer);
            }
            lines.forEach((line, fields) -> {
                var parts = words.input(line).map(Words.Input::parts).orElse(List.of());
                fields.sort(Comparator.comparing(field -> parts.indexOf(field.substring(line.length() + 1))));
            });
            return lines.values().stream().flatMap(List::stream).toList();
        }

        private List<Addition> additions(Finding finding) {
            var additions = new ArrayList<Addition>();
            var lists = new LinkedHashSet<String>();
            for (var pointer : pointers(finding)) {
                var list = pointer.endsWith("/-") ? pointer.substring(0, pointer.length() - 2) : pointer;
                if (words.input(list)
                        .filter(input -> input.kind() == Words.Input.Kind.LIST)
                        .isPresent()) {
                    lists.add(list);
                }
            }
            for (var list : lists) {
                var input = words.input(list).orElseThrow();
                var fields = new ArrayList<InputField>();
                for (var part : input.parts()) {
                    var pointer = list + "/-" + (part.isEmpty() ? "" : "/" + part);
                    words.input(pointer)
                            .filter(found -> found.kind() != Words.Input.Kind.LIST)
                            .ifPresent(found -> fields.add(field(pointer, found, "")));
                }
                additions.add(new Addition(input.label(), fields));
            }
            return additions;
        }

        private static Set<String> pointers(Finding finding) {
            var pointers = new LinkedHashSet<String>();
            finding.facts().forEach(fact -> pointers.add(fact.pointer()));
            var remedy = finding.remedy();
            if (remedy != null) {
                pointers.addAll(remedy.missing());
                remedy.change().forEach(change -> pointers.add(change.pointer()));
            }
            pointers.removeIf(
                    pointer -> !pointer.matches("/(applicant|products/\\d+)/.*") || pointer.endsWith("/code"));
            return pointers;
        }

        private InputField field(String pointer, Words.Input input, String value) {
            shown.add(pointer);
            return new InputField(
                    pointer,
                    input.label(),
                    input.kind(),
                    filledIn.getOrDefault(pointer, value),
                    input.options(),
                    errors.get(pointer));
        }

        private String current(String pointer) {
            JsonNode value = dossier.latest().request().at(pointer);
            return value.isNull() || value.isMissingNode() ? "" : value.asString(value.toString());
        }
    }
}
