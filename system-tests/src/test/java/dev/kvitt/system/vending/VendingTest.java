package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.system.StackUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vending line through all services, Kafka and PostgreSQL, against the sandbox. */
class VendingTest {

    private static final String QR = "machine-1-qr";
    private static final String IMPATIENT_QR = "machine-2-qr";
    private static final String CUSTOMER = "4712345678";

    private static Vending vending;

    @BeforeAll
    static void start() {
        vending = StackUnderTest.vending();
    }

    private static SaleContext authorized(String qr) {
        var sale = vending.scan(qr, CUSTOMER);
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
        return sale;
    }

    @Test
    void what_dropped_is_captured_the_rest_released_and_one_receipt_posted() {
        var sale = authorized(QR);
        vending.machine.dropped(sale, "fanta", 3000);

        var done = (PaymentSettled) vending.done(sale);

        assertThat(done.amount()).isEqualTo(Expect.nok(3000));
        assertThat(done.aggregate()).isEqualTo(Expect.sums(5000, 3000, 2000));
        Expect.receipt(vending, sale);
        // create, capture, cancel, receipt
        Expect.atVipps(vending, sale, Expect.sums(5000, 3000, 2000), 4);
    }

    @Test
    void the_dearest_product_needs_no_cancel_call() {
        var sale = authorized(QR);
        vending.machine.dropped(sale, "sandwich", 5000);

        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        Expect.receipt(vending, sale);
        Expect.atVipps(vending, sale, Expect.sums(5000, 5000, 0), 3);
    }

    @Test
    void a_jam_releases_everything() {
        var sale = authorized(QR);
        vending.machine.jammed(sale);

        var done = (PaymentEnded) vending.done(sale);

        assertThat(done.how()).isEqualTo(PaymentEnded.How.CANCELLED);
        Expect.atVipps(vending, sale, Expect.sums(5000, 0, 5000), 2);
    }

    @Test
    void nothing_chosen_until_the_last_moment_releases_everything() {
        var sale = authorized(IMPATIENT_QR);

        var done = (PaymentReleased) vending.done(sale);

        assertThat(done.reason()).isEqualTo("not-selected");
        Expect.atVipps(vending, sale, Expect.sums(5000, 0, 5000), 2);
    }

    @Test
    void a_customer_who_rejects_ends_the_sale() {
        var sale = vending.scan(QR, CUSTOMER);
        vending.phone.reject(sale.msn(), vending.requested(sale).reference());

        var done = (PaymentEnded) vending.done(sale);

        assertThat(done.how()).isEqualTo(PaymentEnded.How.ABORTED);
        Expect.atVipps(vending, sale, Expect.sums(0, 0, 0), 1);
    }

    @Test
    void a_customer_who_never_answers_ends_the_sale() {
        var sale = vending.scan(QR, CUSTOMER);
        vending.phone.ignore(sale.msn(), vending.requested(sale).reference());

        var done = (PaymentEnded) vending.done(sale);

        assertThat(done.how()).isEqualTo(PaymentEnded.How.EXPIRED);
        Expect.atVipps(vending, sale, Expect.sums(0, 0, 0), 1);
    }

    @Test
    void more_than_reserved_is_refused_and_the_sale_goes_on() {
        var sale = authorized(QR);
        vending.machine.dropped(sale, "champagne", 5001);
        var refused = vending.await(
                RequestRefused.class, said -> said.sale().key().equals(sale.key()), "the machine is refused");
        assertThat(refused.refusal().code()).isEqualTo("more-than-reserved");

        vending.machine.jammed(sale);

        assertThat(vending.done(sale)).isInstanceOf(PaymentEnded.class);
        Expect.atVipps(vending, sale, Expect.sums(5000, 0, 5000), 2);
    }

    @Test
    void every_webhook_delivered_twice_changes_nothing() {
        vending.phone.duplicateWebhooks(1);
        try {
            var sale = authorized(QR);
            vending.machine.dropped(sale, "fanta", 3000);

            assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
            Expect.receipt(vending, sale);
            Expect.atVipps(vending, sale, Expect.sums(5000, 3000, 2000), 4);
            assertThat(Expect.distinct(vending, sale, PaymentSettled.class)).hasSize(1);
        } finally {
            vending.phone.duplicateWebhooks(0);
        }
    }
}
