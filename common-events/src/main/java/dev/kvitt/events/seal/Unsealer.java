package dev.kvitt.events.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Opens sealed values with the private day keys. */
public final class Unsealer {

    private final Supplier<JWKSet> privateKeys;
    private final Predicate<LocalDate> stillAlive;

    /**
     * Takes every day key that is not there for destroyed. Right only where the keys are always complete; a service that
     * keeps a copy of them gives a clock.
     */
    public Unsealer(Supplier<JWKSet> privateKeys) {
        this.privateKeys = privateKeys;
        this.stillAlive = day -> false;
    }

    /**
     * Tells a key that was destroyed from one that has not arrived here yet.
     *
     * @param privateKeys asked at each opening, so it should answer from memory
     */
    public Unsealer(Supplier<JWKSet> privateKeys, InstantSource clock) {
        this.privateKeys = privateKeys;
        this.stillAlive = day -> DayKeys.alive(day, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * @return the value, or empty when its key has been destroyed: the value is erased
     * @throws UnsealableException when the value is not one of ours or was tampered with
     * @throws NoSealingKeyException when the key should still live but is not here: fetch the keys and try again
     */
    public Optional<String> open(Sealed sealed) {
        try {
            var jwe = JWEObject.parse(sealed.jwe());
            var header = jwe.getHeader();
            requireOurWay(header);
            var key = key(header.getKeyID());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jwe.decrypt(new ECDHDecrypter(key.get()));
            return Optional.of(jwe.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new UnsealableException("a sealed value cannot be opened with its key", e);
        }
    }

    /** Only what we seal with: a header must not choose its own algorithm. */
    private static void requireOurWay(JWEHeader header) {
        if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                || header.getCompressionAlgorithm() != null) {
            throw new UnsealableException("a value was sealed in another way than ECDH-ES with A256GCM", null);
        }
    }

    private Optional<ECKey> key(String keyId) {
        var day = DayKeys.named(keyId)
                .orElseThrow(() -> new UnsealableException("a value was sealed to a key that names no day", null));
        if (privateKeys.get().getKeyByKeyId(keyId) instanceof ECKey key) {
            return Optional.of(key);
        }
        if (stillAlive.test(day)) {
            throw new NoSealingKeyException("the key of " + day + " is not here, but its life is not over");
        }
        return Optional.empty();
    }
}
