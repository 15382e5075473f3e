package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.UserFlow;
import org.junit.jupiter.api.Test;

/** Passengers press pay on a page; checkin-service lets the next one do so only when the attempt before was told final. */
class PagePressTest {

    private static final String ANNA = "https://pay.kvitt.example/p/r/anna";
    private static final String BO = "https://pay.kvitt.example/p/r/bo";

    @Test
    void who_presses_pay_is_asked_and_comes_back_to_their_own_address() {
        var create = new Story()
                .opened(Sales.TAXI)
                .expect(PaymentWaiting.class)
                .pressed(ANNA)
                .last(CreatePayment.class);
        assertThat(create.userFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
        assertThat(create.customer().returnUrl()).isEqualTo(ANNA);
        assertThat(create.customerPresent()).isTrue();
        assertThat(create.receipt()).as("posted before the capture").isEmpty();
        assertThat(Sales.TAXI.receiptWay()).isEqualTo(ReceiptWay.BEFORE_CAPTURE);
    }

    @Test
    void a_press_that_is_read_before_the_meters_opening_counts() {
        assertThat(new Story()
                        .pressed(ANNA)
                        .opened(Sales.TAXI)
                        .last(CreatePayment.class)
                        .customer())
                .satisfies(customer -> assertThat(customer.returnUrl()).isEqualTo(ANNA));
    }

    @Test
    void when_one_has_declined_the_next_who_presses_is_asked() {
        var story = declined().pressed(BO).expect(CreatePayment.class);
        var next = story.last(CreatePayment.class);
        assertThat(next.reference().attempt()).contains(2);
        assertThat(next.customer().returnUrl()).isEqualTo(BO);
    }

    @Test
    void when_the_request_was_refused_the_next_press_asks_again() {
        new Story()
                .opened(Sales.TAXI)
                .pressed(ANNA)
                .createRefused("vipps-4010")
                .expect(PaymentWaiting.class, CreatePayment.class, PaymentFailed.class)
                .pressed(BO)
                .expect(CreatePayment.class);
    }

    @Test
    void a_press_for_a_ride_that_the_meter_gave_up_asks_nobody() {
        var story = declined().cancelled();
        var before = story.last(CreatePayment.class);
        assertThat(story.pressed(BO).last(CreatePayment.class)).isEqualTo(before);
    }

    @Test
    void a_till_whose_wish_for_the_next_attempt_gives_way_to_a_press_is_told() {
        var story = new Story()
                .opened(Sales.TAXI)
                .pressed(ANNA)
                .created(ANNA)
                .anotherAttempt(Kind.SCREEN)
                .expect(PaymentWaiting.class, CreatePayment.class, PaymentRequested.class, CancelPayment.class)
                .pressed(BO)
                .expectRefused("gave-way")
                .terminated()
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).customer().returnUrl()).isEqualTo(BO);
    }

    @Test
    void a_press_that_gives_way_to_the_tills_wish_is_nobodys_request_to_refuse() {
        var story = new Story()
                .opened(Sales.TAXI)
                .pressed(ANNA)
                .created(ANNA)
                .pressed(BO)
                .expect(PaymentWaiting.class, CreatePayment.class, PaymentRequested.class, CancelPayment.class)
                .anotherAttempt(Kind.SCREEN)
                .expectNothing()
                .terminated()
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.SCREEN);
    }

    private static Story declined() {
        return new Story()
                .opened(Sales.TAXI)
                .pressed(ANNA)
                .expect(PaymentWaiting.class, CreatePayment.class)
                .created(ANNA)
                .expect(PaymentRequested.class)
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expectNothing();
    }
}
