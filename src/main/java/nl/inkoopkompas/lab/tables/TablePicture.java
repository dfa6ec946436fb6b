package nl.inkoopkompas.lab.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which row answers where, for a table with one or two things to look it up by, of which one at least has an order.
 * Everything lies between 0 and 1; every part is drawn as wide as any other.
 *
 * @param y null where there is one dimension
 */
public record TablePicture(Axis x, @Nullable Axis y, List<Area> areas) {

    /** What an area shows. */
    public enum Kind {
        ROW,
        GAP,
        OVERLAP
    }

    /** A direction with the bounds that lie on it. */
    public record Axis(Bilingual label, List<Tick> ticks) {}

    /**
     * A bound between two parts, or the name of a part.
     *
     * @param between whether it stands on the line between two parts
     */
    public record Tick(double at, Bilingual label, boolean between) {}

    /** A rectangle; y grows upwards. */
    public record Area(Kind kind, List<String> rows, double x, double y, double width, double height) {}

    /** The picture of a table; empty for one that cannot be drawn. */
    public static Optional<TablePicture> of(RuleBook book, Table table) {
        Grid grid = Grid.of(book, table);
        List<Dimension> dimensions = grid.dimensions();
        if (dimensions.isEmpty() || dimensions.size() > 2 || dimensions.stream().noneMatch(Dimension::isOrdered)) {
            return Optional.empty();
        }
        return Optional.of(new Drawing(grid, new RegionWords(book, table)).picture());
    }

    private static final class Drawing {

        private final Grid grid;
        private final RegionWords words;
        private final int across;
        private final int up;
        private final Box domain;
        private final List<Area> areas = new ArrayList<>();

        Drawing(Grid grid, RegionWords words) {
            this.grid = grid;
            this.words = words;
            this.across = grid.dimensions().get(0).isOrdered() ? 0 : 1;
            this.up = grid.dimensions().size() == 2 ? 1 - across : -1;
            this.domain = grid.named();
        }

        TablePicture picture() {
            grid.rows().forEach((row, box) -> add(Kind.ROW, List.of(row.id()), box));
            if (grid.table().hitPolicy() == HitPolicy.UNIQUE) {
                List<Map.Entry<Row, Box>> rows = List.copyOf(grid.rows().entrySet());
                for (int i = 0; i < rows.size(); i++) {
                    for (int j = i + 1; j < rows.size(); j++) {
                        Box both = rows.get(i).getValue().and(rows.get(j).getValue());
                        List<String> ids = List.of(
                                rows.get(i).getKey().id(), rows.get(j).getKey().id());
                        if (both != null) {
                            add(Kind.OVERLAP, ids, both);
                        }
                    }
                }
            }
            for (Cluster gap : Cluster.joined(Uncovered.of(domain, grid.covers()), grid.dimensions())) {
                runs(gap).forEach(box -> add(Kind.GAP, List.of(), box));
            }
            return new TablePicture(axis(across), up < 0 ? null : axis(up), List.copyOf(areas));
        }

        private List<Box> runs(Cluster cluster) {
            List<Box> boxes = new ArrayList<>();
            BitSet upwards = up < 0 ? new BitSet() : cluster.parts().get(up);
            int start = up < 0 ? -1 : upwards.nextSetBit(0);
            do {
                int end = up < 0 ? 0 : upwards.nextClearBit(start);
                int[] low = new int[domain.low().length];
                int[] high = new int[low.length];
                BitSet wide = cluster.parts().get(across);
                low[across] = wide.nextSetBit(0);
                high[across] = wide.length();
                if (up >= 0) {
                    low[up] = start;
                    high[up] = end;
                }
                boxes.add(new Box(low, high));
                start = up < 0 ? -1 : upwards.nextSetBit(end);
            } while (start >= 0);
            return boxes;
        }

        private void add(Kind kind, List<String> rows, Box box) {
            Box seen = box.and(domain);
            if (seen == null) {
                return;
            }
            areas.add(new Area(
                    kind,
                    rows,
                    at(across, seen.low()[across]),
                    up < 0 ? 0 : at(up, seen.low()[up]),
                    at(across, seen.high()[across]) - at(across, seen.low()[across]),
                    up < 0 ? 1 : at(up, seen.high()[up]) - at(up, seen.low()[up])));
        }

        private double at(int dimension, int part) {
            int low = domain.low()[dimension];
            return (double) (part - low) / (domain.high()[dimension] - low);
        }

        private Axis axis(int which) {
            Dimension dimension = grid.dimensions().get(which);
            List<Tick> ticks = new ArrayList<>();
            for (int part = domain.low()[which]; part < domain.high()[which]; part++) {
                if (!dimension.isOrdered()) {
                    double middle = (at(which, part) + at(which, part + 1)) / 2;
                    ticks.add(new Tick(middle, words.name(dimension, dimension.example(part)), false));
                } else if (dimension.from(part) != null) {
                    ticks.add(new Tick(at(which, part), words.name(dimension, dimension.example(part)), true));
                }
            }
            return new Axis(dimension.label(), ticks);
        }
    }
}
