package nl.inkoopkompas.contracting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.contracting.Contracting.Origin;
import nl.inkoopkompas.contracting.Contracting.Parties;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Who is contracted for what. It only grows: a change is a new version of the same contracting. */
@Repository
public class ContractedProviders {

    /** What a version of a contracting is called in the journal. */
    public static final String KIND = "CONTRACTING";

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Journal journal;

    ContractedProviders(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Journal journal) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.journal = journal;
    }

    /** What somebody wants to be contracted. */
    public record Wish(Parties parties, Terms terms) {}

    /**
     * What became of wishes, in their order.
     *
     * @param contracted what is contracted now and was not before
     * @param before what was contracted already on some of the same days, and was left as it is
     */
    public record Contracted(List<Contracting> contracted, List<Contracting> before) {}

    /**
     * A provider of whom it was determined that it is admitted.
     *
     * @param decision the decision that was determined on
     * @param dossier the first decision of the same application
     * @param products codes of the products that it is admitted for
     */
    public record Admitted(
            UUID decision,
            UUID dossier,
            String kvkNumber,
            String name,
            String contract,
            List<String> products,
            LocalDate determinedOn) {}

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<Contracting> items, long total) {}

    /**
     * Contracts whoever is not contracted for the same product under the same contract on some of the same days
     * already, all or, when one fails, none.
     *
     * @throws ContractingRefused when somebody else does the same at the same moment
     */
    @Transactional
    public Contracted contract(List<Wish> wishes, Origin origin, Instant at, String by) {
        KnownContractings known = known(wishes);
        List<Contracting> contracted = new ArrayList<>();
        List<Contracting> before = new ArrayList<>();
        List<New> added = new ArrayList<>();
        for (Wish wish : wishes) {
            Optional<Contracting> same = known.overlapping(wish.parties(), wish.terms());
            if (same.isPresent()) {
                before.add(same.get());
            } else {
                New first = version(null, wish, wish.terms().from(), origin, null, known, at, by);
                known.add(first.version());
                added.add(first);
                contracted.add(first.version());
            }
        }
        record(added);
        return new Contracted(contracted, before);
    }

    /**
     * Contracts an admitted provider where admission alone leads to a contract, which is under Open House: from the
     * start of the contract, or from the determination where that is later, with no end. Elsewhere nothing happens.
     *
     * @param book the rule book that was decided with
     */
    @Transactional
    public Contracted contract(Admitted admitted, RuleBook book, Instant at, String by) {
        List<Wish> wishes = following(admitted, book);
        return wishes.isEmpty()
                ? new Contracted(List.of(), List.of())
                : contract(wishes, Origin.admission(admitted.decision(), admitted.dossier()), at, by);
    }

    /** What an admitted provider is contracted for by that alone; nothing where admission leads to no contract. */
    public static List<Wish> following(Admitted admitted, RuleBook book) {
        ContractTable contracts = new ContractTable(book);
        if (!contracts.isOpenHouse(admitted.contract())) {
            return List.of();
        }
        LocalDate from = contracts
                .startsOn(admitted.contract())
                .filter(start -> start.isAfter(admitted.determinedOn()))
                .orElse(admitted.determinedOn());
        return admitted.products().stream()
                .map(product -> new Wish(
                        new Parties(admitted.kvkNumber(), admitted.name(), admitted.contract(), product),
                        Terms.from(from)))
                .toList();
    }

    /** What providers are contracted for already that ask for this; the first for each wish that has one. */
    public List<Optional<Contracting>> overlapping(List<Wish> wishes) {
        KnownContractings known = known(wishes);
        return wishes.stream()
                .map(wish -> known.overlapping(wish.parties(), wish.terms()))
                .toList();
    }

    /**
     * Changes the terms of a contracting from a day on.
     *
     * @param seen the version that the person saw
     * @param reason at least {@value Change#SHORTEST_REASON} characters
     * @throws ContractingRefused when this cannot be, or when somebody changed it in the meantime
     */
    @Transactional
    public Contracting change(UUID id, int seen, Change change, Instant at, String by) {
        Contracting latest =
                byId(id).map(ContractingHistory::latest).orElseThrow(() -> new IllegalArgumentException("No " + id));
        if (latest.version() != seen) {
            throw ContractingRefused.changedMeanwhile();
        }
        change.check(latest);
        Wish wish = new Wish(latest.parties(), change.of(latest.terms()));
        KnownContractings known = known(List.of(wish));
        known.refuseOverlap(latest, wish.terms());
        New next = version(
                latest,
                wish,
                change.holdsFrom(),
                latest.origin(),
                change.reason().strip(),
                known,
                at,
                by);
        record(List.of(next));
        return next.version();
    }

    public Optional<ContractingHistory> byId(UUID id) {
        List<Contracting> versions = jdbc.sql(
                        "select * from contracting_version where contracting_id = :id order by version")
                .param("id", id)
                .query((rs, n) -> ContractingRow.read(rs))
                .list();
        return versions.isEmpty() ? Optional.empty() : Optional.of(new ContractingHistory(versions));
    }

    /** Who is contracted on a day, by name; each as the version in force on that day says. */
    public Page on(LocalDate day, ContractedFilter filter, long page, int size) {
        ContractedFilter.Where where = filter.on(day);
        long total = jdbc.sql("select count(*) from contracting_version v" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
        if (page - 1 > total / size) {
            return new Page(List.of(), total);
        }
        List<Contracting> items = jdbc.sql("select v.* from contracting_version v" + where.sql()
                        + " order by v.name_key, v.contract, v.product, v.contracting_id"
                        + " offset :offset rows fetch next :size rows only")
                .params(where.values())
                .param("offset", (page - 1) * size)
                .param("size", size)
                .query((rs, n) -> ContractingRow.read(rs))
                .list();
        return new Page(items, total);
    }

    /** Everybody who is contracted on a day; each as the version in force on that day says. */
    public List<Contracting> all(LocalDate day, ContractedFilter filter) {
        ContractedFilter.Where where = filter.on(day);
        return jdbc.sql("select v.* from contracting_version v" + where.sql()
                        + " order by v.contract, v.product, v.name_key, v.contracting_id")
                .params(where.values())
                .query((rs, n) -> ContractingRow.read(rs))
                .list();
    }

    /** Whether nobody was ever contracted. */
    public boolean isEmpty() {
        return jdbc.sql("select id from contracting_version fetch first 1 rows only")
                .query(UUID.class)
                .optional()
                .isEmpty();
    }

    /** Later lines of a file may want the same as earlier ones, so what is known grows along. */
    private KnownContractings known(List<Wish> wishes) {
        KnownContractings known = new KnownContractings();
        List<String> numbers = wishes.stream()
                .map(wish -> wish.parties().kvkNumber())
                .distinct()
                .toList();
        for (int start = 0; start < numbers.size(); start += BATCH) {
            jdbc.sql("select * from contracting_version where kvk_number in (:numbers)")
                    .param("numbers", numbers.subList(start, Math.min(start + BATCH, numbers.size())))
                    .query(rs -> {
                        known.add(ContractingRow.read(rs));
                    });
        }
        return known;
    }

    private New version(
            @Nullable Contracting previous,
            Wish wish,
            LocalDate holdsFrom,
            Origin origin,
            @Nullable String reason,
            KnownContractings known,
            Instant at,
            String by) {
        int number = previous == null ? 1 : previous.version() + 1;
        JournalEntry plain = journal.entry(KIND, origin.dossier(), at, by, JsonNodeFactory.instance.objectNode());
        Contracting version = new Contracting(
                previous == null ? plain.id() : previous.id(),
                number,
                wish.parties(),
                wish.terms(),
                holdsFrom,
                origin,
                plain.recordedAt(),
                plain.recordedBy(),
                reason);
        int revision = known.nextRevision(wish.parties());
        JournalEntry entry = new JournalEntry(
                plain.id(),
                plain.kind(),
                plain.dossier(),
                plain.recordedAt(),
                plain.recordedBy(),
                ContractingRow.content(version, revision));
        return new New(entry, version, revision);
    }

    private void record(List<New> added) {
        try {
            for (int start = 0; start < added.size(); start += BATCH) {
                List<New> some = added.subList(start, Math.min(start + BATCH, added.size()));
                journal.append(some.stream().map(New::entry).toList());
                batches.batchUpdate(
                        ContractingRow.INSERT,
                        some.stream()
                                .map(one -> ContractingRow.of(
                                        one.version(), one.entry().id(), one.revision()))
                                .toArray(SqlParameterSource[]::new));
            }
        } catch (DuplicateKeyException e) {
            throw ContractingRefused.changedMeanwhile();
        }
    }

    private record New(JournalEntry entry, Contracting version, int revision) {}
}
