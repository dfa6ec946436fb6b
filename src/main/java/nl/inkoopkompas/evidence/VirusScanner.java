package nl.inkoopkompas.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for viruses in a file that somebody handed in. */
public interface VirusScanner {

    /**
     * What a scanner found.
     *
     * @param virus the name of what was found; empty for nothing
     */
    record Scan(boolean scanned, String virus) {

        static final Scan NOT_SCANNED = new Scan(false, "");
        static final Scan CLEAN = new Scan(true, "");

        boolean infected() {
            return !virus.isEmpty();
        }
    }

    /** Fails when there is a scanner that gives no answer: then nobody knows. */
    Scan scan(Path file) throws IOException;
}
