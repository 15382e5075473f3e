package dev.kvitt.capture.domain;

import dev.kvitt.events.CreatePayment;

/**
 * What stands here about the creation of an operation's payment. Others sell on the same sales unit and may use the same
 * references, so only a creation that succeeded proves without looking that the payment is ours.
 */
public sealed interface Creation {

    /** It is stored as succeeded. */
    record Succeeded() implements Creation {}

    /** It was asked for here and is not stored as succeeded. */
    record Asked(CreatePayment command) implements Creation {}

    /** Nothing stands here; the rows may have been restored to before it. */
    record Forgotten() implements Creation {}

    /** Whether the payment is ours by what stands here alone. */
    default boolean proves() {
        return this instanceof Succeeded;
    }
}
