package nl.inkoopkompas.web.pages.exceptions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters on a request, on its page.
 *
 * @param server whether there is a mail server
 */
record CaseLetterPanel(List<Row> rows, boolean server) {

    /**
     * A letter.
     *
     * @param href null as long as it is not written
     */
    record Row(String kind, @Nullable String href, String day, String isoDay, List<Mail> mails) {}

    /**
     * A mail that brings it.
     *
     * @param asks whether the reader may give the address that it lacks
     */
    record Mail(String id, String name, @Nullable String address, String status, boolean asks) {}
}
