package nl.inkoopkompas.web.pages.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.web.pages.form.DraftCheck.Checked;
import org.jspecify.annotations.Nullable;

/**
 * A step of the form.
 *
 * @param id as the address of the page has it
 * @param units what is asked
 * @param finding what asks for it; null for what always has to be known
 * @param deciding whether the answer can still change the outcome
 */
record FormStep(String id, List<Unit> units, @Nullable Finding finding, boolean deciding) {

    static final String BASIS = "basis";
    static final String REVIEW = "controle";

    /** All steps but the review, in order. */
    static List<FormStep> of(Checked checked) {
        List<FormStep> steps = new ArrayList<>();
        steps.add(new FormStep(BASIS, Unit.basis(checked.schema()), null, checked.decision() == null));
        for (Unit list : Unit.lists(checked.schema())) {
            steps.add(new FormStep(list.pointer().substring(1), List.of(list), null, checked.decision() == null));
        }
        for (Finding finding : checked.findings()) {
            List<Unit> units = units(finding, checked);
            if (!units.isEmpty()) {
                steps.add(new FormStep(
                        finding.criterion() + finding.subject(),
                        units,
                        finding,
                        checked.decides(finding) && asks(finding)));
            }
        }
        return steps;
    }

    /** Whether it waits for facts, and not only for a norm that nobody has set. */
    private static boolean asks(Finding finding) {
        var remedy = finding.remedy();
        return finding.verdict() == Verdict.UNDETERMINED
                && remedy != null
                && !remedy.missing().isEmpty();
    }

    /** What is missing first, then what the finding rests on. */
    private static List<Unit> units(Finding finding, Checked checked) {
        Map<String, Unit> units = new LinkedHashMap<>();
        List<String> pointers = new ArrayList<>();
        var remedy = finding.remedy();
        if (remedy != null) {
            pointers.addAll(remedy.missing());
        }
        finding.facts().forEach(fact -> pointers.add(fact.pointer()));
        if (remedy != null) {
            remedy.change().forEach(change -> pointers.add(change.pointer()));
        }
        List<Unit> known = new ArrayList<>(Unit.basis(checked.schema()));
        known.addAll(Unit.lists(checked.schema()));
        for (String pointer : pointers) {
            Unit.at(checked.schema(), pointer)
                    .filter(unit ->
                            known.stream().noneMatch(basis -> basis.pointer().equals(unit.pointer())))
                    .filter(unit -> !isKey(unit, checked))
                    .ifPresent(unit -> units.putIfAbsent(unit.pointer(), unit));
        }
        return List.copyOf(units.values());
    }

    /** Whether a required list asks for it already, such as which product a line is about. */
    private static boolean isKey(Unit unit, Checked checked) {
        return Unit.lists(checked.schema()).stream().anyMatch(list -> list.holds(unit.pointer()))
                && !unit.isList()
                && unit.field().limits().required();
    }

    boolean isOpen() {
        return deciding;
    }
}
