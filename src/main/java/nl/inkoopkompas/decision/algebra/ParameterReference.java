package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Parameter;
import org.jspecify.annotations.Nullable;

/** A parameter, by its full key or by its last part within the criterion. */
final class ParameterReference extends NormReference {

    private final String name;
    private final List<Norm> norms = new ArrayList<>();

    ParameterReference(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    void bind(Binding binding) {
        Parameter parameter = binding.parameter(name);
        norms.clear();
        if (parameter == null) {
            return;
        }
        for (Parameter.DatedValue value : parameter.values()) {
            norms.add(new Norm(
                    parameter.key(),
                    null,
                    value.value(),
                    parameter.optional(),
                    value.from(),
                    value.source(),
                    parameter.unit(),
                    value.example()));
        }
        binding.reads(
                parameter.key(),
                List.of(
                        parameter.optional(),
                        norms.stream()
                                .map(norm -> Arrays.asList(norm.from(), norm.value()))
                                .toList()));
    }

    @Override
    Norm norm(Scope scope) {
        Norm current = norms.get(0);
        for (int i = 1; i < norms.size(); i++) {
            if (!norms.get(i).from().isAfter(scope.day())) {
                current = norms.get(i);
            }
        }
        return current;
    }

    @Override
    @Nullable
    Leaf pickedBy(Scope scope) {
        return norms.size() > 1 ? scope.asOf() : null;
    }

    @Override
    boolean isFixed() {
        return norms.size() <= 1;
    }

    @Override
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Norm norm : norms) {
            if (norm.value() != null) {
                values.add(norm.value());
            }
        }
        return values;
    }

    @Override
    void survey(Survey survey) {
        survey.parameter(norms.get(0).key());
        turningDays(survey.days());
    }

    @Override
    void turningDays(Set<LocalDate> days) {
        norms.forEach(norm -> days.add(norm.from()));
    }
}
