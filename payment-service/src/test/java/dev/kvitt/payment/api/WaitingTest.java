package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.payment.store.TillFeeds;
import dev.kvitt.registry.Registry;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/** Many who wait in one process, and one who must not take it from the others. */
class WaitingTest {

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final Waiting waiting = replica();

    /** A process of its own on the same database. */
    private Waiting replica() {
        return new Waiting(
                new HttpStore(service.transactions()),
                () -> service.now,
                TokensTest.settings(Map.of("kvitt.api.most-waiting", "5", "kvitt.api.most-waiting-of-one", "3")));
    }

    @Test
    void one_token_does_not_take_the_places_of_all() {
        waits("chain", 3);
        isFull("chain");
        waits("kiosk", 2);
        isFull("another");
    }

    @Test
    void whoever_was_answered_gives_the_place_back() {
        waits("chain", 3);
        service.later(Duration.ofSeconds(31));
        waiting.look();
        waits("chain", 3);
    }

    private void waits(String who, int times) {
        for (var n = 0; n < times; n++) {
            assertThat(waiting.forMore(who, "123456/sale-0000" + n, 0, service.now.plusSeconds(30)))
                    .isNotCompleted();
        }
    }

    private void isFull(String who) {
        assertThatThrownBy(() -> waiting.admit(who)).isInstanceOfSatisfying(NoAnswer.class, e -> assertThat(
                        e.response().getStatus())
                .isEqualTo(503));
    }

    @Test
    void streams_take_places_too_and_give_them_back() {
        var streams = IntStream.range(0, 3)
                .mapToObj(n -> stream(epoch(), "till-1", 0, new FakeConnection()))
                .toList();
        streams.forEach(waiting::add);
        isFull("a token");
        streams.forEach(waiting::remove);
        waits("a token", 3);
    }

    @Test
    void a_stream_that_fails_is_ended_and_the_others_hear_on() {
        var epoch = epoch();
        PaidSale.of(service, "sale-00001", 5000);
        var well = new ArrayList<FakeConnection>();
        for (var n = 0; n < 3; n++) {
            var broken = new FakeConnection();
            broken.fails = true;
            waiting.add(stream(epoch, "till-1", 0, broken));
            var one = new FakeConnection();
            well.add(one);
            waiting.add(stream(epoch, "till-1", 0, one));
        }
        waiting.look();

        assertThat(well).allSatisfy(one -> {
            assertThat(one.ids()).contains(epoch + "-1");
            assertThat(one.over).isFalse();
        });
    }

    @Test
    void two_replicas_tell_the_same_and_where_one_ended_the_other_goes_on() {
        var epoch = epoch();
        var another = replica();
        var here = new FakeConnection();
        var there = new FakeConnection();
        waiting.add(stream(epoch, "till-1", 0, here));
        another.add(stream(epoch, "till-1", 0, there));
        PaidSale.of(service, "sale-00001", 5000);
        waiting.look();
        another.look();

        var first = here.ids();
        assertThat(first).isNotEmpty().isEqualTo(there.ids());
        var later = new FakeConnection();
        another.add(stream(epoch, "till-1", first.size(), later));
        PaidSale.of(service, "sale-00002", 7000);
        another.look();
        waiting.look();
        assertThat(later.ids())
                .as("nothing twice and nothing left out")
                .isNotEmpty()
                .isEqualTo(here.ids().subList(first.size(), here.ids().size()));
    }

    @Test
    void a_till_that_is_told_nothing_hears_that_somebody_is_there_every_15_seconds_until_its_hour_is_over() {
        var quiet = new FakeConnection();
        waiting.add(stream(epoch(), "till-1", 0, quiet));
        waiting.look();
        service.later(NewsStream.HEARTBEAT);
        waiting.look();
        assertThat(quiet.heard).as("not more often").hasSize(1);
        service.later(Duration.ofMillis(1));
        waiting.look();

        assertThat(quiet.heard).hasSize(2).allSatisfy(event -> {
            assertThat(event.getComment())
                    .as("a comment, which no till takes for news")
                    .isNotNull();
            assertThat(event.getData()).isNull();
        });
        service.later(Duration.ofHours(1));
        waiting.look();
        assertThat(quiet.over).isTrue();
    }

    @Test
    void who_takes_nothing_is_told_nothing_and_ended_after_a_minute_and_goes_on_where_it_was_before_that() {
        var epoch = epoch();
        var slow = new FakeConnection();
        slow.requested = 0;
        waiting.add(stream(epoch, "till-1", 0, slow));
        PaidSale.of(service, "sale-00001", 5000);
        waiting.look();
        service.later(Duration.ofSeconds(60));
        waiting.look();
        assertThat(slow.heard).as("nothing is kept in memory for it").isEmpty();
        assertThat(slow.over).isFalse();

        slow.requested = 1;
        waiting.look();
        assertThat(slow.ids()).startsWith(epoch + "-1");
        slow.requested = 0;
        service.later(Duration.ofSeconds(60).plusMillis(1));
        waiting.look();
        assertThat(slow.over).isTrue();
    }

    /** Of a till whose news is kept from now on. */
    private String epoch() {
        return service.transactions().run(connection -> {
            TillFeeds.begin(connection, PaidSale.MSN, "till-1");
            return TillFeeds.epoch(connection);
        });
    }

    private NewsStream stream(String epoch, String tillId, long heard, FakeConnection connection) {
        return new NewsStream(
                "a token",
                PaidSale.MSN,
                tillId,
                epoch,
                heard,
                new SseImpl(),
                service.now,
                service.now.plusSeconds(3600),
                connection.emitter());
    }

    /** What a till at the other end takes. */
    private static final class FakeConnection {

        private final List<OutboundSseEvent> heard = new ArrayList<>();
        private long requested = 1;
        private boolean fails;
        private boolean over;

        private List<String> ids() {
            return heard.stream()
                    .map(OutboundSseEvent::getId)
                    .filter(Objects::nonNull)
                    .toList();
        }

        @SuppressWarnings("unchecked")
        private MultiEmitter<OutboundSseEvent> emitter() {
            return (MultiEmitter<OutboundSseEvent>) Proxy.newProxyInstance(
                    MultiEmitter.class.getClassLoader(),
                    new Class<?>[] {MultiEmitter.class},
                    (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "requested" -> {
                                return requested;
                            }
                            case "isCancelled" -> {
                                return false;
                            }
                            case "emit" -> take((OutboundSseEvent) arguments[0]);
                            case "complete" -> over = true;
                            default -> throw new IllegalStateException(method.getName());
                        }
                        return null;
                    });
        }

        private void take(OutboundSseEvent event) {
            if (fails) {
                throw new IllegalStateException("this connection is broken");
            }
            heard.add(event);
        }
    }

    @Test
    void what_is_to_be_forgotten_is_forgotten_to_its_end_and_not_one_portion_every_ten_minutes() {
        service.execute(
                """
                insert into till_told (msn, till_id, n, sale_key, headers, value, told_at)
                select '123456', 'till-1', n, 'key', '{}', '', '2026-01-01' from generate_series(1, 10001) n""");
        waiting.look();
        waiting.look();
        assertThat(service.number("select count(*) from till_told")).isZero();
    }
}
