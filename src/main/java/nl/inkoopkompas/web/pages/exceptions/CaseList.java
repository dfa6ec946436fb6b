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
        List<Row> rows,
        Pager pager) {

    /** One value to choose. */
    record Option(String value, String label, boolean chosen) {}

    /**
     * One request.
     *
     * @param client null where it is not for the reader
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
            String since,
            boolean urgent,
            boolean mine) {}
}
