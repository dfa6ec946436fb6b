package nl.inkoopkompas.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person who is logged in, whichever way; the principal of every call and page. */
public interface Person extends UserDetails {

    String username();

    /** What colleagues call the person. */
    String name();

    Role role();

    /** CBS code of the only municipality that an officer of the access team works for; null for others. */
    @Nullable
    String municipality();

    @Override
    default List<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role().authority()));
    }

    @Override
    default @Nullable String getPassword() {
        return null;
    }

    @Override
    default String getUsername() {
        return username();
    }
}
