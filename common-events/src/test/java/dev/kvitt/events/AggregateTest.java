package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {

    @ParameterizedTest
    @CsvSource({
        "5000, 0, 0, 5000",
        "5000, 3000, 0, 2000",
        "5000, 3000, 2000, 0",
        "5000, 5000, 0, 0",
        "5000, 0, 5000, 0",
        "5000, 4000, 2000, 0",
        "0, 0, 0, 0",
    })
    void whatIsNeitherCapturedNorCancelledCanStillBeCaptured(
            long authorized, long captured, long cancelled, long capturable) {
        assertThat(aggregate(authorized, captured, cancelled, 0).capturable()).isEqualTo(nok(capturable));
    }

    @Test
    void refundsGiveNothingBackToCapture() {
        assertThat(aggregate(5000, 5000, 0, 5000).capturable().isZero()).isTrue();
    }

    @Test
    void ofTwoReadingsEachSumIsTheLargerWhateverOrderTheyCameIn() {
        var early = aggregate(5000, 0, 0, 0);
        var late = aggregate(5000, 3000, 2000, 0);

        assertThat(early.max(late)).isEqualTo(late).isEqualTo(late.max(early));
    }

    @Test
    void aPaymentHasOneCurrency() {
        var euro = Money.zero(Currency.EUR);

        assertThatIllegalArgumentException().isThrownBy(() -> new Aggregate(nok(1), nok(0), euro, nok(0)));
        assertThat(Aggregate.zero(Currency.DKK).refunded()).isEqualTo(Money.zero(Currency.DKK));
    }

    private static Aggregate aggregate(long authorized, long captured, long cancelled, long refunded) {
        return new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(refunded));
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
