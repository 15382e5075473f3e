package dev.kvitt.payment.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long Vipps can keep us from reading a payment by asking us to come back later. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void vipps_is_waited_for_as_long_as_it_asks_but_no_longer_than_the_limit() throws Exception {
        assertThat(waits("45")).isEqualTo(Duration.ofSeconds(45));
        assertThat(waits("3600")).isEqualTo(LIMIT);
        assertThat(waits("999999999")).isEqualTo(LIMIT);
    }

    @Test
    void a_wish_for_less_than_our_own_wait_is_no_reason_to_ask_sooner() throws Exception {
        assertThat(waits("0")).isEqualTo(Duration.ofSeconds(2));
    }

    private static Duration waits(String retryAfter) throws IOException {
        try (var vipps = new CountedVipps(() -> NOW);
                var access = new VippsAccess(
                        Registry.load(OnADatabase.SHOP),
                        ManyOpenSalesTest.at(vipps.url()),
                        Duration.ofSeconds(10),
                        "payment-service",
                        "test",
                        () -> NOW)) {
            vipps.turnsAway(retryAfter);
            var question = new Question(new PaymentReference("counter-1-1"), 1, false).json();
            var task = new Task(1, PaidSale.MSN + "/counter-1", Question.TASK, question, 1, NOW, Optional.empty());
            var again = new Asker(access, () -> NOW, LIMIT).run(task).again();
            return Duration.between(NOW, again.orElseThrow());
        }
    }
}
