package nl.inkoopkompas.access;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The issuer does not answer, or not as an issuer does. */
final class IssuerAway extends AuthenticationServiceException {

    private static final long serialVersionUID = 1;

    IssuerAway(Throwable cause) {
        super("The issuer cannot be reached", cause);
    }
}
