package dev.kvitt.receipt.domain;

import static dev.kvitt.receipt.Samples.authorized;
import static dev.kvitt.receipt.Samples.captured;
import static dev.kvitt.receipt.Samples.fanta;
import static dev.kvitt.receipt.Samples.nok;
import static dev.kvitt.receipt.Samples.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.ReceiptWay;
import org.junit.jupiter.api.Test;

/** Which payments have a receipt to be posted, and when. */
class SoldTest {

    @Test
    void what_a_machine_sold_is_posted_when_it_is_captured() {
        assertThat(Sold.of(authorized("sold-after", ReceiptWay.AFTER_CAPTURE, fanta())))
                .isEmpty();
        assertThat(Sold.of(captured("sold-after", ReceiptWay.AFTER_CAPTURE, fanta())))
                .hasValueSatisfying(sold -> assertThat(sold.toBePosted()).isTrue());
    }

    @Test
    void a_meters_receipt_is_posted_when_the_money_is_reserved_and_at_the_latest_when_it_is_captured() {
        assertThat(Sold.of(authorized("sold-before", ReceiptWay.BEFORE_CAPTURE, fanta())))
                .hasValueSatisfying(sold -> assertThat(sold.toBePosted()).isTrue());
        assertThat(Sold.of(captured("sold-before", ReceiptWay.BEFORE_CAPTURE, fanta())))
                .hasValueSatisfying(sold -> assertThat(sold.toBePosted()).isTrue());
    }

    @Test
    void a_receipt_that_went_with_the_request_is_not_posted() {
        assertThat(Sold.of(authorized("sold-create", ReceiptWay.AT_CREATE, fanta())))
                .isEmpty();
        assertThat(Sold.of(captured("sold-create", ReceiptWay.AT_CREATE, fanta())))
                .hasValueSatisfying(sold -> assertThat(sold.toBePosted()).isFalse());
    }

    @Test
    void the_lines_are_held_against_what_was_captured_and_not_against_what_was_reserved() {
        var whole = captured("sold-part", fanta());
        var part = new PaymentCaptured(
                whole.sale(),
                whole.attempt(),
                whole.reference(),
                new Aggregate(nok(5000), nok(3000), nok(2000), nok(0)),
                whole.amount(),
                whole.lines(),
                whole.receiptWay(),
                null);
        assertThat(Sold.of(part))
                .hasValueSatisfying(sold -> assertThat(sold.check().warnings()).isEmpty());
    }

    @Test
    void without_lines_and_for_a_refund_there_is_no_receipt() {
        assertThat(Sold.of(captured("sold-nothing", ReceiptWay.AFTER_CAPTURE))).isEmpty();
        assertThat(Sold.of(authorized("sold-nothing", ReceiptWay.BEFORE_CAPTURE)))
                .isEmpty();
        assertThat(Sold.of(refunded(captured("sold-refund", fanta())))).isEmpty();
    }
}
