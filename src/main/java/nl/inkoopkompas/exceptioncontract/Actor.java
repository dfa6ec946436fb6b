package nl.inkoopkompas.exceptioncontract;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on cases, or looks at them.
 *
 * @param role {@code TOEGANG}, {@code RWO}, {@code PROGRAMMADIRECTEUR} or {@code AUDITOR}
 * @param municipality the only one that an officer of the access team works for; null for others
 */
public record Actor(String username, String role, @Nullable String municipality) {

    static final String TOEGANG = "TOEGANG";

    boolean isOfAMunicipality() {
        return role.equals(TOEGANG);
    }

    boolean worksFor(String other) {
        return other.equals(municipality);
    }

    /** Whether a case is theirs to see: of another municipality once it is decided on. */
    public boolean sees(ExceptionCase one) {
        CaseResult result = one.result();
        return seesClientOf(one.line()) || (result != null && result.isDecided());
    }

    /** Whether all of a case is theirs to see. */
    public boolean seesClientOf(ExceptionCase.Line line) {
        return !isOfAMunicipality() || worksFor(line.municipality());
    }
}
