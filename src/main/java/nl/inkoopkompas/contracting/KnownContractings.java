package nl.inkoopkompas.contracting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.contracting.ContractedProviders.Wish;
import nl.inkoopkompas.contracting.Contracting.Origin;
import nl.inkoopkompas.contracting.Contracting.Parties;

/** What some providers are contracted for by now: the latest version of each, and how many versions there were. */
final class KnownContractings {

    private record Key(String kvkNumber, String contract, String product) {

        static Key of(Parties parties) {
            return new Key(parties.kvkNumber(), parties.contract(), parties.product());
        }
    }

    private final Map<Key, Map<UUID, Contracting>> latest = new HashMap<>();
    private final Map<Key, Integer> versions = new HashMap<>();

    void add(Contracting version) {
        Key key = Key.of(version.parties());
        versions.merge(key, 1, Integer::sum);
        latest.computeIfAbsent(key, none -> new HashMap<>())
                .merge(version.id(), version, (one, other) -> one.version() > other.version() ? one : other);
    }

    /** What somebody wants, as if it were contracted. */
    static Contracting wished(Wish wish, Instant at, String by) {
        return new Contracting(
                UUID.randomUUID(), 1, wish.parties(), wish.terms(), wish.terms().from(), Origin.byHand(), at, by, null);
    }

    /** What is contracted for the same on some of the same days. */
    Optional<Contracting> overlapping(Parties parties, Terms terms) {
        return all(parties).stream()
                .filter(other -> other.terms().overlaps(terms))
                .findFirst();
    }

    void refuseOverlap(Contracting changed, Terms terms) {
        for (Contracting other : all(changed.parties())) {
            if (!other.id().equals(changed.id()) && other.terms().overlaps(terms)) {
                throw ContractingRefused.conflict(
                        "Deze aanbieder is voor dit product ook gecontracteerd vanaf "
                                + other.terms().from() + ". De perioden mogen elkaar niet overlappen.",
                        "This provider is also contracted for this product from "
                                + other.terms().from() + ". The periods may not overlap.");
            }
        }
    }

    int nextRevision(Parties parties) {
        return versions.getOrDefault(Key.of(parties), 0) + 1;
    }

    private List<Contracting> all(Parties parties) {
        return new ArrayList<>(latest.getOrDefault(Key.of(parties), Map.of()).values());
    }
}
