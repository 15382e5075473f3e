package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No order exists across topics: whatever order the events of a good sale come in, and however often, its end is one. */
class AnyOrderTest {

    private static final List<Consumer<Story>> EVENTS = List.of(
            Story::scanned,
            Story::created,
            story -> story.webhook("CREATED", 5000),
            story -> story.webhook("AUTHORIZED", 5000),
            story -> story.confirmed(3000),
            story -> story.captureDone(3000),
            story -> story.webhook("CAPTURED", 3000),
            story -> story.cancelDone(1, 3000, 2000),
            story -> story.webhook("CANCELLED", 2000));

    static List<Long> seeds() {
        return new Random(20261121).longs(500).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_order_captures_at_most_once_and_settles(long seed) {
        var order = new ArrayList<>(EVENTS);
        var random = new Random(seed);
        Collections.shuffle(order, random);
        // The till's request is one event and deduplicated by its id; facts may come again in any form.
        var again = new ArrayList<>(EVENTS);
        again.remove(4);
        Collections.shuffle(again, random);

        var story = new Story().in(order).in(again);

        var said = story.everythingSaid();
        assertThat(said).filteredOn(CreatePayment.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(said).filteredOn(CapturePayment.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(said).filteredOn(CancelPayment.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(said).filteredOn(PaymentSettled.class::isInstance).hasSize(1);
        assertThat(story.numbersSaid()).doesNotHaveDuplicates();
    }

    /** As after a restore, when all of it is read again long after the sale. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_order_read_again_an_hour_later_tells_nothing_untrue(long seed) {
        var order = new ArrayList<>(EVENTS);
        Collections.shuffle(order, new Random(seed));

        var story = new Story()
                .later(Duration.ofHours(1))
                .in(order)
                .timer(Timer.GIVE_UP)
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 2000);

        var said = story.everythingSaid();
        assertThat(said).noneMatch(PaymentFailed.class::isInstance).noneMatch(PaymentEnded.class::isInstance);
        assertThat(said).filteredOn(CapturePayment.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(said).filteredOn(PaymentSettled.class::isInstance).hasSize(1);
    }
}
