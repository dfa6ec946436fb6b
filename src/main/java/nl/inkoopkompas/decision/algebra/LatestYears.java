package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The latest years of which the papers are due on the reference date: those of year Y are due from the first day of a
 * month in Y + 1.
 */
final class LatestYears {

    private static final int YEARS_AHEAD = 6;

    private final Path year;
    private final NormReference howMany;
    private final NormReference dueMonth;

    LatestYears(Path year, NormReference howMany, NormReference dueMonth) {
        this.year = year;
        this.howMany = howMany;
        this.dueMonth = dueMonth;
    }

    void bind(Binding binding) {
        year.bind(binding);
        howMany.bind(binding);
        dueMonth.bind(binding);
        if (year.isBound() && year.field().type() != Shape.Type.WHOLE) {
            binding.problem("\"" + year.text() + "\" is " + year.field().type().expected() + ", not a year");
        }
    }

    Why judge(Elements elements, Scope scope, Leaf list, Element[] all) {
        Why norms = norms(scope, Truth.TRUE);
        if (!(howMany.norm(scope).value() instanceof Long many)
                || !(dueMonth.norm(scope).value() instanceof Long month)) {
            return norms(scope, Truth.UNKNOWN);
        }
        long last = last(scope, month);
        @Nullable Element[] judged = new Element[many.intValue()];
        boolean gap = false;
        for (int i = 0; i < judged.length; i++) {
            for (Element element : all) {
                if (element.get(year.field()) instanceof Long found && found == last - i) {
                    judged[i] = element;
                }
            }
            gap |= judged[i] == null;
        }
        List<Why> calendar = new ArrayList<>();
        for (Element element : gap ? all : judged) {
            if (element != null) {
                calendar.add(Why.of(Truth.TRUE, new Leaf(element, year.field().slot())));
            }
        }
        calendar.add(norms);
        if (gap) {
            calendar.add(Why.of(Truth.TRUE, list));
        }
        return elements.judge(scope, list, judged, Why.from(Truth.TRUE, calendar.toArray(Why[]::new)));
    }

    Survey.Latest latest(Survey.Place list, Survey survey) {
        howMany.survey(survey);
        dueMonth.survey(survey);
        return new Survey.Latest(list, year.place(survey), whole(howMany.values()), whole(dueMonth.values()));
    }

    private static List<Long> whole(List<Object> values) {
        return values.stream().map(Long.class::cast).toList();
    }

    /** What the first element says by itself; null where its year does not count. */
    @Nullable
    Truth alone(Conjuncts parts, Scope scope, Leaf list) {
        if (!(list.value() instanceof Element[] elements)
                || elements.length == 0
                || !(elements[0].get(year.field()) instanceof Long found)
                || !(howMany.norm(scope).value() instanceof Long many)
                || !(dueMonth.norm(scope).value() instanceof Long month)) {
            return null;
        }
        long last = last(scope, month);
        return found > last || found <= last - many
                ? null
                : parts.why(scope.in(elements[0])).truth();
    }

    private static long last(Scope scope, long month) {
        return scope.day().getYear() - (scope.day().getMonthValue() >= month ? 1 : 2);
    }

    /** What makes the deciding elements count: their own year, the reference date and the norms. */
    Why hit(Scope scope, @Nullable Element[] judged, Why[] whys, Truth decides) {
        List<Why> because = new ArrayList<>();
        for (int i = 0; i < judged.length; i++) {
            Element element = judged[i];
            if (element != null && whys[i].truth() == decides) {
                because.add(Why.of(decides, new Leaf(element, year.field().slot())));
            }
        }
        because.add(norms(scope, decides));
        return Why.from(decides, because.toArray(Why[]::new));
    }

    private Why norms(Scope scope, Truth truth) {
        return Why.from(
                truth,
                Why.of(truth, scope.asOf(), null, howMany.norm(scope)),
                Why.of(truth, null, null, dueMonth.norm(scope)));
    }

    void turningDays(Scope scope, Set<LocalDate> days) {
        for (Object month : dueMonth.values()) {
            for (int ahead = 0; ahead < YEARS_AHEAD; ahead++) {
                days.add(LocalDate.of(scope.day().getYear() + ahead, ((Long) month).intValue(), 1));
            }
        }
        howMany.turningDays(days);
        dueMonth.turningDays(days);
    }
}
