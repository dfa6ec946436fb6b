package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.lab.simulation.CaseFilter;
import nl.inkoopkompas.lab.simulation.Report;
import nl.inkoopkompas.lab.simulation.Report.CasePage;
import nl.inkoopkompas.lab.simulation.Report.FlippedCase;
import nl.inkoopkompas.lab.simulation.Simulations;
import nl.inkoopkompas.web.pages.lab.EffectView.CaseLine;
import nl.inkoopkompas.web.pages.lab.EffectView.Cases;
import nl.inkoopkompas.web.pages.lab.EffectView.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Which flipped cases a page asks for; what it does not understand it leaves out. */
record CaseQuery(
        @Nullable String was,
        @Nullable String wordt,
        @Nullable List<Integer> edits,
        @Nullable String contract,
        int page) {

    private static final int SIZE = 20;
    private static final int MOST_PAGES = 99_999;

    static CaseQuery of(String was, String wordt, String wijziging, String contract, String pagina) {
        return new CaseQuery(
                was.matches("[A-Z_]{1,40}") ? was : null,
                wordt.matches("[A-Z_]{1,40}") ? wordt : null,
                wijziging.matches("\\d{1,6}(-\\d{1,6})*")
                        ? Arrays.stream(wijziging.split("-"))
                                .map(Integer::valueOf)
                                .toList()
                        : null,
                contract.matches("[a-z0-9-]{1,100}") ? contract : null,
                pagina.matches("[1-9]\\d{0,4}") ? Math.min(MOST_PAGES, Integer.parseInt(pagina)) : 1);
    }

    private String address(Report report, int number) {
        StringBuilder address = new StringBuilder("/lab/" + report.draft() + "/effect?meting=" + report.id());
        if (was != null) {
            address.append("&was=").append(was);
        }
        if (wordt != null) {
            address.append("&wordt=").append(wordt);
        }
        if (edits != null) {
            address.append("&wijziging=")
                    .append(String.join("-", edits.stream().map(String::valueOf).toList()));
        }
        if (contract != null) {
            address.append("&contract=").append(contract);
        }
        return address.append("&pagina=").append(number).append("#zaken").toString();
    }

    Cases read(Simulations simulations, Report report, EffectWords words, MessageSource messages, Locale locale) {
        CaseFilter filter = new CaseFilter(was, wordt, edits, null, contract, null);
        CasePage found = simulations
                .cases(report.draft(), report.id(), filter, page, SIZE)
                .orElseThrow();
        return new Cases(
                found.items().stream().map(one -> line(one, report, words)).toList(),
                found.total() == 0 ? 0 : (page - 1) * SIZE + 1,
                Math.min(page * SIZE, found.total()),
                found.total(),
                page > 1 ? address(report, page - 1) : null,
                page * SIZE < found.total() ? address(report, page + 1) : null,
                filters(report, words, messages, locale));
    }

    private List<Filter> filters(Report report, EffectWords words, MessageSource messages, Locale locale) {
        List<Filter> filters = new ArrayList<>();
        if (was != null || wordt != null) {
            String label = (was == null ? "…" : messages.getMessage("outcome." + was, null, was, locale)) + " → "
                    + (wordt == null ? "…" : messages.getMessage("outcome." + wordt, null, wordt, locale));
            filters.add(new Filter(label, new CaseQuery(null, null, edits, contract, 1).address(report, 1)));
        }
        if (edits != null) {
            filters.add(new Filter(
                    String.join(" + ", words.sentences(edits)),
                    new CaseQuery(was, wordt, null, contract, 1).address(report, 1)));
        }
        if (contract != null) {
            filters.add(
                    new Filter(words.contract(contract), new CaseQuery(was, wordt, edits, null, 1).address(report, 1)));
        }
        return filters;
    }

    private static CaseLine line(FlippedCase one, Report report, EffectWords words) {
        return new CaseLine(
                one.applicant(),
                words.contract(one.contract()),
                String.join(", ", one.products().stream().map(words::product).toList()),
                one.from(),
                one.to(),
                one.changes().stream()
                        .map(part -> words.product(part.product()))
                        .toList(),
                String.join(" + ", words.sentences(one.edits())),
                "/lab/" + report.draft() + "/effect/" + report.id() + "/zaken/" + one.number());
    }
}
