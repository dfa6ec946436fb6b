package nl.inkoopkompas.contracting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.contracting.Contracting.Origin;
import nl.inkoopkompas.contracting.Contracting.Parties;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A version of a contracting as it stands in its table, and in the journal. */
final class ContractingRow {

    static final String INSERT = """
            insert into contracting_version (id, contracting_id, version, kvk_number, name, name_key, contract, product,
                revision, starts_on, ends_on, municipalities, places, capacity, stop_from, stop_to, holds_from, origin,
                origin_decision, origin_dossier, origin_file, recorded_at, recorded_by, reason)
            values (:id, :contractingId, :version, :kvkNumber, :name, :nameKey, :contract, :product,
                :revision, :startsOn, :endsOn, :municipalities, :places, :capacity, :stopFrom, :stopTo, :holdsFrom, :origin,
                :originDecision, :originDossier, :originFile, :recordedAt, :recordedBy, :reason)
            """;

    private static final int LONGEST_KEY = 1000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ContractingRow() {}

    static MapSqlParameterSource of(Contracting version, UUID entry, int revision) {
        Parties parties = version.parties();
        Terms terms = version.terms();
        ClientStop stop = terms.clientStop();
        Origin origin = version.origin();
        return new MapSqlParameterSource("id", entry)
                .addValue("contractingId", version.id())
                .addValue("version", version.version())
                .addValue("kvkNumber", parties.kvkNumber())
                .addValue("name", text(parties.name()))
                .addValue("nameKey", key(parties.name()))
                .addValue("contract", parties.contract())
                .addValue("product", parties.product())
                .addValue("revision", revision)
                .addValue("startsOn", terms.from())
                .addValue("endsOn", terms.to())
                .addValue("municipalities", terms.municipalities() == null ? null : joined(terms.municipalities()))
                .addValue("places", text(String.join("\n", terms.places())))
                .addValue("capacity", terms.capacity())
                .addValue("stopFrom", stop == null ? null : stop.from())
                .addValue("stopTo", stop == null ? null : stop.to())
                .addValue("holdsFrom", version.holdsFrom())
                .addValue("origin", origin.kind().name())
                .addValue("originDecision", origin.decision())
                .addValue("originDossier", origin.dossier())
                .addValue("originFile", origin.file() == null ? null : text(origin.file()))
                .addValue("recordedAt", version.recordedAt().atOffset(ZoneOffset.UTC))
                .addValue("recordedBy", version.recordedBy())
                .addValue("reason", version.reason() == null ? null : text(version.reason()));
    }

    static Contracting read(ResultSet rs) throws SQLException {
        LocalDate stopFrom = rs.getObject("stop_from", LocalDate.class);
        String municipalities = rs.getString("municipalities");
        return new Contracting(
                rs.getObject("contracting_id", UUID.class),
                rs.getInt("version"),
                new Parties(
                        rs.getString("kvk_number"),
                        rs.getString("name"),
                        rs.getString("contract"),
                        rs.getString("product")),
                new Terms(
                        rs.getObject("starts_on", LocalDate.class),
                        rs.getObject("ends_on", LocalDate.class),
                        municipalities == null ? null : split(municipalities, ","),
                        split(rs.getString("places"), "\n"),
                        rs.getObject("capacity", Integer.class),
                        stopFrom == null ? null : new ClientStop(stopFrom, rs.getObject("stop_to", LocalDate.class))),
                rs.getObject("holds_from", LocalDate.class),
                new Origin(
                        Origin.Kind.valueOf(rs.getString("origin")),
                        rs.getObject("origin_decision", UUID.class),
                        rs.getObject("origin_dossier", UUID.class),
                        rs.getString("origin_file")),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("recorded_by"),
                rs.getString("reason"));
    }

    /** The same in the journal. */
    static ObjectNode content(Contracting version, int revision) {
        Parties parties = version.parties();
        Terms terms = version.terms();
        Origin origin = version.origin();
        ObjectNode content = JSON.objectNode();
        content.put("contracting", version.id().toString());
        content.put("version", version.version());
        content.put("revision", revision);
        content.put("kvkNumber", parties.kvkNumber());
        content.put("name", text(parties.name()));
        content.put("contract", parties.contract());
        content.put("product", parties.product());
        content.put("from", terms.from().toString());
        content.put("to", date(terms.to()));
        content.set("municipalities", terms.municipalities() == null ? JSON.nullNode() : list(terms.municipalities()));
        content.set("places", list(terms.places()));
        content.put("capacity", terms.capacity());
        ClientStop stop = terms.clientStop();
        if (stop == null) {
            content.putNull("clientStop");
        } else {
            content.putObject("clientStop").put("from", stop.from().toString()).put("to", date(stop.to()));
        }
        content.put("holdsFrom", version.holdsFrom().toString());
        content.putObject("origin")
                .put("kind", origin.kind().name())
                .put(
                        "decision",
                        origin.decision() == null ? null : origin.decision().toString())
                .put("file", origin.file() == null ? null : text(origin.file()));
        content.put("reason", version.reason() == null ? null : text(version.reason()));
        return content;
    }

    /** A name as it is searched and sorted by. */
    static String key(String name) {
        String key = text(name).toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }

    /** Without what a database refuses in a text: NUL, and halves of characters. */
    static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String joined(Collection<String> codes) {
        return codes.stream().map(code -> code + ",").collect(Collectors.joining("", ",", ""));
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static ArrayNode list(Collection<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(text -> list.add(text(text)));
        return list;
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
