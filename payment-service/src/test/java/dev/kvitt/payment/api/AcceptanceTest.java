package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is accepted while not all replicas are of a release that reads it. */
class AcceptanceTest {

    @Test
    void while_the_door_is_closed_nothing_is_written_down_and_tills_are_told_to_come_back() {
        var settings = TokensTest.settings(Map.of("kvitt.api.accept-requests", "false"));
        var closed = new Acceptance(null, null, null, null, InstantSource.system(), settings);
        assertThatThrownBy(() -> closed.accept(null, SaleRequest.OPENING, null, null))
                .isInstanceOfSatisfying(NoAnswer.class, e -> {
                    assertThat(e.response().getStatus()).isEqualTo(503);
                    assertThat(e.response().getHeaderString("Retry-After")).isEqualTo("5");
                });
    }
}
