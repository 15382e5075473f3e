package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.payment.store.TillFeeds.Look;
import dev.kvitt.payment.store.TillFeeds.Reader;
import dev.kvitt.payment.store.TillFeeds.Told;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;

/**
 * One till that listens. Told nothing more than it takes: who does not read holds no memory, and is cut off in the end. The ids of
 * its events are {@code epoch-n}: a number alone may mean something else after a restore.
 */
final class NewsStream {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Whoever takes nothing for so long is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String who;
    private final Msn msn;
    private final String tillId;
    private final Sse sse;
    private final Instant until;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final String epoch;
    private long cursor;
    private Instant lastTaken;
    private Instant lastSaid;

    /**
     * @param who the name of the token
     * @param cursor the last number that the till has heard in this epoch, or is taken to have heard
     * @param until when the stream ends, so that whoever listens shows the token again
     */
    NewsStream(
            String who,
            Msn msn,
            String tillId,
            String epoch,
            long cursor,
            Sse sse,
            Instant now,
            Instant until,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        this.who = who;
        this.msn = msn;
        this.tillId = tillId;
        this.epoch = epoch;
        this.cursor = cursor;
        this.sse = sse;
        this.until = until;
        this.emitter = emitter;
        this.lastTaken = now;
        this.lastSaid = Instant.MIN;
    }

    String who() {
        return who;
    }

    synchronized Reader reader() {
        return new Reader(msn, tillId, cursor);
    }

    boolean listens() {
        return emitter.requested() > 0;
    }

    /** @param look made with {@link #reader} */
    synchronized void tell(Look look) {
        if (emitter.isCancelled()) {
            return;
        }
        var told = look.told().get(reader());
        if (!look.epoch().equals(epoch) || (told != null && told.last() < cursor)) {
            // Comes back by the way on which a stream begins.
            beginsAnew(look.epoch());
            end();
        } else if (told != null) {
            tell(told);
        }
    }

    private void tell(Told told) {
        for (var each : told.news()) {
            if (each.n() > cursor + 1) {
                gap(each.n() - 1);
            }
            cursor = each.n();
            emitter.emit(sse.newEventBuilder()
                    .id(id(epoch, cursor))
                    .data(CloudEventJson.of(each))
                    .build());
        }
        if (told.news().isEmpty()) {
            gap(told.last());
        }
    }

    /** What stood between is not kept any more: the till asks about each sale that is open. */
    private void gap(long to) {
        gap(id(epoch, to), cursor + 1, to);
        cursor = to;
    }

    /** What the till has heard may not be what there is now: it asks about each sale that is open, and hears all that is kept. */
    void beginsAnew(String now) {
        gap(id(now, 0), 0, 0);
    }

    private void gap(String id, long from, long to) {
        emitter.emit(sse.newEventBuilder()
                .id(id)
                .name("gap")
                .data("{\"from\":" + from + ",\"to\":" + to + "}")
                .build());
    }

    private static String id(String epoch, long n) {
        return epoch + "-" + n;
    }

    synchronized void keepAlive(Instant now) {
        if (!now.isBefore(until)) {
            end();
        } else if (listens()) {
            lastTaken = now;
            if (lastSaid.isBefore(now.minus(HEARTBEAT))) {
                lastSaid = now;
                emitter.emit(sse.newEventBuilder().comment("").build());
            }
        } else if (lastTaken.isBefore(now.minus(PATIENCE))) {
            end();
        }
    }

    void end() {
        emitter.complete();
    }
}
