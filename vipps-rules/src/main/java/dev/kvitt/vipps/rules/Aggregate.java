package dev.kvitt.vipps.rules;

/**
 * What has happened to a payment's money so far: the truth about it, where the state is not.
 *
 * <p>After a reservation captured + cancelled never exceeds authorized. A payment terminated before it was reserved shows
 * the whole amount as cancelled with nothing authorized (official sample).
 *
 * @param authorized reserved on the customer's card
 * @param cancelled released again, or never reserved because the merchant terminated the payment
 * @param captured taken from the reservation
 * @param refunded paid back out of the captured money; never more than it
 */
public record Aggregate(Money authorized, Money cancelled, Money captured, Money refunded) {

    public Aggregate {
        boolean overdrawn = !authorized.isZero() && captured.plus(cancelled).isMoreThan(authorized);
        boolean capturedFromNothing = authorized.isZero() && !captured.isZero();
        if (overdrawn || capturedFromNothing || refunded.isMoreThan(captured)) {
            throw new IllegalArgumentException("Money out of nothing: authorized " + authorized + ", cancelled "
                    + cancelled + ", captured " + captured + ", refunded " + refunded);
        }
    }

    public static Aggregate empty(Currency currency) {
        Money zero = Money.zero(currency);
        return new Aggregate(zero, zero, zero, zero);
    }

    /** What can still be captured or cancelled. */
    public Money capturable() {
        return authorized.minusAtMost(captured).minusAtMost(cancelled);
    }

    /** What can still be refunded. */
    public Money refundable() {
        return captured.minusAtMost(refunded);
    }

    Aggregate authorize(Money amount) {
        return new Aggregate(amount, cancelled, captured, refunded);
    }

    Aggregate cancel(Money amount) {
        return new Aggregate(authorized, cancelled.plus(amount), captured, refunded);
    }

    Aggregate capture(Money amount) {
        return new Aggregate(authorized, cancelled, captured.plus(amount), refunded);
    }

    Aggregate refund(Money amount) {
        return new Aggregate(authorized, cancelled, captured, refunded.plus(amount));
    }
}
