package dev.kvitt.gateway.store;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Seals webhook secrets for the store: JWE (RFC 7516), {@code dir} with A256GCM. */
public final class SecretSeal {

    private final SecretKey key;

    /** @param key AES, 32 bytes */
    public SecretSeal(SecretKey key) {
        this.key = key;
    }

    /** A text that only the holder of the key can read. */
    public String seal(WebhookSecret secret) {
        var jwe = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(secret.text()));
        try {
            jwe.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the gateway's key cannot seal", e);
        }
        return jwe.serialize();
    }

    /** Empty when it was sealed with another key or is damaged. */
    public Optional<WebhookSecret> open(String sealed) {
        try {
            var jwe = JWEObject.parse(sealed);
            if (!JWEAlgorithm.DIR.equals(jwe.getHeader().getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(jwe.getHeader().getEncryptionMethod())) {
                return Optional.empty();
            }
            jwe.decrypt(new DirectDecrypter(key));
            return Optional.of(new WebhookSecret(jwe.getPayload().toString()));
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
