package nl.inkoopkompas.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The lists of what people decided, and of what second readers said. */
@Repository
class DeterminationProjection implements Projection {

    private final JdbcClient jdbc;

    DeterminationProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DeterminationRegister.KIND, DeterminationRegister.READING);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        List<UUID> ids = entries.stream().map(JournalEntry::id).toList();
        Map<String, String> found = new HashMap<>();
        Rows.of(jdbc, "determination", "id", ids, "id")
                .forEach(row -> found.put(
                        row.get("id"),
                        row.get("decision_id") + " " + row.get("attempt") + " " + row.get("second_reader")));
        Rows.of(jdbc, "determination_reading", "id", ids, "id")
                .forEach(row -> found.put(row.get("id"), row.get("determination_id") + " " + row.get("agreed")));
        Map<String, Set<String>> products =
                Rows.of(jdbc, "determination_product", "determination_id", ids, "code").stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("determination_id"),
                                Collectors.mapping(
                                        row -> row.get("code") + " " + row.get("proposed") + " " + row.get("outcome"),
                                        Collectors.toSet())));
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            JsonNode content = Objects.requireNonNull(entry.content());
            boolean reading = entry.kind().equals(DeterminationRegister.READING);
            String expected = reading
                    ? content.path("determination").asString() + " "
                            + content.path("agreed").asBoolean()
                    : content.path("decision").asString() + " "
                            + content.path("attempt").asInt() + " "
                            + content.path("secondReader").asBoolean();
            String id = entry.id().toString();
            if (!expected.equals(found.get(id)) || !products(content).equals(products.getOrDefault(id, Set.of()))) {
                differing.put(entry.id(), "the list of determinations says something else");
            }
        }
        return differing;
    }

    private static Set<String> products(JsonNode content) {
        Set<String> products = new TreeSet<>();
        for (JsonNode product : content.path("products")) {
            products.add(product.path("code").asString() + " "
                    + product.path("proposed").asString() + " "
                    + product.path("outcome").asString());
        }
        return products;
    }

    @Override
    public long rows() {
        return jdbc.sql("select (select count(*) from determination) + (select count(*) from determination_reading)")
                .query(Long.class)
                .single();
    }
}
