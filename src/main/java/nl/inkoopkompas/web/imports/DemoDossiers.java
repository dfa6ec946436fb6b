package nl.inkoopkompas.web.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.admission.Determinations;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.admission.Papers.Declared;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.correspondence.LetterKind;
import nl.inkoopkompas.correspondence.LetterRequest;
import nl.inkoopkompas.correspondence.Letters;
import nl.inkoopkompas.evidence.Evidence;
import nl.inkoopkompas.evidence.Evidence.Result;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.rulebook.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Some dossiers of the demo further on their way: heard, determined, with papers that were checked and letters. */
@Component
@Profile("demo")
class DemoDossiers {

    private static final String OFFICER = "inkoper";

    private final DecisionRegister register;
    private final Dossiers dossiers;
    private final Rounds rounds;
    private final Determinations determinations;
    private final Evidences evidences;
    private final Letters letters;
    private final Clock clock;

    DemoDossiers(
            DecisionRegister register,
            Dossiers dossiers,
            Rounds rounds,
            Determinations determinations,
            Evidences evidences,
            Letters letters,
            Clock clock) {
        this.register = register;
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.determinations = determinations;
        this.evidences = evidences;
        this.letters = letters;
        this.clock = clock;
    }

    void handle() throws IOException {
        for (JsonNode one : DemoScript.read("werk/dossiers")) {
            DecisionFilter filter =
                    DecisionFilter.all().withText(one.path("kvk").asString()).latestRounds();
            for (DecisionSummary found : register.find(filter, 1, 1).items()) {
                for (JsonNode step : one.path("steps")) {
                    take((ObjectNode) step, dossiers.of(found.id()).orElseThrow());
                }
            }
        }
    }

    private void take(ObjectNode step, Dossier dossier) throws IOException {
        UUID latest = dossier.latest().summary().id();
        if (step.has("letter")) {
            write(step, dossier);
        } else if (step.has("round")) {
            ObjectNode round = ((ObjectNode) step.path("round")).put("on", today().toString());
            rounds.record(latest, DemoScript.sent(round), Language.NL, clock.instant(), OFFICER);
        } else if (step.has("evidence")) {
            prove(step, dossier);
        } else {
            determinations.determine(latest, DemoScript.sent(step.path("determination")), clock.instant(), OFFICER);
        }
    }

    private void write(ObjectNode step, Dossier dossier) {
        JsonNode days = step.path("answerWithinDays");
        LetterRequest request = new LetterRequest(
                UUID.randomUUID(),
                LetterKind.valueOf(step.path("letter").asString()),
                dossier.asked().request().at("/applicant/name").asString(),
                step.path("to").asString(),
                today(),
                days.isMissingNode() ? null : today().plusDays(days.asLong()),
                "");
        letters.send(dossier.latest().summary().id(), request, today(), clock.instant(), OFFICER);
    }

    /** One paper for all that is only declared. */
    private void prove(ObjectNode step, Dossier dossier) throws IOException {
        List<String> declared = determinations.declared(dossier, today()).values().stream()
                .flatMap(List::stream)
                .map(Declared::pointer)
                .distinct()
                .toList();
        Evidences.Upload upload = new Evidences.Upload(
                step.path("evidence").asString(),
                declared,
                today(),
                today().plusDays(step.path("expiresWithinDays").asLong()));
        Evidence taken = evidences.receive(
                dossier.latest(), upload, new ByteArrayInputStream(emptyPage()), clock.instant(), OFFICER);
        evidences.check(taken, Result.VERIFIED, "", null, clock.instant(), OFFICER);
    }

    private static byte[] emptyPage() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
