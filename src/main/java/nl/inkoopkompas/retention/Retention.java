package nl.inkoopkompas.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes the content of dossiers that need not be kept any more. Of each entry stays that there was one: its place in
 * the chain, its kind, its time, who made it and a salted digest that tells nothing without the salt, which goes.
 */
final class Retention {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String OF_OLD = " in (select dossier from old_dossier)";
    private static final String OLD_ENTRIES =
            " in (select id from journal_entry where kind <> 'CONTRACTING' and dossier" + OF_OLD + ")";

    /** What goes, children before parents. Who is contracted is no part of a dossier: it stays. */
    private static final List<String> DELETIONS = List.of(
            "delete from outbox_mail where dossier" + OF_OLD,
            "delete from case_letter where case_id" + OF_OLD,
            "delete from webhook_event where case_id" + OF_OLD,
            "delete from exception_reminder where case_id" + OF_OLD,
            "delete from letter_document where letter_id" + OLD_ENTRIES,
            "delete from letter where id" + OLD_ENTRIES,
            "delete from evidence_check where id" + OLD_ENTRIES,
            "delete from evidence where id" + OLD_ENTRIES,
            "delete from determination_reading where id" + OLD_ENTRIES,
            "delete from determination_product where determination_id" + OLD_ENTRIES,
            "delete from determination where id" + OLD_ENTRIES,
            "delete from like_finding where decision_id" + OLD_ENTRIES,
            "delete from transition_lines where decision_id" + OLD_ENTRIES,
            "delete from exception_turn where entry_id" + OLD_ENTRIES,
            "delete from exception_case where id" + OF_OLD,
            "delete from dossier_turn where entry_id" + OLD_ENTRIES);

    /** Answers to calls that are repeated; they hold what was decided, for a day. */
    private static final String ANSWERS = "delete from idempotent_answer";

    private final Connection owner;
    private final Path files;

    Retention(Connection owner, Path files) {
        this.owner = owner;
        this.files = files;
    }

    /**
     * How much there was to remove.
     *
     * @param dossiers how many of each kind that was looked for
     */
    record Removed(Map<RecordKind, Integer> dossiers, int entries, int letters, int files) {}

    /**
     * Removes records of which the last entry is older than the day that is given for their kind, or only counts them.
     *
     * @param before a kind without a day is kept
     */
    Removed removeBefore(Map<RecordKind, LocalDate> before, boolean remove) throws SQLException, IOException {
        owner.setAutoCommit(false);
        List<String> orphans;
        Removed removed;
        try (Statement statement = owner.createStatement()) {
            statement.execute("create local temporary table old_dossier (dossier uuid not null primary key)");
            Map<RecordKind, Integer> dossiers = new EnumMap<>(RecordKind.class);
            for (Map.Entry<RecordKind, LocalDate> one : before.entrySet()) {
                dossiers.put(one.getKey(), collect(one.getKey(), one.getValue()));
            }
            orphans = orphans(statement);
            removed = new Removed(
                    dossiers,
                    count(statement, "select count(*) from journal_content where entry_id" + OLD_ENTRIES),
                    count(statement, "select count(*) from letter where id" + OLD_ENTRIES),
                    orphans.size());
            if (remove) {
                for (String deletion : DELETIONS) {
                    statement.executeUpdate(deletion);
                }
                removeDecisions(statement);
                statement.executeUpdate("delete from journal_content where entry_id" + OLD_ENTRIES);
                statement.executeUpdate(ANSWERS);
            }
            statement.execute("drop table old_dossier");
            owner.commit();
        } catch (SQLException failed) {
            owner.rollback();
            throw failed;
        }
        for (String sha256 : remove ? orphans : List.<String>of()) {
            Files.deleteIfExists(files.resolve(sha256.substring(0, 2))
                    .resolve(sha256.substring(2, 4))
                    .resolve(sha256));
        }
        return removed;
    }

    /**
     * Dossiers are decisions; entries of another kind, such as contracting, name a dossier without being part of it.
     */
    private int collect(RecordKind kind, LocalDate before) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement("insert into old_dossier select e.dossier"
                + " from journal_entry e where e.dossier is not null"
                + " and exists (select 1 from decision d where d.id = e.dossier and " + kind.condition() + ")"
                + " group by e.dossier having max(e.recorded_at) < ?")) {
            insert.setObject(1, before.atStartOfDay(ZONE).toOffsetDateTime());
            return insert.executeUpdate();
        }
    }

    /** Files of old dossiers that no other dossier has. */
    private static List<String> orphans(Statement statement) throws SQLException {
        List<String> orphans = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select distinct sha256 from evidence where dossier" + OF_OLD
                + " and sha256 not in (select sha256 from evidence where dossier not" + OF_OLD + ")")) {
            while (rows.next()) {
                orphans.add(rows.getString(1));
            }
        }
        return orphans;
    }

    /** Last rounds first: each names the one before it. */
    private void removeDecisions(Statement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select id from decision where first_id" + OF_OLD + " order by round desc")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        try (PreparedStatement delete = owner.prepareStatement("delete from decision where id = ?")) {
            for (UUID id : ids) {
                delete.setObject(1, id);
                delete.executeUpdate();
            }
        }
    }

    private static int count(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
