package nl.inkoopkompas.access;

import org.jspecify.annotations.Nullable;

/**
 * An invented person.
 *
 * @param password encoded
 */
record DemoPerson(
        String username, String name, Role role, @Nullable String municipality, String password) implements Person {

    private static final long serialVersionUID = 1;

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return username;
    }
}
