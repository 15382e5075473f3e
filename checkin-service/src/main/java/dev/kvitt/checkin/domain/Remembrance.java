package dev.kvitt.checkin.domain;

import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.SaleContext;
import java.time.Instant;

/** What is said about a customer whose number is kept. */
public final class Remembrance {

    private static final String SOURCE = "kvitt/checkin-service";
    /** Who it is, is part of the id, so there is nothing to count. */
    private static final long COUNTER = 1;

    private Remembrance() {}

    /** The same customer of the same sale has the same id, also when a restored database remembers them once more. */
    public static Event<CustomerRemembered> of(SaleContext sale, String customerId, Instant until, Instant now) {
        var data = new CustomerRemembered(sale, customerId, until);
        var type = EventType.CUSTOMER_REMEMBERED.typeName() + "/" + customerId;
        return new Event<>(
                Ids.own(sale.msn(), sale.saleId(), type, COUNTER), SOURCE, now, sale.msn(), sale.tillId(), data);
    }
}
