package dev.kvitt.checkin.domain;

import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer's scan of a till's printed code, waiting for a basket.
 *
 * @param initiatedAt when they scanned, by Vipps' clock
 * @param since their place in the queue: when this customer scanned first
 * @param onlyFor the key of the sale whose customer this is known to be; absent for anybody else
 */
public record Scan(UUID checkInId, Sealed token, Instant initiatedAt, Instant since, String onlyFor) {

    public static Scan of(CheckedIn scan) {
        return new Scan(scan.checkInId(), scan.customerToken(), scan.initiatedAt(), scan.initiatedAt(), null);
    }

    Scan inPlaceOf(Scan earlier) {
        return new Scan(checkInId, token, initiatedAt, earlier.since, onlyFor);
    }

    Scan onlyFor(String saleKey) {
        return new Scan(checkInId, token, initiatedAt, since, saleKey);
    }

    /** Whether it is known to be of this sale's customer. */
    boolean isOf(Basket basket) {
        return basket.sale().key().equals(onlyFor);
    }

    public boolean isFresh(Instant now, Limits limits) {
        return Duration.between(initiatedAt, now).compareTo(limits.maxAge()) <= 0;
    }
}
