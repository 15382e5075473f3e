package dev.kvitt.events.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Seals values to the key of the day. */
public final class Sealer {

    private final Supplier<JWKSet> publicKeys;
    private final InstantSource clock;

    /** @param publicKeys the installation's JWKS; asked at each sealing, so it should answer from memory */
    public Sealer(Supplier<JWKSet> publicKeys, InstantSource clock) {
        this.publicKeys = publicKeys;
        this.clock = clock;
    }

    /** @throws NoSealingKeyException when the installation has no key for today, or could not be asked */
    public Sealed seal(String clear) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var key = DayKeys.toSealOn(today, publicKeys.get())
                .orElseThrow(() -> new NoSealingKeyException("the installation has no sealing key for " + today));
        var jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(clear));
        try {
            jwe.encrypt(new ECDHEncrypter(key));
        } catch (JOSEException e) {
            throw new NoSealingKeyException("the sealing key of " + today + " does not work", e);
        }
        return new Sealed(jwe.serialize());
    }
}
