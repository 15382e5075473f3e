package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Msn;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be booked: a row without its date and balances.
 *
 * @param amount minor units, signed
 * @param recipient absent on payouts and sums of fees
 * @param time when it happened, which may be long before it is booked
 */
public record Entry(
        Topic topic,
        String entryType,
        long amount,
        String pspReference,
        Optional<String> reference,
        Optional<Msn> recipient,
        Instant time) {

    Entry withAmount(long other) {
        return new Entry(topic, entryType, other, pspReference, reference, recipient, time);
    }
}
