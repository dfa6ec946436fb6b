package nl.inkoopkompas.web.pages.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.inkoopkompas.lab.tables.TableCheck;
import nl.inkoopkompas.lab.tables.TableFinding;
import nl.inkoopkompas.lab.tables.TablePicture;
import nl.inkoopkompas.lab.tables.TablePicture.Area;
import nl.inkoopkompas.lab.tables.TablePicture.Axis;
import nl.inkoopkompas.lab.tables.TablePicture.Kind;
import nl.inkoopkompas.lab.tables.TableReport;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a table, and where each row answers as a drawing.
 *
 * @param picture null for a table that cannot be drawn
 */
record TableMap(List<Said> findings, @Nullable Picture picture) {

    /** How wide and high the field of the drawing is. */
    static final int WIDTH = 336;

    static final int HEIGHT = 164;

    private static final int MOST_TICKS = 12;

    /** A finding in a sentence; its kind is {@code gap}, {@code overlap} or {@code unreachable}. */
    record Said(String kind, String words, String why, String rows) {}

    /** The drawing. */
    record Picture(String across, String up, List<Shape> shapes, List<Mark> below, List<Mark> beside) {}

    /** A rectangle, with what stands in it. */
    record Shape(String kind, String label, double x, double y, double width, double height) {

        public double middleX() {
            return x + width / 2;
        }

        public double middleY() {
            return y + height / 2 + 4;
        }

        public boolean roomy() {
            return width > 6.5 * label.length() && height > 14;
        }
    }

    /** A bound beside the field. */
    record Mark(double at, String label) {}

    static TableMap of(RuleBook book, Table table, Locale locale) {
        Language language = Language.of(locale);
        TableReport report = TableCheck.of(book, table);
        List<Said> findings = Stream.of(
                        said("gap", report.gaps(), language),
                        said("overlap", report.overlaps(), language),
                        said("unreachable", report.unreachable(), language))
                .flatMap(List::stream)
                .toList();
        return new TableMap(
                findings,
                TablePicture.of(book, table)
                        .map(picture -> picture(picture, language))
                        .orElse(null));
    }

    private static List<Said> said(String kind, List<TableFinding> findings, Language language) {
        return findings.stream()
                .map(one ->
                        new Said(kind, one.words().in(language), one.why().in(language), String.join(", ", one.rows())))
                .toList();
    }

    private static Picture picture(TablePicture picture, Language language) {
        Axis up = picture.y();
        return new Picture(
                picture.x().label().in(language),
                up == null ? "" : up.label().in(language),
                picture.areas().stream().map(TableMap::shape).toList(),
                marks(picture.x(), language, WIDTH, false),
                up == null ? List.of() : marks(up, language, HEIGHT, true));
    }

    private static Shape shape(Area area) {
        return new Shape(
                area.kind() == Kind.ROW ? "row" : "over",
                String.join(", ", area.rows()),
                area.x() * WIDTH,
                (1 - area.y() - area.height()) * HEIGHT,
                area.width() * WIDTH,
                area.height() * HEIGHT);
    }

    private static List<Mark> marks(Axis axis, Language language, int length, boolean upwards) {
        int step = 1 + axis.ticks().size() / MOST_TICKS;
        return IntStream.range(0, axis.ticks().size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> axis.ticks().get(i))
                .map(tick -> new Mark(
                        (upwards ? 1 - tick.at() : tick.at()) * length,
                        tick.label().in(language)))
                .toList();
    }
}
