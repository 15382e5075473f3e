package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentRequested;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofSeconds(10);

    @Test
    void vipps_is_asked_as_often_about_the_second_attempt_as_about_the_first() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .expect(CreatePayment.class, PaymentRequested.class);
        asksQuicklyForAMinute(story);
        story.anotherAttempt()
                .expect(CancelPayment.class)
                .terminated()
                .expect(CreatePayment.class)
                .aboutAttempt(2)
                .created()
                .expect(PaymentRequested.class);
        asksQuicklyForAMinute(story);
    }

    private static void asksQuicklyForAMinute(Story story) {
        var end = story.now().plusSeconds(60);
        story.expectLastTimer(Timer.POLL, story.now().plus(FIRST)).later(FIRST).timer(Timer.POLL);
        while (story.now().isBefore(end)) {
            story.expectLastTimer(Timer.POLL, story.now().plus(QUICK))
                    .later(QUICK)
                    .timer(Timer.POLL);
        }
        story.expectLastTimer(Timer.POLL, story.now().plus(SLOW));
    }

    @Test
    void a_grace_that_would_give_up_what_machines_may_still_sell_is_refused_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timing.DEFAULT.withSelectionGrace(Duration.ofSeconds(-1)))
                .withMessageContaining("may still sell");
    }
}
