package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Money FIFTY = nok(5000);
    private static final Money THIRTY = nok(3000);

    @Test
    void sumsAndDifferencesAreExact() {
        assertThat(THIRTY.plus(FIFTY)).isEqualTo(nok(8000));
        assertThat(FIFTY.minusDownToZero(THIRTY)).isEqualTo(nok(2000));
    }

    @Test
    void aDifferenceIsNeverNegative() {
        assertThat(THIRTY.minusDownToZero(FIFTY).isZero()).isTrue();
    }

    @Test
    void amountsAreCompared() {
        assertThat(FIFTY.moreThan(THIRTY)).isTrue();
        assertThat(FIFTY.moreThan(FIFTY)).isFalse();
        assertThat(THIRTY.max(FIFTY)).isEqualTo(FIFTY).isEqualTo(FIFTY.max(THIRTY));
    }

    @Test
    void currenciesAreNeverMixed() {
        var euro = new Money(1, Currency.EUR);

        assertThatIllegalArgumentException().isThrownBy(() -> FIFTY.plus(euro));
        assertThatIllegalArgumentException().isThrownBy(() -> FIFTY.minusDownToZero(euro));
        assertThatIllegalArgumentException().isThrownBy(() -> FIFTY.max(euro));
        assertThatIllegalArgumentException().isThrownBy(() -> FIFTY.moreThan(euro));
    }

    @Test
    void amountsOutsideTheLimitsAreRefused() {
        assertThat(nok(Money.MAX_VALUE).value()).isEqualTo(1_000_000_000_000L);
        assertThatIllegalArgumentException().isThrownBy(() -> nok(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> nok(Money.MAX_VALUE + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nok(Money.MAX_VALUE).plus(nok(1)));
        assertThatNullPointerException().isThrownBy(() -> new Money(1, null));
    }

    @Test
    void peopleReadItWithTwoDecimals() {
        assertThat(nok(4905)).hasToString("49.05 NOK");
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
