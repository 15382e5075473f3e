package dev.kvitt.events;

import java.time.Instant;

/**
 * How a payment stood when we asked Vipps (GET).
 *
 * @param number counts our readings of this payment from 1
 * @param found false when Vipps knew no such payment; then {@code view} is absent. No proof that there will be none
 * @param askedAt just before we asked, by our clock: all that happened before is in the answer
 */
public record PaymentObserved(
        Msn msn, PaymentReference reference, long number, boolean found, @MayBeAbsent PaymentView view, Instant askedAt)
        implements VippsFact {

    @Override
    public String key() {
        return Keys.payment(msn, reference);
    }
}
