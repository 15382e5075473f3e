package dev.kvitt.operations.domain.reconcile;

/**
 * The aggregate of a payment in minor units.
 *
 * @param currency ISO code
 */
public record Sums(String currency, long authorized, long captured, long cancelled, long refunded) {

    /** What may still be taken or released. */
    public long reserved() {
        return Math.max(0, authorized - captured - cancelled);
    }

    long of(Movement movement) {
        return switch (movement) {
            case CAPTURE -> captured;
            case REFUND -> refunded;
        };
    }
}
