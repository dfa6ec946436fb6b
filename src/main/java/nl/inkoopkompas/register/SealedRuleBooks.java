package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** What a sealed rule book is called in the journal. */
    static final String KIND = "RULE_BOOK";

    private static final String PROGRAM = "inkoopkompas";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Consumer<RuleBook> check;
    private volatile List<RuleBook> newestFirst;

    private SealedRuleBooks(
            JdbcClient jdbc, Journal journal, TransactionOperations transactions, Consumer<RuleBook> check) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.transactions = transactions;
        this.check = check;
        this.newestFirst = read(jdbc);
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
            RuleBook first = books.seal(proposal, at);
            LOG.info("The register was empty: rule book {} ({}) is now in force", first.version(), first.hash());
        } else if (sealed.stream().noneMatch(book -> book.hash().equals(proposal.hash()))) {
            LOG.warn(
                    "This program brings other policy than the register holds; rule book {} stays in force until people"
                            + " publish another",
                    sealed.get(0).version());
        }
        return books;
    }

    /** Puts a rule book into the register for good; refuses one that cannot be used. */
    public synchronized RuleBook seal(RuleBookFiles files, Instant at) {
        RuleBook book = RuleBookReader.read(files);
        check.accept(book);
        transactions.executeWithoutResult(status -> store(book, files, at));
        List<RuleBook> more = new ArrayList<>(newestFirst);
        int place = 0;
        while (place < more.size() && more.get(place).validFrom().isAfter(book.validFrom())) {
            place++;
        }
        more.add(place, book);
        newestFirst = List.copyOf(more);
        return book;
    }

    private void store(RuleBook book, RuleBookFiles files, Instant at) {
        ObjectNode content = Json.object();
        content.put("version", book.version());
        content.put("hash", book.hash());
        content.put("validFrom", book.validFrom().toString());
        JournalEntry entry = journal.append(KIND, null, at, PROGRAM, content);
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
        return all().stream().filter(book -> book.version().equals(version)).findFirst();
    }

    @Override
    public List<RuleBook> all() {
        return newestFirst;
    }

    private static List<RuleBook> read(JdbcClient jdbc) {
        return jdbc.sql("select version, hash, content from rule_book order by valid_from desc, sealed_at desc")
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
