package dev.kvitt.events;

import java.util.UUID;

/**
 * One request of a point of sale was refused; the sale goes on as if it had not been made.
 *
 * @param causedBy the id of the event that was refused
 */
public record RequestRefused(SaleContext sale, UUID causedBy, String requestId, Refusal refusal)
        implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
