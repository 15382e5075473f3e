package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.payment.store.TillFeeds.Look;
import dev.kvitt.payment.store.TillFeeds.News;
import dev.kvitt.payment.store.TillFeeds.Told;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/** What a till that listens is told when what it has heard and what there is do not fit each other. */
class NewsStreamTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String EPOCH = "0000000a";

    private final List<OutboundSseEvent> heard = new ArrayList<>();
    private boolean over;

    @Test
    void what_is_new_is_told_once_under_an_id_that_names_its_epoch() {
        var stream = stream(4);
        stream.tell(look(stream, EPOCH, 6, 5, 6));
        stream.tell(new Look(EPOCH, Map.of()));

        assertThat(heard).extracting(OutboundSseEvent::getId).containsExactly("0000000a-5", "0000000a-6");
        assertThat(stream.reader().after()).isEqualTo(6);
        assertThat(over).isFalse();
    }

    @Test
    void when_some_of_what_was_not_heard_is_forgotten_the_till_is_told_before_the_rest() {
        var stream = stream(4);
        stream.tell(look(stream, EPOCH, 9, 8, 9));

        assertThat(heard).extracting(OutboundSseEvent::getId).containsExactly("0000000a-7", "0000000a-8", "0000000a-9");
        isGap(heard.getFirst(), "{\"from\":5,\"to\":7}");
    }

    @Test
    void when_all_of_what_was_not_heard_is_forgotten_the_till_is_told_at_once_and_not_with_the_next_event() {
        var stream = stream(4);
        stream.tell(look(stream, EPOCH, 9));

        assertThat(heard).hasSize(1);
        isGap(heard.getFirst(), "{\"from\":5,\"to\":9}");
        stream.tell(look(stream, EPOCH, 10, 10));
        assertThat(heard.getLast().getId()).isEqualTo("0000000a-10");
        assertThat(heard).hasSize(2);
    }

    @Test
    void a_stream_that_was_held_over_a_failover_is_told_and_ended_also_when_as_much_was_told_since() {
        var stream = stream(4);
        stream.tell(look(stream, "0000000b", 6, 5, 6));

        assertThat(heard).as("5 and 6 of another epoch are not what comes next").hasSize(1);
        isGap(heard.getFirst(), "{\"from\":0,\"to\":0}");
        assertThat(heard.getFirst().getId())
                .as("whoever comes back with it hears all that is kept")
                .isEqualTo("0000000b-0");
        assertThat(over).isTrue();
    }

    @Test
    void a_stream_that_has_heard_more_than_there_is_is_told_and_ended() {
        var stream = stream(4);
        stream.tell(look(stream, EPOCH, 3));

        assertThat(heard).hasSize(1);
        isGap(heard.getFirst(), "{\"from\":0,\"to\":0}");
        assertThat(over).isTrue();
    }

    private static void isGap(OutboundSseEvent event, String data) {
        assertThat(event.getName()).isEqualTo("gap");
        assertThat(event.getData()).isEqualTo(data);
    }

    private static Look look(NewsStream stream, String epoch, long last, long... kept) {
        var news = Arrays.stream(kept).mapToObj(n -> new News(n, "{}", "{}")).toList();
        return new Look(epoch, Map.of(stream.reader(), new Told(last, news)));
    }

    private NewsStream stream(long cursor) {
        var made = new AtomicReference<NewsStream>();
        Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> made.set(new NewsStream(
                                "a token",
                                new Msn("123456"),
                                "till-1",
                                EPOCH,
                                cursor,
                                new SseImpl(),
                                NOW,
                                NOW.plusSeconds(3600),
                                emitter)),
                        BackPressureStrategy.BUFFER)
                .subscribe()
                .with(
                        heard::add,
                        failure -> {
                            throw new AssertionError(failure);
                        },
                        () -> over = true);
        return made.get();
    }
}
