package dev.kvitt.operations.planted;

import java.time.Instant;
import java.time.LocalDate;

/** A row of the report before it has its place and balance. */
final class Booked {
    final String ledger;
    final String topic;
    final String msn;
    final String reference;
    final String psp;
    final String type;
    final String currency;
    final Instant time;
    /** When it came into the feed; late rows long after their time. */
    final Instant bookedAt;

    long amount;
    long before;
    long after;
    long position;
    LocalDate date;

    Booked(
            String ledger,
            String topic,
            String msn,
            String reference,
            String psp,
            String type,
            String currency,
            long amount,
            Instant time,
            Instant bookedAt) {
        this.ledger = ledger;
        this.topic = topic;
        this.msn = msn;
        this.reference = reference;
        this.psp = psp;
        this.type = type;
        this.currency = currency;
        this.amount = amount;
        this.time = time;
        this.bookedAt = bookedAt;
    }

    Instant bookedAt() {
        return bookedAt;
    }

    /** ledger, topic, position, msn, reference, psp, type, currency, amount, before, after, time, date; parted by tabs. */
    String text() {
        return String.join(
                "\t",
                ledger,
                topic,
                "" + position,
                msn,
                reference,
                psp,
                type,
                currency,
                "" + amount,
                "" + before,
                "" + after,
                "" + time,
                "" + date);
    }
}
