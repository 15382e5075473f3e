package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentReference;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How soon a release that Vipps refused is ordered again. */
class ReleaseAgainTest {

    /** The longest that Vipps keeps a reservation. */
    private static final Duration RESERVED = Duration.ofDays(180);

    /** What an operation id has room for. */
    private static final int MOST = 9_999;

    @Test
    void while_the_customers_bank_may_look_at_the_payment_a_till_waits_fifteen_seconds_and_vipps_limit_is_kept() {
        var first = Timing.DEFAULT.releaseAgainAfter(1);
        assertThat(first).isEqualTo(Duration.ofSeconds(15));
        assertThat(Duration.ofMinutes(1).dividedBy(first)).isLessThan(5);
        assertThat(until(Timing.QUICK_RELEASES)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
    }

    @Test
    void numbers_last_for_as_long_as_any_reservation_does() {
        assertThat(until(MOST)).isGreaterThan(RESERVED);
        assertThat(OperationId.of(new PaymentReference("sale-0001-1"), OperationId.Kind.CANCEL, MOST)
                        .number())
                .isEqualTo(MOST);
    }

    /** When the n-th release is ordered, if all before it are refused at once. */
    private static Duration until(int n) {
        return IntStream.range(1, n).mapToObj(Timing.DEFAULT::releaseAgainAfter).reduce(Duration.ZERO, Duration::plus);
    }
}
