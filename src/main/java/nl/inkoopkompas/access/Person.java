package nl.inkoopkompas.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person who can log in.
 *
 * @param name what colleagues call the person
 * @param municipality CBS code of the only municipality that an officer of the access team works for; null for others
 * @param password encoded
 */
public record Person(
        String username, String name, Role role, @Nullable String municipality, String password)
        implements UserDetails {

    private static final long serialVersionUID = 1;

    @Override
    public List<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String toString() {
        return username;
    }
}
