package dev.kvitt.events.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final String CLEAR = "4748059528";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T23:59:59Z"));
    private static final ECKey KEY = DayKeys.generate(TODAY);
    private static final JWKSet KEYS = new JWKSet(KEY);

    private final Sealer sealer = new Sealer(KEYS::toPublicJWKSet, CLOCK);
    private final Unsealer unsealer = new Unsealer(() -> KEYS, CLOCK);

    @Test
    void whatIsSealedIsOpenedWithTheKeyOfTheDay() {
        assertThat(unsealer.open(sealer.seal(CLEAR))).contains(CLEAR);
        assertThat(unsealer.open(sealer.seal("blåbær 🫐"))).contains("blåbær 🫐");
    }

    @Test
    void theSameValueIsSealedDifferentlyEachTimeAndNeverShown() {
        var sealed = sealer.seal(CLEAR);

        assertThat(sealer.seal(CLEAR)).isNotEqualTo(sealed);
        assertThat(sealed).hasToString("(sealed)");
        assertThat(sealed.jwe()).doesNotContain(CLEAR);
    }

    @Test
    void theHeaderTellsOnlyWhatIsNeededToOpen() throws ParseException {
        var header = JWEObject.parse(sealer.seal(CLEAR).jwe()).getHeader().toJSONObject();

        assertThat(header).containsOnlyKeys("kid", "alg", "enc", "epk");
        assertThat(header)
                .containsEntry("kid", "2026-11-21")
                .containsEntry("alg", "ECDH-ES")
                .containsEntry("enc", "A256GCM");
    }

    @Test
    void aValueWhoseKeyIsDestroyedIsErased() {
        var old = DayKeys.generate(TODAY.minusDays(3));
        var sealed = new Sealer(() -> new JWKSet(old), () -> Instant.parse("2026-11-18T12:00:00Z")).seal(CLEAR);

        assertThat(unsealer.open(sealed)).isEmpty();
    }

    @Test
    void aValueWhoseKeyHasNotArrivedHereIsNotTakenForErased() {
        var sealed = sealer.seal(CLEAR);
        var behind = new Unsealer(() -> new JWKSet(DayKeys.generate(TODAY.minusDays(1))), CLOCK);

        assertThatExceptionOfType(NoSealingKeyException.class).isThrownBy(() -> behind.open(sealed));
        assertThat(new Unsealer(JWKSet::new).open(sealed)).isEmpty();
    }

    @Test
    void anotherKeyOfTheSameNameOpensNothing() {
        var impostor = new Unsealer(() -> new JWKSet(DayKeys.generate(TODAY)), CLOCK);
        var sealed = sealer.seal(CLEAR);

        assertThatExceptionOfType(UnsealableException.class).isThrownBy(() -> impostor.open(sealed));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4})
    void aValueThatWasTamperedWithIsNotOpened(int part) {
        var parts = sealer.seal(CLEAR).jwe().split("\\.", -1);
        parts[part] = (parts[part].charAt(0) == 'A' ? "B" : "A") + parts[part].substring(1);
        var tampered = new Sealed(String.join(".", parts));

        assertThatExceptionOfType(UnsealableException.class)
                .isThrownBy(() -> unsealer.open(tampered))
                .withMessageNotContaining(CLEAR);
    }

    @Test
    void aValueSealedInAnotherWayIsNotOpened() throws JOSEException {
        assertNotOpened(header(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM));
        assertNotOpened(header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM));
        assertNotOpened(
                header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM).compressionAlgorithm(CompressionAlgorithm.DEF));
    }

    @Test
    void aValueThatNamesNoDayIsNotTakenForErased() throws JOSEException {
        var header = header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM);

        assertNotOpened(header.keyID("some key"));
        assertNotOpened(header.keyID(null));
    }

    private static JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod encryption) {
        return new JWEHeader.Builder(algorithm, encryption).keyID(KEY.getKeyID());
    }

    private void assertNotOpened(JWEHeader.Builder header) throws JOSEException {
        var jwe = new JWEObject(header.build(), new Payload(CLEAR));
        jwe.encrypt(new ECDHEncrypter(KEY));
        var sealed = new Sealed(jwe.serialize());

        assertThatExceptionOfType(UnsealableException.class).isThrownBy(() -> unsealer.open(sealed));
    }
}
