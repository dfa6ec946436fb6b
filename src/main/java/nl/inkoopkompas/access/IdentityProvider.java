package nl.inkoopkompas.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The issuer that people log in at, and how its claims are read.
 *
 * @param issuer its address; everything else of it is discovered there
 * @param audience what a token for the API must be meant for; the client when it is empty
 * @param usernameClaim names and paths of claims: {@code realm_access.roles} is a claim within a claim
 * @param roles our role by the name that the issuer has for it; when it is empty, the names are the same
 */
@ConfigurationProperties("inkoopkompas.oidc")
record IdentityProvider(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("") String audience,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("municipality") String municipalityClaim,
        @DefaultValue Map<String, Role> roles) {

    String expectedAudience() {
        return audience.isEmpty() ? clientId : audience;
    }

    /** Keeps the secret out of whatever shows this. */
    @Override
    public String toString() {
        return issuer;
    }
}
