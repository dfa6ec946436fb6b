package nl.inkoopkompas.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of decisions and of the findings in them that people judge. */
@Repository
class DecisionProjection implements Projection {

    /** The name in lower case as the database makes it. */
    private static final String SORTED_BY = "applicant_sort";

    private final JdbcClient jdbc;

    DecisionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DecisionRegister.KIND);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        List<UUID> ids = entries.stream().map(JournalEntry::id).toList();
        Map<String, Map<String, String>> decisions = new HashMap<>();
        for (Map<String, String> row : Rows.of(jdbc, "decision", "id", ids, "id")) {
            row.remove(SORTED_BY);
            decisions.put(String.valueOf(row.get("id")), row);
        }
        Map<String, Set<Map<String, String>>> findings =
                Rows.of(jdbc, "like_finding", "decision_id", ids, "decision_id").stream()
                        .collect(Collectors.groupingBy(row -> row.get("decision_id"), Collectors.toSet()));
        Map<UUID, String> differing = new HashMap<>();
        sortedOtherwise(ids).forEach(id -> differing.put(id, "the list of decisions sorts by something else"));
        for (JournalEntry entry : entries) {
            String id = entry.id().toString();
            Set<Map<String, String>> expected = new HashSet<>();
            LikeFindings.rows(entry).forEach(row -> expected.add(texts(row)));
            if (!texts(DecisionRow.of(entry)).equals(decisions.get(id))) {
                differing.put(entry.id(), "the list of decisions says something else");
            } else if (!expected.equals(findings.getOrDefault(id, Set.of()))) {
                differing.put(entry.id(), "the list of like findings says something else");
            }
        }
        return differing;
    }

    private List<UUID> sortedOtherwise(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select id from decision where id in (:ids) and " + SORTED_BY
                        + " is distinct from lower(applicant_name)")
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    /** What should stand in a row, from the names of parameters. */
    private static Map<String, String> texts(Map<String, ? extends @Nullable Object> row) {
        Map<String, String> texts = new HashMap<>();
        row.forEach((name, value) ->
                texts.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), Rows.text(value)));
        return texts;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from decision").query(Long.class).single();
    }
}
