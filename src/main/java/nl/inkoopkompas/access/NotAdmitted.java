package nl.inkoopkompas.access;

import org.springframework.security.core.AuthenticationException;

/** The issuer vouches for somebody whom this program cannot let in. */
public final class NotAdmitted extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why somebody is not let in. */
    public enum Reason {
        NO_USERNAME,
        NO_ROLE,
        SEVERAL_ROLES,
        NO_MUNICIPALITY
    }

    NotAdmitted(Reason reason) {
        super("Not admitted: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
