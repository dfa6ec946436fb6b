package nl.inkoopkompas.web.pages;

import java.util.List;
import nl.inkoopkompas.web.pages.ContractedList.Option;

/** The register as a page of rows. */
record RegisterList(
        int total,
        boolean narrowed,
        List<Option> types,
        List<Option> outcomes,
        List<Option> contracts,
        String from,
        String to,
        String text,
        List<Row> rows,
        Pager pager) {

    /** @param outcome in words */
    record Row(
            String href,
            String title,
            String kvkNumber,
            String type,
            String contract,
            String outcome,
            int round,
            String asOf,
            String recorded,
            String by) {}
}
