package nl.inkoopkompas.lab.tables;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.lab.tables.Region.Extent;
import nl.inkoopkompas.rulebook.Bilingual;

/**
 * Something wrong with a table.
 *
 * @param region where: empty for a row that takes nothing
 * @param words the region in words
 * @param example values that lie in the region
 * @param rows ids of the rows that it is about; empty for a gap
 * @param why what is wrong, in a sentence
 */
public record TableFinding(
        String table,
        List<Extent> region,
        Bilingual words,
        Map<String, Object> example,
        List<String> rows,
        Bilingual why) {

    static TableFinding of(String table, Region region, List<String> rows, Bilingual why) {
        return new TableFinding(table, region.columns(), region.words(), region.example(), rows, why);
    }

    /** Whether it is about a row that takes nothing. */
    @JsonIgnore
    public boolean isNowhere() {
        return region.isEmpty();
    }
}
