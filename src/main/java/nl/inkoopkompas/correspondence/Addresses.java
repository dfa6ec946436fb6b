package nl.inkoopkompas.correspondence;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails about exceptions go. An address that is not set is never guessed.
 *
 * @param municipalities by CBS code
 * @param providers by KvK number
 * @param roles mailboxes of roles, by role
 */
@ConfigurationProperties("inkoopkompas.addresses")
record Addresses(
        @DefaultValue Map<String, String> municipalities,
        @DefaultValue Map<String, String> providers,
        @DefaultValue Map<String, String> roles) {

    Addresses {
        Stream.of(municipalities, providers, roles)
                .flatMap(addresses -> addresses.entrySet().stream())
                .filter(entry -> !entry.getValue().isBlank() && !LetterCheck.isAddress(entry.getValue()))
                .forEach(entry -> {
                    throw new IllegalArgumentException("inkoopkompas.addresses: " + entry.getKey() + " has "
                            + entry.getValue() + ", which is not one e-mail address");
                });
    }

    @Nullable
    String ofMunicipality(String code) {
        return set(municipalities.get(code));
    }

    @Nullable
    String ofProvider(String kvkNumber) {
        return set(providers.get(kvkNumber));
    }

    @Nullable
    String ofRole(String role) {
        return set(roles.get(role));
    }

    private static @Nullable String set(@Nullable String address) {
        return address == null || address.isBlank() ? null : address;
    }
}
