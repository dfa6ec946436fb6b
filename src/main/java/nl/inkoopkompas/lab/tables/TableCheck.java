package nl.inkoopkompas.lab.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.lab.tables.TableReport.NotAnalysed;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;

/** Looks for gaps, overlaps and unreachable rows in one table. */
public final class TableCheck {

    /** More findings of one kind than this are counted and not shown. */
    static final int MOST_FINDINGS = 100;

    private final Table table;
    private final Grid grid;
    private final RegionWords words;
    private final List<TableFinding> gaps = new ArrayList<>();
    private final List<TableFinding> overlaps = new ArrayList<>();
    private final List<TableFinding> unreachable = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();

    private TableCheck(RuleBook book, Table table) {
        this.table = table;
        this.grid = Grid.of(book, table);
        this.words = new RegionWords(book, table);
    }

    /** What is wrong with a table; the book tells what its cells refer to. */
    public static TableReport of(RuleBook book, Table table) {
        TableCheck check = new TableCheck(book, table);
        check.look();
        return new TableReport(
                List.copyOf(check.gaps),
                List.copyOf(check.overlaps),
                List.copyOf(check.unreachable),
                List.copyOf(check.notAnalysed));
    }

    private void look() {
        if (grid.dimensions().isEmpty()) {
            pass(table.id(), table.label(), "De tabel heeft geen sleutel.", "The table has no key.");
            return;
        }
        lookForGaps();
        if (table.hitPolicy() == HitPolicy.UNIQUE) {
            lookForOverlaps();
        }
        lookForUnreachable();
        List<Bilingual> others = table.columns().stream()
                .filter(column -> !column.id().equals("id") && !grid.columns().contains(column.id()))
                .map(Table.Column::label)
                .toList();
        if (!others.isEmpty()) {
            pass(
                    table.id(),
                    new Bilingual(names(others, true), names(others, false)),
                    "Hier wordt niet op gezocht: de waarden zijn de uitkomst van de tabel, of toelichting.",
                    "Rows are not looked up by these: they hold what the table answers, or explain it.");
        }
    }

    private static String names(List<Bilingual> labels, boolean dutch) {
        return String.join(
                ", ",
                labels.stream().map(label -> dutch ? label.nl() : label.en()).toList());
    }

    private void lookForGaps() {
        for (Dimension dimension : grid.dimensions()) {
            if (dimension.isOpen()) {
                pass(
                        table.id() + "." + dimension.id(),
                        dimension.label(),
                        "Deze kolom is vrije tekst. Alleen waarden die de tabel zelf noemt, zijn bekeken.",
                        "This column is free text. Only values that the table itself names were looked at.");
            }
            if (dimension.range() != null
                    && (dimension.range().least() != null || dimension.range().below() != null)) {
                pass(
                        table.id() + "." + dimension.id(),
                        dimension.label(),
                        "Alleen bekeken vanaf " + dimension.range().least() + " tot "
                                + dimension.range().below() + ".",
                        "Only looked at from " + dimension.range().least() + " up to "
                                + dimension.range().below() + ".");
            }
        }
        if (table.gapsMeant()) {
            pass(
                    table.id(),
                    table.label(),
                    "Gaten zijn hier bedoeld: geen rij is ook een antwoord.",
                    "Gaps are meant here: no row is an answer too.");
            return;
        }
        try {
            List<Box> found = Uncovered.of(grid.named(), grid.covers());
            tell(
                    gaps,
                    Cluster.joined(found, grid.dimensions()),
                    List.of(),
                    new Bilingual("Geen enkele rij geeft hier een antwoord.", "No row answers here."));
        } catch (Uncovered.TooManyParts e) {
            pass(
                    table.id(),
                    table.label(),
                    "Gaten: de tabel heeft te veel combinaties om allemaal te bekijken.",
                    "Gaps: the table has too many combinations to look at all of them.");
        }
    }

