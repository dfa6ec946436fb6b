package nl.inkoopkompas.web.pages.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.coverage.Establishment;
import nl.inkoopkompas.coverage.Proposals.Proposal;
import nl.inkoopkompas.coverage.Supposed;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.Words;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Candidate;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Cell;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.ContractRow;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Follow;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Gap;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Grid;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.GridRow;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Option;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Said;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Shortage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page on coverage from what was counted. */
@Component
class CoverageViews {

    private static final String CONTRACTS = "reference/contracts";
    private static final int MOST_SHORTAGES = 20;

    private final Words.Dictionary dictionary;
    private final CoveragePictures pictures;

    CoverageViews(Words.Dictionary dictionary, CoveragePictures pictures) {
        this.dictionary = dictionary;
        this.pictures = pictures;
    }

    /**
     * What the page shows besides what was counted.
     *
     * @param proposals that can be supposed
     * @param established newest first
     * @param establishes whether the person who looks may establish
     */
    record Around(List<Proposal> proposals, List<Establishment> established, boolean establishes) {}

    CoveragePage page(Coverage coverage, CoverageQuery query, Around around, RuleBook book, Locale locale) {
        var here = new Here(book, dictionary.current(locale), new Formats(locale));
        List<Area> areas = coverage.areas();
        List<Shortage> shortages = shortages(coverage, around.establishes(), here);
        return new CoveragePage(
                here.formats().date(coverage.on()),
                coverage.on().toString(),
                areas.size(),
                (int) areas.stream().filter(Area::wasShort).count(),
                (int) coverage.countShort(),
                (int) areas.stream()
                        .filter(area -> area.norm() != null
                                && area.after() == area.norm().value())
                        .count(),
                !query.supposed().isNothing(),
                query.supposed().allProposals(),
                contracts(book, query),
                around.proposals().stream()
                        .map(proposal -> candidate(proposal, query, here))
                        .toList(),
                query.contract() == null ? overview(areas, query, here) : List.of(),
                query.contract() == null ? null : grid(query.contract(), coverage, here, locale),
                shortages.stream().limit(MOST_SHORTAGES).toList(),
                Math.max(0, shortages.size() - MOST_SHORTAGES),
                around.established().stream().map(one -> said(one, here)).toList(),
                query.address(CoverageQuery.PATH + "/export.xlsx"),
                new CoverageQuery(query.contract(), query.on(), Supposed.nothing()).address());
    }

    /** The words and tables that a page is made with. */
    private record Here(RuleBook book, Words words, Formats formats) {

        String municipality(String code) {
            Table table = book.requireTable("reference/municipalities");
            return table.row(code)
                    .map(row -> String.valueOf(table.cell(row, "name")))
                    .orElse(code);
        }

        String where(@Nullable String municipality, @Nullable String place) {
            return municipality == null ? String.valueOf(place) : municipality(municipality);
        }
    }

    Gap gap(Area area, Coverage coverage, boolean establishes, RuleBook book, Locale locale) {
        return gap(area, coverage, establishes, new Here(book, dictionary.current(locale), new Formats(locale)));
    }

    private static List<Option> contracts(RuleBook book, CoverageQuery query) {
        Table table = book.requireTable(CONTRACTS);
        return table.rows().stream()
                .map(row -> new Option(
                        row.id(),
                        String.valueOf(table.cell(row, "name")),
                        row.id().equals(query.contract())))
                .toList();
    }

    private static Candidate candidate(Proposal proposal, CoverageQuery query, Here here) {
        return new Candidate(
                proposal.decision().toString(),
                proposal.applicant(),
                proposal.products().stream().map(here.words()::product).collect(Collectors.joining(", ")),
                query.supposed().decisions().contains(proposal.decision()));
    }

    private static List<Shortage> shortages(Coverage coverage, boolean establishes, Here here) {
        Map<String, List<Gap>> byProduct = new LinkedHashMap<>();
        coverage.areas().stream().filter(Area::isShort).forEach(area -> byProduct
                .computeIfAbsent(area.contract() + " " + area.product(), key -> new ArrayList<>())
                .add(gap(area, coverage, establishes, here)));
        return byProduct.values().stream().map(Shortage::new).toList();
    }

