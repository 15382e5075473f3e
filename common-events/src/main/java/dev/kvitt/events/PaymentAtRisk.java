package dev.kvitt.events;

import java.time.Instant;

/**
 * Money is reserved or owed and somebody must look before it is lost.
 *
 * @param why {@code deadline}: the reservation ends soon; {@code two-attempts}: two payments of one sale were approved, the later is given
 *     back; {@code amount-differs}: another amount was reserved than asked for; {@code parked}: the sale is parked with money reserved
 * @param amount what is at stake
 * @param until when it is lost; absent where that is not known
 */
public record PaymentAtRisk(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        String why,
        Money amount,
        @MayBeAbsent Instant until)
        implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
