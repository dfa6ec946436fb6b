package nl.inkoopkompas.access;

import org.jspecify.annotations.Nullable;

/** A person as a token of the issuer names them. */
record IssuedPerson(
        String username, String name, Role role, @Nullable String municipality) implements Person {

    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
        return username;
    }
}
