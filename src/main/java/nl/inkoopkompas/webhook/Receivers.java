package nl.inkoopkompas.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The systems that are told.
 *
 * @param address where this program is reached, which links begin with; empty for links without a host
 * @param timeout how long a system may take to answer
 * @param municipalities by CBS code
 */
@ConfigurationProperties("inkoopkompas.webhooks")
public record Receivers(
        @DefaultValue("") String address,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue Map<String, Receiver> municipalities) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Receivers {
        municipalities.forEach((municipality, receiver) -> {
            URI url = receiver.url();
            boolean secure = "https".equals(url.getScheme());
            boolean here = "http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost()));
            if (url.getHost() == null || url.getUserInfo() != null || !(secure || here)) {
                throw new IllegalArgumentException(
                        "inkoopkompas.webhooks: the address of " + municipality + " is not an https address");
            }
            if (!Signature.isSecret(receiver.secret())) {
                throw new IllegalArgumentException("inkoopkompas.webhooks: the secret of " + municipality
                        + " is not whsec_ with 24 to 64 bytes in base64");
            }
        });
    }

    /**
     * A system.
     *
     * @param secret that its messages are signed with
     */
    public record Receiver(URI url, String secret) {

        @Override
        public String toString() {
            return url.toString();
        }
    }

    @Nullable
    Receiver of(String municipality) {
        return municipalities.get(municipality);
    }
}
