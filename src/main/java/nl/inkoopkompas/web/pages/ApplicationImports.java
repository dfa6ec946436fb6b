package nl.inkoopkompas.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files with applications that are read in, as the pages start and follow them. */
public interface ApplicationImports {

    /**
     * Starts reading a file and answers at once.
     *
     * @throws UnreadableFile when the file as a whole cannot be read
     */
    UUID start(String fileName, InputStream content, String username) throws IOException, UnreadableFile;

    Optional<Progress> progress(UUID id);

    /**
     * How far an import is.
     *
     * @param applications how many the file holds
     * @param done how many of those have been looked at
     * @param recorded how many of those led to a decision
     * @param outcomes how many decisions per outcome
     */
    record Progress(
            UUID id,
            String fileName,
            Instant startedAt,
            String startedBy,
            boolean running,
            int applications,
            int done,
            int recorded,
            Map<String, Integer> outcomes,
            List<CellError> errors) {}

    /**
     * What is wrong in one cell, or in one row.
     *
     * @param row the number that a spreadsheet shows
     * @param column empty when the row as a whole is wrong
     */
    record CellError(String sheet, int row, String column, String detail) {}

    /** A file that holds no applications that can be read; the message says why in the reader's language. */
    final class UnreadableFile extends Exception {

        private static final long serialVersionUID = 1;

        public UnreadableFile(String message) {
            super(message);
        }
    }
}
