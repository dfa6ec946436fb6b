package nl.inkoopkompas.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** Values of a request as the JSON that they were read from. */
final class Values {

    private Values() {}

    /** A scalar as it is, an object as a map without what is unknown, a list as a list. */
    static @Nullable Object json(@Nullable Object value) {
        if (value instanceof Element[] elements) {
            List<@Nullable Object> list = new ArrayList<>();
            for (Element element : elements) {
                list.add(element.shape().isValue() ? element.get(0) : json(element));
            }
            return list;
        }
        if (value instanceof Element element) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (Field field : element.shape().fields()) {
                Object child = element.get(field);
                if (child != null && !(child instanceof Element held && held.isAssumed())) {
                    object.put(field.name(), json(child));
                }
            }
            return object;
        }
        return value;
    }
}
