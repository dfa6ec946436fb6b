package nl.inkoopkompas.transition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/** What is asked of a plan, read from the slots of a request; indications stay where they are. */
final class Asked {

    /**
     * An old product.
     *
     * @param successors new products, each once
     * @param factors what one unit is in units of a new product, where that differs
     */
    record Product(
            int place,
            String old,
            List<String> successors,
            boolean changed,
            String contract,
            Map<String, BigDecimal> factors) {

        boolean ends() {
            return successors.isEmpty();
        }
    }

    /** A group of indications. */
    record GroupKey(int product, int situation) {}

    private final Element request;
    private final LocalDate asOf;
    private final LocalDate switchOn;
    private final List<Product> products = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Set<String>> contracted = new HashMap<>();
    private final Element[] indications;
    private final IndicationSlots slots;

    Asked(Element request) {
        Shape shape = request.shape();
        this.request = request;
        this.asOf = (LocalDate) Objects.requireNonNull(request.get(shape.require("asOf")));
        this.switchOn = (LocalDate) Objects.requireNonNull(request.get(shape.require("switchOn")));
        for (Element product : request.list(shape.require("products"))) {
            add(product);
        }
        for (Element held : request.list(shape.require("contracted"))) {
            contracted
                    .computeIfAbsent(text(held, "provider"), provider -> new HashSet<>())
                    .addAll(texts(held, "products"));
        }
        this.indications = request.list(shape.require("indications"));
        this.slots = new IndicationSlots(shape.require("indications").requireItem());
    }

    private void add(Element product) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        for (Element factor : product.list(product.shape().require("factors"))) {
            Object number = factor.get(factor.shape().require("factor"));
            factors.put(text(factor, "product"), number == null ? BigDecimal.ONE : new BigDecimal(number.toString()));
        }
        Product read = new Product(
                products.size(),
                text(product, "old"),
                List.copyOf(new LinkedHashSet<>(texts(product, "new"))),
                Boolean.TRUE.equals(product.get(product.shape().require("changed"))),
                text(product, "contract"),
                factors);
        places.putIfAbsent(read.old(), products.size());
        products.add(read);
    }

    static String text(Element element, String field) {
        return String.valueOf(element.get(element.shape().require(field)));
    }

    private static List<String> texts(Element element, String list) {
        return Arrays.stream(element.list(element.shape().require(list)))
                .map(value -> String.valueOf(value.get(0)))
                .toList();
    }

    LocalDate asOf() {
        return asOf;
    }

    LocalDate switchOn() {
        return switchOn;
    }

    List<Product> products() {
        return products;
    }

    Product product(int place) {
        return products.get(place);
    }

    Element[] indications() {
        return indications;
    }

    IndicationSlots slots() {
        return slots;
    }

    /** The place of a product in the request, or -1. */
    int place(String old) {
        return places.getOrDefault(old, -1);
    }

    /** The successors of a product that a provider holds a contract for. */
    List<String> held(String provider, Product product) {
        Set<String> held = contracted.get(provider);
        return held == null
                ? List.of()
                : product.successors().stream().filter(held::contains).toList();
    }

    private boolean holdsAny(String provider, Product product) {
        Set<String> held = contracted.get(provider);
        if (held == null) {
            return false;
        }
        for (String successor : product.successors()) {
            if (held.contains(successor)) {
                return true;
            }
        }
        return false;
    }

    /** The situation of an indication: 0 where it does not run on the day of the switch. */
    int situation(Element indication, Product product) {
        LocalDate start = slots.start(indication);
        LocalDate end = slots.end(indication);
        if (start.isAfter(switchOn) || (end != null && end.isBefore(switchOn))) {
            return 0;
        }
        if (product.ends()) {
            return 4;
        }
        if (!holdsAny(slots.provider(indication), product)) {
            return 3;
        }
        return product.changed() ? 2 : 1;
    }

    /** What was chosen by hand, in the order of the request. */
    Element[] chosen() {
        Field chosen = request.shape().require("chosen");
        return request.list(chosen);
    }

    /** Where the fields of an indication are. */
    static final class IndicationSlots {

        private final int id;
        private final int municipality;
        private final int provider;
        private final int product;
        private final int start;
        private final int end;
        private final int weeklyValue;
        private final int volume;

        private IndicationSlots(Shape shape) {
            id = shape.require("id").slot();
            municipality = shape.require("municipality").slot();
            provider = shape.require("provider").slot();
            product = shape.require("product").slot();
            start = shape.require("start").slot();
            end = shape.require("end").slot();
            weeklyValue = shape.require("weeklyValue").slot();
            volume = shape.require("volume").slot();
        }

        String id(Element indication) {
            return text(indication, id);
        }

        String municipality(Element indication) {
            return text(indication, municipality);
        }

        String provider(Element indication) {
            return text(indication, provider);
        }

        String product(Element indication) {
            return text(indication, product);
        }

        LocalDate start(Element indication) {
            return (LocalDate) Objects.requireNonNull(indication.get(start));
        }

        @Nullable
        LocalDate end(Element indication) {
            return (LocalDate) indication.get(end);
        }

        @Nullable
        BigDecimal weeklyValue(Element indication) {
            return number(indication.get(weeklyValue));
        }

        @Nullable
        BigDecimal volume(Element indication) {
            return number(indication.get(volume));
        }

        private static @Nullable BigDecimal number(@Nullable Object value) {
            return value == null ? null : value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
        }

        private static String text(Element element, int slot) {
            return element.get(slot) instanceof String text ? text : "";
        }
    }
}
