package nl.inkoopkompas.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.transition.Asked.GroupKey;

/**
 * What the criteria read besides the request: for each product what was chosen by hand, and what re-indicating before
 * the switch would ask of each municipality on top of the groups before it that do so.
 */
final class Claims {

    private final Element request;
    private final Shape shape;
    private final Asked asked;
    private final Sorted sorted;
    private final int fullMonths;

    Claims(Element request, Shape shape, Asked asked, Sorted sorted) {
        this.request = request;
        this.shape = shape;
        this.asked = asked;
        this.sorted = sorted;
        this.fullMonths = Months.full(asked.asOf(), asked.switchOn());
    }

    /**
     * The request with this as its context.
     *
     * @param before the groups that are re-indicated before the switch
     */
    Element with(Set<GroupKey> before) {
        Element completed = request.forOtherContext();
        Element context = new Element(shape, completed, "context");
        context.set(shape.require("fullMonths"), (long) fullMonths);
        context.set(shape.require("hasFullMonth"), fullMonths > 0);
        Field products = shape.require("products");
        Element[] all = new Element[asked.products().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Element(products.requireItem(), context, "products/" + i);
            all[i].set(
                    products.requireItem().require("chosen"),
                    chosen(asked.product(i).old()));
        }
        claim(all, products.requireItem().require("claims"), before);
        context.set(products, all);
        completed.readBesides(context);
        return completed;
    }

    /** The choices for a product, as they stand in the request. */
    private Element[] chosen(String old) {
        List<Element> chosen = new ArrayList<>();
        for (Element choice : asked.chosen()) {
            if (Asked.text(choice, "product").equals(old)) {
                chosen.add(choice);
            }
        }
        return chosen.toArray(new Element[0]);
    }

    private void claim(Element[] products, Field list, Set<GroupKey> before) {
        int[] taken = new int[sorted.municipalities().size()];
        List<List<Element>> claims = new ArrayList<>();
        for (int i = 0; i < products.length; i++) {
            claims.add(new ArrayList<>());
        }
        for (GroupKey group : sorted.groups()) {
            if (group.situation() == 1) {
                continue;
            }
            List<Element> ofProduct = claims.get(group.product());
            for (int place = 0; place < taken.length; place++) {
                int own = sorted.count(group, place);
                if (own > 0) {
                    String segment = "claims/" + ofProduct.size();
                    Element claim = new Element(list.requireItem(), products[group.product()], segment);
                    fill(claim, group.situation(), sorted.municipalities().get(place), taken[place] + own);
                    ofProduct.add(claim);
                }
            }
            if (before.contains(group)) {
                for (int place = 0; place < taken.length; place++) {
                    taken[place] += sorted.count(group, place);
                }
            }
        }
        for (int i = 0; i < products.length; i++) {
            products[i].set(list, claims.get(i).toArray(new Element[0]));
        }
    }

    private void fill(Element claim, int situation, String municipality, int reindications) {
        Shape item = claim.shape();
        claim.set(item.require("situation"), (long) situation);
        claim.set(item.require("municipality"), municipality);
        claim.set(item.require("reindications"), (long) reindications);
        if (fullMonths > 0) {
            claim.set(item.require("perMonth"), (long) ((reindications + fullMonths - 1) / fullMonths));
        }
    }
}
