package dev.kvitt.checkin.domain;

import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.SaleContext;
import java.time.Instant;

/** What is said about a customer who belongs to a sale that a till has opened. */
public final class Identification {

    private static final String SOURCE = "kvitt/checkin-service";
    /** What caused it is part of the id, so there is nothing to count. */
    private static final long COUNTER = 1;

    private Identification() {}

    /** The same meeting has the same id, also when a restored database brings it about once more. */
    public static Event<CustomerIdentified> of(TillCode.Meeting meeting, Instant now, Limits limits) {
        var scan = meeting.scan();
        var tired = scan.initiatedAt().plus(limits.validFor());
        var until = meeting.basket().validUntil();
        return of(
                meeting.basket().sale(),
                Customer.sealed(Customer.Kind.CUSTOMER_TOKEN, scan.token()),
                tired.isBefore(until) ? tired : until,
                scan.checkInId().toString(),
                now);
    }

    /** @param cause the id of what brought them */
    public static Event<CustomerIdentified> of(
            SaleContext sale, Customer customer, Instant validUntil, String cause, Instant now) {
        var data = new CustomerIdentified(sale, customer, validUntil);
        var type = EventType.CUSTOMER_IDENTIFIED.typeName() + "/" + cause;
        return new Event<>(
                Ids.own(sale.msn(), sale.saleId(), type, COUNTER), SOURCE, now, sale.msn(), sale.tillId(), data);
    }
}
