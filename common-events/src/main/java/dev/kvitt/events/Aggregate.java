package dev.kvitt.events;

/**
 * The four sums of a payment as Vipps states them: the truth about its money, where states and single events are not.
 *
 * @param authorized reserved on the customer's account
 * @param captured taken by the merchant
 * @param cancelled given back unused
 * @param refunded paid back after capture
 */
public record Aggregate(Money authorized, Money captured, Money cancelled, Money refunded) {

    public Aggregate {
        var currency = authorized.currency();
        if (captured.currency() != currency || cancelled.currency() != currency || refunded.currency() != currency) {
            throw new IllegalArgumentException("the sums of a payment must be of one currency");
        }
    }

    public static Aggregate zero(Currency currency) {
        var zero = Money.zero(currency);
        return new Aggregate(zero, zero, zero, zero);
    }

    /** What can still be captured of an AUTHORIZED payment, never negative. In every other state it is nothing. */
    public Money capturable() {
        return authorized.minusDownToZero(captured).minusDownToZero(cancelled);
    }

    /** Sums never shrink at Vipps, so of two readings the larger is the later, whatever order they came in. */
    public Aggregate max(Aggregate other) {
        return new Aggregate(
                authorized.max(other.authorized),
                captured.max(other.captured),
                cancelled.max(other.cancelled),
                refunded.max(other.refunded));
    }
}
