package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.UserFlow;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sale of a till from its opening to the money: in either order of basket and customer, taken at once or on confirmation. */
class TillSaleTest {

    static Story requested(Terms terms) {
        return new Story()
                .opened(terms, Kind.PERSONAL_QR)
                .expect(CreatePayment.class)
                .created()
                .expect(PaymentRequested.class);
    }

    static Story authorized(Terms terms) {
        return requested(terms).webhook("AUTHORIZED", 5000).expect(PaymentAuthorized.class);
    }

    static Story paid() {
        return authorizedAtOnce().captureDone(5000).expect(PaymentCaptured.class, PaymentSettled.class);
    }

    static Story authorizedAtOnce() {
        return requested(Sales.TILL).webhook("AUTHORIZED", 5000).expect(PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void a_final_amount_is_captured_as_soon_as_the_customer_approves() {
        var story = paid();

        assertThat(story.last(CapturePayment.class).amount()).isEqualTo(nok(5000));
        assertThat(story.last(PaymentSettled.class).amount()).isEqualTo(nok(5000));
        assertThat(story.last(PaymentSettled.class).lines()).containsExactly(Sales.basket());
        assertThat(story.last(PaymentAuthorized.class).selectUntil()).isNull();
    }

    @Test
    void the_basket_comes_first_and_the_customer_later() {
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .presented(Kind.PHONE_NUMBER)
                .expect(CreatePayment.class);
    }

    @Test
    void the_customer_comes_first_and_the_basket_later() {
        new Story()
                .presented(Kind.PERSONAL_QR)
                .expectNothing()
                .opened(Sales.TILL)
                .expect(CreatePayment.class);
    }

    @Test
    void of_two_customers_before_the_basket_the_latest_is_asked() {
        var story = new Story()
                .presented(Kind.PERSONAL_QR)
                .presented(Kind.PHONE_NUMBER)
                .opened(Sales.TILL)
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.PHONE_NUMBER);
    }

    @Test
    void a_customer_presented_before_the_opening_counts_more_than_one_named_in_it() {
        var story = new Story()
                .presented(Kind.PERSONAL_QR)
                .opened(Sales.TILL, Kind.SCREEN)
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.PERSONAL_QR);
    }

    @Test
    void a_second_customer_after_the_request_is_refused() {
        requested(Sales.TILL).presented(Kind.PHONE_NUMBER).expectRefused("already-asked");
    }

    @Test
    void a_customer_presented_after_the_sale_is_paid_is_refused() {
        paid().presented(Kind.PHONE_NUMBER).expectRefused("already-asked");
    }

    @Test
    void each_kind_of_customer_is_asked_their_way() {
        assertThat(flowFor(Kind.PERSONAL_QR)).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(flowFor(Kind.PHONE_NUMBER)).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(flowFor(Kind.KNOWN)).isEqualTo(UserFlow.PUSH_MESSAGE);
        assertThat(flowFor(Kind.SCREEN)).isEqualTo(UserFlow.QR);
        assertThat(flowFor(Kind.BROWSER)).isEqualTo(UserFlow.WEB_REDIRECT);
        assertThat(flowFor(Kind.CUSTOMER_TOKEN)).isEqualTo(Sales.TILL.tokenFlow());
    }

    private static UserFlow flowFor(Kind kind) {
        return new Story().opened(Sales.TILL, kind).last(CreatePayment.class).userFlow();
    }

    @Test
    void only_of_who_is_remembered_or_pays_on_a_page_may_it_be_said_that_they_are_elsewhere() {
        assertThat(present(Sales.customer(Kind.KNOWN).customer())).isFalse();
        assertThat(present(Customer.known("customer-1", true))).isTrue();
        assertThat(present(Customer.browser(null, "https://pay.kvitt.example/p/r/x")))
                .isTrue();
        assertThat(present(new Customer(Kind.BROWSER, null, null, null, false))).isFalse();
        assertThat(present(Customer.unknown(Kind.SCREEN))).isTrue();
    }

