package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OrderLineTest {

    @Test
    void aLineAddsUpToTheMinorUnit() {
        assertThat(line(nok(3000), nok(2400), nok(600)).addsUp()).isTrue();
        assertThat(line(nok(3000), nok(2400), nok(601)).addsUp()).isFalse();
    }

    @Test
    void aLineOfSeveralCurrenciesDoesNotAddUpAndBreaksNothing() {
        assertThat(line(nok(3000), nok(2400), new Money(600, Currency.EUR)).addsUp())
                .isFalse();
        assertThat(line(nok(3000), new Money(2400, Currency.EUR), nok(600)).addsUp())
                .isFalse();
    }

    @Test
    void absurdAmountsDoNotAddUpAndBreakNothing() {
        assertThat(line(nok(1), nok(Money.MAX_VALUE), nok(Money.MAX_VALUE)).addsUp())
                .isFalse();
    }

    @Test
    void namesAndRatesOutsideTheirLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("", "Fanta", 2500));
        assertThatIllegalArgumentException().isThrownBy(() -> line("i".repeat(101), "Fanta", 2500));
        assertThatIllegalArgumentException().isThrownBy(() -> line("id", "", 2500));
        assertThatIllegalArgumentException().isThrownBy(() -> line("id", "n".repeat(201), 2500));
        assertThatIllegalArgumentException().isThrownBy(() -> line("id", "two\nlines", 2500));
        assertThatIllegalArgumentException().isThrownBy(() -> line("id", "Fanta", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> line("id", "Fanta", 10_001));
        assertThat(line("i".repeat(100), "n".repeat(200), 10_000).taxRate()).isEqualTo(10_000);
    }

    private static OrderLine line(Money total, Money totalExcludingTax, Money tax) {
        return new OrderLine("fanta-05", "Fanta", total, totalExcludingTax, tax, 2500);
    }

    private static OrderLine line(String id, String name, int taxRate) {
        return new OrderLine(id, name, nok(3000), nok(2400), nok(600), taxRate);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
