package dev.kvitt.events.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
                .filter(key -> Curve.P_256.equals(key.getCurve()))
                .filter(key -> named(key.getKeyID())
                        .filter(day -> !day.isAfter(today) && alive(day, today))
                        .isPresent())
                .max(Comparator.comparing(DayKeys::day));
    }

    public static boolean alive(LocalDate day, LocalDate today) {
        return today.isBefore(day.plusDays(LIFE_DAYS));
    }

    /** Empty for a key id that names no day: a JWKS may hold keys for other uses. */
    static Optional<LocalDate> named(String keyId) {
        try {
            return Optional.ofNullable(keyId).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @throws DateTimeParseException when the key is not named after a day */
    public static LocalDate day(ECKey key) {
        return LocalDate.parse(key.getKeyID());
    }
}
