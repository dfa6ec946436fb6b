package nl.inkoopkompas.lab.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Place;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;

/**
 * All that some rules read, sorted: single fields, and lists with the fields of their elements. What is judged is taken
 * to be the first of its kind.
 */
final class Reads {

    /** A list, and what is read of it and of its elements. */
    static final class ListReads {
        final String pointer;
        final Map<String, List<Reading>> fields = new LinkedHashMap<>();
        final Map<String, Field> types = new LinkedHashMap<>();
        final Set<String> amounts = new LinkedHashSet<>();
        final List<Survey.Latest> latest = new ArrayList<>();
        final Set<String> inner = new LinkedHashSet<>();
        int places;
        boolean counted;

        ListReads(String pointer) {
            this.pointer = pointer;
        }
    }

    private final String subject;
    private final Map<String, List<Reading>> single = new LinkedHashMap<>();
    private final Map<String, Field> types = new LinkedHashMap<>();
    private final Map<String, ListReads> lists = new LinkedHashMap<>();
    private final SortedSet<LocalDate> days = new TreeSet<>();
    private final Set<String> tooDeep = new LinkedHashSet<>();

    Reads(String subject, List<Survey> surveys, List<Reading> besides) {
        this.subject = subject;
        for (Survey survey : surveys) {
            survey.readings().forEach(this::add);
            days.addAll(survey.days());
        }
        besides.forEach(this::add);
    }

    Map<String, List<Reading>> single() {
        return single;
    }

    Map<String, ListReads> lists() {
        return lists;
    }

    SortedSet<LocalDate> days() {
        return days;
    }

    /** What is read in lists within lists, and cannot be enumerated. */
    Set<String> tooDeep() {
        return tooDeep;
    }

    Field type(String pointer) {
        Field field = types.get(pointer);
        if (field == null) {
            throw new IllegalArgumentException(pointer + " is not read");
        }
        return field;
    }

    /** Reads a field besides, so that it gets a value of its own. */
    void also(Reading reading) {
        add(reading);
    }

    private String here(String pointer) {
        return subject.endsWith("/*") && (pointer.equals(subject) || pointer.startsWith(subject + "/"))
                ? subject.substring(0, subject.length() - 1) + "0" + pointer.substring(subject.length())
                : pointer;
    }

    private void add(Reading reading) {
        String pointer = here(reading.at().pointer());
        if (reading instanceof Survey.Quantified quantified) {
            ListReads list = list(pointer);
            if (list != null) {
                list.places++;
                quantified.within().forEach(outer -> nested(here(outer), pointer));
            }
        } else if (reading instanceof Survey.Added added) {
            ListReads list = list(pointer);
            if (list != null) {
                list.places++;
                String amount = here(added.amount().pointer());
                list.amounts.add(amount);
                list.types.put(amount, added.amount().field());
                added.within().stream()
                        .filter(outer -> !here(outer).equals(pointer))
                        .forEach(outer -> nested(here(outer), pointer));
            }
        } else if (reading instanceof Survey.Latest latest) {
            ListReads list = list(pointer);
            if (list != null) {
                list.latest.add(latest);
            }
        } else {
            field(pointer, reading.at().field(), reading);
            if (reading instanceof Survey.SameAs same) {
                field(here(same.other().pointer()), same.other().field(), new Survey.SameAs(same.other(), same.at()));
            } else if (reading instanceof Survey.Share share) {
                field(here(share.whole().pointer()), share.whole().field(), share);
            }
        }
    }

    /** The pointer of what a reading compares a field with. */
    String other(Survey.SameAs same) {
        return here(same.other().pointer());
    }

    String whole(Survey.Share share) {
        return here(share.whole().pointer());
    }

    String part(Survey.Share share) {
        return here(share.at().pointer());
    }

    private void nested(String outer, String inner) {
        ListReads list = list(outer);
        if (list != null) {
            list.inner.add(inner);
        }
    }

    private @Nullable ListReads list(String pointer) {
        boolean judged = subject.endsWith("/*") && pointer.equals(subject.substring(0, subject.length() - 2));
        if (pointer.contains("*") || judged) {
            tooDeep.add(pointer);
            return null;
        }
        return lists.computeIfAbsent(pointer, ListReads::new);
    }

    private void field(String pointer, Field field, Reading reading) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            if (field.type() == Type.LIST) {
                ListReads list = list(pointer);
                if (list != null) {
                    list.counted = true;
                }
                return;
            }
            types.put(pointer, field);
            single.computeIfAbsent(pointer, key -> new ArrayList<>()).add(reading);
            return;
        }
        if (pointer.indexOf("/*", star + 1) >= 0) {
            tooDeep.add(pointer);
            return;
        }
        ListReads list = list(pointer.substring(0, star));
        if (list != null) {
            list.types.put(pointer, field);
            list.fields.computeIfAbsent(pointer, key -> new ArrayList<>()).add(reading);
        }
    }

    /** A place as it is read here. */
    static Place place(String pointer, Field field) {
        return new Place(pointer, field);
    }
}
