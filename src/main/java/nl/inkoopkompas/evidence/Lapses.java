package nl.inkoopkompas.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.inkoopkompas.evidence.Evidence.Result;
import nl.inkoopkompas.register.AdmittedDossiers;
import nl.inkoopkompas.register.AdmittedDossiers.Admitted;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What lapses when among the providers that were admitted: documents, and certificates that state until when. */
@Component
public class Lapses {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final AdmittedDossiers admitted;
    private final DecisionRegister decisions;
    private final EvidenceRegister register;

    Lapses(AdmittedDossiers admitted, DecisionRegister decisions, EvidenceRegister register) {
        this.admitted = admitted;
        this.decisions = decisions;
        this.register = register;
    }

    /**
     * Something that lapses.
     *
     * @param decision the latest of the dossier
     * @param pointer what it proves, as it stands in the application now
     * @param document the name of the document; null where the application itself states the date
     * @param lastDay the last day that it counts
     */
    public record Lapse(
            UUID dossier,
            UUID decision,
            String applicant,
            String kvkNumber,
            String contract,
            String pointer,
            @Nullable String document,
            LocalDate lastDay) {}

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<Lapse> items, long total) {}

    /** What has lapsed or lapses by a day, the earliest first. */
    public Page until(LocalDate until, long page, int size) {
        Set<UUID> documents = Set.copyOf(register.expiringBy(until));
        List<Lapse> all = new ArrayList<>();
        for (Admitted dossier : admitted.all()) {
            Optional<RegisteredDecision> latest = decisions.byId(dossier.latest());
            latest.ifPresent(decision -> {
                if (documents.contains(dossier.id())) {
                    all.addAll(documents(dossier, decision.request()));
                }
                all.addAll(certificates(dossier, decision.request()));
            });
        }
        List<Lapse> found = all.stream()
                .filter(lapse -> !lapse.lastDay().isAfter(until))
                .sorted(Comparator.comparing(Lapse::lastDay)
                        .thenComparing(Lapse::applicant)
                        .thenComparing(Lapse::dossier)
                        .thenComparing(Lapse::pointer))
                .toList();
        long skipped = Math.min(found.size(), (page - 1) * size);
        return new Page(found.stream().skip(skipped).limit(size).toList(), found.size());
    }

    /** For each value that documents prove, the document that counts longest; one without end does not lapse. */
    private List<Lapse> documents(Admitted dossier, JsonNode request) {
        Map<String, Evidence> longest = new LinkedHashMap<>();
        for (Evidence evidence : register.of(dossier.id())) {
            if (evidence.lastCheck() != null && evidence.lastCheck().result() == Result.NOT_ACCEPTED) {
                continue;
            }
            for (Proof proof : evidence.proofs()) {
                proof.in(request).ifPresent(pointer -> longest.merge(pointer, evidence, Lapses::longer));
            }
        }
        List<Lapse> lapses = new ArrayList<>();
        longest.forEach((pointer, evidence) -> {
            if (evidence.lastDay() != null) {
                lapses.add(lapse(dossier, pointer, evidence.name(), evidence.lastDay()));
            }
        });
        return lapses;
    }

    private static Evidence longer(Evidence one, Evidence other) {
        LocalDate first = one.lastDay();
        LocalDate second = other.lastDay();
        return first == null || (second != null && !second.isAfter(first)) ? one : other;
    }

    /** For each quality scheme, the certificate that is valid longest. */
    private static List<Lapse> certificates(Admitted dossier, JsonNode request) {
        Map<String, Lapse> longest = new HashMap<>();
        JsonNode certificates = request.at("/applicant/qualityCertificates");
        for (int i = 0; i < certificates.size(); i++) {
            String date = certificates.path(i).path("validUntil").asString("");
            if (DATE.matcher(date).matches()) {
                Lapse lapse = lapse(dossier, "/applicant/qualityCertificates/" + i, null, LocalDate.parse(date));
                longest.merge(
                        certificates.path(i).path("scheme").asString(""),
                        lapse,
                        (one, other) -> other.lastDay().isAfter(one.lastDay()) ? other : one);
            }
        }
        return List.copyOf(longest.values());
    }

    private static Lapse lapse(Admitted dossier, String pointer, @Nullable String document, LocalDate lastDay) {
        return new Lapse(
                dossier.id(),
                dossier.latest(),
                dossier.applicant(),
                dossier.kvkNumber(),
                dossier.contract(),
                pointer,
                document,
                lastDay);
    }
}
