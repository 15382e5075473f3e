package dev.kvitt.receipt.domain;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before a receipt is tried again: 2 s, doubled each time, 5 min at most unless Vipps asks for more;
 * never less than 2 s, whatever Vipps asks for: a clock that is ahead of theirs makes every time they name one that has passed. */
public final class Waits {

    public static final Duration FIRST = Duration.ofSeconds(2);
    public static final Duration LONGEST = Duration.ofMinutes(5);
    /** What Vipps asks us to wait is believed up to this. */
    public static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private static final int DOUBLINGS = 8;

    private Waits() {}

    /** @param tries from 1 */
    static Duration after(int tries, Optional<Duration> retryAfter) {
        return retryAfter
                .map(time -> shorter(time.compareTo(FIRST) > 0 ? time : FIRST, LONGEST_ASKED))
                .orElseGet(() -> shorter(FIRST.multipliedBy(1L << Math.clamp(tries - 1, 0, DOUBLINGS)), LONGEST));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
