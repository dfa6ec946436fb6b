package nl.inkoopkompas.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with the list of applications.
 *
 * @param all how many applications there are without any filter
 * @param text what is searched for, empty for nothing
 * @param importId the import that the list is narrowed to, null for none
 * @param sort the value of the parameter {@code sorteer}
 */
record ApplicationList(
        int all,
        int providers,
        int total,
        List<Choice> outcomes,
        List<Choice> contracts,
        List<Choice> criteria,
        String text,
        @Nullable String importId,
        String sort,
        List<Chip> chips,
        Sorting byApplicant,
        Sorting byAsOf,
        Sorting byRecorded,
        List<Row> rows,
        Pager pager) {

    /** One value of a filter, with how many applications it leaves. */
    record Choice(String value, String label, int count, boolean chosen) {}

    /** @param href address of the list without this filter */
    record Chip(ChipKind kind, String label, String href) {}

    /** What a chip narrows the list by; an outcome has its words in the page. */
    enum ChipKind {
        OUTCOME,
        CONTRACT,
        CRITERION,
        TEXT,
        IMPORT
    }

    /** @param direction {@code ascending} or {@code descending}, null when the list is sorted by something else */
    record Sorting(String href, @Nullable String direction) {}

    /** @param why names of the criteria that are not settled, empty when all are */
    record Row(
            String href,
            String applicant,
            String kvkNumber,
            String contract,
            int products,
            String outcome,
            boolean determined,
            String why,
            String asOf,
            String recorded) {}
}
