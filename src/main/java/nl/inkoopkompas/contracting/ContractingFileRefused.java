package nl.inkoopkompas.contracting;

import java.util.List;
import nl.inkoopkompas.sheets.CellError;

/** A file with contracted providers in which something is wrong; nothing of it has been stored. */
public final class ContractingFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<CellError> errors;

    ContractingFileRefused(List<CellError> errors) {
        super(errors.size() + " things are wrong with the file");
        this.errors = List.copyOf(errors);
    }

    public List<CellError> errors() {
        return errors;
    }
}
