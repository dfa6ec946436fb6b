package nl.inkoopkompas.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one contracting.
 *
 * @param now as the latest version has it
 * @param origin {@code ADMISSION}, {@code IMPORT} or {@code HAND}
 * @param originHref the dossier that it comes from, where there is one
 * @param originFile the file that it comes from, empty for none
 * @param versions newest first
 * @param form null for who may not change it
 */
record ContractingPage(
        String id,
        ContractedList.Row now,
        String origin,
        @Nullable String originHref,
        String originFile,
        List<Version> versions,
        @Nullable Form form) {

    /**
     * One version.
     *
     * @param stop when new clients are stopped; empty for never
     * @param reason empty for the first
     */
    record Version(
            int number,
            ContractedList.Row terms,
            String stop,
            String holdsFrom,
            String recordedOn,
            String recordedBy,
            String reason) {}

    /** What the fields of the form hold. */
    record Form(
            int version,
            String to,
            boolean wholeRegion,
            List<ContractedList.Option> municipalities,
            String places,
            String capacity,
            String stopFrom,
            String stopTo,
            String holdsFrom,
            String reason) {}
}
