package dev.kvitt.payment.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A meter: the receipt is with the customer before the money is taken, but the money does not wait long. */
class ReceiptFirstTest {

    private static Story authorized() {
        return TillSaleTest.authorized(Sales.TAXI);
    }

    @Test
    void the_money_waits_for_the_receipt() {
        authorized().receiptTold().expect(CapturePayment.class);
    }

    @Test
    void it_waits_two_seconds_at_most() {
        authorized()
                .expectTimer(Timer.CAPTURE_NOW, Sales.START.plusSeconds(2))
                .later(Duration.ofSeconds(2))
                .timer(Timer.CAPTURE_NOW)
                .expect(CapturePayment.class)
                .receiptTold()
                .expectNothing();
    }

    @Test
    void a_receipt_told_before_the_approval_captures_nothing() {
        TillSaleTest.requested(Sales.TAXI).receiptTold().expectNothing();
    }

    @Test
    void a_cancel_before_the_receipt_gives_everything_back() {
        authorized()
                .cancelled()
                .expect(CancelPayment.class)
                .receiptTold()
                .timer(Timer.CAPTURE_NOW)
                .expectNothing();
    }

    @Test
    void a_receipt_of_a_sale_that_waits_for_a_confirmation_captures_nothing() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .receiptTold()
                .timer(Timer.CAPTURE_NOW)
                .expectNothing();
    }

    @Test
    void a_receipt_told_while_the_sale_is_parked_captures_after_a_person_has_looked() {
        authorized()
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .receiptTold()
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class, CapturePayment.class);
    }
}
