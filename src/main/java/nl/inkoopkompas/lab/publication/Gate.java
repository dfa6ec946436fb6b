package nl.inkoopkompas.lab.publication;

import java.util.List;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.rulebook.Bilingual;
import tools.jackson.databind.JsonNode;

/** What has to be in order before a draft is published. */
public interface Gate {

    /** What keeps it from being published; empty when nothing does. */
    List<Bilingual> blocking(Draft draft);

    /** Everything that is found about it, to be frozen with a proposal. */
    JsonNode report(Draft draft);
}
