package dev.kvitt.registry.vipps;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pace at which a payment may be read: some reads at once, the others evenly, never more than a share in any minute. All
 * there is to remember of a payment is until when its reads have used up the time (the generic cell rate algorithm).
 */
public final class ReadPace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Duration each;
    private final Duration ahead;

    /**
     * @param perMinute reads in any minute, at most
     * @param atOnce how many of them may follow each other without a pause
     */
    public ReadPace(int perMinute, int atOnce) {
        if (atOnce < 1 || atOnce >= perMinute) {
            throw new IllegalArgumentException(atOnce + " reads at once are not some of " + perMinute + " a minute");
        }
        this.each = MINUTE.dividedBy(perMinute - atOnce);
        this.ahead = each.multipliedBy(atOnce - 1L);
    }

    /** A payment whose time is used up for longer than this from now has to wait. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * When the payment may be read.
     *
     * @param usedUntil absent when it was not read lately
     * @param reads how many are wanted together, at most as many as may follow each other
     * @return empty for now
     */
    public Optional<Instant> notBefore(Optional<Instant> usedUntil, int reads, Instant now) {
        var room = from(usedUntil, now).plus(each.multipliedBy(reads - 1L)).minus(ahead);
        return room.isAfter(now) ? Optional.of(room) : Optional.empty();
    }

    /** Until when the time is used up after so many reads that begin now. */
    public Instant usedUntil(Optional<Instant> before, int reads, Instant now) {
        return from(before, now).plus(each.multipliedBy(reads));
    }

    /** A time that cannot be reached from now was written by a clock that was ahead; it counts for nothing. */
    private static Instant from(Optional<Instant> usedUntil, Instant now) {
        return usedUntil
                .filter(until -> !until.isBefore(now) && !until.isAfter(now.plus(MINUTE)))
                .orElse(now);
    }
}
