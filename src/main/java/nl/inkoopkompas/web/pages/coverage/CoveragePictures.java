package nl.inkoopkompas.web.pages.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Bar;
import nl.inkoopkompas.web.pages.coverage.CoveragePage.Picture;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the number of providers for each product, one picture a municipality, all with one scale. */
@Component
class CoveragePictures {

    private static final int WIDTH = 180;
    private static final int ROW = 22;

    private final MessageSource messages;

    CoveragePictures(MessageSource messages) {
        this.messages = messages;
    }

    List<Picture> of(List<Area> areas, List<String> municipalities, UnaryOperator<String> name, Locale locale) {
        long least = areas.stream()
                .map(Area::norm)
                .mapToLong(norm -> norm == null ? 0 : norm.value())
                .max()
                .orElse(0);
        long most =
                Math.max(least + 1, areas.stream().mapToInt(Area::after).max().orElse(1));
        List<Picture> pictures = new ArrayList<>();
        for (String municipality : municipalities) {
            List<Area> here = areas.stream()
                    .filter(area -> municipality.equals(area.municipality()))
                    .toList();
            pictures.add(picture(name.apply(municipality), here, least, most, locale));
        }
        return pictures;
    }

    private Picture picture(String name, List<Area> areas, long least, long most, Locale locale) {
        List<Bar> bars = new ArrayList<>();
        for (Area area : areas) {
            bars.add(new Bar(
                    area.product(),
                    bars.size() * ROW,
                    (int) (area.providers() * WIDTH / most),
                    (int) (area.after() * WIDTH / most),
                    area.after(),
                    area.isShort()));
        }
        int shorts = (int) areas.stream().filter(Area::isShort).count();
        String numbers =
                areas.stream().map(area -> area.product() + ": " + area.after()).collect(Collectors.joining(", "));
        return new Picture(
                name,
                messages.getMessage("coverage.picture", new Object[] {name, least, numbers}, locale),
                shorts,
                bars.size() * ROW + ROW,
                bars.size() * ROW,
                (int) (least * WIDTH / most),
                bars);
    }
}
