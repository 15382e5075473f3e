package dev.kvitt.operations.store;

import java.time.Instant;

/**
 * Something that will not wait for ever.
 *
 * @param reference the payment's; absent where none is known
 * @param money minor units that it is about: reserved, paid, or owed
 * @param currency absent where nobody has named one
 * @param guaranteedUntil until when a capture certainly succeeds; absent where Vipps did not say
 * @param marketDeadline when Vipps gives the money back by itself; absent where nothing is reserved
 * @param why one of the words of {@link dev.kvitt.operations.domain.Why}
 * @param since since when it is so
 * @param due the nearest of its ends, or since when it is late
 */
public record Deadline(
        String msn,
        String saleId,
        String reference,
        String shop,
        String till,
        long money,
        String currency,
        Instant guaranteedUntil,
        Instant marketDeadline,
        String why,
        Instant since,
        Instant due) {

    /**
     * How many there are of a kind, and of how much.
     *
     * @param money minor units
     */
    public record Total(String why, String currency, long count, long money) {}
}
