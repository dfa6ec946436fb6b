package nl.inkoopkompas.contracting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every version of one contracting, oldest first. */
public record ContractingHistory(List<Contracting> versions) {

    public Contracting latest() {
        return versions.get(versions.size() - 1);
    }

    /** The version in force on a day: the last recorded of those that hold by then. */
    public Optional<Contracting> on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.holdsFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }
}
