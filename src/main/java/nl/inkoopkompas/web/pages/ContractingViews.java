package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.Contracting;
import nl.inkoopkompas.contracting.ContractingHistory;
import nl.inkoopkompas.contracting.Terms;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.ContractedList.Option;
import nl.inkoopkompas.web.pages.ContractedList.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the pages on contracted providers from what the register holds. */
@Component
class ContractingViews {

    private final RuleBookDictionary dictionary;
    private final MessageSource messages;

    ContractingViews(RuleBookDictionary dictionary, MessageSource messages) {
        this.dictionary = dictionary;
        this.messages = messages;
    }

    ContractedList list(ContractedProviders.Page found, ContractedQuery query, LocalDate day, Locale locale) {
        ContractedFilter filter = query.filter();
        int total = Math.toIntExact(found.total());
        return new ContractedList(
                new Formats(locale).date(day),
                day.toString(),
                total,
                query.isNarrowed(),
                options("reference/contracts", filter.contract()),
                products(filter),
                options("reference/municipalities", filter.municipality()),
                Objects.requireNonNullElse(filter.text(), ""),
                found.items().stream().map(one -> row(one, day, locale)).toList(),
                Pager.of(query.page(), ContractedQuery.PAGE_SIZE, total, page -> query.atPage(page)
                        .address()),
                query.atPage(1).address(ContractedQuery.PATH + "/export.xlsx"));
    }

    /** @param form null for who may not change it */
    ContractingPage page(ContractingHistory history, LocalDate today, @Nullable ContractingForm form, Locale locale) {
        Contracting latest = history.latest();
        Contracting.Origin origin = latest.origin();
        var versions = new ArrayList<ContractingPage.Version>();
        history.versions().forEach(version -> versions.add(0, version(version, today, locale)));
        return new ContractingPage(
                latest.id().toString(),
                row(latest, today, locale),
                origin.kind().name(),
                origin.decision() == null ? null : ApplicationFilter.PATH + "/" + origin.decision(),
                Objects.requireNonNullElse(origin.file(), ""),
                versions,
                form == null ? null : form(form));
    }

    /** The codes of all municipalities. */
    List<String> municipalities() {
        return dictionary.current().requireTable("reference/municipalities").rows().stream()
                .map(Table.Row::id)
                .toList();
    }

    private ContractingPage.Version version(Contracting version, LocalDate today, Locale locale) {
        Formats formats = new Formats(locale);
        return new ContractingPage.Version(
                version.version(),
                row(version, today, locale),
                stop(version.terms().clientStop(), formats, locale),
                formats.shortDate(version.holdsFrom()),
                formats.shortDate(Formats.dateOf(version.recordedAt())),
                version.recordedBy(),
                Objects.requireNonNullElse(version.reason(), ""));
    }

    private String stop(@Nullable ClientStop stop, Formats formats, Locale locale) {
        if (stop == null) {
            return "";
        }
        String from = formats.shortDate(stop.from());
        return stop.to() == null
                ? messages.getMessage("contracted.stop.from", new Object[] {from}, locale)
                : messages.getMessage(
                        "contracted.stop.period", new Object[] {from, formats.shortDate(stop.to())}, locale);
    }

    private ContractingPage.Form form(ContractingForm form) {
        return new ContractingPage.Form(
                form.version(),
                form.tot(),
                !form.regio().isEmpty(),
                options("reference/municipalities", null).stream()
                        .map(option -> new Option(option.value(), option.label(), form.ticks(option.value())))
                        .toList(),
                form.plaatsen(),
                form.capaciteit(),
                form.stopVan(),
                form.stopTot(),
                form.ingang(),
                form.reden());
    }

    private Row row(Contracting one, LocalDate day, Locale locale) {
        Words words = dictionary.current(locale);
        Formats formats = new Formats(locale);
        Terms terms = one.terms();
        return new Row(
                ContractedQuery.PATH + "/" + one.id(),
                one.parties().name(),
                one.parties().kvkNumber(),
                words.contract(one.parties().contract()),
                words.product(one.parties().product()),
                one.parties().product(),
                where(terms),
                formats.shortDate(terms.from()),
                terms.to() == null ? null : formats.shortDate(terms.to()),
                terms.capacity() == null ? null : String.format(locale, "%,d", terms.capacity()),
                terms.stopsClientsOn(day));
    }

    private String where(Terms terms) {
        Table table = dictionary.current().requireTable("reference/municipalities");
        UnaryOperator<String> name = code -> table.row(code)
                .map(row -> String.valueOf(table.cell(row, "name")))
                .orElse(code);
        Stream<String> municipalities = terms.municipalities() == null
                ? Stream.of()
                : terms.municipalities().stream().map(name);
        return Stream.concat(municipalities, terms.places().stream()).collect(Collectors.joining(", "));
    }

    private List<Option> products(ContractedFilter filter) {
        Table table = dictionary.current().requireTable("admission/products");
        return table.rows().stream()
                .filter(row -> filter.contract() == null || filter.contract().equals(table.cell(row, "contract")))
                .map(row -> {
                    String code = String.valueOf(table.cell(row, "code"));
                    return new Option(code, table.cell(row, "name") + " (" + code + ")", code.equals(filter.product()));
                })
                .toList();
    }

    private List<Option> options(String id, @Nullable String chosen) {
        Table table = dictionary.current().requireTable(id);
        return table.rows().stream()
                .map(row -> new Option(
                        row.id(),
                        String.valueOf(table.cell(row, "name")),
                        row.id().equals(chosen)))
                .toList();
    }
}
