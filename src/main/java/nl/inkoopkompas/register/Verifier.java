package nl.inkoopkompas.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.inkoopkompas.register.Seals.Seal;
import nl.inkoopkompas.register.Seals.Sealed;
import nl.inkoopkompas.register.Verification.Broken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the whole register: every seal follows on the one before and covers its entries, every entry has the
 * digest of its content, and the tables that lists read say what the journal says.
 */
@Repository
public class Verifier {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final List<Projection> projections;

    Verifier(JdbcClient jdbc, List<Projection> projections) {
        this.jdbc = jdbc;
        this.projections = projections;
    }

    /** An entry with what belongs to it. */
    private record Full(
            Sealed sealed,
            @Nullable String salt,
            @Nullable String content,
            @Nullable Long seal,
            int place) {

        /** What is wrong with it by itself. */
        @Nullable
        String problem() {
            if (content == null || salt == null) {
                return null;
            }
            return Digests.of(entry(), salt, content).equals(sealed.digest()) ? null : "its content has another digest";
        }

        JournalEntry entry() {
            return new JournalEntry(
                    sealed.id(), sealed.kind(), sealed.dossier(), sealed.recordedAt(), sealed.recordedBy(), null);
        }

        JournalEntry withContent() {
            return new JournalEntry(
                    sealed.id(),
                    sealed.kind(),
                    sealed.dossier(),
                    sealed.recordedAt(),
                    sealed.recordedBy(),
                    Json.object(Objects.requireNonNull(content)));
        }

        Broken broken(String why) {
            return new Broken(sealed.id(), sealed.kind(), sealed.dossier(), sealed.recordedAt(), seal, why);
        }
    }

    /** Verifies everything; names the first break in the order of the chain. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        Run run = new Run();
        String previous = Seals.NOTHING;
        long expected = 1;
        for (Seal seal : jdbc.sql("select * from journal_seal order by number")
                .query((rs, n) -> Seals.read(rs))
                .list()) {
            run.seal(seal, expected, previous, entries("s.seal = " + seal.number(), "s.place"));
            previous = seal.hash();
            expected = seal.number() + 1;
        }
        long unsealed = run.unsealed();
        if (run.broken == null) {
            run.broken = missingRows(run.perKind);
        }
        return new Verification(
                run.broken == null,
                run.entries,
                unsealed,
                run.withoutContent,
                expected == 1 ? null : previous,
                run.broken);
    }

    /** One verification under way. */
    private final class Run {

        private final Map<String, Long> perKind = new HashMap<>();
        private long entries;
        private long withoutContent;
        private @Nullable Broken broken;

        void seal(Seal seal, long number, String previous, List<Full> covered) {
            covered(covered);
            List<Sealed> sealed = covered.stream().map(Full::sealed).toList();
            boolean holds = seal.number() == number
                    && seal.previous().equals(previous)
                    && seal.entries() == sealed.size()
                    && IntStream.range(0, covered.size())
                            .allMatch(i -> covered.get(i).place() == i)
                    && seal.hash().equals(Seals.hash(seal.number(), seal.previous(), seal.sealedAt(), sealed));
            if (!holds && broken == null) {
                broken = new Broken(
                        null,
                        null,
                        null,
                        null,
                        seal.number(),
                        "the seal does not fit its entries or the seal before it");
            }
        }

        long unsealed() {
            long before = entries;
            UUID last = null;
            while (true) {
                List<Full> some = entries(
                        "s.entry_id is null" + (last == null ? "" : " and e.id > '" + last + "'"),
                        "e.id fetch first " + BATCH + " rows only");
                if (some.isEmpty()) {
                    return entries - before;
                }
                covered(some);
                last = some.get(some.size() - 1).sealed().id();
            }
        }

        private void covered(List<Full> some) {
            entries += some.size();
            List<JournalEntry> readable = new ArrayList<>();
            Map<UUID, Full> byId = new HashMap<>();
            for (Full entry : some) {
                String problem = entry.problem();
                if (problem != null && broken == null) {
                    broken = entry.broken(problem);
                }
                byId.put(entry.sealed().id(), entry);
                if (entry.content() == null) {
                    withoutContent++;
                } else if (problem == null) {
                    perKind.merge(entry.sealed().kind(), 1L, Long::sum);
                    readable.add(entry.withContent());
                }
            }
            for (Projection projection : broken == null ? projections : List.<Projection>of()) {
                List<JournalEntry> shown = readable.stream()
                        .filter(entry -> projection.kinds().contains(entry.kind()))
                        .toList();
                projection.differing(shown).forEach((id, why) -> {
                    if (broken == null) {
                        broken = Objects.requireNonNull(byId.get(id)).broken(why);
                    }
                });
            }
        }
    }

    /** Rows that no entry explains. */
    private @Nullable Broken missingRows(Map<String, Long> perKind) {
        for (Projection projection : projections) {
            long entries = projection.kinds().stream()
                    .mapToLong(kind -> perKind.getOrDefault(kind, 0L))
                    .sum();
            long rows = projection.rows();
            if (rows != entries) {
                String kinds = String.join(", ", projection.kinds());
                return new Broken(
                        null, kinds, null, null, null, "the lists hold " + rows + " rows for " + entries + " entries");
            }
        }
        return null;
    }

    private List<Full> entries(String where, String order) {
        return jdbc.sql("select e.*, c.salt, c.content, s.seal, s.place from journal_entry e"
                        + " left join journal_content c on c.entry_id = e.id"
                        + " left join journal_sealed s on s.entry_id = e.id where " + where + " order by " + order)
                .query((rs, n) -> new Full(
                        Sealed.read(rs),
                        rs.getString("salt"),
                        rs.getString("content"),
                        rs.getObject("seal") == null ? null : rs.getLong("seal"),
                        rs.getInt("place")))
                .list();
    }
}
