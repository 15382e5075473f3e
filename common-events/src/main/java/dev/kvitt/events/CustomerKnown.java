package dev.kvitt.events;

import java.time.Instant;

/**
 * The customer of this sale agreed to be remembered: keep this id and present it in their next sale, which then needs neither
 * code nor number. Says nothing about the sale's money, and may come after the last word about it.
 *
 * @param customerId for {@link Customer.Kind#KNOWN}, in sales of the same merchant; random, says nothing about them
 * @param until when the number behind it is erased, should it not be used before
 */
public record CustomerKnown(SaleContext sale, String customerId, Instant until) implements PaymentEvent {

    public CustomerKnown {
        Patterns.require(Patterns.REQUEST_ID, customerId, "a customer id");
    }

    @Override
    public boolean done() {
        return false;
    }
}
