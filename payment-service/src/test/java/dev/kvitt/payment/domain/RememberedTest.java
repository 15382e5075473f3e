package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.UserFlow;
import org.junit.jupiter.api.Test;

/** Sales whose customer is asked whether they may be remembered, and those of a customer who is. */
class RememberedTest {

    private static final String PURPOSE = "Your next payment without a code";
    private static final Terms ASKING = Sales.remembering(Sales.TILL_CONFIRMS, PURPOSE);

    @Test
    void a_customer_is_asked_for_their_number_only_where_the_till_says_what_for() {
        var asked = new Story().opened(ASKING, Kind.BROWSER);
        var unasked = new Story().opened(Sales.TILL_CONFIRMS, Kind.BROWSER);

        assertThat(said(asked, CreatePayment.class).shareNumber()).isTrue();
        assertThat(said(unasked, CreatePayment.class).shareNumber()).isNull();
    }

    @Test
    void whoever_keeps_the_number_is_told_what_for_when_the_customer_has_agreed() {
        var story = new Story().opened(ASKING, Kind.BROWSER).created().webhook("AUTHORIZED", 5000);

        assertThat(said(story, PaymentAuthorized.class).remember()).isEqualTo(PURPOSE);
    }

    @Test
    void a_sale_confirmed_before_it_was_paid_tells_it_with_the_capture() {
        var story = new Story()
                .opened(ASKING, Kind.BROWSER)
                .confirmed(5000)
                .created()
                .webhook("AUTHORIZED", 5000)
                .captureDone(5000);

        assertThat(story.everythingSaid()).noneMatch(PaymentAuthorized.class::isInstance);
        assertThat(said(story, PaymentCaptured.class).remember()).isEqualTo(PURPOSE);
    }

    @Test
    void the_till_hears_the_customers_id_also_after_the_last_word() {
        var story = new Story()
                .opened(ASKING, Kind.BROWSER)
                .created()
                .webhook("AUTHORIZED", 5000)
                .confirmed(5000)
                .captureDone(5000)
                .remembered();

        assertThat(said(story, CustomerKnown.class).customerId()).isEqualTo("customer-1");
        assertThat(Phase.of(story.sale())).isEqualTo(Phase.SETTLED);
    }

    @Test
    void a_remembered_customer_is_asked_by_push() {
        var story = new Story().opened(Sales.TILL, Kind.KNOWN);

        assertThat(said(story, CreatePayment.class).userFlow()).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(said(story, CreatePayment.class).customer().customerId()).isEqualTo("customer-1");
    }

    @Test
    void where_no_push_is_allowed_a_remembered_customer_scans_the_tills_screen() {
        var story = new Story().opened(Sales.withScreen(Sales.TILL), Kind.KNOWN).createRefused("vipps-5080");

        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.SCREEN);
    }

    @Test
    void who_is_not_remembered_any_more_was_certainly_not_asked_and_another_attempt_asks_at_once() {
        var story = new Story()
                .opened(Sales.TILL, Kind.KNOWN)
                .expect(CreatePayment.class)
                .createRefused("not-sent-customer-unknown")
                .expectFailed("not-sent-customer-unknown")
                .anotherAttempt(Kind.PHONE_NUMBER);

        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.PHONE_NUMBER);
    }

    @Test
    void the_same_id_for_another_purpose_is_another_sale() {
        var story = new Story()
                .opened(ASKING, Kind.BROWSER)
                .opened(Sales.remembering(Sales.TILL_CONFIRMS, "Letters about offers"), Kind.BROWSER);

        assertThat(said(story, RequestRefused.class).refusal().code()).isEqualTo("sale-id-reused");
    }

    private static <T> T said(Story story, Class<T> type) {
        return story.everythingSaid().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
