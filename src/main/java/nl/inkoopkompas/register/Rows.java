package nl.inkoopkompas.register;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a table as text, so that what stands there can be compared with what should. */
final class Rows {

    private Rows() {}

    /** The rows in which a column holds one of these ids, by column, in the order of a column. */
    static List<Map<String, String>> of(
            JdbcClient jdbc, String table, String column, Collection<UUID> ids, String order) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from " + table + " where " + column + " in (:ids) order by " + order)
                .param("ids", ids)
                .query((rs, n) -> row(rs))
                .list();
    }

    private static Map<String, String> row(ResultSet rs) throws SQLException {
        ResultSetMetaData columns = rs.getMetaData();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean moment = rs.getObject(i) instanceof Timestamp || rs.getObject(i) instanceof OffsetDateTime;
            row.put(
                    columns.getColumnLabel(i).toLowerCase(Locale.ROOT),
                    text(moment ? rs.getObject(i, OffsetDateTime.class) : rs.getObject(i)));
        }
        return row;
    }

    /** How a value stands in such a row. */
    static String text(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : Objects.toString(value);
    }
}
