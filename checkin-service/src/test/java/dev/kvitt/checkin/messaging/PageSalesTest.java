package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageSalesTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_sale_of_which_nothing_final_is_told_is_looked_at_less_and_less_often_and_once_a_day_in_the_end() {
        assertThat(PageSales.pause(UNTIL, UNTIL.plusMillis(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(PageSales.pause(UNTIL, UNTIL.plusSeconds(3_600))).isEqualTo(Duration.ofHours(1));
        assertThat(PageSales.pause(UNTIL, UNTIL.plus(Duration.ofDays(100)))).isEqualTo(Duration.ofDays(1));
    }
}
