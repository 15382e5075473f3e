package dev.kvitt.events.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayKeysTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Test
    void theYoungestKeyThatHasBegunIsTheKeyOfTheDay() {
        assertThat(chosen(daysFromToday(-2, -1, 0, 1))).isEqualTo("2026-11-21");
        assertThat(chosen(daysFromToday(1, -1, -2))).isEqualTo("2026-11-20");
        assertThat(chosen(daysFromToday(-2))).isEqualTo("2026-11-19");
    }

    @Test
    void noKeyOfTomorrowAndNoneWhoseLifeIsOverIsTaken() {
        assertThat(DayKeys.toSealOn(TODAY, daysFromToday(1, -3, -4))).isEmpty();
        assertThat(DayKeys.toSealOn(TODAY, new JWKSet())).isEmpty();
    }

    @Test
    void keysForOtherUsesAreSteppedOver() throws JOSEException {
        var keys = new JWKSet(List.of(
                new ECKeyGenerator(Curve.P_256).keyID("signing").generate(),
                new ECKeyGenerator(Curve.P_256).generate(),
                new ECKeyGenerator(Curve.P_384).keyID("2026-11-21").generate(),
                new OctetSequenceKeyGenerator(256).keyID("2026-11-21").generate(),
                DayKeys.generate(TODAY.minusDays(1))));

        assertThat(chosen(keys)).isEqualTo("2026-11-20");
    }

    @Test
    void aKeyLivesThreeDaysFromTheBeginningOfItsDay() {
        assertThat(DayKeys.LIFE_DAYS).isEqualTo(3);
        assertThat(DayKeys.alive(TODAY, TODAY)).isTrue();
        assertThat(DayKeys.alive(TODAY, TODAY.plusDays(2))).isTrue();
        assertThat(DayKeys.alive(TODAY, TODAY.plusDays(3))).isFalse();
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        var sealer = new Sealer(JWKSet::new, () -> Instant.parse("2026-11-21T10:00:00Z"));

        assertThatExceptionOfType(NoSealingKeyException.class)
                .isThrownBy(() -> sealer.seal("4748059528"))
                .withMessageContaining("2026-11-21")
                .withMessageNotContaining("4748059528");
    }

    private static JWKSet daysFromToday(int... days) {
        return new JWKSet(Arrays.stream(days)
                .mapToObj(day -> (JWK) DayKeys.generate(TODAY.plusDays(day)))
                .toList());
    }

    private static String chosen(JWKSet keys) {
        return DayKeys.toSealOn(TODAY, keys).map(ECKey::getKeyID).orElseThrow();
    }
}
