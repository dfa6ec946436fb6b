package nl.inkoopkompas.access;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The issuer, discovered when somebody first needs it: a program that starts while the issuer is away works as soon as
 * it is back.
 */
@Component
@Profile("!demo")
class Issuer implements ClientRegistrationRepository, JwtDecoder {

    /** The name of the issuer in addresses of this program. */
    static final String ID = "inkoopkompas";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    private final IdentityProvider provider;
    private final AtomicReference<@Nullable Discovered> discovered = new AtomicReference<>();

    Issuer(IdentityProvider provider) {
        this.provider = provider;
    }

    private record Discovered(ClientRegistration registration, JwtDecoder decoder) {}

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return registrationId.equals(ID) ? discovered().registration() : null;
    }

    @Override
    public Jwt decode(String token) {
        return discovered().decoder().decode(token);
    }

    private Discovered discovered() {
        Discovered known = discovered.get();
        if (known == null) {
            known = discover();
            discovered.set(known);
        }
        return known;
    }

    private Discovered discover() {
        try {
            ClientRegistration registration = ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(ID)
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .scope(provider.scopes())
                    .build();
            return new Discovered(
                    registration,
                    decoder(String.valueOf(registration.getProviderDetails().getJwkSetUri())));
        } catch (RuntimeException e) {
            LOG.warn("The issuer {} cannot be reached or read: {}", provider.issuer(), e.getMessage());
            throw new IssuerAway(e);
        }
    }

    private JwtDecoder decoder(String keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .discoverJwsAlgorithms()
                .validateType(false)
                .build();
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        JwtClaimValidator<Collection<String>> audience = new JwtClaimValidator<>(
                JwtClaimNames.AUD, meant -> meant != null && meant.contains(provider.expectedAudience()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new JwtIssuerValidator(provider.issuer()), audience, type));
        return decoder;
    }
}
