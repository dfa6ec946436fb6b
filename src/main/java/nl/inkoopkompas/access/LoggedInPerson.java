package nl.inkoopkompas.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A person who logged in at the issuer with a browser.
 *
 * @param idToken is sent along when the person logs out there too
 */
record LoggedInPerson(IssuedPerson person, OidcIdToken idToken) implements Person, OidcUser {

    private static final long serialVersionUID = 1;

    @Override
    public String username() {
        return person.username();
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public Role role() {
        return person.role();
    }

    @Override
    public @Nullable String municipality() {
        return person.municipality();
    }

    @Override
    public List<? extends GrantedAuthority> getAuthorities() {
        return person.getAuthorities();
    }

    @Override
    public String getName() {
        return person.username();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public String toString() {
        return person.username();
    }
}
