package dev.kvitt.events;

/**
 * The customer is to get captured money back, all of it or a part. Repeatable while something is left.
 *
 * @param tillId as in the registry, 1 to 64 letters, digits, '.', '_' and '-'
 * @param requestId 1 to 64 visible ASCII characters
 * @param amount more than zero, at most what is captured and not refunded
 */
public record RefundRequested(Msn msn, SaleId saleId, String tillId, String requestId, Money amount)
        implements PointOfSaleEvent {

    public RefundRequested {
        Patterns.require(Patterns.TILL_ID, tillId, "a till id");
        Patterns.require(Patterns.REQUEST_ID, requestId, "a request id");
    }
}
