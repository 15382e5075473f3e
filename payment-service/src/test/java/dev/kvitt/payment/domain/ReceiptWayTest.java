package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.BottomLine;
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

    private static final BottomLine OPENED = new BottomLine(null, "42", Sales.nok(0), null);
    private static final BottomLine CONFIRMED = new BottomLine("kasse-3", "43", null, null);

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

    @Test
    void a_meters_receipt_is_told_of_again_with_the_capture_in_case_nobody_heard_of_it() {
        var story = TillSaleTest.authorized(Sales.TAXI)
                .receiptTold()
                .expect(CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
        assertThat(story.last(PaymentCaptured.class).receiptWay()).isEqualTo(ReceiptWay.BEFORE_CAPTURE);
        assertThat(story.last(PaymentCaptured.class).lines()).isEqualTo(Sales.TAXI.lines());
    }

    @Test
    void a_meters_receipt_fixes_the_amount() {
        TillSaleTest.authorized(Sales.TAXI).confirmed(4000).expectRefused("receipt-is-fixed");
    }

    @Test
    void money_waits_for_no_receipt_where_there_is_none() {
        TillSaleTest.requested(Sales.withoutLines(Sales.TAXI))
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void what_stands_below_the_lines_goes_wherever_they_go() {
        var till = TillSaleTest.requested(Sales.with(Sales.TILL, OPENED)).last(CreatePayment.class);
        assertThat(till.bottomLine()).isEqualTo(OPENED);
        var meter = TillSaleTest.requested(Sales.with(Sales.TAXI, OPENED));
        assertThat(meter.last(CreatePayment.class).bottomLine()).isNull();
        assertThat(meter.webhook("AUTHORIZED", 5000)
                        .last(PaymentAuthorized.class)
                        .bottomLine())
                .isEqualTo(OPENED);
        assertThat(capturedOf(Sales.with(Sales.TILL_UP_TO, OPENED), CONFIRMED).bottomLine())
                .isEqualTo(CONFIRMED);
    }

    @Test
    void what_was_said_at_the_opening_stands_below_the_lines_where_the_confirmation_says_nothing() {
        assertThat(capturedOf(Sales.with(Sales.TILL_UP_TO, OPENED), null).bottomLine())
                .isEqualTo(OPENED);
    }

    private static PaymentCaptured capturedOf(Terms terms, BottomLine confirmed) {
        return TillSaleTest.authorized(terms)
                .confirmed(Sales.nok(5000), confirmed)
                .expect(CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class)
                .last(PaymentCaptured.class);
    }
}
