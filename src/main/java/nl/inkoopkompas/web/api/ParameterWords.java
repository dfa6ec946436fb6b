package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;

/** What the parameters of calls mean, where a call itself does not say so. */
final class ParameterWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    RecordingCalls.KEY,
                    "A name for this call: repeated within 24 hours, it is answered and not done again"),
            Map.entry("id", "Id, as the answer that made it gave it"),
            Map.entry("sid", "Id of the simulation"),
            Map.entry("evidenceId", "Id of the document"),
            Map.entry("letter", "Id of the letter"),
            Map.entry("n", "Number of the edit"),
            Map.entry("number", "Number in the list, the first is 1"),
            Map.entry("version", "Version of the rule book, or current"),
            Map.entry("decision", "Kind of decision, as the first part of the id of a table"),
            Map.entry("table", "Table, as the second part of its id"),
            Map.entry("type", "Kind of decision"),
            Map.entry("outcome", "Outcome, or several with commas"),
            Map.entry("contract", "Id of a contract, or several with commas where it is a list"),
            Map.entry("product", "Code of a product"),
            Map.entry("municipality", "CBS code of a municipality"),
            Map.entry("criterion", "Id of a criterion"),
            Map.entry("document", "Id of a source"),
            Map.entry("record", "false: decide only, and store nothing"),
            Map.entry("with", "Version of the other rule book"),
            Map.entry("from", "From which, included"),
            Map.entry("to", "To which, included"),
            Map.entry("on", "Day that counts; today by default"),
            Map.entry("status", "Where it stands"),
            Map.entry("kind", "Of which kind"),
            Map.entry("year", "Calendar year"),
            Map.entry("place", "Place, as contractings name it"),
            Map.entry("provider", "KvK number of a provider"),
            Map.entry("situation", "Situation of the transition, 0 to 4"),
            Map.entry("scenario", "Scenario of the transition"),
            Map.entry("page", "Page of the list, the first is 1"),
            Map.entry("size", "How many on a page, at most 500"));

    private ParameterWords() {}

    /** Describes what is not described yet. */
    static void describe(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getDescription() == null || parameter.getDescription().isBlank()) {
                parameter.setDescription(WORDS.get(parameter.getName()));
            }
        }
    }
}
