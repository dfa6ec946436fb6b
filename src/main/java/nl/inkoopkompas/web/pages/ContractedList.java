package nl.inkoopkompas.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with contracted providers.
 *
 * @param day the day that counts, as people write it
 * @param on the same as a field of a form has it
 * @param text what the provider is searched by, empty for nothing
 */
record ContractedList(
        String day,
        String on,
        int total,
        boolean narrowed,
        List<Option> contracts,
        List<Option> products,
        List<Option> municipalities,
        String text,
        List<Row> rows,
        Pager pager,
        String exportHref) {

    /** One value to choose. */
    record Option(String value, String label, boolean chosen) {}

    /**
     * One contracting.
     *
     * @param where municipalities and places; empty for the whole region
     * @param to null while it is open
     * @param capacity null where it is unknown
     * @param clientStop whether new clients are stopped on the day that counts
     */
    record Row(
            String href,
            String name,
            String kvkNumber,
            String contract,
            String product,
            String code,
            String where,
            String from,
            @Nullable String to,
            @Nullable String capacity,
            boolean clientStop) {}
}
