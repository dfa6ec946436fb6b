package nl.inkoopkompas.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The recorded decisions on admissions, as the pages look them up. */
public interface ApplicationArchive {

    Listing find(ApplicationFilter filter);

    /** Empty when there is none, or when it is no admission. */
    Optional<Application> application(UUID id);

    /**
     * One page of the applications that pass a filter.
     *
     * @param total how many pass the filter
     * @param all how many there are without any filter
     * @param providers how many providers those are of
     * @param outcomes how many per outcome pass the other filters; each filter leaves itself out of its own counts
     * @param contracts the same per contract
     * @param criteria the same per criterion that is not met
     */
    record Listing(
            List<Row> rows,
            int total,
            int all,
            int providers,
            Map<String, Integer> outcomes,
            Map<String, Integer> contracts,
            Map<String, Integer> criteria) {}

    /**
     * One application in the list.
     *
     * @param determined whether a person has decided on it
     * @param unsettled ids of the criteria with a finding that is not settled, in the order of the criteria
     */
    record Row(
            UUID id,
            String applicant,
            String kvkNumber,
            String contract,
            int products,
            String outcome,
            boolean determined,
            List<String> unsettled,
            LocalDate asOf,
            Instant recordedAt) {}
}
