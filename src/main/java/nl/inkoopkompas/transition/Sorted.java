package nl.inkoopkompas.transition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.transition.Asked.GroupKey;
import nl.inkoopkompas.transition.Asked.Product;

/** The indications of a request by product, situation and municipality. */
final class Sorted {

    private static final int SITUATIONS = 5;

    private final int[] products;
    private final byte[] situations;
    private final int[] places;
    private final List<String> municipalities = new ArrayList<>();
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final int[][][] counts;
    private int unplanned;

    Sorted(Asked asked) {
        Element[] indications = asked.indications();
        products = new int[indications.length];
        situations = new byte[indications.length];
        places = new int[indications.length];
        counts = new int[asked.products().size()][SITUATIONS][];
        for (int i = 0; i < indications.length; i++) {
            int place = place(asked.slots().municipality(indications[i]));
            places[i] = place;
            products[i] = asked.place(asked.slots().product(indications[i]));
            if (products[i] < 0) {
                unplanned++;
                continue;
            }
            Product product = asked.product(products[i]);
            situations[i] = (byte) asked.situation(indications[i], product);
            count(products[i], situations[i], place);
        }
    }

    private int place(String municipality) {
        return placeOf.computeIfAbsent(municipality, added -> {
            municipalities.add(added);
            return municipalities.size() - 1;
        });
    }

    private void count(int product, int situation, int place) {
        int[] group = counts[product][situation];
        if (group == null || group.length <= place) {
            int[] wider = new int[place + 4];
            if (group != null) {
                System.arraycopy(group, 0, wider, 0, group.length);
            }
            counts[product][situation] = wider;
            group = wider;
        }
        group[place]++;
    }

    /** The place of the product of an indication, or -1. */
    int product(int indication) {
        return products[indication];
    }

    int situation(int indication) {
        return situations[indication];
    }

    /** The place of the municipality of an indication in {@link #municipalities()}. */
    int municipality(int indication) {
        return places[indication];
    }

    /** The municipalities that occur. */
    List<String> municipalities() {
        return municipalities;
    }

    /** How many indications are of a product that is not listed. */
    int unplanned() {
        return unplanned;
    }

    int count(GroupKey group) {
        int sum = 0;
        for (int place = 0; place < municipalities.size(); place++) {
            sum += count(group, place);
        }
        return sum;
    }

    /** How many indications of a group are of a municipality. */
    int count(GroupKey group, int place) {
        int[] counted = counts[group.product()][group.situation()];
        return counted == null || counted.length <= place ? 0 : counted[place];
    }

    /** The groups that there are, in order of product and situation; what does not run is in none. */
    List<GroupKey> groups() {
        List<GroupKey> groups = new ArrayList<>();
        for (int product = 0; product < counts.length; product++) {
            for (int situation = 1; situation < SITUATIONS; situation++) {
                if (counts[product][situation] != null) {
                    groups.add(new GroupKey(product, situation));
                }
            }
        }
        return groups;
    }
}
