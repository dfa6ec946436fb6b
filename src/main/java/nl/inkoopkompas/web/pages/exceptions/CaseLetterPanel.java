package nl.inkoopkompas.web.pages.exceptions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters on a request, on its page.
 *
 * @param server whether there is a mail server
 */
record CaseLetterPanel(List<Row> rows, boolean server) {

    static final String REMINDER = "REMINDER";

    /**
     * A letter, or a mail without one.
     *
     * @param href null as long as it is not written, and where there is none
     * @param coming whether it is being written
     */
    record Row(String kind, @Nullable String href, boolean coming, String day, String isoDay, List<Mail> mails) {}

    /**
     * A mail that brings it.
     *
     * @param asks whether the reader may give the address that it lacks
     */
    record Mail(String id, String name, @Nullable String address, String status, boolean asks) {}
}