    private static List<ContractRow> overview(List<Area> areas, CoverageQuery query, Here here) {
        Map<String, List<Area>> byContract =
                areas.stream().collect(Collectors.groupingBy(Area::contract, LinkedHashMap::new, Collectors.toList()));
        Table table = here.book().requireTable(CONTRACTS);
        List<ContractRow> rows = new ArrayList<>();
        byContract.forEach((contract, of) -> {
            int after = (int) of.stream().filter(Area::isShort).count();
            rows.add(new ContractRow(
                    query.ofContract(contract).address(),
                    here.words().contract(contract),
                    table.row(contract)
                            .map(row -> String.valueOf(table.cell(row, "procedure")))
                            .orElse(""),
                    of.size(),
                    (int) of.stream().filter(Area::wasShort).count(),
                    after,
                    of.isEmpty() ? 0 : 100 * (of.size() - after) / of.size()));
        });
        return rows;
    }

    private Grid grid(String contract, Coverage coverage, Here here, Locale locale) {
        Map<String, List<Area>> byProduct = coverage.areas().stream()
                .filter(area -> area.municipality() != null)
                .collect(Collectors.groupingBy(Area::product, LinkedHashMap::new, Collectors.toList()));
        List<String> codes = here.book().requireTable("reference/municipalities").rows().stream()
                .map(Table.Row::id)
                .toList();
        List<GridRow> rows = new ArrayList<>();
        byProduct.forEach((product, of) -> rows.add(new GridRow(
                here.words().product(product),
                product,
                of.stream().map(area -> cell(area, coverage, here)).toList())));
        return new Grid(
                here.words().contract(contract),
                codes.stream().map(here::municipality).toList(),
                rows,
                coverage.areas().stream()
                        .filter(area -> area.place() != null)
                        .map(area -> gap(area, coverage, false, here))
                        .toList(),
                pictures.of(coverage.areas(), codes, here::municipality, locale));
    }

    private static Cell cell(Area area, Coverage coverage, Here here) {
        String href = UriComponentsBuilder.fromPath("/contracten")
                .queryParam("contract", area.contract())
                .queryParam("product", area.product())
                .queryParam("gemeente", area.municipality())
                .queryParam("datum", coverage.on())
                .encode()
                .toUriString();
        return new Cell(
                here.where(area.municipality(), area.place()),
                area.providers(),
                area.after(),
                area.stopped(),
                area.isShort(),
                href);
    }

    private static Gap gap(Area area, Coverage coverage, boolean establishes, Here here) {
        var norm = area.norm();
        return new Gap(
                here.words().product(area.product()),
                here.words().contract(area.contract()),
                here.where(area.municipality(), area.place()),
                area.providers(),
                area.after(),
                area.stopped(),
                area.isShort(),
                norm == null ? null : norm.value(),
                norm == null ? "" : here.words().source(norm.source()),
                area.steps().stream()
                        .map(step -> new Follow(step.step(), here.words().source(step.source()), step.interpretation()))
                        .toList(),
                establishes && coverage.supposed().isEmpty() ? establishHref(area, coverage) : null);
    }

    private static String establishHref(Area area, Coverage coverage) {
        var address = UriComponentsBuilder.fromPath(EstablishPages.PATH)
                .queryParam("contract", area.contract())
                .queryParam("product", area.product())
                .queryParam("datum", coverage.on());
        if (area.municipality() != null) {
            return address.queryParam("gemeente", area.municipality()).encode().toUriString();
        }
        return address.queryParam("plaats", "{place}")
                .encode()
                .buildAndExpand(String.valueOf(area.place()))
                .toUriString();
    }

    private static Said said(Establishment one, Here here) {
        return new Said(
                here.words().product(one.product()),
                here.where(one.municipality(), one.place()),
                one.step(),
                one.providers(),
                one.least(),
                here.formats().date(one.on()),
                one.establishedBy(),
                here.formats().date(one.establishedOn()),
                one.motivation(),
                one.recordedBy(),
                here.formats().date(Formats.dateOf(one.recordedAt())));
    }
}
