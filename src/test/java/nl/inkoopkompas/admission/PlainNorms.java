package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** The norms of admission, looked up once, as somebody would who writes the fourteen criteria by hand. */
final class PlainNorms {

    /** A norm with its number. */
    record Whole(Norm norm, long value) {}

    /** What a row of the criteria table says. */
    record Applies(Norm norm, boolean applies, boolean remediable) {}

    /** A row with its dates. */
    record Window(
            Norm norm,
            boolean wholeContract,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** The norms of a product and the windows that hold for it. */
    static final class Product {
        final Norm minFte;
        final Norm minLevel;
        final Norm minTrajectories;
        final Norm isNew;
        final Norm predecessor;
        final @Nullable BigDecimal fte;
        final int level;
        final List<Window> windows = new ArrayList<>();
        final List<Window> reopened = new ArrayList<>();

        Product(Table table, Table.Row row, List<String> levels) {
            minFte = cell(table, row, "minFte");
            minLevel = cell(table, row, "minLevel");
            minTrajectories = cell(table, row, "minTrajectories");
            isNew = cell(table, row, "isNew");
            predecessor = cell(table, row, "predecessor");
            fte = minFte.value() == null ? null : decimal(minFte.value());
            level = minLevel.value() == null ? -1 : levels.indexOf((String) minLevel.value());
        }
    }

    /** The norms of a contract. */
    static final class Contract {
        final Norm entry;
        final Map<String, List<Norm>> associations = new HashMap<>();
        final Map<String, Boolean> ofEveryContract = new HashMap<>();
        final List<Window> reopened = new ArrayList<>();

        Contract(Norm entry) {
            this.entry = entry;
        }
    }

    final Whole lostYears;
    final Norm ownNotice;
    final Norm banReading;
    final Whole experienceYears;
    final Norm experienceReading;
    final Whole measureYears;
    final Whole accountYears;
    final Whole accountsDue;
    final Ratio lower;
    final Ratio upper;
    final Norm conductAge;
    final Norm declarationAge;
    final Norm housingMissing;
    final Whole microEmployees;
    final Whole microAmount;
    final Norm microReading;
    final Whole[] perEvent;
    final Whole[] perYear;
    final Norm noWindow;
    final Map<String, Norm> schemes = new HashMap<>();
    final Map<String, Product> products = new HashMap<>();
    final Map<String, Contract> contracts = new HashMap<>();
    final Map<String, Map<String, Applies>> applies = new HashMap<>();

    /** A ratio as whole numbers: {@code value / scale}. */
    record Ratio(Norm norm, long value, long scale) {

        boolean isReachedBy(long part, long whole) {
            return Math.multiplyExact(part, scale) >= Math.multiplyExact(value, whole);
        }
    }

    PlainNorms(RuleBook book, List<String> levels) {
        lostYears = whole(book, "negative-experience.look-back-years");
        ownNotice = parameter(book, "negative-experience.provider-initiated-counts");
        banReading = parameter(book, "re-entry-ban.reading");
        experienceYears = whole(book, "experience.look-back-years");
        experienceReading = parameter(book, "experience.reading");
        measureYears = whole(book, "administrative-measure.look-back-years");
        accountYears = whole(book, "financial-health.years");
        accountsDue = whole(book, "financial-health.accounts-due-month");
        lower = ratio(book, "financial-health.solvency-lower");
        upper = ratio(book, "financial-health.solvency-upper");
        conductAge = parameter(book, "certificate-of-conduct.max-age-months");
        declarationAge = parameter(book, "procurement-declaration.max-age-months");
        housingMissing = parameter(book, "housing.missing");
        microEmployees = whole(book, "micro.employees-below");
        microAmount = whole(book, "micro.amount-below");
        microReading = parameter(book, "micro.reading");
        Table insurance = book.requireTable("admission/insurance");
        perEvent = new Whole[] {sum(insurance, "MICRO", "perEvent"), sum(insurance, "OTHER", "perEvent")};
        perYear = new Whole[] {sum(insurance, "MICRO", "perYear"), sum(insurance, "OTHER", "perYear")};
        Table quality = book.requireTable("admission/quality-schemes");
        quality.rows()
                .forEach(
                        row -> schemes.put((String) quality.cell(row, "scheme"), row(quality, row, List.of("scheme"))));
        Table entries = book.requireTable("reference/contracts");
        entries.rows().forEach(row -> contracts.put(row.id(), new Contract(cell(entries, row, "entry"))));
        Table products = book.requireTable("admission/products");
        products.rows()
                .forEach(row ->
                        this.products.put((String) products.cell(row, "code"), new Product(products, row, levels)));
        associations(book.requireTable("admission/associations"));
        Table windows = book.requireTable("admission/entry-windows");
        Table.Row first = windows.rows().get(0);
        noWindow =
                new Norm(windows.id(), null, null, false, windows.validFrom(), first.source(), null, first.example());
        windows(windows, products);
        Table criteria = book.requireTable("admission/criteria");
        for (Table.Row row : criteria.rows()) {
            applies.computeIfAbsent((String) criteria.cell(row, "criterion"), id -> new HashMap<>())
                    .put(
                            (String) criteria.cell(row, "contract"),
                            new Applies(
                                    cell(criteria, row, "applies"),
                                    Boolean.TRUE.equals(criteria.cell(row, "applies")),
                                    Boolean.TRUE.equals(criteria.cell(row, "remediable"))));
        }
    }

    private void associations(Table table) {
        for (Table.Row row : table.rows()) {
            String name = (String) table.cell(row, "association");
            String of = (String) table.cell(row, "contract");
            Norm norm = row(table, row, List.of("association", "contract"));
            contracts.forEach((id, contract) -> {
                if (of.equals(id) || of.equals(Table.ANY)) {
                    contract.associations
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(norm);
                    contract.ofEveryContract.merge(name, of.equals(Table.ANY), Boolean::logicalOr);
                }
            });
        }
    }

    private void windows(Table table, Table products) {
        for (Table.Row row : table.rows()) {
            String of = (String) table.cell(row, "contract");
            String code = (String) table.cell(row, "product");
            boolean all = Table.ANY.equals(code);
            LocalDate from = (LocalDate) table.cell(row, "opensOn");
            LocalDate to = (LocalDate) table.cell(row, "closesOn");
            boolean reopened = "REOPENED".equals(table.cell(row, "kind"));
            List<String> dates = List.of("opensOn", "closesOn");
            Norm entry = row(table, row, List.of("contract", "product"), dates);
            Norm again = row(table, row, List.of("contract", "kind"), dates);
            Norm ofProduct = row(table, row, List.of("contract", "product", "kind"), dates);
            if (reopened) {
                contracts.get(of).reopened.add(new Window(again, all, from, to));
            }
            for (Table.Row product : products.rows()) {
                if (of.equals(products.cell(product, "contract"))
                        && (all || code.equals(products.cell(product, "code")))) {
                    Product found = this.products.get((String) products.cell(product, "code"));
                    found.windows.add(new Window(entry, all, from, to));
                    if (reopened) {
                        found.reopened.add(new Window(ofProduct, all, from, to));
                    }
                }
            }
        }
    }

    private static Norm parameter(RuleBook book, String name) {
        Parameter parameter = book.parameter("admission." + name).orElseThrow();
        Parameter.DatedValue value = parameter.values().get(0);
        if (parameter.values().size() > 1 || (value.value() == null && !parameter.optional())) {
            throw new IllegalArgumentException(name + " changes in time or is not set; this evaluator cannot do that");
        }
        return new Norm(
                parameter.key(),
                null,
                value.value(),
                parameter.optional(),
                value.from(),
                value.source(),
                parameter.unit(),
                value.example());
    }

    private static Whole whole(RuleBook book, String name) {
        Norm norm = parameter(book, name);
        return new Whole(norm, (Long) Objects.requireNonNull(norm.value()));
    }

    private static Ratio ratio(RuleBook book, String name) {
        Norm norm = parameter(book, name);
        BigDecimal value = decimal(Objects.requireNonNull(norm.value()));
        int scale = Math.max(0, value.scale());
        return new Ratio(
                norm,
                value.movePointRight(scale).longValueExact(),
                BigDecimal.TEN.pow(scale).longValueExact());
    }

    private static Whole sum(Table table, String size, String column) {
        Table.Row row = table.rows().stream()
                .filter(candidate -> size.equals(table.cell(candidate, "size")))
                .findFirst()
                .orElseThrow();
        Norm norm = cell(table, row, column);
        return new Whole(norm, (Long) Objects.requireNonNull(norm.value()));
    }

    private static Norm cell(Table table, Table.Row row, String column) {
        return new Norm(
                table.id() + "#" + row.id(),
                column,
                table.cell(row, column),
                false,
                table.validFrom(),
                row.source(),
                table.column(column).map(Table.Column::unit).orElse(null),
                row.example());
    }

    @SafeVarargs
    private static Norm row(Table table, Table.Row row, List<String>... columns) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (List<String> some : columns) {
            for (String column : some) {
                Object cell = table.cell(row, column);
                if (cell != null) {
                    shown.put(column, cell);
                }
            }
        }
        return new Norm(
                table.id() + "#" + row.id(), null, shown, false, table.validFrom(), row.source(), null, row.example());
    }

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) number);
    }
}
