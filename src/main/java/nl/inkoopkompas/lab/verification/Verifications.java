package nl.inkoopkompas.lab.verification;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.publication.Gate;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Verifies drafts: what of it blocks publication, and the report that is frozen with a proposal. */
@Component
class Verifications implements Gate {

    private final DraftBooks draftBooks;

    Verifications(DraftBooks draftBooks) {
        this.draftBooks = draftBooks;
    }

    @Override
    public List<Bilingual> blocking(Draft draft) {
        List<Bilingual> blocking = new ArrayList<>();
        try {
            RuleBookReader.read(draftBooks.files(draft));
        } catch (RuleBookRefused refused) {
            refused.problems().forEach(problem -> blocking.add(new Bilingual(problem.toString(), problem.toString())));
        }
        return blocking;
    }

    @Override
    public JsonNode report(Draft draft) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        blocking(draft).forEach(block -> report.withArray("blocking").add(block.nl()));
        return report;
    }
}
