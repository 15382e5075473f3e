package dev.kvitt.payment.domain;

import dev.kvitt.events.AmountConfirmed;
import java.time.Instant;
import java.util.UUID;

/**
 * What the point of sale wants, and what the clock wants in its place.
 *
 * @param confirmed the goods are with the customer; absent until accepted
 * @param confirmedBy the event that said so
 * @param cancelled whether the point of sale has given the sale up
 * @param selectionOver when the time to sell ran out; absent until then
 * @param givingUp since when nobody wants a payment that may not exist; absent while somebody does
 */
public record Wishes(
        AmountConfirmed confirmed, UUID confirmedBy, boolean cancelled, Instant selectionOver, Instant givingUp) {

    static final Wishes NONE = new Wishes(null, null, false, null, null);

    Wishes confirmed(AmountConfirmed by, UUID eventId) {
        return new Wishes(by, eventId, cancelled, selectionOver, givingUp);
    }

    Wishes withoutConfirmation() {
        return new Wishes(null, null, cancelled, selectionOver, givingUp);
    }

    Wishes cancelledByTill() {
        return new Wishes(confirmed, confirmedBy, true, selectionOver, givingUp);
    }

    Wishes selectionOver(Instant at) {
        return new Wishes(confirmed, confirmedBy, cancelled, at, givingUp);
    }

    Wishes givingUp(Instant since) {
        return new Wishes(confirmed, confirmedBy, cancelled, selectionOver, since);
    }
}
