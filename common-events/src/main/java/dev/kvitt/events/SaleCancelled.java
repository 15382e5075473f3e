package dev.kvitt.events;

import java.util.regex.Pattern;

/**
 * The point of sale gives the sale up: nothing was, and nothing will be handed over.
 *
 * @param tillId as in the registry, 1 to 64 letters, digits, '.', '_' and '-'
 * @param requestId 1 to 64 visible ASCII characters
 * @param reason a few words about the machine, such as "jam", never about the customer: 1 to 40 ASCII letters, digits,
 *     spaces and hyphens, the first a letter; may be absent
 * @param onLate what to do when the money has been captured already; {@link OnLate#REFUSE} when absent
 */
public record SaleCancelled(
        Msn msn, SaleId saleId, String tillId, String requestId, @MayBeAbsent String reason, @MayBeAbsent OnLate onLate)
        implements PointOfSaleEvent {

    /** What to do when the money has been captured already. */
    public enum OnLate {
        /** Nothing: the answer is "too late". */
        REFUSE,
        /** Pay it back. */
        REFUND
    }

    private static final Pattern REASON = Pattern.compile("[A-Za-z][A-Za-z0-9 -]{0,39}");

    public SaleCancelled(Msn msn, SaleId saleId, String tillId, String requestId, String reason) {
        this(msn, saleId, tillId, requestId, reason, null);
    }

    public SaleCancelled {
        Patterns.require(Patterns.TILL_ID, tillId, "a till id");
        Patterns.require(Patterns.REQUEST_ID, requestId, "a request id");
        if (reason != null) {
            Patterns.require(REASON, reason, "the reason of a cancellation");
        }
    }
}
