package dev.kvitt.events;

import java.time.Instant;

/**
 * A customer agreed to be remembered with this sale, and their number is kept.
 *
 * @param customerId names them in later sales of the same merchant ({@link Customer.Kind#KNOWN}); random, says nothing about
 *     them
 * @param until when the number is erased, should it not be used before
 */
public record CustomerRemembered(SaleContext sale, String customerId, Instant until) implements CheckInEvent {

    public CustomerRemembered {
        Patterns.require(Patterns.REQUEST_ID, customerId, "a customer id");
    }

    @Override
    public String key() {
        return sale.key();
    }
}
