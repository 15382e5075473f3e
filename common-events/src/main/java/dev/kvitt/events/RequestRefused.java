package dev.kvitt.events;

import java.util.UUID;

/**
 * One request of a point of sale was refused; the sale goes on as if it had not been made.
 *
 * @param causedBy the id of the event that was refused
 * @param requestId the till's own name of the request; absent when it could not be read
 */
public record RequestRefused(SaleContext sale, UUID causedBy, @MayBeAbsent String requestId, Refusal refusal)
        implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
