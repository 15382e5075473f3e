package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.system.StackUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service is killed in the middle of a sale and started again: same end, same number of writes at Vipps. */
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

    private static SaleContext requested() {
        var sale = vending.scan(QR, CUSTOMER);
        vending.requested(sale);
        return sale;
    }

    private static SaleContext authorized() {
        var sale = requested();
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
    void the_gateway_is_gone_when_the_customer_approves() {
        var sale = requested();
        stack.kill("webhook-gateway");
        vending.phone.approve(sale.msn(), Expect.reference(sale));
        stack.restart("webhook-gateway");

        vending.authorized(sale);
        vending.machine.dropped(sale, "fanta", 3000);
        settles(sale);
    }

    @Test
    void the_check_in_service_is_gone_when_the_customer_scans() {
        stack.kill("checkin-service");
        var at = vending.phone.scan(Vending.MSN, QR, CUSTOMER);
        stack.restart("checkin-service");

        var sale = vending.opened(QR, at);
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
        vending.machine.dropped(sale, "fanta", 3000);
        settles(sale);
    }

    @Test
    void the_payment_service_is_gone_when_the_product_drops() {
        var sale = authorized();
        stack.kill("payment-service");
        vending.machine.dropped(sale, "fanta", 3000);
        stack.restart("payment-service");
        settles(sale);
    }

    @Test
    void the_capture_service_is_gone_when_the_product_drops() {
        var sale = authorized();
        stack.kill("capture-service");
        vending.machine.dropped(sale, "fanta", 3000);
        stack.restart("capture-service");
        settles(sale);
    }

    @Test
    void the_receipt_service_is_gone_when_the_product_drops() {
        var sale = authorized();
        stack.kill("receipt-service");
        vending.machine.dropped(sale, "fanta", 3000);
        vending.done(sale);
        stack.restart("receipt-service");
        settles(sale);
    }

    @Test
    void the_capture_service_dies_between_Vipps_answer_and_writing_it_down() {
        var sale = authorized();
        stack.kill("capture-service");
        var halted = stack.restartToHalt("capture-service", "task.after-run");
        vending.machine.dropped(sale, "fanta", 3000);
        assertThat(halted).as("it halts at the crash point").succeedsWithin(Duration.ofSeconds(60));
        assertThat(vending.phone.aggregate(sale.msn(), Expect.reference(sale)))
                .as("Vipps has captured, and nobody here knows")
                .isEqualTo(Expect.sums(5000, 3000, 0));
        assertThat(vending.log.of(sale.key()))
                .noneMatch(seen -> seen.event().data() instanceof OperationResult result
                        && result.operationId().kind() == dev.kvitt.events.OperationId.Kind.CAPTURE);

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
