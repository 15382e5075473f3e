package dev.kvitt.events.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Keys named after the day they seal, {@code kid} = {@code 2026-11-21} (UTC). */
public final class DayKeys {

    /** How long a day's key lives after the day has begun; afterwards its values are erased. */
    public static final int LIFE_DAYS = 3;

    private DayKeys() {}

    public static ECKey generate(LocalDate day) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.ENCRYPTION)
                    .keyID(day.toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has the curve P-256", e);
        }
    }

    /** The youngest key whose day has begun and whose life is not over. */
    public static Optional<ECKey> toSealOn(LocalDate today, JWKSet keys) {
        return keys.getKeys().stream()
                .filter(ECKey.class::isInstance)
                .map(ECKey.class::cast)
                .filter(key -> !day(key).isAfter(today) && alive(day(key), today))
                .max(Comparator.comparing(DayKeys::day));
    }

    public static boolean alive(LocalDate day, LocalDate today) {
        return today.isBefore(day.plusDays(LIFE_DAYS));
    }

    public static LocalDate day(ECKey key) {
        return LocalDate.parse(key.getKeyID());
    }
}
