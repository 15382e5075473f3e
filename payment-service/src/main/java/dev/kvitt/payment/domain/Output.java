package dev.kvitt.payment.domain;

import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentReference;
import java.time.Instant;

/** What the saga wants. */
public sealed interface Output {

    /**
     * An event for the world or a command for capture-service.
     *
     * @param number counts what this sale has said, from 1; makes its id
     */
    record Say(EventData what, long number) implements Output {}

    /** @param due replaces an earlier time of the same timer */
    record SetTimer(Timer timer, Instant due) implements Output {}

    record CancelTimer(Timer timer) implements Output {}

    /**
     * Ask Vipps how the payment stands; the answer comes back as {@link Input.Observed}.
     *
     * @param number counts the questions about this sale, from 1
     * @param always false: an answer that says nothing new need not come back
     */
    record Ask(PaymentReference reference, long number, boolean always) implements Output {}
}
