package dev.kvitt.events.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens sealed values with the private day keys. */
public final class Unsealer {

    private final Supplier<JWKSet> privateKeys;

    public Unsealer(Supplier<JWKSet> privateKeys) {
        this.privateKeys = privateKeys;
    }

    /**
     * @return the value, or empty when its key has been destroyed: the value is erased
     * @throws UnsealableException when the value is not one of ours or was tampered with
     */
    public Optional<String> open(Sealed sealed) {
        try {
            var jwe = JWEObject.parse(sealed.jwe());
            var header = jwe.getHeader();
            // Only what we seal with: a header must not choose its own algorithm.
            if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                throw new UnsealableException("a value was sealed in another way than ECDH-ES with A256GCM", null);
            }
            var key = privateKeys.get().getKeyByKeyId(header.getKeyID());
            if (!(key instanceof ECKey ec)) {
                return Optional.empty();
            }
            jwe.decrypt(new ECDHDecrypter(ec));
            return Optional.of(jwe.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new UnsealableException("a sealed value cannot be opened with its key", e);
        }
    }
}
