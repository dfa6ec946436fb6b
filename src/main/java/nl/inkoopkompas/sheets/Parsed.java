package nl.inkoopkompas.sheets;

import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a cell was read as: either a value or what is wrong. */
public record Parsed(@Nullable JsonNode value, @Nullable Bilingual error) {

    public static Parsed of(JsonNode value) {
        return new Parsed(value, null);
    }

    public static Parsed wrong(String nl, String en) {
        return new Parsed(null, new Bilingual(nl, en));
    }
}
