package nl.inkoopkompas.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often logging in may fail, for one name and from one address. An attempt that is refused for this does not count,
 * and the allowance grows back all the time, so that nobody stays locked out.
 */
@Component
class LoginLimits {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 100_000;

    private final Buckets names;
    private final Buckets addresses;
    private final Buckets notes;

    LoginLimits(
            @Value("${inkoopkompas.login.failures-per-name:10}") int perName,
            @Value("${inkoopkompas.login.failures-per-address:100}") int perAddress) {
        this.names = new Buckets(perName);
        this.addresses = new Buckets(perAddress);
        this.notes = new Buckets(2 * perAddress);
    }

    /** How long to wait before trying again; zero when that is possible now. */
    Duration wait(LoginAttempt attempt) {
        return buckets(attempt)
                .map(bucket ->
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    void failed(LoginAttempt attempt) {
        buckets(attempt).forEach(bucket -> bucket.tryConsume(1));
    }

    /** Whether to write down once more what somebody unknown tried, so that nobody fills the disk with it. */
    boolean mayBeNoted(String address) {
        return notes.of(address).tryConsume(1);
    }

    private Stream<Bucket> buckets(LoginAttempt attempt) {
        Bucket address = addresses.of(attempt.address());
        return attempt.username() == null ? Stream.of(address) : Stream.of(names.of(attempt.username()), address);
    }

    private record Buckets(int allowed, Cache<String, Bucket> kept) {

        Buckets(int allowed) {
            this(
                    allowed,
                    Caffeine.newBuilder()
                            .expireAfterAccess(PERIOD)
                            .maximumSize(MOST_KEPT)
                            .build());
        }

        Bucket of(String key) {
            return Objects.requireNonNull(kept.get(key, any -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, PERIOD))
                    .build()));
        }
    }
}
