package nl.inkoopkompas.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.evidence.Evidence.Result;
import nl.inkoopkompas.evidence.Evidence.Status;
import nl.inkoopkompas.evidence.Evidence.StoredFile;
import nl.inkoopkompas.evidence.EvidenceFiles.Incoming;
import nl.inkoopkompas.evidence.VirusScanner.Scan;
import nl.inkoopkompas.register.RegisteredDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The evidence of every dossier: what was handed in, what was verified, and for which values that still counts. */
@Component
public class Evidences {

    public static final int SHORTEST_NOTE = 20;

    private static final List<Status> BEST_FIRST =
            List.of(Status.VERIFIED, Status.RECEIVED, Status.EXPIRED, Status.NOT_ACCEPTED);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_POINTERS = 50;

    private final EvidenceRegister register;
    private final EvidenceFiles files;
    private final VirusScanner scanner;
    private final FileCheck check = new FileCheck();

    Evidences(EvidenceRegister register, EvidenceFiles files, VirusScanner scanner) {
        this.register = register;
        this.files = files;
        this.scanner = scanner;
    }

    /**
     * What somebody hands in.
     *
     * @param pointers what it is to prove, in the application as it stands now
     * @param expiresOn the last day that it counts; null where it does not expire
     */
    public record Upload(
            String name,
            List<String> pointers,
            LocalDate receivedOn,
            @Nullable LocalDate expiresOn) {}

    /**
     * Takes a document for the dossier of a decision.
     *
     * @param latest the last round, whose application the pointers are of
     * @throws EvidenceRefused when it cannot be taken; one with a virus leaves a trace in the journal
     */
    public Evidence receive(RegisteredDecision latest, Upload upload, InputStream content, Instant at, String by)
            throws IOException {
        String name = named(upload.name());
        List<Proof> proofs = proofs(upload.pointers(), latest.request());
        if (upload.expiresOn() != null && upload.expiresOn().isBefore(upload.receivedOn())) {
            throw EvidenceRefused.wrong(
                    "Het bewijsstuk is verlopen op de dag dat het binnenkwam. Vraag een nieuw stuk.",
                    "The document had expired on the day it came in. Ask for a new one.");
        }
        try (Incoming incoming = files.take(content)) {
            FileType type = check.type(name, incoming.path());
            Scan scan = scan(incoming.path());
            if (scan.infected()) {
                register.refused(latest.dossier(), name, incoming, scan.virus(), at, by);
                throw EvidenceRefused.wrong(
                        "De virusscanner vond \"" + scan.virus() + "\" in dit bestand. Het is niet opgeslagen.",
                        "The virus scanner found \"" + scan.virus() + "\" in this file. It was not stored.");
            }
            files.keep(incoming);
            StoredFile stored = new StoredFile(incoming.sha256(), incoming.bytes(), type, scan.scanned());
            return register.receive(
                    latest.dossier(), name, proofs, upload.receivedOn(), upload.expiresOn(), stored, at, by);
        }
    }

    /**
     * Records what somebody found when checking a document.
     *
     * @param expiresOn replaces the date that came with it; null leaves that
     * @throws EvidenceRefused when it cannot be, or when somebody checks it at the same moment
     */
    public Evidence check(
            Evidence evidence, Result result, String note, @Nullable LocalDate expiresOn, Instant at, String by) {
        String said = note.strip();
        if (CitizenNumber.occursIn(said)) {
            throw bsn();
        }
        if (said.length() > LONGEST_NOTE) {
            throw EvidenceRefused.wrong(
                    "De toelichting is langer dan " + LONGEST_NOTE + " tekens. Kort haar in.",
                    "The note is longer than " + LONGEST_NOTE + " characters. Shorten it.");
        }
        if (result == Result.NOT_ACCEPTED && said.length() < SHORTEST_NOTE) {
            throw EvidenceRefused.wrong(
                    "Licht in ten minste " + SHORTEST_NOTE + " tekens toe waarom het stuk niet volstaat.",
                    "Say in at least " + SHORTEST_NOTE + " characters why the document does not do.");
        }
        return register.check(evidence, result, said, expiresOn, at, by);
    }

