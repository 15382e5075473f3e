package dev.kvitt.checkin.domain;

import dev.kvitt.events.seal.Sealed;
import java.time.Instant;

/**
 * The sale that holds a printed code.
 *
 * @param saleKey {@code msn/saleId}
 * @param openedAt when it was opened, by our clock
 * @param heldUntil after this it can no longer be paid, and keeps nobody out any more
 * @param token of the customer who opened it; absent where a restored database has forgotten it
 * @param approved whether they have approved the payment
 */
public record OpenSession(String saleKey, Instant openedAt, Instant heldUntil, Sealed token, boolean approved) {

    public static OpenSession of(String saleKey, Instant openedAt, Instant heldUntil, Sealed token) {
        return new OpenSession(saleKey, openedAt, heldUntil, token, false);
    }

    public OpenSession heldUntil(Instant later) {
        return new OpenSession(saleKey, openedAt, later, token, approved);
    }

    public OpenSession approved(boolean now) {
        return new OpenSession(saleKey, openedAt, heldUntil, token, approved || now);
    }

    /** Whether it is worth asking if a scan that waits is of the same customer. */
    public boolean mayBeSameCustomers() {
        return approved && token != null;
    }
}
