package dev.kvitt.checkin.store;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;

/** Seals with one key that both sides have (JWE, {@code dir}, {@code A256GCM}). */
final class DirectSeal {

    /** What A256GCM takes. */
    static final int KEY_BYTES = 32;

    private final byte[] key;

    DirectSeal(byte[] key) {
        this.key = key.clone();
    }

    /** @param of what it belongs to, in clear and sealed against change; absent where the text names it itself */
    String seal(String clear, String of) {
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(of);
        var jwe = new JWEObject(header.build(), new Payload(clear));
        try {
            jwe.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has AES-GCM with 256 bits", e);
        }
        return jwe.serialize();
    }

    /**
     * @param of as it was sealed
     * @throws JOSEException when it was sealed with another key, was changed, or belongs to something else
     */
    String open(String sealed, String of) throws JOSEException, ParseException {
        var jwe = JWEObject.parse(sealed);
        jwe.decrypt(new DirectDecrypter(key));
        if (of != null && !of.equals(jwe.getHeader().getKeyID())) {
            throw new JOSEException("what is sealed belongs to something else");
        }
        return jwe.getPayload().toString();
    }
}