    /** What was handed in for a dossier, in the order in which it came in. */
    public List<Evidence> of(UUID dossier) {
        return register.of(dossier);
    }

    public Optional<Evidence> byId(UUID dossier, UUID id) {
        return of(dossier).stream().filter(evidence -> evidence.id().equals(id)).findFirst();
    }

    /** The file of a document; empty where it is not on this machine. */
    public Optional<Path> file(Evidence evidence) {
        return files.find(evidence.file().sha256());
    }

    /**
     * Pointers into an application that were verified for the value that stands there now, and that have not expired by
     * a day. An entry of the application's own list of evidence that is marked as verified counts too.
     */
    public Set<String> verified(UUID dossier, JsonNode request, LocalDate day) {
        Set<String> verified = new LinkedHashSet<>();
        standing(dossier, request, day).forEach((pointer, status) -> {
            if (status == Status.VERIFIED) {
                verified.add(pointer);
            }
        });
        return verified;
    }

    /**
     * Where every value of an application stands that a document was handed in for: as the document that helps it most.
     * What is not in it was declared and no more.
     */
    public Map<String, Status> standing(UUID dossier, JsonNode request, LocalDate day) {
        Map<String, Status> standing = new LinkedHashMap<>();
        for (Evidence evidence : of(dossier)) {
            Status status = evidence.statusOn(day);
            for (Proof proof : evidence.proofs()) {
                proof.in(request).ifPresent(pointer -> standing.merge(pointer, status, Evidences::better));
            }
        }
        for (JsonNode entry : request.path("evidence")) {
            String pointer = entry.path("pointer").asString("");
            Status status = entry.path("verified").asBoolean(false) ? Status.VERIFIED : Status.RECEIVED;
            if (Proof.stands(pointer, request)) {
                standing.merge(pointer, status, Evidences::better);
            }
        }
        return standing;
    }

    private static Status better(Status one, Status other) {
        return BEST_FIRST.indexOf(one) <= BEST_FIRST.indexOf(other) ? one : other;
    }

    private Scan scan(Path file) {
        try {
            return scanner.scan(file);
        } catch (IOException e) {
            throw new EvidenceRefused(
                    EvidenceRefused.Kind.UNAVAILABLE,
                    "De virusscanner antwoordt niet. Er is niets opgeslagen. Probeer het later opnieuw.",
                    "The virus scanner does not answer. Nothing was stored. Try again later.");
        }
    }

    private static List<Proof> proofs(List<String> pointers, JsonNode request) {
        if (pointers.isEmpty() || pointers.size() > MOST_POINTERS) {
            throw EvidenceRefused.wrong(
                    "Kies wat het stuk bewijst: 1 tot en met " + MOST_POINTERS + " gegevens.",
                    "Choose what the document proves: 1 to " + MOST_POINTERS + " facts.");
        }
        Map<String, Proof> proofs = new LinkedHashMap<>();
        for (String pointer : pointers) {
            Proof proof = Proof.of(pointer, request)
                    .orElseThrow(() -> EvidenceRefused.wrong(
                            "Wat het stuk moet bewijzen, staat niet in de aanmelding. Kies een regel van een lijst, of een"
                                    + " gegeven dat is ingevuld.",
                            "What the document must prove is not in the application. Choose a line of a list, or a fact"
                                    + " that is filled in."));
            proofs.put(pointer, proof);
        }
        return new ArrayList<>(proofs.values());
    }

    /** The last part of a path, on one line and not too long. */
    private static String named(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}|[\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
        if (CitizenNumber.occursIn(name)) {
            throw bsn();
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static EvidenceRefused bsn() {
        return EvidenceRefused.wrong(
                "De tekst of de naam bevat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm. Haal het weg.",
                "The text or the name holds a citizen's number (BSN), or an RSIN of the same form. Remove it.");
    }
}
