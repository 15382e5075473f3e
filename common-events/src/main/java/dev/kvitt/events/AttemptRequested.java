package dev.kvitt.events;

import java.time.Instant;

/**
 * The same sale is to be tried once more: another customer, another way, or the same after a refusal. A running attempt
 * is ended first; should its customer have approved meanwhile, that one counts.
 *
 * @param tillId as in the registry, 1 to 64 letters, digits, '.', '_' and '-'
 * @param requestId 1 to 64 visible ASCII characters
 * @param customer who pays now; absent: the same as before
 * @param validUntil nobody wants the payment request after this
 */
public record AttemptRequested(
        Msn msn, SaleId saleId, String tillId, String requestId, @MayBeAbsent Customer customer, Instant validUntil)
        implements PointOfSaleEvent {

    public AttemptRequested {
        Patterns.require(Patterns.TILL_ID, tillId, "a till id");
        Patterns.require(Patterns.REQUEST_ID, requestId, "a request id");
    }
}
