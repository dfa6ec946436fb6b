package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** The rule books in the register: the only ones that are ever applied. Each is read once. */
public final class SealedRuleBooks implements RuleBooks {

    private static final Logger LOG = LoggerFactory.getLogger(SealedRuleBooks.class);

    /** What a sealed rule book is called in the journal, and one that was withdrawn before it held. */
    static final String KIND = "RULE_BOOK";

    static final String WITHDRAWAL = "RULE_BOOK_WITHDRAWAL";

    private static final String PROGRAM = "inkoopkompas";
    private static final String IS_WITHDRAWN =
            "exists (select 1 from rule_book_withdrawal w where w.version = b.version)";

    private static final Runnable NOTHING_ELSE = () -> {};

    private final JdbcClient jdbc;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Consumer<RuleBook> check;
    private volatile List<RuleBook> newestFirst;
    private volatile List<RuleBook> withdrawn;

    private SealedRuleBooks(
            JdbcClient jdbc, Journal journal, TransactionOperations transactions, Consumer<RuleBook> check) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.transactions = transactions;
        this.check = check;
        this.withdrawn = read(jdbc, IS_WITHDRAWN);
        this.newestFirst = read(jdbc, "not " + IS_WITHDRAWN);
    }

    /**
     * Opens the register; seals what the program proposes when there is no rule book yet.
     *
     * @param check refuses a book of which the rules cannot be used: each sealed one, and another before it is sealed
     */
    public static SealedRuleBooks open(
            JdbcClient jdbc,
            Journal journal,
            TransactionOperations transactions,
            RuleBookFiles proposal,
            Instant at,
            Consumer<RuleBook> check) {
        SealedRuleBooks books = new SealedRuleBooks(jdbc, journal, transactions, check);
        books.all().forEach(check);
        List<RuleBook> sealed = books.all();
        if (sealed.isEmpty()) {
            RuleBook first = books.seal(proposal, at, PROGRAM, NOTHING_ELSE);
            LOG.info("The register was empty: rule book {} ({}) is now in force", first.version(), first.hash());
        } else if (sealed.stream().noneMatch(book -> book.hash().equals(proposal.hash()))) {
            LOG.warn(
                    "This program brings other policy than the register holds; rule book {} stays in force until people"
                            + " publish another",
                    sealed.get(0).version());
        }
        return books;
    }

    /**
     * Puts a rule book into the register for good; refuses one that cannot be used.
     *
     * @param also what has to be recorded with it, or not at all
     */
    public synchronized RuleBook seal(RuleBookFiles files, Instant at, String by, Runnable also) {
        RuleBook book = RuleBookReader.read(files);
        check.accept(book);
        transactions.executeWithoutResult(status -> {
            store(book, files, at, by);
            also.run();
        });
        List<RuleBook> more = new ArrayList<>(newestFirst);
        int place = 0;
        while (place < more.size() && more.get(place).validFrom().isAfter(book.validFrom())) {
            place++;
        }
        more.add(place, book);
        newestFirst = List.copyOf(more);
        return book;
    }

    /**
     * Takes back a rule book that does not hold yet. It stays readable by its version.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it was withdrawn before
     */
    public synchronized void withdraw(RuleBook book, String reason, Instant at, String by) {
        transactions.executeWithoutResult(status -> {
            ObjectNode content = Json.object();
            content.put("version", book.version());
            content.put("reason", reason);
            JournalEntry entry = journal.append(WITHDRAWAL, null, at, by, content);
            jdbc.sql("insert into rule_book_withdrawal (version, entry_id) values (:version, :entry)")
                    .param("version", book.version())
                    .param("entry", entry.id())
                    .update();
        });
        newestFirst = newestFirst.stream()
                .filter(other -> !other.version().equals(book.version()))
                .toList();
        List<RuleBook> more = new ArrayList<>(withdrawn);
        more.add(book);
        withdrawn = List.copyOf(more);
    }

    /** Those that were published and withdrawn before they held. */
    public List<RuleBook> withdrawn() {
        return withdrawn;
    }

    /** Reads what another instance of the program has published or withdrawn since. */
    public synchronized void refresh() {
        int known = newestFirst.size() + 2 * withdrawn.size();
        int there = jdbc.sql("select (select count(*) from rule_book) + (select count(*) from rule_book_withdrawal)")
                .query(Integer.class)
                .single();
        if (there != known) {
            List<RuleBook> gone = read(jdbc, IS_WITHDRAWN);
            List<RuleBook> books = read(jdbc, "not " + IS_WITHDRAWN);
            books.forEach(check);
            withdrawn = gone;
            newestFirst = books;
        }
    }

    private void store(RuleBook book, RuleBookFiles files, Instant at, String by) {
        ObjectNode content = Json.object();
        content.put("version", book.version());
        content.put("hash", book.hash());
        content.put("validFrom", book.validFrom().toString());
        JournalEntry entry = journal.append(KIND, null, at, by, content);
        jdbc.sql("""
                        insert into rule_book (version, hash, valid_from, sealed_at, content)
                        values (:version, :hash, :validFrom, :sealedAt, :content)
                        """)
                .param("version", book.version())
                .param("hash", book.hash())
                .param("validFrom", book.validFrom())
                .param("sealedAt", Columns.time(entry.recordedAt()))
                .param("content", files.zipped())
                .update();
    }

    @Override
    public Optional<RuleBook> effectiveOn(LocalDate asOf) {
        return all().stream().filter(book -> !book.validFrom().isAfter(asOf)).findFirst();
    }

    @Override
    public Optional<RuleBook> byVersion(String version) {
        return Stream.concat(newestFirst.stream(), withdrawn.stream())
                .filter(book -> book.version().equals(version))
                .findFirst();
    }

    @Override
    public List<RuleBook> all() {
        return newestFirst;
    }

    private static List<RuleBook> read(JdbcClient jdbc, String which) {
        return jdbc.sql("select version, hash, content from rule_book b where " + which
                        + " order by valid_from desc, sealed_at desc")
                .query((rs, n) -> {
                    RuleBookFiles files = RuleBookFiles.unzipped(rs.getBytes("content"));
                    if (!files.hash().equals(rs.getString("hash"))) {
                        throw new IllegalStateException("Rule book " + rs.getString("version")
                                + " in the register is not what was sealed: its hash is " + files.hash());
                    }
                    return RuleBookReader.read(files);
                })
                .list();
    }
}
