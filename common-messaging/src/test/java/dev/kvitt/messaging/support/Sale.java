package dev.kvitt.messaging.support;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Keys;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UnparkSale;
import dev.kvitt.local.test.TestParts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A sale of a test's own, and what its till says. */
public record Sale(Msn msn, SaleId id) {

    private static final Instant WHEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000 + 1000 * TestParts.child());

    /** A sales unit that no other test uses. */
    public static Msn newMsn() {
        return new Msn(Integer.toString(NUMBERS.incrementAndGet()));
    }

    public static Sale of(Msn msn, int number) {
        return new Sale(msn, new SaleId("sale-%05d".formatted(number)));
    }

    public String key() {
        return Keys.sale(msn, id);
    }

    /** The event {@link Recorder} counts; the same request has the same id. */
    public Event<AmountConfirmed> confirmed(String requestId) {
        var data = new AmountConfirmed(msn, id, "till-1", requestId, new Money(3000, Currency.NOK), List.of());
        var eventId = Ids.pointOfSale(msn, id, EventType.AMOUNT_CONFIRMED.typeName(), requestId);
        return new Event<>(eventId, "till", WHEN, msn, "till-1", data);
    }

    /** The event that is a fact for {@link Recorder}: it is recorded even while the sale is parked. */
    public Event<SaleCancelled> cancelled(String requestId) {
        var data = new SaleCancelled(msn, id, "till-1", requestId, "jam");
        var eventId = Ids.pointOfSale(msn, id, EventType.SALE_CANCELLED.typeName(), requestId);
        return new Event<>(eventId, "till", WHEN, msn, "till-1", data);
    }

    /** An operator has looked. */
    public Event<UnparkSale> unpark(String name) {
        var eventId = UUID.nameUUIDFromBytes((key() + name).getBytes(StandardCharsets.UTF_8));
        return new Event<>(eventId, "operator", WHEN, msn, null, new UnparkSale(msn, id, "operator-7", "looked at"));
    }
}
