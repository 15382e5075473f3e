package dev.kvitt.payment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.registry.Registry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often a payment may be read. */
class PaymentReadsTest {

    private static final List<String> ONE = List.of("123456/sale-00001-1");
    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaymentReads reads = new PaymentReads(60, 10);

    @Test
    void in_no_minute_is_a_payment_read_more_than_its_share_however_often_somebody_wants_to() {
        var taken = new ArrayList<Instant>();
        for (var tenth = 0; tenth < 1800; tenth++) {
            if (take(ONE).isEmpty()) {
                taken.add(service.now);
            }
            service.later(Duration.ofMillis(100));
        }
        assertThat(taken).allSatisfy(from -> assertThat(taken)
                .filteredOn(read -> !read.isBefore(from) && read.isBefore(from.plusSeconds(60)))
                .hasSizeLessThanOrEqualTo(60));
        assertThat(taken).as("and all of its share over three minutes").hasSizeGreaterThanOrEqualTo(150);
        assertThat(taken.subList(0, 10))
                .as("ten at once")
                .last()
                .isEqualTo(taken.getFirst().plusMillis(900));
    }

    @Test
    void whoever_has_to_wait_is_told_until_when_and_may_read_then() {
        for (var n = 0; n < 10; n++) {
            assertThat(take(ONE)).isEmpty();
        }
        var wait = take(ONE);
        assertThat(wait).containsOnlyKeys(ONE);
        service.now = wait.get(ONE.getFirst());
        assertThat(take(ONE)).isEmpty();
        assertThat(take(ONE)).isNotEmpty();
    }

    @Test
    void payments_have_their_shares_apart() {
        for (var n = 0; n < 11; n++) {
            take(ONE);
        }
        assertThat(take(List.of(ONE.getFirst(), "123456/sale-00002-1"))).containsOnlyKeys(ONE);
    }

    @Test
    void what_a_clock_that_was_ahead_has_written_stops_nobody() {
        service.later(Duration.ofDays(1));
        for (var n = 0; n < 10; n++) {
            take(ONE);
        }
        service.later(Duration.ofDays(-1));
        assertThat(take(ONE)).isEmpty();
    }

    @Test
    void what_has_passed_is_forgotten_and_what_has_not_is_kept() {
        take(List.of("123456/sale-00002-1"));
        service.later(Duration.ofMinutes(1));
        take(ONE);
        service.transactions().run(connection -> {
            PaymentReads.forget(connection, service.now);
            return null;
        });
        assertThat(service.number("select count(*) from payment_reads")).isEqualTo(1);
    }

    /** By the database's clock, which no test can set: the share is used up from half a minute ahead. */
    @Test
    void payments_that_have_to_wait_are_counted() {
        service.now = Instant.now(Clock.systemUTC()).plusSeconds(30);
        for (var n = 0; n < 10; n++) {
            take(ONE);
        }
        service.later(Duration.ofMinutes(-2));
        take(List.of("123456/sale-00002-1"));
        assertThat(service.transactions().run(reads::usedUp)).isEqualTo(1);
    }

    @Test
    void a_share_that_would_be_read_all_at_once_is_none() {
        assertThatThrownBy(() -> new PaymentReads(10, 10)).hasMessageContaining("10 reads at once");
    }

    private Map<String, Instant> take(List<String> payments) {
        return service.transactions().run(connection -> reads.take(connection, payments, service.now));
    }
}
