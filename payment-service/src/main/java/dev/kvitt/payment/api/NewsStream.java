package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.payment.store.TillFeeds.News;
import dev.kvitt.payment.store.TillFeeds.Reader;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One till that listens. Told nothing more than it takes: who does not read holds no memory, and is cut off in the end. */
final class NewsStream {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Whoever takes nothing for so long is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Msn msn;
    private final String tillId;
    private final Sse sse;
    private final Instant until;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private long cursor;
    private long heard;
    private Instant lastTaken;
    private Instant lastSaid;

    /** @param until when the stream ends, so that whoever listens shows the token again */
    NewsStream(
            Msn msn,
            String tillId,
            long cursor,
            long expected,
            Sse sse,
            Instant now,
            Instant until,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        this.msn = msn;
        this.tillId = tillId;
        this.cursor = cursor;
        this.heard = expected;
        this.sse = sse;
        this.until = until;
        this.emitter = emitter;
        this.lastTaken = now;
        this.lastSaid = Instant.MIN;
    }

    synchronized Reader reader() {
        return new Reader(msn, tillId, cursor);
    }

    boolean listens() {
        return emitter.requested() > 0;
    }

    synchronized void tell(List<News> news) {
        if (emitter.isCancelled()) {
            return;
        }
        for (var each : news) {
            if (each.n() <= cursor) {
                continue;
            }
            if (each.n() > heard + 1) {
                gap(each.n());
            }
            emitter.emit(sse.newEventBuilder()
                    .id(Long.toString(each.n()))
                    .data(CloudEventJson.of(each))
                    .build());
            cursor = each.n();
            heard = cursor;
        }
    }

    /** What stood between is not kept any more: the till asks about each sale that is open. */
    private void gap(long next) {
        emitter.emit(sse.newEventBuilder()
                .name("gap")
                .data("{\"from\":" + (heard + 1) + ",\"to\":" + (next - 1) + "}")
                .build());
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
