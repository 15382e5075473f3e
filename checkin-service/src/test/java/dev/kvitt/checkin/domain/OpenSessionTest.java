package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.seal.Sealed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether a scan that waits may be of the customer who has the code already. */
class OpenSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Sealed TOKEN = new Sealed("a.b.c.d.e");

    @Test
    void a_second_scan_of_who_has_approved_is_looked_at_whatever_is_heard_after_that() {
        var captured = held(TOKEN).approved(true).heldUntil(NOW.plusSeconds(60)).approved(false);
        assertThat(captured.mayBeSameCustomers())
                .as("whether it is asked whose the second scan is")
                .isTrue();
    }

    @Test
    void before_the_approval_and_where_nobody_knows_who_approved_no_scan_is_looked_at() {
        assertThat(held(TOKEN).approved(false).mayBeSameCustomers()).isFalse();
        assertThat(held(null).approved(true).mayBeSameCustomers()).isFalse();
    }

    private static OpenSession held(Sealed token) {
        return OpenSession.of("123456/scan-1", NOW, NOW.plusSeconds(600), token);
    }
}
