package dev.kvitt.events;

import java.time.Instant;

/**
 * The point of sale knows who pays: before the sale is opened, or after.
 *
 * @param tillId as in the registry, 1 to 64 letters, digits, '.', '_' and '-'
 * @param requestId 1 to 64 visible ASCII characters
 * @param validUntil nobody wants the payment request after this
 */
public record CustomerPresented(
        Msn msn, SaleId saleId, String tillId, String requestId, Customer customer, Instant validUntil)
        implements PointOfSaleEvent {

    public CustomerPresented {
        Patterns.require(Patterns.TILL_ID, tillId, "a till id");
        Patterns.require(Patterns.REQUEST_ID, requestId, "a request id");
    }
}
