package dev.kvitt.capture.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Sealer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The installation's sealing keys, one a day of the test's clock. */
@Singleton
public class TestKeys {

    private final Map<LocalDate, ECKey> days = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile boolean away;

    TestKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** While away, the private keys cannot be had. */
    public void away(boolean now) {
        away = now;
    }

    public Sealed seal(String clear) {
        var key = today();
        return new Sealer(() -> new JWKSet(key.toPublicJWK()), clock).seal(clear);
    }

    /** Sealed long ago; the key was destroyed since. */
    public Sealed sealedFourDaysAgo(String clear) {
        var then = clock.instant().minus(Duration.ofDays(4));
        var key = DayKeys.generate(LocalDate.ofInstant(then, ZoneOffset.UTC));
        return new Sealer(() -> new JWKSet(key.toPublicJWK()), InstantSource.fixed(then)).seal(clear);
    }

    String publicKeys() {
        today();
        return new JWKSet(all()).toString(true);
    }

    Optional<JsonNode> privateKeys() {
        today();
        try {
            return away
                    ? Optional.empty()
                    : Optional.of(new ObjectMapper().readTree(new JWKSet(all()).toString(false)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a key set is JSON", e);
        }
    }

    private List<JWK> all() {
        return new ArrayList<>(days.values());
    }

    private ECKey today() {
        return days.computeIfAbsent(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), DayKeys::generate);
    }
}
