package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list.
 *
 * @param first the number of the first item on this page
 * @param last the number of the last one
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 */
public record Pager(
        int first,
        int last,
        int total,
        List<Page> pages,
        @Nullable String previous,
        @Nullable String next) {

    /** @param href null for the gap between numbers */
    public record Page(int number, @Nullable String href, boolean current) {}

    /** The first page, the last, the current and its neighbours; a gap where numbers are left out. */
    public static Pager of(int page, int size, int total, IntFunction<String> address) {
        int count = Math.max(1, (total + size - 1) / size);
        var pages = new ArrayList<Page>();
        int shown = 0;
        for (int number = 1; number <= count; number++) {
            if (number == 1 || number == count || Math.abs(number - page) <= 1) {
                if (number > shown + 1) {
                    pages.add(new Page(0, null, false));
                }
                pages.add(new Page(number, address.apply(number), number == page));
                shown = number;
            }
        }
        return new Pager(
                Math.min(total, (page - 1) * size + 1),
                Math.min(total, page * size),
                total,
                pages,
                page > 1 ? address.apply(page - 1) : null,
                page < count ? address.apply(page + 1) : null);
    }

    public boolean isNeeded() {
        return pages.size() > 1;
    }
}
