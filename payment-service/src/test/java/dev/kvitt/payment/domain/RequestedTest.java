package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.UserFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the till hears when the customer is asked, and when nobody could be. */
class RequestedTest {

    private static final String URL = "https://qr-image.vipps.example/v1?token=1";

    @ParameterizedTest
    @EnumSource(names = {"SCREEN", "BROWSER"})
    void who_is_still_to_scan_or_to_open_a_page_gets_what_vipps_answered(Kind kind) {
        var requested = opened(kind).created(URL).expect(PaymentRequested.class).last(PaymentRequested.class);
        assertThat(requested.redirectUrl()).isEqualTo(URL);
        assertThat(requested.userFlow()).isEqualTo(kind == Kind.SCREEN ? UserFlow.QR : UserFlow.WEB_REDIRECT);
    }

    @ParameterizedTest
    @EnumSource
    void a_webhook_that_overtakes_the_answer_proves_nothing_and_leaves_no_till_without_the_code(Kind kind) {
        var story = opened(kind)
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expectNothing()
                .created(URL)
                .expect(PaymentRequested.class);
        assertThat(story.last(PaymentRequested.class).redirectUrl()).isEqualTo(URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-sent-customer-unreadable", "vipps-7010"})
    void what_was_certainly_not_asked_makes_room_for_the_next_attempt_at_once(String code) {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .createRefused(code)
                .expect(CreatePayment.class, PaymentFailed.class)
                .anotherAttempt(Kind.SCREEN)
                .expect(CreatePayment.class);
    }

    @Test
    void the_receipt_names_the_till() {
        var create = opened(Kind.SCREEN).last(CreatePayment.class);
        assertThat(create.tillId()).isEqualTo(Story.CONTEXT.tillId());
        assertThat(create.receipt()).isEqualTo(Sales.TILL.lines());
    }

    private static Story opened(Kind kind) {
        return new Story().opened(Sales.TILL, kind).expect(CreatePayment.class);
    }
}
