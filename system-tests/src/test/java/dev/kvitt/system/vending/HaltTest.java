package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.system.StackUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** payment-service is gone while the time to choose runs out. Other deaths of services: {@code CrashTest}. */
class HaltTest {

    private static final String IMPATIENT_QR = "machine-2-qr";
    private static final String CUSTOMER = "4712345679";

    /** Default of {@code kvitt.payment.selection-grace}: the timer is due after it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static Stack stack;
    private static Vending vending;

    @BeforeAll
    static void start() {
        stack = StackUnderTest.stack();
        vending = StackUnderTest.vending();
    }

    private static void settles(SaleContext sale) {
        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        Expect.receipt(vending, sale);
        Expect.atVipps(vending, sale, Expect.sums(5000, 3000, 2000), 4);
        assertThat(Expect.distinct(vending, sale, PaymentSettled.class)).hasSize(1);
    }

    @Test
    void a_confirmation_that_nobody_has_read_yet_is_not_overtaken_by_the_timer() {
        var sale = vending.scan(IMPATIENT_QR, CUSTOMER);
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        var authorized = vending.authorized(sale);
        stack.kill("payment-service");
        vending.machine.dropped(sale, "fanta", 3000);
        StackUnderTest.waitUntil(authorized.selectUntil().plus(GRACE));

        stack.restart("payment-service");
        settles(sale);
    }
}
