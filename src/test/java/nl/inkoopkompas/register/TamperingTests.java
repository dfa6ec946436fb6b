package nl.inkoopkompas.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Clob;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.database.MigratedDatabase;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.rulebook.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TamperingTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final List<String> TABLES = List.of(
            "journal_entry",
            "journal_content",
            "journal_seal",
            "journal_sealed",
            "decision",
            "dossier_turn",
            "determination",
            "determination_product",
            "determination_reading",
            "like_finding",
            "rule_book");

    private JdbcClient owner;
    private JdbcClient app;
    private Seals seals;
    private Verifier verifier;

    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onH2();
    }

    /** Two sealed batches and an entry that is not sealed yet. */
    @BeforeEach
    void recordsSomethingOfEveryKind() {
        MigratedDatabase database = emptyDatabase();
        owner = JdbcClient.create(database.owner());
        app = JdbcClient.create(database.app());
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database.app());
        Journal journal = new Journal(app, batches);
        DossierTurns turns = new DossierTurns(app, batches);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
        DecisionRegister register =
                new DecisionRegister(app, batches, transactions, journal, turns, new LikeFindings(app, batches));
        DeterminationRegister determinations = new DeterminationRegister(app, journal, turns);
        seals = new Seals(app, batches);
        verifier = new Verifier(
                app,
                List.of(
                        turns,
                        new DecisionProjection(app),
                        new DeterminationProjection(app),
                        new RuleBookProjection(app)));
        SealedRuleBooks.open(app, journal, transactions, ProjectRuleBook.FILES, NOON, book -> {});

        Decision first = register.record(decision(), input(), NOON, "inkoper");
        RegisteredDecision registered =
                register.byId(Objects.requireNonNull(first.id())).orElseThrow();
        Determination made = determinations.determine(
                registered,
                1,
                List.of(new OfProduct("45A01", "HEARING", "REJECTED")),
                "Gemotiveerd besluit.",
                true,
                1,
                NOON.plusSeconds(1),
                "inkoper");
        seals.seal(NOON.plusSeconds(2), false);
        determinations.read(made, registered.dossier(), true, null, 2, NOON.plusSeconds(3), "directeur");
        seals.seal(NOON.plusSeconds(4), false);
        register.recordAll(
                List.of(Entry.further(
                        decision().following(first.id(), 2), input(), JsonNodeFactory.instance.objectNode(), 3)),
                NOON.plusSeconds(5),
                "rwo");
    }

    private static Input input() {
        ObjectNode request = (ObjectNode) ProjectRuleBook.BOOK.policy("admission").scenarios().stream()
                .filter(scenario -> scenario.id().equals("outcome-hearing"))
                .findFirst()
                .orElseThrow()
                .request();
        return new Input(request, DecisionEngine.noContext());
    }

    private static Decision decision() {
        return ProjectRuleBook.ENGINE.decide(new AdmissionType(), input(), ProjectRuleBook.BOOK, Language.NL);
    }

    @Test
    void findsNothingWhereNothingWasTouched() {
        Verification verification = verifier.verify();

        assertThat(verification.firstBroken()).isNull();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(5);
        assertThat(verification.unsealed()).isEqualTo(1);
        assertThat(seals.seal(NOON.plusSeconds(9), true)).isEqualTo(1);
        assertThat(verifier.verify().unsealed()).isZero();
    }

    /** Every column of every row: one character, digit, bit or day is changed, and changed back. */
    @Test
    void findsAnyChangeInAnyColumn() {
        List<String> unseen = new ArrayList<>();
        int changed = 0;
        for (String table : TABLES) {
            for (Map<String, Object> row :
                    owner.sql("select * from " + table).query().listOfRows()) {
                for (String column : row.keySet()) {
                    int seen = changeAndLook(table, row, column, unseen);
                    changed += seen;
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(changed).isGreaterThan(100);
        assertThat(verifier.verify().intact()).isTrue();
    }

    /** Changes one value; 0 where the database itself refuses the change. */
    private int changeAndLook(String table, Map<String, Object> row, String column, List<String> unseen) {
        Object value = row.get(column);
        Object other = changed(value, table + "." + column);
        if (other == null) {
            return 0;
        }
        String where = where(row);
        try {
            owner.sql("update " + table + " set " + column + " = :other" + where)
                    .param("other", other)
                    .params(keys(row))
                    .update();
        } catch (DataIntegrityViolationException refused) {
            return 0;
        }
        Verification verification = verifier.verify();
        if (verification.intact() || verification.firstBroken() == null) {
            unseen.add(table + "." + column + ": " + value + " -> " + other);
        }
        Map<String, Object> now = new HashMap<>(row);
        now.put(column, other);
        owner.sql("update " + table + " set " + column + " = :back" + where(now))
                .param("back", value)
                .params(keys(now))
                .update();
        return 1;
    }

    private static String where(Map<String, Object> row) {
        StringBuilder where = new StringBuilder();
        row.forEach((name, cell) -> {
            if (!(cell instanceof byte[]) && !isLong(cell)) {
                where.append(where.isEmpty() ? " where " : " and ")
                        .append(name)
                        .append(cell == null ? " is null" : " = :k_" + name.toLowerCase(Locale.ROOT));
            }
        });
        return where.toString();
    }

    private static Map<String, Object> keys(Map<String, Object> row) {
        Map<String, Object> keys = new HashMap<>();
        row.forEach((name, cell) -> {
            if (cell != null && !(cell instanceof byte[]) && !isLong(cell)) {
                keys.put("k_" + name.toLowerCase(Locale.ROOT), cell);
            }
        });
        return keys;
    }

    private static boolean isLong(Object cell) {
        return cell instanceof Clob || (cell instanceof String text && text.length() > 4000);
    }

    private static Object changed(Object value, String place) {
        if (value == null) {
            return switch (place.toLowerCase(Locale.ROOT)) {
                case "decision.application_key" -> "x";
                default -> null;
            };
        }
        if (value instanceof String text) {
            int at = text.length() / 2;
            return text.isEmpty()
                    ? "x"
                    : text.substring(0, at) + (text.charAt(at) == 'x' ? 'y' : 'x') + text.substring(at + 1);
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Date date) {
            return Date.valueOf(date.toLocalDate().plusDays(1));
        }
        if (value instanceof Timestamp time) {
            return Timestamp.from(time.toInstant().plusMillis(1));
        }
        if (value instanceof OffsetDateTime time) {
            return time.plusNanos(1_000_000);
        }
        if (value instanceof byte[] bytes) {
            byte[] other = bytes.clone();
            other[other.length / 2] ^= 1;
            return other;
        }
        if (value instanceof UUID id) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
        }
        throw new AssertionError(value.getClass());
    }

    @Test
    void findsWhatIsTakenOut() {
        owner.sql("delete from determination_reading").update();

        assertThat(verifier.verify().intact()).isFalse();
    }

    @Test
    void stillVerifiesWhenRetentionHasRemovedTheWords() {
        seals.seal(NOON.plusSeconds(9), false);
        Stream.of("determination_reading", "determination_product", "determination", "like_finding", "dossier_turn")
                .forEach(table -> owner.sql("delete from " + table).update());
        owner.sql("delete from decision where round = 2").update();
        owner.sql("delete from decision").update();
        owner.sql(
                        "delete from journal_content where entry_id in (select id from journal_entry where kind <> 'RULE_BOOK')")
                .update();
        Verification verification = verifier.verify();

        assertThat(verification.firstBroken()).isNull();
        assertThat(verification.withoutContent()).isEqualTo(4);
    }

    @Test
    void namesTheFirstBrokenEntry() {
        String id = owner.sql("select id from journal_entry where kind = 'DETERMINATION'")
                .query(String.class)
                .single();
        owner.sql("update journal_content set salt = '0' where entry_id = cast(:id as uuid)")
                .param("id", id)
                .update();
        Verification.Broken broken = verifier.verify().firstBroken();

        assertThat(broken.entry().toString()).isEqualTo(id);
        assertThat(broken.seal()).isEqualTo(1);
        assertThat(broken.kind()).isEqualTo("DETERMINATION");
    }

    @Test
    void letsTheProgramAddAndNothingElse() {
        for (String table : TABLES) {
            for (String sql : List.of(
                    "delete from " + table,
                    "truncate table " + table,
                    "drop table " + table,
                    "update " + table + " set " + firstColumn(table) + " = " + firstColumn(table))) {
                assertThat(refuses(sql)).as(sql).isTrue();
            }
        }
    }

    private String firstColumn(String table) {
        return owner.sql("select * from " + table + " fetch first 1 rows only")
                .query((rs, n) -> rs.getMetaData().getColumnName(1))
                .single();
    }

    private boolean refuses(String sql) {
        try {
            app.sql(sql).update();
            return false;
        } catch (DataAccessException refused) {
            return true;
        }
    }
}
