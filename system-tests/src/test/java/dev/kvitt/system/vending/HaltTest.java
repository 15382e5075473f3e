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

/**
 * A service is killed in the middle of a sale and started again: same end, same number of writes at Vipps. Every service at every
 * place, and those that wait for a lease, are {@code CrashTest}'s, by its own command.
 */
class HaltTest {

    private static final String QR = "machine-1-qr";
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

    private static SaleContext authorized() {
        var sale = vending.scan(QR, CUSTOMER);
        vending.requested(sale);
        vending.phone.approve(sale.msn(), Expect.reference(sale));
        vending.authorized(sale);
        return sale;
    }

    private static void settles(SaleContext sale) {
        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        Expect.receipt(vending, sale);
        Expect.atVipps(vending, sale, Expect.sums(5000, 3000, 2000), 4);
        assertThat(Expect.distinct(vending, sale, PaymentSettled.class)).hasSize(1);
    }

    @Test
    void the_capture_service_dies_between_capture_and_release() {
        var sale = authorized();
        stack.kill("capture-service");
        var halted = stack.restartToHalt("capture-service", "task.after-commit");
        vending.machine.dropped(sale, "fanta", 3000);
        assertThat(halted).as("it halts at the crash point").succeedsWithin(Duration.ofSeconds(60));
        assertThat(vending.phone.aggregate(sale.msn(), Expect.reference(sale)))
                .as("Vipps has captured, and the rest is still reserved")
                .isEqualTo(Expect.sums(5000, 3000, 0));

        stack.restart("capture-service");
        settles(sale);
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
