package nl.inkoopkompas.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tables in which entries of the journal stand once more, so that lists are fast. They follow from the journal, and
 * verification sees whether they still do.
 */
public interface Projection {

    /** The kinds of entries that it shows. */
    Set<String> kinds();

    /**
     * What differs from what follows from these entries, by the id of the entry; a sentence in English.
     *
     * @param entries of its kinds, with their content
     */
    Map<UUID, String> differing(List<JournalEntry> entries);

    /** How many rows there are that should follow from an entry; one for each entry of its kinds. */
    long rows();
}
