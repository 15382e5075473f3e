package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.system.StackUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Vipps cannot be reached for a while: what is owed is taken afterwards, and nobody is asked for what they gave up. */
class VippsGoneTest {

    private static final long ALL = Basket.TOTAL;

    private final Tills tills = new Tills();

    @Test
    void captures_and_refunds_are_done_in_the_end_and_requests_that_are_too_old_never() {
        var refunded = tills.paid(tills.byNumber());
        var sold = tills.open(tills.byNumber().confirmedWithin(300));
        tills.pays(sold, 1);
        tills.shop.authorized(sold.key());
        var wanted = tills.byNumber().validFor(Duration.ofSeconds(3));
        var stillWanted = tills.byNumber();

        StackUnderTest.stack().kill("vipps-sandbox");
        var tooOld = tills.open(wanted);
        var inTime = tills.open(stillWanted);
        tills.till.confirm(sold);
        tills.till.refund(refunded, "refund-1", 10_000);
        StackUnderTest.waitUntil(tooOld.validUntil().plusSeconds(1));
        StackUnderTest.stack().restart("vipps-sandbox");

        tills.pays(inTime, 1);
        tills.settled(inTime);
        tills.settled(sold);
        tills.hears(PaymentRefunded.class, refunded);
        var failed = tills.hears(PaymentFailed.class, tooOld);
        assertThat(failed.refusal().code()).isEqualTo("too-late");
        assertThat(failed.done()).isTrue();

        Books.empty(tills.shop, tooOld);
        Books.close(tills.shop, inTime, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
        // The sandbox forgets its journal when it is killed, so only what came after stands there.
        Books.close(tills.shop, sold, 1, Books.sums(ALL, ALL, 0, 0), "capture=1");
        Books.close(tills.shop, refunded, 1, Books.sums(ALL, ALL, 0, 10_000), "refund=1");
    }
}
