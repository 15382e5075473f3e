package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.ReceiptWay;
import org.junit.jupiter.api.Test;

/** Whoever posts receipts hears which payments have theirs already: Vipps takes one for a payment. */
class ReceiptWayTest {

    @Test
    void lines_that_went_with_the_request_are_not_posted_again() {
        var paid = TillSaleTest.paid();
        assertThat(paid.last(PaymentCaptured.class).receiptWay()).isEqualTo(ReceiptWay.AT_CREATE);
        assertThat(paid.last(PaymentCaptured.class).lines()).isEqualTo(Sales.TILL.lines());
    }

    @Test
    void a_final_amount_that_is_confirmed_with_lines_it_was_opened_without_gets_a_receipt_afterwards() {
        var story = new Story()
                .opened(Sales.withoutLines(Sales.TILL_CONFIRMS), Kind.PHONE_NUMBER)
                .created()
                .webhook("AUTHORIZED", 5000)
                .confirmed(5000)
                .expect(CreatePayment.class, PaymentRequested.class, PaymentAuthorized.class, CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
        assertThat(story.last(PaymentCaptured.class).receiptWay()).isEqualTo(ReceiptWay.AFTER_CAPTURE);
    }

    @Test
    void a_meters_receipt_is_posted_when_the_money_is_reserved() {
        var story = TillSaleTest.requested(Sales.TAXI).webhook("AUTHORIZED", 5000);
        var authorized = story.last(PaymentAuthorized.class);
        assertThat(authorized.receiptWay()).isEqualTo(ReceiptWay.BEFORE_CAPTURE);
        assertThat(authorized.lines()).isEqualTo(Sales.TAXI.lines());
    }

    @Test
    void what_is_only_an_upper_bound_has_no_lines_yet() {
        var authorized = TillSaleTest.authorized(Sales.TILL_UP_TO).last(PaymentAuthorized.class);
        assertThat(authorized.receiptWay()).isEqualTo(ReceiptWay.AFTER_CAPTURE);
        assertThat(authorized.lines()).isEmpty();
    }
}
