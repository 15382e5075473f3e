package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A code that is too old is scanned again; a push that is not allowed becomes a code on the till's screen. */
class ScanAgainAndPushTest {

    private static Story refused(String code) {
        return new Story()
                .opened(Sales.TILL, Kind.PERSONAL_QR)
                .expect(CreatePayment.class)
                .createRefused(code);
    }

    @Test
    void a_personal_code_that_is_too_old_is_shown_again() {
        var story = refused("vipps-4060").expectWaiting("scan-again").presented(Kind.PERSONAL_QR);
        story.expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).operationId().reference().value())
                .endsWith("-2");
    }

    @Test
    void a_token_that_is_too_old_at_a_till_is_scanned_again() {
        new Story()
                .opened(Sales.TILL, Kind.CUSTOMER_TOKEN)
                .expect(CreatePayment.class)
                .createRefused("vipps-4050")
                .expectWaiting("scan-again")
                .presented(Kind.CUSTOMER_TOKEN)
                .expect(CreatePayment.class);
    }

    @Test
    void a_code_that_is_not_shown_again_ends_the_sale() {
        refused("vipps-4060")
                .expectWaiting("scan-again")
                .expectTimer(Timer.GIVE_UP, Sales.VALID_UNTIL.plusMillis(1))
                .later(Duration.ofSeconds(121))
                .timer(Timer.GIVE_UP)
                .expectFailed("vipps-4060");
    }

    @Test
    void a_cancel_instead_of_another_scan_ends_the_sale() {
        refused("vipps-4060").expectWaiting("scan-again").cancelled().expectEnded(How.CANCELLED);
    }

    @Test
    void another_attempt_instead_of_another_scan_asks_the_customer_it_names() {
        refused("vipps-4060")
                .expectWaiting("scan-again")
                .anotherAttempt(Kind.PHONE_NUMBER)
                .expect(CreatePayment.class);
    }

    @Test
    void a_machine_lets_the_customer_scan_anew_as_a_new_sale() {
        new Story()
                .scanned()
                .expect(CreatePayment.class)
                .createRefused("vipps-4050")
                .expectFailed("vipps-4050");
    }

    @Test
    void a_push_that_is_not_allowed_becomes_a_code_on_the_screen() {
        var story = new Story()
                .opened(Sales.withScreen(Sales.TILL), Kind.PHONE_NUMBER)
                .expect(CreatePayment.class)
                .createRefused("vipps-5080")
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).userFlow()).isEqualTo(UserFlow.QR);
        assertThat(story.last(CreatePayment.class).operationId().reference().value())
                .endsWith("-2");
    }

    @Test
    void a_push_that_is_not_allowed_fails_where_there_is_no_screen() {
        refused("vipps-5080").expectFailed("vipps-5080");
    }

    @Test
    void a_cancelled_sale_shows_no_code() {
        new Story()
                .opened(Sales.withScreen(Sales.TILL), Kind.PHONE_NUMBER)
                .expect(CreatePayment.class)
                .cancelled()
                .createRefused("vipps-5080")
                .expectEnded(How.CANCELLED);
    }
}
