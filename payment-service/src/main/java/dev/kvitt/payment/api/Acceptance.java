package dev.kvitt.payment.api;

import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.store.Outbox;
import dev.kvitt.payment.messaging.AskedOverHttp;
import dev.kvitt.payment.messaging.RefundAllowance;
import dev.kvitt.payment.store.HttpRequests;
import dev.kvitt.payment.store.HttpRequests.Known;
import dev.kvitt.payment.store.StoredSales;
import dev.kvitt.payment.store.TillFeeds;
import dev.kvitt.registry.Registry;
import dev.kvitt.tracing.Traceparent;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a till's request in: whoever hears that it was accepted can rely on it, since the request and the message that hands it on
 * were committed together before.
 */
@Singleton
class Acceptance {

    /** From one try to the next while no sale is begun. */
    private static final Duration CLOSED = Duration.ofSeconds(5);

    private final HttpStore store;
    private final StoredSales sales;
    private final Registry registry;
    private final Callers callers;
    private final InstantSource clock;
    private final ApiConfig config;

    Acceptance(
            HttpStore store,
            StoredSales sales,
            Registry registry,
            Callers callers,
            InstantSource clock,
            ApiConfig config) {
        this.store = store;
        this.sales = sales;
        this.registry = registry;
        this.callers = callers;
        this.clock = clock;
        this.config = config;
    }

    /**
     * @param traceparent the till's, may be absent
     * @return the id of the event it is handed on as: of the same request the same
     * @throws NoAnswer when it may not be asked for, or something else was under the same id
     */
    UUID accept(Callers.Asked asked, SaleRequest kind, RequestBody body, String traceparent) {
        var event = body.event();
        if (registry.salesUnit(asked.msn()).isEmpty()) {
            throw new NoAnswer(Problem.of(
                    Status.FORBIDDEN, "unknown-sales-unit", "Kvitt does not know this sales unit. Nothing was done."));
        }
        callers.isFor(asked.caller(), event.tillId());
        if (event instanceof SaleCancelled cancelled
                && cancelled.onLate() == SaleCancelled.OnLate.REFUND
                && !asked.caller().may(Permission.REFUND)) {
            throw new NoAnswer(Problem.of(
                    Status.FORBIDDEN,
                    "refunds-not-permitted",
                    "This token may not pay back, also not what was captured before a cancel."
                            + " Nothing was done, and this says nothing about the sale."));
        }
        if (kind == SaleRequest.OPENING
                && registry.till(asked.msn(), event.tillId()).isEmpty()) {
            throw new NoAnswer(new Problem(
                    Status.BAD_REQUEST.getStatusCode(),
                    "This sales unit has no such till. Nothing was done; correct the till's id.",
                    "unknown-till",
                    "tillId"));
        }
        callers.counted(asked.msn(), event.tillId());
        var id = Ids.pointOfSale(asked.msn(), asked.saleId(), kind.type().typeName(), event.requestId());
        var known = store.run(connection -> {
            ofItsTills(connection, asked);
            var request = new HttpRequests.Asked(id, asked.key(), asked.msn(), event.tillId(), body.hash());
            return take(
                    connection,
                    request,
                    kind,
                    asked,
                    new Event<>(
                            id,
                            "kvitt/http/" + source(asked.caller()),
                            clock.instant(),
                            asked.msn(),
                            event.tillId(),
                            event),
                    traceparent);
        });
        Metrics.counter(
                        "kvitt.http.requests",
                        "kind",
                        kind.name().toLowerCase(Locale.ROOT),
                        "answer",
                        known.name().toLowerCase(Locale.ROOT))
                .increment();
        if (known == Known.OTHER) {
            throw new NoAnswer(Problem.of(
                    Status.CONFLICT,
                    "idempotency-key-reused",
                    "Something else was asked for under this Idempotency-Key, and that stands. Take a new key for another"
                            + " request, and the same body for the same one."));
        }
        if (known == Known.DECIDED) {
            throw new NoAnswer(Problem.of(
                    Status.CONFLICT,
                    "idempotency-key-decided",
                    "What was asked for under this Idempotency-Key was decided, and that stands. Nothing more was done now,"
                            + " and Kvitt does not remember any more whether this is the same: ask what became of the"
                            + " sale before you ask for anything."));
        }
        CrashPoint.reached("http.after-commit");
        return id;
    }

    private Known take(
            Connection connection,
            HttpRequests.Asked request,
            SaleRequest kind,
            Callers.Asked asked,
            Event<?> event,
            String traceparent)
            throws SQLException {
        var known = HttpRequests.take(connection, request, event.time());
        if (known != Known.NEW) {
            return known;
        }
        if (!config.acceptRequests() && kind.begins()) {
            throw closed();
        }
        HttpRequests.begin(connection, request, kind == SaleRequest.OPENING, event.time());
        if (kind == SaleRequest.CONFIRMATION || kind == SaleRequest.REFUND) {
            // Only of a sale that is reserved or paid: the till knows. A cancel may cross the news under way.
            HttpRequests.acknowledge(connection, request.saleKey(), event.time());
        }
        if (registry.till(request.msn(), request.tillId()).isPresent()) {
            TillFeeds.begin(connection, request.msn(), request.tillId());
        }
        Map<String, String> more =
                new HashMap<>(RefundAllowance.header(asked.caller().refundLimit()));
        more.putAll(AskedOverHttp.header(request.hash()));
        more.put(Traceparent.HEADER, Traceparent.of(traceparent, event.id()));
        Outbox.add(connection, Topics.POS_HTTP, event, more);
        CrashPoint.reached("http.before-commit");
        return Known.NEW;
    }

    /** What has begun goes on: goods that were handed over are captured, what is given up or paid back is, too. */
    private static NoAnswer closed() {
        return new NoAnswer(Problem.of(
                        Status.SERVICE_UNAVAILABLE,
                        "not-accepting",
                        "Kvitt begins no sale and no other attempt over HTTP now. Nothing was done, and this says nothing"
                                + " about a sale: send the same again.")
                .after(CLOSED));
    }

    /**
     * Whether the sale is one of the caller's tills. Before payment-service has read of it, nobody's till is known but the one
     * that asked by HTTP first.
     *
     * @throws NoAnswer when it is another one's
     */
    void ofItsTills(Connection connection, Callers.Asked asked) throws SQLException {
        if (asked.caller().tills().isPresent()) {
            var till = tillOf(connection, asked.key());
            if (till.isPresent()) {
                callers.isFor(asked.caller(), till.get());
            }
        }
    }

    private Optional<String> tillOf(Connection connection, String key) throws SQLException {
        var opened = sales.find(connection, key)
                .map(stored -> stored.sale().context())
                .map(context -> context.tillId());
        return opened.isPresent() ? opened : HttpRequests.sale(connection, key).map(HttpRequests.HttpSale::tillId);
    }

    /** As a part of an event's source, which takes visible ASCII only. */
    private static String source(Caller caller) {
        var plain = caller.name().replaceAll("[^\\x21-\\x7e]", "_");
        return plain.substring(0, Math.min(plain.length(), 100));
    }
}
