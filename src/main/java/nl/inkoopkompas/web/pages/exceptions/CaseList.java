package nl.inkoopkompas.web.pages.exceptions;

import java.util.List;
import nl.inkoopkompas.web.pages.Pager;
import org.jspecify.annotations.Nullable;

/** The page with requests for exception contracts. */
record CaseList(
        long total,
        boolean narrowed,
        List<Option> statuses,
        List<Option> kinds,
        List<Option> municipalities,
        List<Option> products,
        String provider,
        boolean overdue,
        boolean dueFirst,
        Sorting byDate,
        Sorting byTerm,
        List<Row> rows,
        Pager pager) {

    /** One value to choose. */
    record Option(String value, String label, boolean chosen) {}

    /** @param direction {@code ascending} or {@code descending}, null when the list is sorted by something else */
    record Sorting(String href, @Nullable String direction) {}

    /**
     * One request.
     *
     * @param client null where it is not for the reader
     * @param due the last day for the next step; null where there is none
     * @param mine whether the reader can do something with it now
     */
    record Row(
            String href,
            String product,
            String provider,
            String municipality,
            @Nullable String client,
            String kind,
            String status,
            @Nullable String result,
            String value,
            String submitted,
            @Nullable String due,
            boolean late,
            boolean urgent,
            boolean mine) {}
}
