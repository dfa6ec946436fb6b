package nl.inkoopkompas.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What decisions propose for each product; a decision never changes, so that what was read once is kept. */
@Repository
public class ProposedProducts {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Map<UUID, List<Proposed>> known = new ConcurrentHashMap<>();

    ProposedProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a decision proposes for a product. */
    public record Proposed(String code, String outcome) {}

    public Map<UUID, List<Proposed>> of(Collection<UUID> decisions) {
        List<UUID> missing =
                decisions.stream().filter(id -> !known.containsKey(id)).toList();
        for (int start = 0; start < missing.size(); start += BATCH) {
            jdbc.sql("select entry_id, content from journal_content where entry_id in (:ids)")
                    .param("ids", missing.subList(start, Math.min(start + BATCH, missing.size())))
                    .query(rs -> {
                        List<Proposed> products = new ArrayList<>();
                        for (var product : Json.object(rs.getString("content")).at("/decision/products")) {
                            products.add(new Proposed(
                                    product.path("code").asString(),
                                    product.path("outcome").asString()));
                        }
                        known.put(rs.getObject("entry_id", UUID.class), List.copyOf(products));
                    });
        }
        Map<UUID, List<Proposed>> found = new HashMap<>();
        decisions.forEach(id -> found.put(id, known.getOrDefault(id, List.of())));
        return found;
    }
}