    private void lookForOverlaps() {
        List<Map.Entry<Row, Box>> rows = List.copyOf(grid.rows().entrySet());
        Box domain = grid.domain();
        int hidden = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Box both = rows.get(i).getValue().and(rows.get(j).getValue());
                Box possible = both == null ? null : both.and(domain);
                if (possible == null) {
                    continue;
                }
                List<Box> left = Uncovered.of(possible, grid.impossible());
                if (overlaps.size() >= MOST_FINDINGS) {
                    hidden += left.isEmpty() ? 0 : 1;
                    continue;
                }
                String one = rows.get(i).getKey().id();
                String other = rows.get(j).getKey().id();
                tell(
                        overlaps,
                        Cluster.joined(left, grid.dimensions()),
                        List.of(one, other),
                        new Bilingual(
                                "De rijen " + one + " en " + other + " geven hier allebei een antwoord.",
                                "The rows " + one + " and " + other + " both answer here."));
            }
        }
        hide(hidden);
    }

    private void lookForUnreachable() {
        Box domain = grid.domain();
        grid.rows().forEach((row, box) -> {
            Bilingual nowhere = nowhere(row, box);
            if (nowhere != null) {
                unreachable.add(new TableFinding(
                        table.id(),
                        List.of(),
                        new Bilingual("nergens", "nowhere"),
                        Map.of(),
                        List.of(row.id()),
                        nowhere));
                return;
            }
            Box possible = box.and(domain);
            if (possible != null && Uncovered.isNone(possible, grid.impossible())) {
                tell(
                        unreachable,
                        List.of(Cluster.of(possible)),
                        List.of(row.id()),
                        new Bilingual("Deze waarden komen nooit samen voor.", "These values never occur together."));
            } else if (possible != null && table.hitPolicy() == HitPolicy.UNIQUE) {
                List<Box> others = touching(row, possible);
                if (others.size() > grid.impossible().size() && Uncovered.isNone(possible, others)) {
                    tell(
                            unreachable,
                            List.of(Cluster.of(possible)),
                            List.of(row.id()),
                            new Bilingual(
                                    "Andere rijen geven hier al een antwoord.", "Other rows answer here already."));
                }
            }
        });
    }

    private List<Box> touching(Row row, Box box) {
        List<Box> others = new ArrayList<>(grid.impossible());
        grid.rows().forEach((other, its) -> {
            if (other != row && its.and(box) != null) {
                others.add(its);
            }
        });
        return others;
    }

    private @Nullable Bilingual nowhere(Row row, Box box) {
        for (int i = 0; i < box.low().length; i++) {
            Dimension dimension = grid.dimensions().get(i);
            int low = Math.max(box.low()[i], dimension.first());
            int high = Math.min(box.high()[i], dimension.last());
            if (low < high) {
                continue;
            }
            String nl = dimension.label().nl();
            String en = dimension.label().en();
            if (grid.isDangling(row, dimension)) {
                Object cell = table.cell(row, dimension.id());
                return new Bilingual(nl + ": " + cell + " bestaat niet.", en + ": " + cell + " does not exist.");
            }
            if (dimension.range() == null) {
                return new Bilingual(
                        nl + " is leeg, en leeg past bij niets.", en + " is empty, and empty suits nothing.");
            }
            return box.low()[i] >= box.high()[i]
                    ? new Bilingual(
                            nl + ": het einde ligt niet na het begin.", en + ": the end does not lie after the begin.")
                    : new Bilingual(nl + " ligt buiten wat kan voorkomen.", en + " lies outside what can occur.");
        }
        return null;
    }

    private void tell(List<TableFinding> findings, List<Cluster> clusters, List<String> rows, Bilingual why) {
        int hidden = 0;
        for (Cluster cluster : clusters) {
            if (findings.size() >= MOST_FINDINGS) {
                hidden++;
            } else {
                findings.add(TableFinding.of(table.id(), words.region(grid.dimensions(), cluster), rows, why));
            }
        }
        hide(hidden);
    }

    private void hide(int hidden) {
        if (hidden > 0) {
            pass(
                    table.id(),
                    table.label(),
                    "Er zijn nog " + hidden + " bevindingen van dezelfde soort, die hier niet staan.",
                    "There are " + hidden + " more findings of the same kind, which are not shown here.");
        }
    }

    private void pass(String what, Bilingual label, String nl, String en) {
        notAnalysed.add(new NotAnalysed(what, label, new Bilingual(nl, en)));
    }
}