    private static boolean present(Customer customer) {
        return new Story()
                .opened(Sales.TILL, customer)
                .last(CreatePayment.class)
                .customerPresent();
    }

    @Test
    void the_receipt_goes_with_a_final_amount_and_not_with_an_upper_bound() {
        var fixed = new Story().opened(Sales.TILL, Kind.SCREEN).last(CreatePayment.class);
        var upTo = new Story().opened(Sales.TILL_UP_TO, Kind.SCREEN).last(CreatePayment.class);

        assertThat(fixed.receipt()).containsExactly(Sales.basket());
        assertThat(upTo.receipt()).isEmpty();
    }

    @Test
    void a_till_that_confirms_has_its_time_to_do_so() {
        var story = authorized(Sales.TILL_CONFIRMS);

        assertThat(story.last(PaymentAuthorized.class).selectUntil())
                .isEqualTo(Sales.START.plusSeconds(Sales.SELECT_SECONDS));
        story.confirmed(5000)
                .expect(CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void less_than_the_upper_bound_is_captured_and_the_rest_released_in_that_order() {
        var story = authorized(Sales.TILL_UP_TO)
                .confirmed(1250)
                .expect(CapturePayment.class)
                .captureDone(1250)
                .expect(PaymentCaptured.class, CancelPayment.class)
                .cancelDone(1, 1250, 3750)
                .expect(PaymentReleased.class, PaymentSettled.class);
        assertThat(story.last(PaymentSettled.class).amount()).isEqualTo(nok(1250));
    }

    @Test
    void nothing_is_released_while_it_is_not_known_what_was_captured() {
        authorized(Sales.TILL_UP_TO)
                .confirmed(1250)
                .expect(CapturePayment.class)
                .captureUnknown()
                .expectNothing()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing()
                .captureDone(1250)
                .expect(PaymentCaptured.class, CancelPayment.class);
    }

    @Test
    void a_confirmation_before_the_customer_approves_is_kept_until_they_do() {
        requested(Sales.TILL_CONFIRMS)
                .confirmed(5000)
                .expectNothing()
                .webhook("AUTHORIZED", 5000)
                .expect(CapturePayment.class);
    }

    @Test
    void a_confirmation_of_a_final_amount_that_is_captured_at_once_is_refused_as_made_before() {
        authorizedAtOnce().confirmed(5000).expectRefused("confirmed-before");
    }

    @Test
    void opening_the_same_sale_again_changes_nothing() {
        authorizedAtOnce()
                .opened(Sales.TILL)
                .expectNothing()
                .opened(Sales.TILL, Kind.SCREEN)
                .expectNothing();
    }

    @Test
    void another_sale_under_the_same_id_is_refused() {
        authorizedAtOnce().opened(Sales.TILL_UP_TO).expectRefused("sale-id-reused");
    }

    @Test
    void a_paid_sale_has_nothing_more_to_say_to_late_facts() {
        paid().webhook("CREATED", 5000)
                .webhook("AUTHORIZED", 5000)
                .webhook("CAPTURED", 5000)
                .created()
                .captureDone(5000)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expectNothing();
    }

    @Test
    void a_till_that_lost_track_sends_its_sale_again_and_it_is_the_same_sale() {
        requested(Sales.TILL)
                .opened(Sales.wantedUntil(Sales.TILL, Sales.VALID_UNTIL.plusSeconds(60)), Kind.PERSONAL_QR)
                .expectNothing();
    }

    @Test
    void the_same_goods_at_another_till_are_another_sale() {
        var elsewhere = new SaleContext(Story.MSN, Story.SALE, "hall-b", "till-2", null);
        var request = new Request(elsewhere, new UUID(0, 2), "other");
        requested(Sales.TILL)
                .input(new Input.Opened(request, elsewhere, Sales.TILL, null))
                .expectRefused("sale-id-reused");
    }
}
